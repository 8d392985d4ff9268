// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/columnprofile.h"

#include "hazards/engine/ledgerwords.h"
#include "store/spec.h"
#include "tables/values.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace hazards {

ColumnProfile::ColumnProfile(const ColumnSample &sample, const plant::CodeBook &codes)
{
    QSet<QString> different;
    qsizetype characters = 0;
    for (const tables::Cell &cell : sample.cells) {
        const QString text = tables::cleanText(cell.text);
        ++m_count;
        characters += text.size();
        different.insert(text);
        countOrder(text);
        const bool isNumber = cell.kind == tables::CellKind::Number;
        const bool isDate = tables::parseDate(cell, false).value.has_value();
        m_dates += isDate || (isNumber && cell.number > 30'000 && cell.number < 70'000);
        m_numbers += isNumber;
        m_amounts += tables::parseAmount(cell).value.has_value();
        if (text.size() > 40)
            continue;
        const auto level = tables::parseLevel(cell);
        m_levels += level.value.has_value();
        m_grades += level.value && !level.value->grade.isEmpty();
        const bool isState = !codes.codeFor(u"hazard_state"_s, text).isEmpty();
        const bool isAnswer = words::yesOrNo(text).has_value();
        m_states += isState || isAnswer || !words::guessedState(text).isEmpty();
        m_answers += isAnswer;
        for (const QString &table : {u"accident_type"_s, u"hazard_category"_s, u"hazard_factor"_s,
                                     u"check_type"_s, u"response_colour"_s, u"hazard_state"_s}) {
            const QStringList parts =
                    table == "accident_type"_L1 ? tables::splitValues(text) : QStringList{text};
            for (const QString &part : parts) {
                if (!codes.codeFor(table, part).isEmpty()) {
                    ++m_known[table];
                    break;
                }
            }
        }
    }
    m_different = int(different.size());
    m_length = m_count > 0 ? double(characters) / m_count : 0;
}

// 17/7/2025 or 7/17/2025: what comes first is said by the days above twelve.
void ColumnProfile::countOrder(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d{1,2})[-./](\\d{1,2})[-./]\\d{4}"_s);
    const auto match = pattern.match(text);
    m_dayFirst += match.hasMatch() && match.captured(1).toInt() > 12;
    m_monthFirst += match.hasMatch() && match.captured(2).toInt() > 12;
}

DateOrder ColumnProfile::order() const
{
    if (m_dayFirst > 0 && m_monthFirst == 0)
        return DateOrder::DayFirst;
    return m_monthFirst > 0 && m_dayFirst == 0 ? DateOrder::MonthFirst : DateOrder::Unknown;
}

bool ColumnProfile::fits(const store::EntitySpec &spec, const QString &field, bool isCertain) const
{
    if (m_count == 0)
        return true;
    if (field == "state"_L1)
        return share(m_dates) < 0.5 && share(m_states) >= (isCertain ? 0.05 : 0.2);
    if (field == "grade"_L1)
        return share(m_levels) >= (isCertain ? 0.1 : 0.3);
    if (field == "measure"_L1 && known(u"hazard_state"_s) >= 0.8 && m_length <= 6)
        return false; // 整改情况 that says 已整改
    const store::FieldSpec *known_ = spec.field(field);
    switch (known_->type) {
    case store::FieldType::Date:
    case store::FieldType::Instant:
        return share(m_dates) >= (isCertain ? 0.2 : 0.5);
    case store::FieldType::Reference:
        return share(m_dates) < 0.5 && m_length <= 40
                && (field == "equipment"_L1 || share(m_numbers) < 0.5);
    case store::FieldType::Code:
        return known(known_->of) >= (isCertain ? 0.01 : 0.3);
    case store::FieldType::TextSet:
        return share(m_dates) < 0.5 && share(m_numbers) < 0.5 && m_length <= 40;
    case store::FieldType::Money:
        return share(m_amounts) >= 0.3;
    case store::FieldType::Flag:
        return share(m_answers) >= 0.5;
    case store::FieldType::Integer:
        return share(m_numbers) >= 0.5;
    case store::FieldType::Text:
    case store::FieldType::LongText:
    case store::FieldType::FileSet:
    case store::FieldType::ReferenceSet:
    case store::FieldType::Appended:
        return share(m_dates) < 0.5 && (isCertain || share(m_numbers) < 0.5);
    }
    Q_UNREACHABLE();
}

QString ColumnProfile::guess(const store::EntitySpec &spec) const
{
    if (m_count < 3)
        return {};
    const bool isHazard = spec.name == "hazard"_L1;
    if (isHazard && share(m_states) >= 0.8 && known(u"hazard_state"_s) >= 0.4 && m_different <= 12)
        return u"state"_s;
    if (isHazard && share(m_grades) >= 0.8 && m_different <= 8)
        return u"grade"_s;
    if (known(u"accident_type"_s) >= 0.6 && m_different > 1)
        return isHazard ? u"accident_types"_s : u"accident_type"_s;
    if (share(m_dates) >= 0.8)
        return isHazard ? u"found_on"_s : u"occurred_on"_s;
    if (m_length >= 12 && m_different * 2 > m_count && share(m_numbers) < 0.2)
        return u"description"_s;
    return {};
}

double ColumnProfile::guessScore() const
{
    return 10 + std::min(m_length, 200.0) / 20; // of several texts the longest is the description
}

QString ColumnProfile::ownType() const
{
    if (share(m_dates) >= 0.8)
        return u"date"_s;
    return share(m_numbers) >= 0.8 ? u"number"_s : u"text"_s;
}

}
