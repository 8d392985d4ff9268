// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>

#include <optional>

namespace tables {

// Days counted from 1900 as spreadsheets do, with the 29 February 1900 that never was.
inline constexpr double serialShift1904 = 1462; // from the 1904 system to the 1900 system

// Invalid if the serial is negative or beyond the year 9999. To the second.
QDateTime dateTimeOfSerial(double serial);
QString serialDateText(double serial);   // 2025-07-17, or 2025-07-17T14:30:00; empty if invalid
QString serialTimeText(double fraction); // 14:30:00 of a serial in [0, 1)
std::optional<double> serialOfIsoText(const QString &text);
double serialOfDate(const QDate &date);

QString numberText(double number); // 15 significant digits, as spreadsheets show them

}
