// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/sheet.h"

#include <QDate>
#include <QStringList>
#include <QTime>

namespace tables {

// The meaning read from a cell. `judged` with a value: it was taken, but not as it stands; the
// reason is a sentence for the user. Without a value: the cell is blank (no reason) or could not be
// read (reason).
template<typename T>
struct Judged {
    std::optional<T> value;
    bool judged = false;
    QString reason;
};

struct DateValue {
    QDate date;
    QTime time; // invalid if the cell names none, or midnight in a date cell
};

// Years outside are taken for a mistake, not for a date.
struct DateRange {
    QDate first{1950, 1, 1};
    QDate last{2100, 12, 31};
};

// Date cells, serial numbers (say by `numbersAreDates` whether the column is one of dates), and
// texts such as 2025.7.17, 2025/7/17, 2025-07-17 14:30, 2025年7月17日, 20250717, 17-Jul-2025.
Judged<DateValue> parseDate(const Cell &cell, bool numbersAreDates = true,
                            const DateRange &range = {});
Judged<DateValue> parseDate(const QString &text, const DateRange &range = {});
QString toIsoText(const DateValue &value); // 2025-07-17 or 2025-07-17T14:30:00
bool namesDate(QStringView header); // 日期, 时间, 期限, date ...: a column where numbers are dates

bool isInvisible(QChar c); // zero width, byte order mark, soft hyphen, NUL

// Without zero-width characters and white space at either end; line ends are \n.
QString cleanText(QStringView text);
QString withoutWhiteSpace(QStringView text); // for comparing names
QString halfWidth(QStringView text);         // full-width digits, letters and signs as ASCII

// 高处坠落、坍塌 -> two values. Separators 、 ， , / ; ； and line breaks, not inside brackets;
// equal values once.
QStringList splitValues(QStringView text);
// As above, and at blanks between Chinese names; 王　甲 stays one name.
Judged<QStringList> splitPeople(QStringView text);

// 3, 3级, 三级, Ⅲ级, III have the number 3; 一般事故隐患 and 重大 have a grade; 一般3级 has both.
struct Level {
    int number = 0;             // 0 if none is named
    QString grade;              // 一般, 较大, 重大, 特别重大 ...; empty if none is named
    QString normalised() const; // the number if there is one, else the grade
};
Judged<Level> parseLevel(const Cell &cell);
std::optional<int> romanNumber(QStringView text); // I..XXXIX, also Ⅳ

// 470,894.45, ¥1,000, 1.5万元, (200). The unit is the currency's own: 万 is multiplied out.
Judged<double> parseAmount(const Cell &cell);

}
