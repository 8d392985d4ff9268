// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>
#include <QWidget>

class QLabel;
class QPushButton;

namespace shell {

// What a panel shows where there is nothing yet: a picture, what this is, and the first step.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QIcon &icon, const QString &title, const QString &text,
               QWidget *parent = nullptr);

    QPushButton *addButton(const QString &text); // connect its clicked()
    void setTexts(const QString &title, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QIcon m_icon;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
};

}
