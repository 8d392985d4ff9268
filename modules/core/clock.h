// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>

namespace core {

// Where the time comes from. Nothing else in Anlan asks the system for it.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 now() const = 0; // milliseconds since 1970-01-01 UTC
};

class SystemClock final : public Clock
{
public:
    qint64 now() const override;
};

// A clock that stands until it is told to go on: tests, the sample plant.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(qint64 now)
        : m_now(now)
    {
    }
    qint64 now() const override { return m_now; }
    void set(qint64 now) { m_now = now; }
    void advance(qint64 milliseconds) { m_now += milliseconds; }

private:
    qint64 m_now;
};

// Instants are stored as UTC ISO 8601 text with milliseconds: 2026-11-22T06:30:00.000Z.
QString toInstantText(qint64 milliseconds);
QDateTime fromInstantText(const QString &text); // UTC; invalid if the text is none

}
