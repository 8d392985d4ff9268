// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of a ledger that only the column, the row or the head of the sheet makes sense of.
#include "hazards/engine/ledgerplace.h"
#include "store/spec.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hazards {

tables::Judged<tables::DateValue> RowReader::dateOf(const Place &place) const
{
    static const QRegularExpression doubtful(
            u"^(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4})(?:[ T](.*))?$"_s);
    auto date = tables::parseDate(place.cell, true);
    if (date.value || place.column.order == DateOrder::Unknown)
        return date;
    const auto match = doubtful.match(tables::halfWidth(tables::cleanText(place.cell.text)));
    if (!match.hasMatch())
        return date;
    const bool dayFirst = place.column.order == DateOrder::DayFirst;
    const QString text = match.captured(4) + u'-' + match.captured(dayFirst ? 3 : 1) + u'-'
            + match.captured(dayFirst ? 1 : 3) + u' ' + match.captured(5);
    auto second = tables::parseDate(text);
    if (!second.value)
        return date;
    second.judged = true;
    second.reason = QCoreApplication::translate(
            "hazards", "Day and month were taken in the order of the other rows of the column.");
    return second;
}

// 立即整改, 3日内: counted from the day it was found.
tables::Judged<tables::DateValue> RowReader::deadlineInWords(const Place &place) const
{
    static const QRegularExpression atOnce(
            u"^(立即|即刻|即时|当场|现场|马上|当天|当日|immediate|at once|same day)"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression within(
            u"^(\\d{1,3}|[一二三四五六七八九十])(个)?(工作日|天|日|小时|周|星期|月)(之?内|以内)?"
            "(完成|整改|整改完成|完成整改)?$"_s);
    const QString text = tables::withoutWhiteSpace(tables::halfWidth(place.cell.text));
    const QDate found = place.draft.days.value(u"found_on"_s);
    const auto match = within.match(text);
    auto failed = tables::parseDate(place.cell, true);
    if (!found.isValid() || (!match.hasMatch() && !atOnce.match(text).hasMatch()))
        return failed;
    QDate day = found;
    if (match.hasMatch()) {
        const qsizetype sign =
                QStringView(u"一二三四五六七八九十").indexOf(match.captured(1).at(0));
        const int count = sign >= 0 ? int(sign) + 1 : match.captured(1).toInt();
        const QString unit = match.captured(3);
        if (unit == u"月"_s && match.captured(2).isEmpty())
            return failed; // 3月 is March
        day = unit == u"小时"_s                        ? found.addDays((count + 23) / 24)
                : unit == u"周"_s || unit == u"星期"_s ? found.addDays(7 * count)
                : unit == u"月"_s                      ? found.addMonths(count)
                                                       : found.addDays(count);
    }
    return {tables::DateValue{day, {}}, true,
            QCoreApplication::translate("hazards",
                                        "The deadline “%1” was counted from the day it was found.")
                    .arg(tables::cleanText(place.cell.text))};
}

// What the head of the sheet says for all rows: 检查时间：2024.3.1.
void RowReader::readHeaderColumn(const HeaderColumn &header, const store::FieldSpec *field,
                                 DraftRow &draft)
{
    tables::Cell cell;
    cell.kind = tables::CellKind::Text;
    cell.text = header.value;
    Place place{cell, header.column, field, draft};
    draft.facts.dates.append(RowFacts::Date{-1, std::nullopt});
    const qsizetype before = draft.problems.size();
    readCell(place);
    draft.facts.dates.removeLast();
    draft.problems.resize(before);
    const QString key = u"head\x1F"_s + header.column.field;
    if (m_told.contains(key))
        return;
    m_told.insert(key);
    tell(place, judged::derived,
         QCoreApplication::translate(
                 "hazards",
                 "The head of the sheet says it for all rows; it was entered in "
                 "every record."));
}

}
