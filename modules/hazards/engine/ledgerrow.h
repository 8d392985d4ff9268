// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/ledgerfacts.h"
#include "hazards/engine/ledgerimport.h"
#include "plant/engine/area.h"
#include "plant/engine/codes.h"
#include "store/op.h"

#include <QHash>

namespace store {
class Connection;
class Store;
struct EntitySpec;
struct FieldSpec;
}

namespace hazards {

// People, areas, equipment and codes of a plant, found by the words of a ledger.
class KnownNames
{
public:
    static core::Result<KnownNames> load(const store::Connection &connection);

    QList<QUuid> people(const QString &name) const;
    QUuid area(const QString &name) const;
    QUuid equipment(const QString &name) const; // null if none or several
    const plant::CodeBook &codes() const { return m_codes; }

private:
    plant::CodeBook m_codes;
    plant::AreaTree m_areas;
    QHash<QString, QList<QUuid>> m_people;
    QHash<QString, QList<QUuid>> m_equipment;
};

// One row of a ledger as the record it becomes.
struct DraftRow {
    int row = 0;
    store::Values values;
    QString state; // empty for records without steps
    QString hash;  // of the content without the running number
    QList<ImportProblem> problems;
    RowFacts facts;
    QHash<QString, QDate> days; // of the date fields
    QHash<QString, int> levels; // of the level fields of an accident

    QDate day() const
    {
        return days.value(QStringLiteral("found_on"), days.value(QStringLiteral("occurred_on")));
    }
};

class RowReader
{
public:
    RowReader(const ImportPlan &plan, const store::EntitySpec &spec, const KnownNames &names,
              const QByteArray &timeZone);
    DraftRow read(const tables::Record &record);

private:
    struct Place; // a cell, its column and the row it goes into
    void readCell(Place &place);
    void readDate(Place &place);
    void readPerson(Place &place);
    void readUnit(Place &place);
    void readEquipment(Place &place);
    void readGrade(Place &place);
    void readLevel(Place &place);
    void readCode(Place &place);
    void readTypes(Place &place);
    void readAmount(Place &place);
    void readFlag(Place &place);
    void readText(Place &place);
    void readHeaderColumn(const HeaderColumn &header, const store::FieldSpec *field,
                          DraftRow &draft);
    tables::Judged<tables::DateValue> dateOf(const Place &place) const;
    tables::Judged<tables::DateValue> deadlineInWords(const Place &place) const;
    void readOwnField(Place &place);
    void keepRaw(Place &place);
    void keepName(Place &place, const QString &name);
    void setAside(Place &place, const QString &why);
    void tell(Place &place, QStringView action, const QString &why);
    bool tellOnce(Place &place, QStringView action, const QString &why);
    QString whatElse(const Place &place) const; // what a value in the wrong column is
    void decideState(DraftRow &draft, const tables::Record &record);
    QString derivedState(const DraftRow &draft) const;
    void compareDates(DraftRow &draft);
    void nameBlanks(DraftRow &draft, const tables::Record &record);
    QString columnOf(const QString &field) const;
    QString codeFor(const QString &table, const QString &word, const QDate &day = {}) const;

    const ImportPlan &m_plan;
    const store::EntitySpec &m_spec;
    const KnownNames &m_names;
    QByteArray m_timeZone;
    QHash<QString, int> m_indexOf; // field -> column of the plan
    bool m_hasDoneDays = false;    // some row says when it was completed, reviewed or closed
    mutable QHash<QString, QString> m_codes; // what codeFor found: ledgers repeat themselves
    QSet<QString> m_told;                    // column and value of what is said once
};

QString contentHash(const ImportPlan &plan, const tables::Record &record);

}
