// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

namespace core {

qint64 SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString toInstantText(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

QDateTime fromInstantText(const QString &text)
{
    auto instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (instant.isValid() && instant.timeSpec() == Qt::LocalTime)
        instant.setTimeSpec(Qt::UTC);
    return instant.toUTC();
}

}
