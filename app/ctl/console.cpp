// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/console.h"

#include <QByteArray>

#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

volatile std::sig_atomic_t wasInterrupted = 0;

void interrupt(int)
{
    wasInterrupted = 1;
}

void writeTo(FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

}

void writeOut(const QString &text)
{
    writeTo(stdout, text + u'\n');
}

void writeError(const QString &text)
{
    writeTo(stderr, text + u'\n');
}

ConsoleProgress::ConsoleProgress()
    : m_isShown(isatty(STDERR_FILENO) == 1)
{
    struct sigaction action = {};
    action.sa_handler = interrupt;
    action.sa_flags = SA_RESETHAND; // a second Ctrl+C ends at once; the store rolls back by itself
    sigaction(SIGINT, &action, nullptr);
    action.sa_handler = interrupt;
    sigaction(SIGTERM, &action, nullptr);
    m_sinceLast.start();
}

ConsoleProgress::~ConsoleProgress()
{
    if (m_hasWritten)
        writeTo(stderr, u"\r\x1b[K"_s);
}

void ConsoleProgress::setRange(int maximum)
{
    m_maximum = maximum;
}

void ConsoleProgress::setValue(int value)
{
    constexpr qint64 Between = 100; // milliseconds
    if (!m_isShown || (m_hasWritten && m_sinceLast.elapsed() < Between))
        return;
    m_sinceLast.restart();
    m_hasWritten = true;
    const QString text = m_maximum > 0 ? u"\r\x1b[K%1 / %2  %3 %"_s.arg(value).arg(m_maximum).arg(
                                 qint64(value) * 100 / m_maximum)
                                       : u"\r\x1b[K%1"_s.arg(value);
    writeTo(stderr, text);
}

bool ConsoleProgress::isCanceled() const
{
    return wasInterrupted != 0;
}

}
