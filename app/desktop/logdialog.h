// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QPlainTextEdit;

namespace shell {
class JobRunner;
}

namespace app {

// The end of the log file, to read and to copy into a question for help.
class LogDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LogDialog(shell::JobRunner &jobs, QWidget *parent = nullptr);
    static QString folder(); // where the log file lies

private:
    QPlainTextEdit *m_text;
};

}
