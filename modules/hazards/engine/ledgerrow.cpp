// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgerrow.h"

#include "hazards/engine/ledgerplace.h"
#include "hazards/engine/ledgerwords.h"
#include "store/spec.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

bool isDateField(const store::FieldSpec *field)
{
    return field
            && (field->type == store::FieldType::Date || field->type == store::FieldType::Instant);
}

}

QString contentHash(const ImportPlan &plan, const tables::Record &record)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qsizetype i = 0; i < record.cells.size(); ++i) {
        const ColumnPlan &column = plan.columns.at(i);
        const tables::Cell &cell = record.cells.at(i);
        if (column.isNumber)
            continue;
        // The same ledger saved in another format: 2020/5/24 and a date cell are one day.
        QString text = tables::cleanText(cell.text);
        if (cell.kind == tables::CellKind::Date || column.isDateHeading) {
            if (const auto date = tables::parseDate(cell, true); date.value)
                text = tables::toIsoText(*date.value);
        }
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\x1F", 1));
    }
    return QString::fromLatin1(hash.result().left(16).toHex());
}

RowReader::RowReader(const ImportPlan &plan, const store::EntitySpec &spec, const KnownNames &names,
                     const QByteArray &timeZone)
    : m_plan(plan)
    , m_spec(spec)
    , m_names(names)
    , m_timeZone(timeZone)
{
    for (int i = 0; i < plan.columns.size(); ++i)
        m_indexOf.insert(plan.columns.at(i).field, i);
    for (const QString &field : {u"completed_on"_s, u"reviewed_on"_s, u"closed_on"_s}) {
        const int index = m_indexOf.value(field, -1);
        m_hasDoneDays = m_hasDoneDays || (index >= 0 && plan.columns.at(index).blankless > 0);
    }
}

DraftRow RowReader::read(const tables::Record &record)
{
    DraftRow draft;
    draft.row = record.row;
    draft.hash = contentHash(m_plan, record);
    // Dates first: codes are those that held on the day.
    for (const bool dates : {true, false}) {
        for (const HeaderColumn &header : m_plan.headerColumns) {
            const store::FieldSpec *field = m_spec.field(header.column.field);
            if (isDateField(field) == dates)
                readHeaderColumn(header, field, draft);
        }
        for (int i = 0; i < m_plan.columns.size(); ++i) {
            const ColumnPlan &column = m_plan.columns.at(i);
            const store::FieldSpec *field = m_spec.field(column.field);
            if (isDateField(field) != dates || column.field == "state"_L1)
                continue;
            Place place{record.cells.at(i), column, field, draft};
            if (isDateField(field) || (!field && column.type == "date"_L1))
                draft.facts.dates.append(RowFacts::Date{i, std::nullopt});
            if (!place.cell.isBlank())
                readCell(place);
        }
    }
    nameBlanks(draft, record);
    if (m_spec.workflow)
        decideState(draft, record);
    compareDates(draft);
    return draft;
}

void RowReader::readCell(Place &place)
{
    if (!place.field)
        return readOwnField(place);
    if (place.column.field == "grade"_L1)
        return readGrade(place);
    switch (place.field->type) {
    case store::FieldType::Date:
    case store::FieldType::Instant:
        return readDate(place);
    case store::FieldType::Reference:
        if (place.field->of == "person"_L1)
            return readPerson(place);
        return place.field->of == "area"_L1 ? readUnit(place) : readEquipment(place);
    case store::FieldType::Code:
        return readCode(place);
    case store::FieldType::TextSet:
        return readTypes(place);
    case store::FieldType::Money:
    case store::FieldType::Integer:
        return readAmount(place);
    case store::FieldType::Flag:
        return readFlag(place);
    case store::FieldType::Text:
    case store::FieldType::LongText:
        return place.column.field.endsWith("level"_L1) ? readLevel(place) : readText(place);
    case store::FieldType::ReferenceSet:
    case store::FieldType::FileSet:
    case store::FieldType::Appended:
        return readOwnField(place);
    }
}

void RowReader::tell(Place &place, QStringView action, const QString &why)
{
    place.draft.problems.append({place.draft.row, place.column.name,
                                 tables::cleanText(place.cell.text), action.toString(), why});
}

bool RowReader::tellOnce(Place &place, QStringView action, const QString &why)
{
    constexpr qsizetype mostTold = 20'000;
    const QString key = place.column.name + u'\x1F' + tables::cleanText(place.cell.text);
    if (m_told.contains(key))
        return false;
    if (m_told.size() < mostTold)
        m_told.insert(key);
    tell(place, action, why);
    return true;
}

void RowReader::keepRaw(Place &place)
{
    place.draft.values.insert(place.column.aside, tables::cleanText(place.cell.text));
}

void RowReader::setAside(Place &place, const QString &why)
{
    keepRaw(place);
    tell(place, judged::aside, why);
}

// What a value that does not belong into its column is; empty if nothing is to be said.
QString RowReader::whatElse(const Place &place) const
{
    const QString text = tables::cleanText(place.cell.text);
    if (!isDateField(place.field) && words::couldBeDate(place.cell)
        && tables::parseDate(place.cell, false).value)
        return QCoreApplication::translate(
                "hazards", "A date stands in a column that holds none. It was not moved.");
    if (text.size() > 24)
        return {};
    if (!codeFor(u"hazard_state"_s, text).isEmpty())
        return QCoreApplication::translate(
                "hazards", "A state stands in a column that holds none. It was not moved.");
    const auto level = tables::parseLevel(place.cell);
    if (place.cell.kind == tables::CellKind::Text && level.value && !level.value->grade.isEmpty())
        return QCoreApplication::translate(
                "hazards", "A level stands in a column that holds none. It was not moved.");
    return {};
}

void RowReader::readDate(Place &place)
{
    tables::Judged<tables::DateValue> date = dateOf(place);
    place.draft.facts.dates.last().value = date.value;
    if (!date.value && place.column.field == "deadline"_L1)
        date = deadlineInWords(place);
    if (!date.value) {
        const QString other = whatElse(place);
        setAside(place, other.isEmpty() ? date.reason : other);
        return;
    }
    place.draft.days.insert(place.column.field, date.value->date);
    const QString day = date.value->date.toString(Qt::ISODate);
    const bool hasTime = date.value->time.isValid() && date.value->time != QTime(0, 0);
    if (hasTime && place.field->type == store::FieldType::Instant)
        place.draft.values.insert(place.column.field, instantOf(*date.value, m_timeZone));
    else
        place.draft.values.insert(place.column.field, day);
    if (hasTime)
        keepRaw(place);
    if (!date.judged)
        return;
    keepRaw(place);
    // What is true of a whole column (serial numbers, the year last) is said once.
    const bool isOfColumn = place.cell.kind == tables::CellKind::Number
            || !date.reason.contains(tables::halfWidth(tables::cleanText(place.cell.text)));
    const QString key = place.column.name + u'\x1F'
            + (place.cell.kind == tables::CellKind::Number ? QString() : date.reason);
    if (!isOfColumn || !m_told.contains(key))
        tell(place, judged::taken, date.reason);
    if (isOfColumn)
        m_told.insert(key);
}

void RowReader::readText(Place &place)
{
    place.draft.values.insert(place.column.field, tables::cleanText(place.cell.text));
    if (place.column.dates < 0.2 && words::couldBeDate(place.cell)
        && tables::parseDate(place.cell, false).value)
        tell(place, judged::noted,
             QCoreApplication::translate("hazards", "A date stands in a column of texts."));
}

void RowReader::readOwnField(Place &place)
{
    keepRaw(place);
    if (place.column.type == "date"_L1) {
        const auto date = dateOf(place);
        place.draft.facts.dates.last().value = date.value;
        if (date.value)
            place.draft.values.insert(place.column.aside, tables::toIsoText(*date.value));
        else
            tell(place, judged::noted, date.reason);
    } else if (place.column.dates < 0.2 && words::couldBeDate(place.cell)
               && tables::parseDate(place.cell, false).value) {
        tell(place, judged::noted,
             QCoreApplication::translate(
                     "hazards", "A date stands in a column that holds none. It was not moved."));
    }
}

void RowReader::readAmount(Place &place)
{
    const auto amount = tables::parseAmount(place.cell);
    const bool isMoney = place.field->type == store::FieldType::Money;
    constexpr double most = 9e12; // in cents far below 2^53
    if (!amount.value || *amount.value < -most || *amount.value > most) {
        setAside(place,
                 amount.value ? QCoreApplication::translate("hazards", "The amount is too large.")
                              : amount.reason);
        return;
    }
    const bool isTenThousands = place.column.name.contains(u"万元"_s)
            && !place.cell.text.contains(u'元') && !place.cell.text.contains(u'万');
    const double value =
            *amount.value * (isMoney ? 100 : 1) * (isMoney && isTenThousands ? 1e4 : 1);
    place.draft.values.insert(place.column.field, qRound64(value));
    if (amount.judged) {
        keepRaw(place);
        tell(place, judged::taken, amount.reason);
    }
}

void RowReader::readFlag(Place &place)
{
    const auto answer = words::yesOrNo(place.cell.text);
    if (answer)
        place.draft.values.insert(place.column.field, *answer ? 1 : 0);
    else
        setAside(place, QCoreApplication::translate("hazards", "This is neither yes nor no."));
}

QString RowReader::codeFor(const QString &table, const QString &word, const QDate &day) const
{
    constexpr qsizetype mostKept = 20'000;
    const QString key = table + u'\x1F' + word + u'\x1F' + QString::number(day.toJulianDay());
    const auto known = m_codes.constFind(key);
    if (known != m_codes.cend())
        return *known;
    const QString code = m_names.codes().codeFor(table, word, day);
    if (word.size() < 200 && m_codes.size() < mostKept)
        m_codes.insert(key, code);
    return code;
}

QString RowReader::columnOf(const QString &field) const
{
    const int index = m_indexOf.value(field, -1);
    return index < 0 ? QString() : m_plan.columns.at(index).name;
}

void RowReader::nameBlanks(DraftRow &draft, const tables::Record &record)
{
    static const QStringList important{u"description"_s, u"found_on"_s,   u"occurred_on"_s,
                                       u"grade"_s,       u"deadline"_s,   u"accident_types"_s,
                                       u"measure"_s,     u"place_text"_s, u"level"_s};
    for (const QString &field : important) {
        const int index = m_indexOf.value(field, -1);
        // A column that is mostly empty has nothing missing.
        if (index < 0 || m_plan.columns.at(index).blankless < 0.5
            || !record.cells.at(index).isBlank())
            continue;
        Place place{record.cells.at(index), m_plan.columns.at(index), m_spec.field(field), draft};
        tell(place, judged::blank,
             QCoreApplication::translate("hazards",
                                         "The cell is blank, while most rows have a value."));
    }
}

}
