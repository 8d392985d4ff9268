// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/shell.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace app {

// Chooses who works now, by a part of the name, post or login.
class PersonChooser : public QDialog
{
    Q_OBJECT
public:
    PersonChooser(const QList<shell::Person> &people, const QUuid &current,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const shell::Person &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyFilter();
    void choose();

    QList<shell::Person> m_people;
    QUuid m_current;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QPushButton *m_choose;
};

}
