// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"

#include <QElapsedTimer>
#include <QString>

namespace ctl {

void writeOut(const QString &text); // standard output, UTF-8, with a line end
void writeError(const QString &text);

// A line on the terminal that counts up; silent where standard error is none. Cancelled by Ctrl+C.
class ConsoleProgress final : public core::Progress
{
public:
    ConsoleProgress();
    ~ConsoleProgress() override;
    void setRange(int maximum) override;
    void setValue(int value) override;
    bool isCanceled() const override;

private:
    bool m_isShown;
    bool m_hasWritten = false;
    int m_maximum = 0;
    QElapsedTimer m_sinceLast;
};

}
