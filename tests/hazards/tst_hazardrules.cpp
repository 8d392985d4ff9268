// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/hazardcase.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

class TestHazardRules : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_plant = std::make_unique<TestPlant>();
        m_hazard = std::make_unique<HazardCase>(*m_plant);
    }

    void knowsTheDayAtThePlant()
    {
        const qint64 evening = QDateTime({2025, 10, 9}, {17, 0}, Qt::UTC).toMSecsSinceEpoch();
        QCOMPARE(hazards::momentAt(evening, "Asia/Shanghai").today, u"2025-10-10"_s);
        QCOMPARE(hazards::momentAt(evening, "America/Lima").today, u"2025-10-09"_s);
        QCOMPARE(hazards::momentAt(evening, "Asia/Shanghai").now, u"2025-10-09T17:00:00.000Z"_s);
    }

    void saysWhatIsOverdue_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("deadline");
        QTest::addColumn<QString>("nowAtThePlant"); // +08:00
        QTest::addColumn<bool>("isOverdue");
        const QString day = u"2025-10-09"_s;
        QTest::newRow("last minute of the day")
                << u"dispatched"_s << day << u"2025-10-09T23:59:59"_s << false;
        QTest::newRow("24:00") << u"dispatched"_s << day << u"2025-10-10T00:00:00"_s << true;
        QTest::newRow("day before") << u"dispatched"_s << day << u"2025-10-08T08:00:00"_s << false;
        QTest::newRow("instant, a moment before")
                << u"rectifying"_s << u"2025-10-09T08:00:00.000Z"_s << u"2025-10-09T16:00:00"_s
                << false;
        QTest::newRow("instant, a second after") << u"rectifying"_s << u"2025-10-09T08:00:00.000Z"_s
                                                 << u"2025-10-09T16:00:01"_s << true;
        const QString after = u"2025-10-11T08:00:00"_s;
        QTest::newRow("to be reviewed counts") << u"submitted"_s << day << after << true;
        QTest::newRow("second review counts") << u"second_review"_s << day << after << true;
        QTest::newRow("returned counts") << u"returned"_s << day << after << true;
        QTest::newRow("extended deadline over") << u"suspended"_s << day << after << true;
        QTest::newRow("draft") << u"draft"_s << day << after << false;
        QTest::newRow("closed") << u"closed"_s << day << after << false;
        QTest::newRow("archived") << u"archived"_s << day << after << false;
        QTest::newRow("merged") << u"merged"_s << day << after << false;
        QTest::newRow("rejected") << u"rejected"_s << day << after << false;
        QTest::newRow("no deadline") << u"dispatched"_s << QString() << after << false;
    }
    void saysWhatIsOverdue()
    {
        QFETCH(QString, state);
        QFETCH(QString, deadline);
        QFETCH(QString, nowAtThePlant);
        QFETCH(bool, isOverdue);
        const qint64 now =
                QDateTime::fromString(nowAtThePlant + u"+08:00"_s, Qt::ISODate).toMSecsSinceEpoch();
        QCOMPARE(hazards::isOverdue(state, deadline, hazards::momentAt(now, "Asia/Shanghai")),
                 isOverdue);
    }

    void offersTheStepsFromWhereItStands_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QStringList>("steps");
        QTest::newRow("reported") << u"reported"_s
                                  << QStringList{u"grade"_s, u"reject"_s, u"merge"_s};
        QTest::newRow("graded") << u"graded"_s
                                << QStringList{u"dispatch"_s, u"reject"_s, u"merge"_s};
        QTest::newRow("dispatched")
                << u"dispatched"_s << QStringList{u"start"_s, u"merge"_s, u"suspend"_s};
        QTest::newRow("rectifying") << u"rectifying"_s << QStringList{u"submit"_s, u"suspend"_s};
        QTest::newRow("submitted") << u"submitted"_s << QStringList{u"review"_s};
        QTest::newRow("closed") << u"closed"_s << QStringList{u"archive"_s};
    }
    void offersTheStepsFromWhereItStands()
    {
        QFETCH(QString, state);
        QFETCH(QStringList, steps);
        m_hazard->bringTo(state);
        QStringList offered;
        for (const auto &row :
             hazards::availableSteps(m_plant->schema(), m_hazard->record(), m_plant->officer)) {
            QVERIFY2(row.isPossible, qUtf8Printable(row.whyNot));
            offered.append(hazards::stepKey(row.step));
        }
        QCOMPARE(offered, steps);
    }

    void saysWhyAMajorHazardCannotStart()
    {
        OK(m_hazard->grade(u"major"_s));
        OK(m_hazard->dispatch());
        m_hazard->settlePlan({u"five_measures"_s, u"five_responsibility"_s, u"five_funds"_s});
        const auto row = hazards::availableSteps(m_plant->schema(), m_hazard->record()).first();
        QCOMPARE(row.step, hazards::Step::Start);
        QVERIFY(!row.isPossible);
        QVERIFY2(row.whyNot.endsWith(
                         u"Still missing: Time limit settled, Emergency plan settled."_s),
                 qUtf8Printable(row.whyNot));
        m_hazard->settlePlan();
        QVERIFY(hazards::availableSteps(m_plant->schema(), m_hazard->record()).first().isPossible);
    }

    void saysWhyOneCannotReviewOnesOwnWork()
    {
        m_hazard->bringTo(u"submitted"_s);
        const auto whyNot = [this](const QUuid &actor) {
            return hazards::availableSteps(m_plant->schema(), m_hazard->record(), actor)
                    .first()
                    .whyNot;
        };
        QVERIFY(whyNot(m_plant->worker).contains(u"rectified this hazard yourself"_s));
        QVERIFY(whyNot(m_plant->leader).contains(u"responsible"_s));
        QCOMPARE(whyNot(m_plant->officer), QString());
        QCOMPARE(whyNot({}), QString());
    }

    void offersNothingOnADeletedHazard()
    {
        OK(hazards::voidHazard(m_plant->store(), m_plant->officer, m_hazard->id, u"x"_s));
        QVERIFY(hazards::availableSteps(m_plant->schema(), m_hazard->record()).isEmpty());
    }

    void guardsEveryWayToASubmittedHazardBeingClosed()
    {
        // The reducer holds the same line as the engine, whoever writes the operation.
        m_hazard->bringTo(u"submitted"_s);
        GET(writer, store::Writer::begin(m_plant->store(), m_plant->worker, u"forged"_s));
        OK(writer->move(u"hazard"_s, m_hazard->id, u"closed"_s,
                        {{u"reviewer"_s, core::toText(m_plant->worker)},
                         {u"reviewed_on"_s, u"2025-10-09"_s}}));
        OK(writer->commit());
        QCOMPARE(m_hazard->state(), u"submitted"_s);
        QCOMPARE(m_hazard->record().openConflicts, 1);
    }

    void reachesEveryStateAndLeavesEveryOpenOne()
    {
        const store::Workflow &flow = *m_plant->schema().find(u"hazard"_s)->workflow;
        QSet<QString> reached{flow.initial};
        for (bool isGrowing = true; isGrowing;) {
            isGrowing = false;
            for (const store::StepSpec &step : flow.steps) {
                QVERIFY(flow.state(step.from) && flow.state(step.to));
                if (reached.contains(step.from) && !reached.contains(step.to)) {
                    reached.insert(step.to);
                    isGrowing = true;
                }
            }
        }
        for (const store::StateSpec &state : flow.states) {
            QVERIFY2(reached.contains(state.key), qUtf8Printable(state.key));
            const bool isLeft =
                    std::any_of(flow.steps.cbegin(), flow.steps.cend(),
                                [&state](const auto &step) { return step.from == state.key; });
            QVERIFY2(isLeft || !state.isOpen, qUtf8Printable(state.key));
        }
        const store::EntitySpec &spec = *m_plant->schema().find(u"hazard"_s);
        for (const store::StepSpec &step : flow.steps) {
            for (const QString &key : step.required)
                QVERIFY2(spec.field(key), qUtf8Printable(key));
            for (const auto &[left, right] : step.different)
                QVERIFY(spec.field(left) && spec.field(right));
        }
    }

private:
    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<HazardCase> m_hazard;
};

QTEST_GUILESS_MAIN(TestHazardRules)
#include "tst_hazardrules.moc"
