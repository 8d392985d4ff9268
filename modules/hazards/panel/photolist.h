// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/evidence.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace shell {
class Shell;
}

namespace hazards {

// Photos chosen from files, with small pictures. They become evidence when the form is saved.
class PhotoList : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QStringList files READ files WRITE setFiles NOTIFY changed USER true)
public:
    explicit PhotoList(QWidget *parent = nullptr);

    void setShell(shell::Shell &shell, const QString &name); // before anything else
    QStringList files() const;
    void setFiles(const QStringList &files);
    void add(const QStringList &files);

Q_SIGNALS:
    void changed();

protected:
    // Reached by the key of its label. No focus proxy: Tab would go in a circle.
    void focusInEvent(QFocusEvent *event) override;

private:
    void ask();
    void loadPicture(const QString &file);
    void removeMarked();
    void showNumber();

    shell::Shell *m_shell = nullptr;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_problem;
    QListWidget *m_list;
};

}
