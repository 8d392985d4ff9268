// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/conflicts.h"
#include "hazards/hazardcase.h"

using namespace Qt::StringLiterals;
using hazards::ConflictChoice;

// What two people did without having seen each other, and how somebody decides it.
class TestConflicts : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_plant = std::make_unique<TestPlant>();
        m_hazard = std::make_unique<HazardCase>(*m_plant);
    }

    void tellsWhoWroteWhatInWords()
    {
        describeTwice();
        const auto conflicts = open();
        QCOMPARE(conflicts.size(), 1);
        const hazards::OpenConflict &only = conflicts.constFirst();
        QCOMPARE(only.what, u"Description"_s);
        QCOMPARE(only.whoNow, u"工人丙"_s);
        QCOMPARE(only.who, u"安全甲"_s);
        QVERIFY(only.time > 0 && only.timeNow > only.time);
        QCOMPARE(only.fields.size(), 1);
        QCOMPARE(only.fields.constFirst().now, u"乙"_s);
        QCOMPARE(only.fields.constFirst().other, u"甲"_s);
        QVERIFY(only.isText);
        QCOMPARE(only.whyNotTaken, QString());
    }

    void keepsWhatStands()
    {
        describeTwice();
        OK(decide(ConflictChoice::Keep));
        QCOMPARE(m_hazard->record().text(u"description"_s), u"乙"_s);
        QVERIFY(open().isEmpty());
    }

    void takesTheOther()
    {
        describeTwice();
        const QByteArray id = open().constFirst().id;
        OK(decide(ConflictChoice::TakeOther));
        QCOMPARE(m_hazard->record().text(u"description"_s), u"甲"_s);
        QVERIFY(open().isEmpty());
        REFUSED(hazards::decideConflict(m_plant->store(), m_plant->officer, id,
                                        ConflictChoice::Keep),
                u"already decided"_s);
    }

    void makesOneTextOfTwo()
    {
        describeTwice();
        REFUSED(decide(ConflictChoice::Edit, u" "_s), u"empty"_s);
        QCOMPARE(open().size(), 1); // undecided ones stay
        OK(decide(ConflictChoice::Edit, u"甲、乙"_s));
        QCOMPARE(m_hazard->record().text(u"description"_s), u"甲、乙"_s);
    }

    void takesAParkedStepIfItLeadsOn()
    {
        m_hazard->bringTo(u"rectifying"_s);
        const store::Record seen = m_hazard->record();
        OK(hazards::suspend(m_plant->store(), m_plant->director, m_hazard->id,
                            {.reason = u"等待备件"_s, .until = u"2025-12-01"_s}));
        GET(parked,
            hazards::submit(m_plant->store(), m_plant->worker, m_hazard->id, {.measure = u"更换"_s},
                            &seen));
        QVERIFY(!parked->isTaken);
        QVERIFY(!open().constFirst().whyNotTaken.isEmpty());
        REFUSED(decide(ConflictChoice::TakeOther), u"no step leads to"_s);
        OK(hazards::resume(m_plant->store(), m_plant->director, m_hazard->id));
        OK(m_hazard->start());
        QCOMPARE(open().constFirst().whyNotTaken, QString());
        OK(decide(ConflictChoice::TakeOther));
        QCOMPARE(m_hazard->state(), u"submitted"_s);
        QCOMPARE(m_hazard->record().text(u"measure"_s), u"更换"_s);
        QCOMPARE(m_hazard->record().reference(u"rectified_by"_s), m_plant->worker);
        QVERIFY(open().isEmpty());
    }

    void aLateChangeIsTakenAsAnAmendment()
    {
        const store::Record seen = m_hazard->record();
        m_hazard->bringTo(u"closed"_s);
        OK(hazards::change(m_plant->store(), m_plant->director, m_hazard->id,
                           {{u"remark"_s, u"补充"_s}}, &seen));
        QVERIFY(!m_hazard->record().has(u"remark"_s));
        QCOMPARE(open().constFirst().kind, u"late_edit"_s);
        OK(decide(ConflictChoice::TakeOther));
        QCOMPARE(m_hazard->record().text(u"remark"_s), u"补充"_s);
    }

    void aDecisionKeepsToFourEyes()
    {
        const store::Record seen = m_hazard->record();
        m_hazard->bringTo(u"closed"_s);
        auto writer = store::Writer::begin(m_plant->store(), m_plant->worker, u"x"_s);
        OK(writer->set(u"hazard"_s, m_hazard->id, {{u"reviewer"_s, core::toText(m_plant->worker)}},
                       &seen));
        OK(writer->commit());
        REFUSED(decide(ConflictChoice::TakeOther), u"rectified it"_s);
        QCOMPARE(m_hazard->record().reference(u"reviewer"_s), m_plant->officer);
    }

private:
    void describeTwice()
    {
        const store::Record seen = m_hazard->record();
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"description"_s, u"甲"_s}}, &seen));
        OK(hazards::change(m_plant->store(), m_plant->worker, m_hazard->id,
                           {{u"description"_s, u"乙"_s}}, &seen));
    }
    QList<hazards::OpenConflict> open() const
    {
        const auto found = hazards::openConflicts(m_plant->connection(), m_plant->schema(),
                                                  m_hazard->id, m_plant->store().plant().timeZone);
        if (!found)
            qFatal("no conflicts: %s", qUtf8Printable(found.error().message));
        return *found;
    }
    core::Result<store::Receipt> decide(ConflictChoice choice, const QString &text = {}) const
    {
        return hazards::decideConflict(m_plant->store(), m_plant->manager, open().constFirst().id,
                                       choice, text);
    }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<HazardCase> m_hazard;
};

QTEST_GUILESS_MAIN(TestConflicts)
#include "tst_conflicts.moc"
