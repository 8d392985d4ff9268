// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/shell.h"

#include <QObject>

class QLabel;
class QStatusBar;
class QToolButton;

namespace app {

class JobsButton;

// The right side of the status bar: what waits, jobs, which plant, who. GUI thread.
class WindowStatus : public QObject
{
    Q_OBJECT
public:
    WindowStatus(shell::JobRunner &jobs, QStatusBar *bar);

    void setPlantName(const QString &name);
    void setPerson(const shell::Person &person);
    void setStateText(const QString &text, const QString &explanation);
    void takeFocusAfter(QWidget *widget); // panels are made later, but read earlier

Q_SIGNALS:
    void personAsked();

private:
    JobsButton *m_jobs;
    QLabel *m_state;
    QLabel *m_plant;
    QToolButton *m_person;
};

}
