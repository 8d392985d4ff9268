// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"

#include <QtGlobal>

namespace documents {

// A stretch of another's progress bar.
class ProgressSpan final : public core::Progress
{
public:
    ProgressSpan(core::Progress &whole, int from, int to)
        : m_whole(whole)
        , m_from(from)
        , m_to(to)
    {
    }
    void setRange(int maximum) override { m_maximum = qMax(1, maximum); }
    void setValue(int value) override
    {
        const int part = qBound(0, value, m_maximum);
        m_whole.setValue(m_from + int(qint64(m_to - m_from) * part / m_maximum));
    }
    bool isCanceled() const override { return m_whole.isCanceled(); }

private:
    core::Progress &m_whole;
    int m_from;
    int m_to;
    int m_maximum = 1;
};

// Lets the rows' source know of a cancel, and of nothing else.
class CanceledOnly final : public core::Progress
{
public:
    explicit CanceledOnly(const core::Progress &whole)
        : m_whole(whole)
    {
    }
    void setRange(int) override { }
    void setValue(int) override { }
    bool isCanceled() const override { return m_whole.isCanceled(); }

private:
    const core::Progress &m_whole;
};

}
