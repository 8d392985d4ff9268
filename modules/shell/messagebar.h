// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "shell/colours.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace shell {

class Shell;

// A sentence at the top of a panel for what went wrong, or well, without stopping the user. Hidden
// until it has something to say.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(Shell &shell, QWidget *parent = nullptr);

    void showError(const core::Error &error); // a Cancelled one is not worth a word
    void showText(ColourRole role, const QString &text);
    // One button that mends it: "Try again". The bar closes when it is pressed.
    void setAction(const QString &text, std::function<void()> handler);
    QString text() const;

public Q_SLOTS:
    void dismiss();

private:
    void applyColours();

    Shell &m_shell;
    ColourRole m_role = ColourRole::Warning;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    std::function<void()> m_handler;
};

}
