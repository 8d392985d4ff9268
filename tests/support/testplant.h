// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazardspecs.h"
#include "plant/engine/area.h"
#include "plant/engine/equipment.h"
#include "plant/engine/person.h"
#include "plant/engine/plantspecs.h"
#include "store/spec.h"
#include "support/teststore.h"

// A store with a workshop of two teams, five people and a press.
class TestPlant
{
public:
    TestPlant()
        : m_schema(makeSchema())
        , m_store(m_schema)
    {
        using namespace Qt::StringLiterals;
        auto writer = store::Writer::begin(m_store.store(), {}, u"Plant"_s);
        Q_ASSERT(writer);
        plant = must(plant::addArea(*writer, {.kind = u"plant"_s, .name = u"厂区"_s}));
        workshop = must(plant::addArea(
                *writer,
                {.parent = plant, .kind = u"workshop"_s, .name = u"一车间"_s, .code = u"W1"_s}));
        team = must(plant::addArea(
                *writer, {.parent = workshop, .kind = u"team"_s, .name = u"冲压班"_s, .order = 2}));
        otherTeam = must(plant::addArea(
                *writer, {.parent = workshop, .kind = u"team"_s, .name = u"焊接班"_s, .order = 1}));
        officer = person(*writer, u"安全甲"_s, u"officer"_s, u"safety_officer"_s, workshop);
        leader = person(*writer, u"班长乙"_s, u"leader"_s, u"team_leader"_s, team);
        worker = person(*writer, u"工人丙"_s, u"worker"_s, u"worker"_s, team);
        director = person(*writer, u"主任丁"_s, u"director"_s, u"workshop_director"_s, workshop);
        manager = person(*writer, u"厂长戊"_s, u"manager"_s, u"plant_manager"_s, plant);
        press = must(plant::addEquipment(*writer,
                                         {.code = u"P-01"_s,
                                          .name = u"冲床"_s,
                                          .type = u"JH21-80"_s,
                                          .area = team,
                                          .location = u"3号位"_s,
                                          .riskLevel = u"yellow"_s,
                                          .responsible = leader}));
        const bool isSaved = bool(writer->commit());
        Q_ASSERT(isSaved);
        Q_UNUSED(isSaved)
    }

    store::Store &store() { return m_store.store(); }
    const store::Schema &schema() const { return m_schema; }
    core::ManualClock &clock() { return m_store.clock(); }
    store::Connection connection() { return must(m_store.store().connect()); }

    QUuid plant;
    QUuid workshop;
    QUuid team;
    QUuid otherTeam;
    QUuid officer;
    QUuid leader;
    QUuid worker;
    QUuid director;
    QUuid manager;
    QUuid press;

private:
    static store::Schema makeSchema()
    {
        store::Schema schema;
        plant::addSpecs(schema);
        hazards::addSpecs(schema);
        return schema;
    }

    template<typename T>
    static T must(core::Result<T> result)
    {
        if (!result)
            qFatal("no test plant: %s (%s)", qUtf8Printable(result.error().message),
                   qUtf8Printable(result.error().detail));
        return std::move(*result);
    }

    static QUuid person(store::Writer &writer, const QString &name, const QString &login,
                        const QString &role, const QUuid &area)
    {
        return must(plant::addPerson(writer,
                                     {.name = name, .login = login, .area = area, .role = role}));
    }

    store::Schema m_schema;
    TestStore m_store;
};
