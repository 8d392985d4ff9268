// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgerrow.h"

#include "plant/engine/equipment.h"
#include "plant/engine/person.h"
#include "tables/values.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

QString bareName(const QString &name)
{
    static const QRegularExpression ending(u"[.。,，;；:：]+$"_s);
    return tables::withoutWhiteSpace(tables::halfWidth(name)).remove(ending).toLower();
}

}

core::Result<KnownNames> KnownNames::load(const store::Connection &connection)
{
    KnownNames names;
    auto codes = plant::CodeBook::load(connection);
    if (!codes)
        return core::passOn(codes);
    names.m_codes = std::move(*codes);
    auto areas = plant::AreaTree::load(connection);
    if (!areas)
        return core::passOn(areas);
    names.m_areas = std::move(*areas);
    plant::PersonFilter everybody;
    everybody.activeOnly = false; // a ledger names people who have left
    const auto people = plant::people(connection, everybody);
    if (!people)
        return core::passOn(people);
    for (const plant::Person &person : *people)
        names.m_people[bareName(person.name)].append(person.id);
    const auto machines = plant::equipment(connection);
    if (!machines)
        return core::passOn(machines);
    for (const plant::Equipment &machine : *machines) {
        names.m_equipment[bareName(machine.code)].append(machine.id);
        names.m_equipment[bareName(machine.name)].append(machine.id);
        names.m_equipment[bareName(machine.code + machine.name)].append(machine.id);
        names.m_equipment[bareName(machine.name + machine.code)].append(machine.id);
    }
    return names;
}

QList<QUuid> KnownNames::people(const QString &name) const
{
    return m_people.value(bareName(name));
}

QUuid KnownNames::area(const QString &name) const
{
    const plant::Area *area = m_areas.findByText(name);
    return area ? area->id : QUuid();
}

QUuid KnownNames::equipment(const QString &name) const
{
    const QList<QUuid> found = m_equipment.value(bareName(name));
    return found.size() == 1 ? found.first() : QUuid();
}

}
