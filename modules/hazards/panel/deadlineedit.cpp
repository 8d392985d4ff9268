// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/deadlineedit.h"

#include "core/clock.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hazards {

static const QTime endOfDay(23, 59);

DeadlineEdit::DeadlineEdit(QWidget *parent)
    : QDateTimeEdit(parent)
{
    setTimeSpec(Qt::UTC); // the time of the plant, not of this machine: without summer time of ours
    setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    setCalendarPopup(true);
}

void DeadlineEdit::setDeadline(const QString &stored)
{
    QDate date = QDate::fromString(stored, Qt::ISODate);
    QTime time = endOfDay;
    if (stored.size() > 10) {
        const QDateTime there = core::fromInstantText(stored).toTimeZone(QTimeZone(m_zone));
        date = there.date();
        time = QTime(there.time().hour(), there.time().minute());
    }
    m_given = stored;
    m_shown = QDateTime(date, time, Qt::UTC);
    setDateTime(m_shown);
}

QString DeadlineEdit::deadline() const
{
    if (dateTime() == m_shown)
        return m_given;
    if (time().hour() == endOfDay.hour() && time().minute() == endOfDay.minute())
        return date().toString(Qt::ISODate);
    return core::toInstantText(QDateTime(date(), time(), QTimeZone(m_zone)).toMSecsSinceEpoch());
}

bool DeadlineEdit::isPast(qint64 now) const
{
    return QDateTime(date(), time(), QTimeZone(m_zone)).toMSecsSinceEpoch() < now;
}

}
