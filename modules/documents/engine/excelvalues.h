// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

#include <QByteArray>

#include <optional>

// Values in the form in which a workbook holds them.
namespace documents::excel {

QByteArray utf8(QString text); // without what XML forbids, cut with a word where a cell is full
QByteArray sheetName(const QString &title);
double textWidth(QStringView text); // characters as Excel counts widths: a Chinese one takes two
QByteArray numberFormat(const Column &column); // empty for texts
// Days since 1899-12-30; none before 1900-03-01, where Excel's calendar is wrong.
std::optional<double> serialDay(const QDate &date);

}
