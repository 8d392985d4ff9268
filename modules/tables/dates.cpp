// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/serialdate.h"
#include "tables/values.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

Judged<DateValue> noDate(const QString &why)
{
    return {std::nullopt, true, why};
}

Judged<DateValue> checkedDate(const QDate &date, const QTime &time, const DateRange &range,
                              const QString &text, const QString &judgement = {})
{
    if (!date.isValid())
        return noDate(QCoreApplication::translate("tables", "There is no such day: %1.").arg(text));
    if (date < range.first || date > range.last) {
        return noDate(
                QCoreApplication::translate("tables", "The year %1 is taken for a mistake: %2.")
                        .arg(date.year())
                        .arg(text));
    }
    DateValue value{date, time};
    return {value, !judgement.isEmpty(), judgement};
}

// 14:30, 14:30:05, 14时30分, T14:30; nothing at all is no time.
bool readTime(QString text, QTime &time)
{
    static const QRegularExpression pattern(
            u"^[T ]*(\\d{1,2})[:时點点](\\d{1,2})?分?(?::?(\\d{1,2})(?:\\.\\d+)?秒?)?(?:Z|\\+08:?00)?$"_s);
    text = text.trimmed();
    if (text.isEmpty())
        return true;
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return false;
    time = QTime(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return time.isValid();
}

int fullYear(int year, QString &judgement)
{
    if (year >= 100)
        return year;
    judgement = QCoreApplication::translate("tables", "The year was written with two digits.");
    return 2000 + year;
}

int englishMonth(const QString &name)
{
    static constexpr std::array<QLatin1StringView, 12> months{
            "jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1, "may"_L1, "jun"_L1,
            "jul"_L1, "aug"_L1, "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1};
    for (size_t i = 0; i < months.size(); ++i) {
        if (name.startsWith(months[i], Qt::CaseInsensitive))
            return int(i) + 1;
    }
    return 0;
}

Judged<DateValue> readEnglishDate(const QString &text, const DateRange &range)
{
    static const QRegularExpression dayFirst(
            u"^(\\d{1,2})[-/ .]([A-Za-z]{3,9})[-/ .,]+(\\d{4}|\\d{2})(.*)$"_s);
    static const QRegularExpression monthFirst(
            u"^([A-Za-z]{3,9})[-/ .]+(\\d{1,2})[-/ .,]+(\\d{4})(.*)$"_s);
    const auto first = dayFirst.match(text);
    const auto second = monthFirst.match(text);
    const auto &match = first.hasMatch() ? first : second;
    QTime time;
    const int month = match.hasMatch() ? englishMonth(match.captured(first.hasMatch() ? 2 : 1)) : 0;
    if (month == 0 || !readTime(match.captured(4), time))
        return noDate(QCoreApplication::translate("tables", "This is no date: %1.").arg(text));
    QString judgement;
    const int year = fullYear(match.captured(3).toInt(), judgement);
    return checkedDate(QDate(year, month, match.captured(first.hasMatch() ? 1 : 2).toInt()), time,
                       range, text, judgement);
}

// 17/7/2025 and 7/17/2025; 3/4/2025 says nothing.
Judged<DateValue> readYearLast(const QRegularExpressionMatch &match, const QString &text,
                               const DateRange &range)
{
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    QTime time;
    if (!readTime(match.captured(4), time))
        return noDate(QCoreApplication::translate("tables", "This is no date: %1.").arg(text));
    if (first <= 12 && second <= 12 && first != second) {
        return noDate(
                QCoreApplication::translate(
                        "tables", "Day and month cannot be told apart: %1. Write it as 2025-07-17.")
                        .arg(text));
    }
    const bool dayFirst = first > 12;
    return checkedDate(
            QDate(match.captured(3).toInt(), dayFirst ? second : first, dayFirst ? first : second),
            time, range, text, QCoreApplication::translate("tables", "The year stood last."));
}

}

Judged<DateValue> parseDate(const QString &original, const DateRange &range)
{
    static const QRegularExpression yearFirst(
            u"^(\\d{4}|\\d{2}) *([-./。,、·年]+) *(\\d{1,2}) *([-./。,、·月]+) *(\\d{1,2}) *[日号]?(.*)$"_s);
    static const QRegularExpression yearLast(
            u"^(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})(?:[ T](.*))?$"_s);
    static const QRegularExpression digits(u"^(\\d{4})(\\d{2})(\\d{2})(?:[ T](.+))?$"_s);
    static const QRegularExpression yearAndMonth(u"^\\d{4} *[-./年] *\\d{1,2} *月?(份|底)?$"_s);
    static const QRegularExpression monthAndDay(u"^\\d{1,2} *[-./月] *\\d{1,2} *[日号]?$"_s);
    static const QRegularExpression trailing(
            u"^(.*?)[ .。，,;；、]*(之?前|内|止)?[ .。，,;；、]*$"_s,
            QRegularExpression::DotMatchesEverythingOption);

    QString text = halfWidth(cleanText(original)).simplified();
    if (text.isEmpty())
        return {};
    if (text.size() > 60)
        return noDate(QCoreApplication::translate("tables", "This is a text, no date."));
    const auto ending = trailing.match(text);
    QString judgement;
    if (!ending.captured(2).isEmpty())
        judgement = QCoreApplication::translate("tables", "Only the day itself was taken: %1.")
                            .arg(text);
    text = ending.captured(1);

    QTime time;
    if (const auto match = digits.match(text); match.hasMatch()) {
        if (!readTime(match.captured(4), time))
            return noDate(QCoreApplication::translate("tables", "This is no date: %1.").arg(text));
        return checkedDate(QDate(match.captured(1).toInt(), match.captured(2).toInt(),
                                 match.captured(3).toInt()),
                           time, range, text, judgement);
    }
    if (const auto match = yearFirst.match(text);
        match.hasMatch() && readTime(match.captured(6), time)) {
        const int year = fullYear(match.captured(1).toInt(), judgement);
        if (match.captured(2).size() > 1 || match.captured(4).size() > 1)
            judgement = QCoreApplication::translate("tables", "A sign stood twice: %1.").arg(text);
        return checkedDate(QDate(year, match.captured(3).toInt(), match.captured(5).toInt()), time,
                           range, text, judgement);
    }
    if (const auto match = yearLast.match(text); match.hasMatch())
        return readYearLast(match, text, range);
    if (yearAndMonth.match(text).hasMatch())
        return noDate(QCoreApplication::translate("tables", "The day is missing: %1.").arg(text));
    if (monthAndDay.match(text).hasMatch())
        return noDate(QCoreApplication::translate("tables", "The year is missing: %1.").arg(text));
    return readEnglishDate(text, range);
}

Judged<DateValue> parseDate(const Cell &cell, bool numbersAreDates, const DateRange &range)
{
    switch (cell.kind) {
    case CellKind::Blank:
        return {};
    case CellKind::Text:
        return parseDate(cell.text, range);
    case CellKind::Bool:
    case CellKind::Error:
        return noDate(QCoreApplication::translate("tables", "This is no date: %1.").arg(cell.text));
    case CellKind::Date: {
        if (cell.number < 1)
            return noDate(QCoreApplication::translate("tables",
                                                      "This is a time of day without a date: %1.")
                                  .arg(cell.text));
        const QDateTime moment = dateTimeOfSerial(cell.number);
        const bool midnight = moment.time() == QTime(0, 0);
        return checkedDate(moment.date(), midnight ? QTime() : moment.time(), range, cell.text);
    }
    case CellKind::Number:
        break;
    }
    const bool whole = std::floor(cell.number) == cell.number;
    if (whole && cell.number >= 19'000'101 && cell.number <= 99'991'231)
        return parseDate(QString::number(qint64(cell.number)), range);
    if (!numbersAreDates)
        return noDate(QCoreApplication::translate("tables", "This is a number, no date: %1.")
                              .arg(cell.text));
    // 2025.7 typed as a number; its serial would be a day in July 1905.
    if (cell.number > 1950 && cell.number < 2101)
        return noDate(
                QCoreApplication::translate("tables", "The day is missing: %1.").arg(cell.text));
    const QDateTime moment = dateTimeOfSerial(cell.number);
    if (!moment.isValid())
        return noDate(QCoreApplication::translate("tables", "This is a number, no date: %1.")
                              .arg(cell.text));
    const bool midnight = moment.time() == QTime(0, 0);
    return checkedDate(
            moment.date(), midnight ? QTime() : moment.time(), range, cell.text,
            QCoreApplication::translate(
                    "tables", "The number %1 was taken for a date, because the column holds dates.")
                    .arg(cell.text));
}

QString toIsoText(const DateValue &value)
{
    const QString date = value.date.toString(Qt::ISODate);
    return value.time.isValid() ? date + u'T' + value.time.toString(u"HH:mm:ss") : date;
}

bool namesDate(QStringView header)
{
    const QString name = withoutWhiteSpace(header).toLower();
    static constexpr std::array<QStringView, 7> words{u"日期", u"时间",     u"期限", u"时限",
                                                      u"date", u"deadline", u"年月"};
    for (const QStringView word : words) {
        if (name.contains(word))
            return true;
    }
    return false;
}

}
