// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QLineEdit;
class QListWidget;

namespace app {

class ActionBook;

// Every action and panel by a part of its name: type, Enter.
class CommandSearch : public QDialog
{
    Q_OBJECT
public:
    explicit CommandSearch(const ActionBook &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyFilter();
    void run();

    const ActionBook &m_actions;
    QLineEdit *m_filter;
    QListWidget *m_list;
};

}
