// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/incident.h"
#include "support/expectations.h"
#include "support/testplant.h"

using namespace Qt::StringLiterals;

class TestIncident : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_plant = std::make_unique<TestPlant>(); }

    void keepsAnAccidentAndReadsItBack()
    {
        OK(hazards::addIncident(m_plant->store(), m_plant->officer,
                                {.occurredOn = u"2016-01-02"_s,
                                 .area = m_plant->team,
                                 .place = u"Local_02"_s,
                                 .level = u"I"_s,
                                 .potentialLevel = u"IV"_s,
                                 .injuredParty = u"Employee"_s,
                                 .criticalRisk = u"Pressurized Systems"_s,
                                 .description = u"Uncoupled piping"_s}));
        GET(rows, hazards::findIncidentRows(m_plant->connection()));
        GET(page, hazards::fetchIncidents(m_plant->connection(), *rows));
        QCOMPARE(page->size(), 1);
        QCOMPARE(page->first().number, u"AC-2016-00001"_s);
        QCOMPARE(page->first().areaPath, u"厂区 / 一车间 / 冲压班"_s);
        QCOMPARE(page->first().potentialLevel, u"IV"_s);
        QCOMPARE(page->first().source, u"desk"_s);
    }

    void filtersByDayLevelAndText()
    {
        for (int day = 1; day <= 9; ++day)
            OK(hazards::addIncident(m_plant->store(), m_plant->officer,
                                    {.occurredOn = u"2025-05-0%1"_s.arg(day),
                                     .level = day % 2 ? u"I"_s : u"II"_s,
                                     .description = u"叉车刮擦%1"_s.arg(day)}));
        const auto number = [this](const hazards::IncidentFilter &filter) {
            return hazards::findIncidentRows(m_plant->connection(), filter)->size();
        };
        QCOMPARE(number({}), 9);
        QCOMPARE(number({.from = {2025, 5, 3}, .to = {2025, 5, 5}}), 3);
        QCOMPARE(number({.level = u"II"_s}), 4);
        QCOMPARE(number({.text = u"刮擦7"_s}), 1);
        GET(rows, hazards::findIncidentRows(m_plant->connection(), {}, 2));
        GET(page, hazards::fetchIncidents(m_plant->connection(), *rows));
        QCOMPARE(page->first().occurredOn, u"2025-05-09"_s);
        QCOMPARE(page->size(), 2);
    }

    void refusesAnAccidentWithoutDayOrDescription()
    {
        REFUSED(hazards::addIncident(m_plant->store(), m_plant->officer,
                                     {.occurredOn = u"2025-05-01"_s}),
                u"description is empty"_s);
        REFUSED(hazards::addIncident(m_plant->store(), m_plant->officer, {.description = u"x"_s}),
                u"not a day"_s);
    }

private:
    std::unique_ptr<TestPlant> m_plant;
};

QTEST_GUILESS_MAIN(TestIncident)
#include "tst_incident.moc"
