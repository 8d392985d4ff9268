// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a ledger row that name something: people, units, grades, types, codes.
#include "hazards/engine/ledgerplace.h"
#include "hazards/engine/ledgerwords.h"
#include "store/spec.h"

#include "core/clock.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

// The field that takes a name nobody is known by.
QString textTwin(const QString &field)
{
    static const QHash<QString, QString> twins{{u"found_by"_s, u"found_by_text"_s},
                                               {u"responsible"_s, u"responsible_text"_s},
                                               {u"reviewer"_s, u"reviewer_text"_s},
                                               {u"supervisor"_s, u"supervisor_text"_s},
                                               {u"responsible_area"_s, u"responsible_unit_text"_s}};
    return twins.value(field);
}

bool isLabelOf(const plant::CodeBook &codes, const QString &table, const QString &code,
               const QString &text)
{
    const plant::Code *row = codes.find(table, code);
    return row && (row->labelZh == text || row->labelEn == text || row->code == text);
}

}

QString instantOf(const tables::DateValue &moment, const QByteArray &timeZone)
{
    const QDateTime local(moment.date, moment.time, QTimeZone(timeZone));
    return core::toInstantText(local.toMSecsSinceEpoch());
}

void RowReader::keepName(Place &place, const QString &name)
{
    const QString twin = textTwin(place.column.field);
    if (!twin.isEmpty() && m_spec.field(twin) && !m_indexOf.contains(twin))
        place.draft.values.insert(twin, name);
    else
        keepRaw(place);
}

void RowReader::readPerson(Place &place)
{
    if (words::couldBeDate(place.cell) && tables::parseDate(place.cell, false).value) {
        setAside(place, whatElse(place));
        return;
    }
    const QStringList people = tables::splitPeople(place.cell.text).value.value_or(QStringList());
    QList<QUuid> known;
    bool isDoubtful = false;
    bool isNone = false;
    for (const QString &name : people) {
        const QList<QUuid> ids = m_names.people(name);
        if (ids.size() == 1)
            known.append(ids.first());
        isDoubtful = isDoubtful || ids.size() > 1;
        isNone = isNone || (ids.isEmpty() && words::namesNoPerson(name));
    }
    if (!known.isEmpty())
        place.draft.values.insert(place.column.field, core::toText(known.first()));
    const bool isOnePerson = people.size() == 1 && known.size() == 1;
    if (isOnePerson)
        return;
    keepName(place, tables::cleanText(place.cell.text));
    if (isNone && place.column.field != "supervisor"_L1) {
        const QString what = whatElse(place);
        tell(place, judged::asText,
             what.isEmpty() ? QCoreApplication::translate(
                     "hazards", "This names no person. It is kept as text.")
                            : what);
    } else if (isDoubtful) {
        tellOnce(place, judged::asText,
                 QCoreApplication::translate(
                         "hazards",
                         "Several people of this plant have this name. It is kept as text."));
    } else if (!known.isEmpty()) {
        tellOnce(place, judged::taken,
                 QCoreApplication::translate(
                         "hazards",
                         "Several people are named. The first one known to the plant was entered, "
                         "all names are kept as text."));
    } else {
        tellOnce(place, judged::asText,
                 QCoreApplication::translate(
                         "hazards",
                         "Nobody of this name is known to the plant. It is kept as text, here and "
                         "in further rows."));
    }
}

void RowReader::readUnit(Place &place)
{
    const QString name = tables::cleanText(place.cell.text);
    if (words::couldBeDate(place.cell) && tables::parseDate(place.cell, false).value) {
        setAside(place, whatElse(place));
        return;
    }
    const QUuid area = m_names.area(name);
    if (!area.isNull()) {
        place.draft.values.insert(place.column.field, core::toText(area));
        return;
    }
    const bool isPlace = place.column.field == "area"_L1 && !m_indexOf.contains(u"place_text"_s);
    if (isPlace)
        place.draft.values.insert(u"place_text"_s, name);
    else
        keepName(place, name);
    tellOnce(place, judged::asText,
             QCoreApplication::translate(
                     "hazards",
                     "No area of the plant has this name. It is kept as text, here and in further "
                     "rows."));
}

void RowReader::readEquipment(Place &place)
{
    const QUuid machine = m_names.equipment(place.cell.text);
    if (!machine.isNull()) {
        place.draft.values.insert(place.column.field, core::toText(machine));
        return;
    }
    keepRaw(place);
    tellOnce(place, judged::aside,
             QCoreApplication::translate(
                     "hazards",
                     "No equipment of the plant has this code or name. It is kept in a field of "
                     "its own, here and in further rows."));
}

void RowReader::readGrade(Place &place)
{
    const QString text = tables::cleanText(place.cell.text);
    const auto level = tables::parseLevel(place.cell);
    QString code = codeFor(u"hazard_grade"_s, text);
    if (!level.value && code.isEmpty()) {
        const QString what = whatElse(place);
        place.draft.facts.level = text;
        setAside(place, what.isEmpty() ? level.reason : what);
        return;
    }
    QString word = level.value ? level.value->grade : QString();
    const int number = level.value ? level.value->number : 0;
    const QString meant = m_plan.scale.words.value(number);
    if (!m_plan.scale.isEmpty() && number > 0 && meant.isEmpty()) {
        place.draft.facts.level = QString::number(number);
        setAside(place,
                 QCoreApplication::translate(
                         "hazards",
                         "The level %1 is none of those that the ledger itself defines (%2 to %3).")
                         .arg(number)
                         .arg(m_plan.scale.words.firstKey())
                         .arg(m_plan.scale.words.lastKey()));
        return;
    }
    if (word.isEmpty())
        word = meant;
    if (code.isEmpty() && !word.isEmpty()) {
        const bool isMajor = word.contains(u"重大"_s) || word == u"特大"_s || word == "major"_L1;
        code = isMajor ? u"major"_s : u"general"_s;
    }
    place.draft.facts.level = number > 0 ? QString::number(number) : code;
    if (code.isEmpty()) {
        keepRaw(place);
        tellOnce(place, judged::aside,
                 QCoreApplication::translate(
                         "hazards",
                         "The ledger does not say what level %1 means. The grade is left blank, "
                         "here and in further rows.")
                         .arg(number));
        return;
    }
    place.draft.values.insert(u"grade"_s, code);
    if (isLabelOf(m_names.codes(), u"hazard_grade"_s, code, text))
        return;
    keepRaw(place);
    const bool isLegalWord = word.isEmpty() || word == u"一般"_s || word.contains(u"重大"_s);
    if (!meant.isEmpty() && level.value->grade.isEmpty()) {
        tellOnce(place, judged::taken,
                 QCoreApplication::translate(
                         "hazards",
                         "The ledger says that level %1 means “%2”; it was taken for the grade "
                         "“%3”, here and in further rows.")
                         .arg(number)
                         .arg(meant, m_names.codes().label(u"hazard_grade"_s, code)));
    } else if (isLegalWord && level.judged) {
        tellOnce(place, judged::taken, level.reason);
    } else if (!isLegalWord) {
        tellOnce(place, judged::taken,
                 QCoreApplication::translate(
                         "hazards",
                         "The law knows general and major hazards; this was taken for “%1”, here "
                         "and in further rows.")
                         .arg(m_names.codes().label(u"hazard_grade"_s, code)));
    }
}

// The level of an accident stays as the source has it.
void RowReader::readLevel(Place &place)
{
    place.draft.values.insert(place.column.field, tables::cleanText(place.cell.text));
    const auto level = tables::parseLevel(place.cell);
    const QString normalised =
            level.value ? level.value->normalised() : tables::cleanText(place.cell.text);
    if (place.column.field == "level"_L1)
        place.draft.facts.level = normalised;
    if (level.value && level.value->number > 0)
        place.draft.levels.insert(place.column.field, level.value->number);
}

void RowReader::readCode(Place &place)
{
    const QString text = tables::cleanText(place.cell.text);
    const QString table = place.field->of;
    const QString code = codeFor(table, text, place.draft.day());
    if (place.column.field == "accident_type"_L1)
        place.draft.facts.types = tables::splitValues(text);
    if (code.isEmpty() || !m_names.codes().find(table, code)) {
        keepRaw(place);
        const QString what = whatElse(place);
        if (what.isEmpty()) {
            tellOnce(place, judged::aside,
                     QCoreApplication::translate(
                             "hazards",
                             "The reference table of this field has no such word. It is kept in a "
                             "field of its own, here and in further rows."));
        } else {
            tell(place, judged::aside, what);
        }
        return;
    }
    place.draft.values.insert(place.column.field, code);
    if (!isLabelOf(m_names.codes(), table, code, text))
        keepRaw(place);
}

void RowReader::readTypes(Place &place)
{
    const QString text = tables::cleanText(place.cell.text);
    const QString table = u"accident_type"_s;
    const QStringList parts = tables::splitValues(text);
    place.draft.facts.types = parts;
    QStringList members;
    if (const QString whole = codeFor(table, text, place.draft.day()); !whole.isEmpty()) {
        members = {whole};
    } else {
        const bool isWord = std::any_of(parts.cbegin(), parts.cend(), [&](const QString &part) {
            return !codeFor(table, part, place.draft.day()).isEmpty();
        });
        if (const QString what = whatElse(place); !isWord && !what.isEmpty()) {
            setAside(place, what);
            return;
        }
        QStringList strange;
        for (const QString &part : parts) {
            const QString code = codeFor(table, part, place.draft.day());
            if (code.isEmpty())
                strange += part;
            const QString member = code.isEmpty() ? part : code;
            if (!members.contains(member))
                members += member;
        }
        if (!strange.isEmpty()) {
            tellOnce(place, judged::asText,
                     QCoreApplication::translate(
                             "hazards",
                             "No accident type in force on that day is called “%1”. The word is "
                             "kept as it stands, here and in further rows.")
                             .arg(strange.join(u"、"_s)));
        }
    }
    place.draft.values.insert(place.column.field, QJsonArray::fromStringList(members));
    if (members.size() != 1
        || (members.first() != text && !isLabelOf(m_names.codes(), table, members.first(), text)))
        keepRaw(place);
}

}
