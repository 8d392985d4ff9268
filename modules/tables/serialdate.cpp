// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/serialdate.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace tables {

QDateTime dateTimeOfSerial(double serial)
{
    if (!(serial >= 0 && serial < 2'958'466)) // 9999-12-31 is the last day
        return {};
    qint64 day = qint64(std::floor(serial));
    qint64 second = std::llround((serial - double(day)) * 86'400);
    if (second == 86'400) {
        ++day;
        second = 0;
    }
    const QDate date = QDate(1899, 12, day < 60 ? 31 : 30).addDays(day);
    return QDateTime(date, QTime(0, 0).addSecs(int(second)), Qt::UTC);
}

QString serialDateText(double serial)
{
    const QDateTime moment = dateTimeOfSerial(serial);
    if (!moment.isValid())
        return {};
    return moment.time() == QTime(0, 0) ? moment.date().toString(Qt::ISODate)
                                        : moment.toString(u"yyyy-MM-ddTHH:mm:ss");
}

QString serialTimeText(double fraction)
{
    return dateTimeOfSerial(fraction).time().toString(u"HH:mm:ss");
}

double serialOfDate(const QDate &date)
{
    const qint64 day = QDate(1899, 12, 30).daysTo(date);
    return double(day < 61 ? day - 1 : day);
}

std::optional<double> serialOfIsoText(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid() || moment.date().year() < 1900 || moment.date().year() > 9999)
        return std::nullopt;
    return serialOfDate(moment.date()) + QTime(0, 0).secsTo(moment.time()) / 86'400.0;
}

QString numberText(double number)
{
    if (std::floor(number) == number && std::abs(number) < 1e15)
        return QString::number(qint64(number));
    return QString::number(number, 'g', 15);
}

}
