// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgerfacts.h"

#include "hazards/engine/ledgerimport.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

QString kindText(tables::RowKind kind)
{
    switch (kind) {
    case tables::RowKind::Blank:
    case tables::RowKind::Data:
        return {};
    case tables::RowKind::NumberOnly:
        return QCoreApplication::translate("hazards", "The row holds a number and nothing else.");
    case tables::RowKind::Total:
        return QCoreApplication::translate("hazards", "The row is a total.");
    case tables::RowKind::Section:
        return QCoreApplication::translate("hazards", "The row is a heading between the rows.");
    case tables::RowKind::Note:
        return QCoreApplication::translate("hazards", "The row is a note.");
    case tables::RowKind::Header:
        return QCoreApplication::translate("hazards", "The row repeats the headings.");
    case tables::RowKind::Example:
        return QCoreApplication::translate("hazards",
                                           "The row is an example of how to fill in the ledger.");
    }
    Q_UNREACHABLE();
}

QJsonObject countsToJson(const QMap<QString, int> &counts)
{
    QJsonObject object;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        object.insert(count.key(), *count);
    return object;
}

QJsonValue rowRange(int first, int last, bool joined)
{
    if (first == 0)
        return QJsonValue::Null;
    if (joined && first == last)
        return first;
    return QJsonArray{first, last};
}

QJsonValue rowOrNull(int row)
{
    return row == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(row);
}

QJsonObject dateToJson(const DateFacts &dates)
{
    QJsonArray notADate;
    for (const auto &[row, text] : dates.notADate)
        notADate.append(QJsonArray{row, text});
    const auto text = [](const QString &date) {
        return date.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(date);
    };
    return {{u"min"_s, text(dates.min)},
            {u"max"_s, text(dates.max)},
            {u"parsed"_s, dates.parsed},
            {u"blank"_s, dates.blank},
            {u"not_a_date"_s, notADate}};
}

}

QString actionLabel(const QString &action)
{
    if (action == judged::aside)
        return QCoreApplication::translate("hazards", "Kept in a field of its own");
    if (action == judged::asText)
        return QCoreApplication::translate("hazards", "Kept as text");
    if (action == judged::taken)
        return QCoreApplication::translate("hazards", "Taken, but not as it stands");
    if (action == judged::derived)
        return QCoreApplication::translate("hazards", "Worked out");
    if (action == judged::blank)
        return QCoreApplication::translate("hazards", "Left blank");
    if (action == judged::noted)
        return QCoreApplication::translate("hazards", "Taken, to be looked at");
    if (action == judged::skipped)
        return QCoreApplication::translate("hazards", "Left out");
    return action;
}

FactCollector::FactCollector(const ImportPlan &plan)
    : m_plan(plan)
{
    const tables::Layout &layout = plan.layout;
    m_facts.sheet = layout.sheetName;
    m_facts.titleRow = layout.titleRow;
    m_facts.firstHeaderRow = layout.firstHeaderRow;
    m_facts.lastHeaderRow = layout.lastHeaderRow;
    m_facts.firstDataRow = layout.firstDataRow;
    m_facts.lastDataRow = layout.lastDataRow;
    m_facts.firstNotesRow = layout.firstNotesRow;
    m_facts.lastNotesRow = layout.lastNotesRow;
    for (const tables::HeaderFact &fact : layout.headerFacts)
        m_facts.headerFacts.insert(fact.name, fact.value);
    for (int i = 0; i < plan.columns.size(); ++i) {
        const ColumnPlan &column = plan.columns.at(i);
        m_facts.columns.append(layout.columns.at(i).name);
        m_facts.mapping.append({column.name, column.field});
        if (column.field == "state"_L1)
            m_stateIndex = i;
        else if (column.field == "grade"_L1 || column.field == "level"_L1)
            m_levelIndex = i;
    }
    m_distinct.resize(plan.columns.size());
    m_isDate.fill(false, plan.columns.size());
}

void FactCollector::countRaw(QMap<QString, int> &counts, const tables::Cell &cell)
{
    const QString text = cell.isBlank() ? QString() : cell.text.left(200);
    if (counts.contains(text) || counts.size() < LedgerFacts::mostCounted)
        ++counts[text];
}

void FactCollector::take(const tables::Record &record, const RowFacts &facts,
                         const QList<ImportProblem> &problems)
{
    ++m_facts.read;
    m_facts.warned += !problems.isEmpty();
    for (const ImportProblem &problem : problems)
        note(problem);
    if (m_levelIndex >= 0) {
        countRaw(m_facts.levelsRaw, record.cells.at(m_levelIndex));
        if (!facts.level.isEmpty() && m_facts.levels.size() < LedgerFacts::mostCounted)
            ++m_facts.levels[facts.level];
    }
    if (m_stateIndex >= 0)
        countRaw(m_facts.statesRaw, record.cells.at(m_stateIndex));
    if (!facts.state.isEmpty())
        ++m_facts.states[facts.state];
    for (const QString &type : facts.types) {
        if (m_facts.types.contains(type) || m_facts.types.size() < LedgerFacts::mostCounted)
            ++m_facts.types[type];
    }
    for (const RowFacts::Date &date : facts.dates) {
        m_isDate[date.index] = true;
        DateFacts &known = m_facts.dates[m_plan.columns.at(date.index).name];
        const tables::Cell &cell = record.cells.at(date.index);
        if (cell.isBlank()) {
            ++known.blank;
        } else if (!date.value) {
            if (known.notADate.size() < LedgerFacts::mostDistinct)
                known.notADate.append({record.row, cell.text.left(200)});
        } else {
            tables::DateValue value = *date.value;
            if (value.time == QTime(0, 0))
                value.time = {};
            const QString text = tables::toIsoText(value);
            ++known.parsed;
            known.withTime += value.time.isValid();
            if (known.min.isEmpty() || text < known.min)
                known.min = text;
            if (known.max.isEmpty() || text > known.max)
                known.max = text;
        }
    }
    for (int i = 0; i < record.cells.size(); ++i) {
        if (!m_isDate.at(i) && !record.cells.at(i).isBlank()
            && m_distinct.at(i).size() <= LedgerFacts::mostDistinct)
            m_distinct[i].insert(qHash(tables::withoutWhiteSpace(record.cells.at(i).text), 17));
    }
}

void FactCollector::skip(int row, tables::RowKind kind)
{
    if (kind == tables::RowKind::Blank)
        return;
    ++m_facts.skipped;
    note({row, {}, {}, judged::skipped.toString(), kindText(kind)});
}

void FactCollector::note(const ImportProblem &problem)
{
    if (m_facts.problems.size() < LedgerFacts::mostProblems)
        m_facts.problems.append(problem);
    else
        ++m_facts.problemsLeftOut;
}

LedgerFacts FactCollector::finished()
{
    for (int i = 0; i < m_distinct.size(); ++i) {
        if (!m_isDate.at(i) && m_distinct.at(i).size() <= LedgerFacts::mostDistinct)
            m_facts.distinct.insert(m_plan.columns.at(i).name, int(m_distinct.at(i).size()));
    }
    return std::move(m_facts);
}

QJsonObject ledgerFactsToJson(const LedgerFacts &facts)
{
    QJsonObject mapping;
    for (const auto &[column, field] : facts.mapping)
        mapping.insert(column, field);
    QJsonObject headerFacts;
    for (auto fact = facts.headerFacts.cbegin(); fact != facts.headerFacts.cend(); ++fact)
        headerFacts.insert(fact.key(), *fact);
    QJsonObject dates;
    for (auto date = facts.dates.cbegin(); date != facts.dates.cend(); ++date)
        dates.insert(date.key(), dateToJson(*date));
    QJsonArray problems;
    for (const ImportProblem &problem : facts.problems) {
        problems.append(QJsonObject{{u"row"_s, problem.row},
                                    {u"column"_s, problem.column},
                                    {u"value"_s, problem.value},
                                    {u"action"_s, problem.action},
                                    {u"why"_s, problem.why}});
    }
    if (facts.problemsLeftOut > 0) {
        problems.append(
                QJsonObject{{u"row"_s, QJsonValue::Null},
                            {u"column"_s, QString()},
                            {u"value"_s, QString::number(facts.problemsLeftOut)},
                            {u"action"_s, judged::noted.toString()},
                            {u"why"_s,
                             QCoreApplication::translate("hazards",
                                                         "So many further judgements are not named "
                                                         "one by one.")}});
    }
    return {{u"sheet"_s, facts.sheet},
            {u"title_row"_s, rowOrNull(facts.titleRow)},
            {u"header_rows"_s, rowRange(facts.firstHeaderRow, facts.lastHeaderRow, true)},
            {u"first_data_row"_s, facts.firstDataRow},
            {u"last_data_row"_s, facts.lastDataRow},
            {u"notes_rows"_s, rowRange(facts.firstNotesRow, facts.lastNotesRow, false)},
            {u"columns"_s, QJsonArray::fromStringList(facts.columns)},
            {u"mapping"_s, mapping},
            {u"rows"_s,
             QJsonObject{{u"read"_s, facts.read},
                         {u"imported"_s, facts.imported},
                         {u"duplicates"_s, facts.duplicates},
                         {u"skipped"_s, facts.skipped},
                         {u"warned"_s, facts.warned}}},
            {u"levels"_s,
             QJsonObject{{u"raw"_s, countsToJson(facts.levelsRaw)},
                         {u"normalised"_s, countsToJson(facts.levels)}}},
            {u"states"_s,
             QJsonObject{{u"raw"_s, countsToJson(facts.statesRaw)},
                         {u"normalised"_s, countsToJson(facts.states)}}},
            {u"types"_s, countsToJson(facts.types)},
            {u"distinct"_s, countsToJson(facts.distinct)},
            {u"header_facts"_s, headerFacts},
            {u"dates"_s, dates},
            {u"problems"_s, problems}};
}

}
