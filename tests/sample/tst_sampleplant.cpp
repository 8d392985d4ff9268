// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/engine/sampleplant.h"

#include "core/clock.h"
#include "core/rng.h"
#include "hazards/engine/hazardspecs.h"
#include "plant/engine/plantspecs.h"
#include "sample/engine/findings.h"
#include "store/integrity.h"
#include "store/store.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

store::Schema sampleSchema()
{
    store::Schema schema;
    plant::addSpecs(schema);
    hazards::addSpecs(schema);
    return schema;
}

// Cancels once so much of the work is done.
class CancelAt final : public core::Progress
{
public:
    explicit CancelAt(int value)
        : m_limit(value)
    {
    }
    void setRange(int) override { }
    void setValue(int value) override { m_isCanceled = value >= m_limit; }
    bool isCanceled() const override { return m_isCanceled; }

private:
    int m_limit;
    bool m_isCanceled = false;
};

}

class TestSamplePlant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hasThePeopleAndMachinesOfASmallPlant();
    void showsEveryStateOfAHazard();
    void nobodyReviewsTheirOwnWork();
    void majorHazardsHaveTheirPlanBeforeTheWorkBegins();
    void onePressFailsSevenTimesInTwoMonths();
    void protectiveGearIsForgottenInTheAfternoon();
    void lifeGoesForwardInTime();
    void livesFromTheFirstToTheLastDay();
    void isSoundAndFoldsToTheSame();
    void equalSeedsGiveEqualPlants();
    void cancellingLeavesNothing();
    void everyFindingCanBeSpeltOut();

private:
    qint64 number(const QString &sql) const
    {
        QSqlQuery query = m_connection->prepare(sql);
        return query.exec() && query.next() ? query.value(0).toLongLong() : -1;
    }
    core::Result<> make(const QString &name, quint64 seed, int hazards,
                        core::Progress &progress) const
    {
        return sample::createPlant(m_folder.filePath(name), m_schema,
                                   {.seed = seed, .hazards = hazards, .until = QDate(2026, 6, 30)},
                                   progress);
    }
    QByteArray digestOf(const QString &name)
    {
        auto store = store::Store::open(m_folder.filePath(name), {m_schema, m_clock, m_rng, {}});
        core::NoProgress progress;
        const auto report = store::check(**store, progress);
        return report && report->isOk() ? report->digest : QByteArray();
    }

    QTemporaryDir m_folder;
    const store::Schema m_schema = sampleSchema();
    core::SystemClock m_clock;
    core::SystemRng m_rng;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Connection> m_connection;
};

void TestSamplePlant::initTestCase()
{
    core::NoProgress progress;
    const auto made = make(u"sample.anlan"_s, 1, 1200, progress);
    QVERIFY2(made, made ? "" : qUtf8Printable(made.error().message));
    auto store = store::Store::open(m_folder.filePath(u"sample.anlan"_s),
                                    {m_schema, m_clock, m_rng, {}});
    QVERIFY(store);
    m_store = std::move(*store);
    auto connection = m_store->connect();
    QVERIFY(connection);
    m_connection = std::make_unique<store::Connection>(std::move(*connection));
}

void TestSamplePlant::hasThePeopleAndMachinesOfASmallPlant()
{
    QCOMPARE(number(u"SELECT count(*) FROM hazard"_s), 1200);
    QCOMPARE(number(u"SELECT count(*) FROM equipment"_s), 120);
    const qint64 people = number(u"SELECT count(*) FROM person"_s);
    QVERIFY2(people >= 280 && people <= 320, qPrintable(QString::number(people)));
    QCOMPARE(number(u"SELECT count(DISTINCT login) FROM person"_s), people);
    QCOMPARE(number(u"SELECT count(*) FROM person WHERE login = 'wang.an' AND role = "
                    "'safety_officer'"_s),
             1);
    QCOMPARE(number(u"SELECT count(*) FROM person WHERE area IS NULL"_s), 0);
    QCOMPARE(number(u"SELECT count(DISTINCT role) FROM person"_s), 10);
    QVERIFY(number(u"SELECT count(DISTINCT description) FROM hazard"_s) > 250);
}

void TestSamplePlant::showsEveryStateOfAHazard()
{
    for (const store::StateSpec &state : m_schema.find(u"hazard"_s)->workflow->states)
        QVERIFY2(number(u"SELECT count(*) FROM hazard WHERE state = '%1'"_s.arg(state.key)) > 0,
                 qPrintable(state.key));
    QVERIFY(number(u"SELECT count(*) FROM hazard WHERE state = 'archived'"_s) > 1000);
    QVERIFY(number(u"SELECT count(*) FROM hazard WHERE state IN ('dispatched', 'rectifying', "
                   "'submitted') AND deadline < '2026-06-30'"_s)
            > 0);
}

void TestSamplePlant::nobodyReviewsTheirOwnWork()
{
    QVERIFY(number(u"SELECT count(*) FROM hazard WHERE reviewer IS NOT NULL"_s) > 1000);
    QCOMPARE(number(u"SELECT count(*) FROM hazard WHERE reviewer IN (rectified_by, responsible)"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM hazard WHERE second_reviewer IN (rectified_by, "
                    "responsible, reviewer)"_s),
             0);
    QVERIFY(number(u"SELECT count(*) FROM hazard WHERE found_by <> created_by"_s) > 50);
}

void TestSamplePlant::majorHazardsHaveTheirPlanBeforeTheWorkBegins()
{
    QVERIFY(number(u"SELECT count(*) FROM hazard WHERE grade = 'major'"_s) >= 5);
    QCOMPARE(number(u"SELECT count(*) FROM hazard WHERE grade = 'major' AND response_colour <> "
                    "'red'"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM hazard WHERE grade = 'major' AND rectified_by IS NOT "
                    "NULL AND coalesce(five_plan_evidence, '') = ''"_s),
             0);
    QVERIFY(number(u"SELECT count(*) FROM hazard WHERE grade = 'major' AND state = 'archived' AND "
                   "second_reviewer IS NOT NULL"_s)
            > 0);
}

void TestSamplePlant::onePressFailsSevenTimesInTwoMonths()
{
    const QString same = u"FROM hazard JOIN equipment ON equipment.id = hazard.equipment WHERE "
                         "equipment.code = 'CC-008' AND hazard.description LIKE '%脚踏开关误触%'"_s;
    QCOMPARE(number(u"SELECT count(*) "_s + same), 8);
    QCOMPARE(number(u"SELECT count(*) "_s + same + u" AND is_repeat = 1"_s), 7);
    QVERIFY(number(u"SELECT julianday(max(found_on)) - julianday(min(found_on)) FROM (SELECT "
                   "found_on "_s
                   + same + u" ORDER BY found_on LIMIT 7)"_s)
            <= 61);
}

void TestSamplePlant::protectiveGearIsForgottenInTheAfternoon()
{
    // 15 to 16 o'clock at the plant is 7 to 8 UTC.
    QCOMPARE(number(u"SELECT count(*) FROM hazard WHERE description LIKE '临下班时段%' AND "
                    "substr(created_at, 12, 2) <> '07'"_s),
             0);
    QVERIFY(number(u"SELECT count(*) FROM hazard WHERE description LIKE '临下班时段%'"_s) > 3);
}

void TestSamplePlant::lifeGoesForwardInTime()
{
    QCOMPARE(number(u"SELECT count(*) FROM opidx AS a JOIN opidx AS b ON b.seq = a.seq + 1 WHERE "
                    "b.t < a.t"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM hazard WHERE updated_at < created_at OR completed_on < "
                    "found_on OR reviewed_on < completed_on OR closed_on < reviewed_on"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM conflict"_s), 0);
}

void TestSamplePlant::livesFromTheFirstToTheLastDay()
{
    QCOMPARE(number(u"SELECT count(*) FROM hazard WHERE found_on < '2024-06-30' OR found_on >= "
                    "'2026-06-30'"_s),
             0);
    QVERIFY(number(u"SELECT count(DISTINCT substr(found_on, 1, 7)) FROM hazard"_s) >= 24);
    QVERIFY(number(u"SELECT max(t) FROM opidx"_s) < 1'782'748'800'000); // 2026-06-30 at the plant
    // Old accident types until the new standard holds.
    QCOMPARE(number(u"SELECT count(*) FROM hazard WHERE accident_types LIKE '%WSA%'"_s), 0);
}

void TestSamplePlant::isSoundAndFoldsToTheSame()
{
    core::NoProgress progress;
    const auto report = store::check(*m_store, progress);
    QVERIFY(report);
    QVERIFY(report->isOk());
    QVERIFY(report->problems.isEmpty());
}

void TestSamplePlant::equalSeedsGiveEqualPlants()
{
    core::NoProgress progress;
    QVERIFY(make(u"a.anlan"_s, 5, 80, progress));
    QVERIFY(make(u"b.anlan"_s, 5, 80, progress));
    QVERIFY(make(u"c.anlan"_s, 6, 80, progress));
    const QByteArray digest = digestOf(u"a.anlan"_s);
    QCOMPARE(digest.size(), 32);
    QCOMPARE(digestOf(u"b.anlan"_s), digest);
    QVERIFY(digestOf(u"c.anlan"_s) != digest);
}

void TestSamplePlant::cancellingLeavesNothing()
{
    CancelAt progress(300);
    const QStringList before =
            QDir(m_folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries);
    const auto made = make(u"half.anlan"_s, 1, 200, progress);
    QVERIFY(!made);
    QCOMPARE(made.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), before);
}

void TestSamplePlant::everyFindingCanBeSpeltOut()
{
    const auto findings = sample::loadFindings();
    QVERIFY(findings);
    QVERIFY(findings->size() >= 120);
    core::SeededRng rng(3);
    for (const sample::Finding &finding : *findings) {
        const QString text =
                sample::spellOut(finding.description, rng) + sample::spellOut(finding.measure, rng);
        QVERIFY2(!text.contains(u'{') && !text.contains(u'}') && !text.contains(u';'),
                 qUtf8Printable(text));
        QVERIFY2(!finding.basis.isEmpty(), qUtf8Printable(text));
    }
}

QTEST_GUILESS_MAIN(TestSamplePlant)
#include "tst_sampleplant.moc"
