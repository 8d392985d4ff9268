// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/jobrunner.h"

#include <QToolButton>

class QFrame;
class QVBoxLayout;

namespace app {

// The one place that shows jobs: how many run and how far the oldest is; pressed, a list with
// progress and cancel. Hidden while nothing runs.
class JobsButton : public QToolButton
{
    Q_OBJECT
public:
    explicit JobsButton(shell::JobRunner &jobs, QWidget *parent = nullptr);

private:
    void addRow(const shell::Job &job);
    void removeRow(int id);
    void showText();
    void showList();

    shell::JobRunner &m_jobs;
    QFrame *m_list;
    QVBoxLayout *m_rows;
};

}
