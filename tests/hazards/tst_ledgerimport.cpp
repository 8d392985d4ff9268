// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/ledgercase.h"
#include "tables/packagebuilder.h"

#include "plant/engine/area.h"
#include "plant/engine/person.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace {

// Stops when so many steps were reported.
class StoppingProgress final : public core::Progress
{
public:
    explicit StoppingProgress(int after)
        : m_left(after)
    {
    }
    void setRange(int) override { }
    void setValue(int) override { --m_left; }
    bool isCanceled() const override { return m_left <= 0; }

private:
    int m_left;
};

// Saves by another way into the store while the file is read.
class SavingProgress final : public core::Progress
{
public:
    SavingProgress(const QString &path, const store::Environment &environment)
        : m_path(path)
        , m_environment(environment)
    {
    }
    void setRange(int) override { }
    void setValue(int) override
    {
        if (++values != 2)
            return;
        auto other = store::Store::open(m_path, m_environment);
        if (!other)
            qFatal("not opened");
        QElapsedTimer timer;
        timer.start();
        isSaved = bool(plant::addArea(**other, {}, {.kind = u"plant"_s, .name = u"新厂区"_s}));
        milliseconds = timer.elapsed();
    }
    bool isCanceled() const override { return false; }

    int values = 0;
    bool isSaved = false;
    qint64 milliseconds = -1;

private:
    QString m_path;
    store::Environment m_environment;
};

QStringList plainLedger(int rows)
{
    QStringList lines{
            u"序号,隐患内容,排查日期,隐患级别,责任人,整改期限,整改完成日期,隐患状态,合同段"_s};
    for (int i = 1; i <= rows; ++i)
        lines +=
                u"%1,第%2处栏杆缺失,2025-03-%3,一般,赵某,2025-04-01,2025-03-30,已整改,甲%4"_s.arg(i)
                        .arg(i)
                        .arg(i % 28 + 1, 2, 10, QChar(u'0'))
                        .arg(i % 5);
    return lines;
}

}

// What becomes of a ledger in the store: records, their identity, undo, and the judgements.
class TestLedgerImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersSaveWhileALongFileIsRead()
    {
        constexpr int rows = 10'000;
        LedgerCase ledger;
        const QString file = ledger.csv(u"long.csv"_s, plainLedger(rows));
        const hazards::ImportPlan plan = ledger.plan(file);
        SavingProgress saving(ledger.store().path(), ledger.store().environment());
        const auto report = hazards::runImport(ledger.store(), ledger.actor(), plan,
                                               hazards::ImportMode::Write, saving);
        QVERIFY2(report, qUtf8Printable(report ? QString() : report.error().message));
        QCOMPARE(report->facts.imported, rows);
        QVERIFY2(saving.isSaved, qUtf8Printable(u"after %1 ms"_s.arg(saving.milliseconds)));
        qInfo("saved in %lld ms while the file was read", saving.milliseconds);
    }

    void writesRecordsThatHaveTheirStateAtOnce()
    {
        LedgerCase ledger;
        const auto facts = ledger.import(ledger.csv(u"a.csv"_s, plainLedger(3)));
        QCOMPARE(facts.imported, 3);
        const QList<store::Record> records = ledger.records();
        QCOMPARE(records.size(), 3);
        const store::Record &first = records.first();
        QCOMPARE(first.state, u"closed"_s);
        QCOMPARE(first.text(u"description"_s), u"第1处栏杆缺失"_s);
        QCOMPARE(first.text(u"found_on"_s), u"2025-03-02"_s);
        QCOMPARE(first.text(u"deadline"_s), u"2025-04-01"_s);
        QCOMPARE(first.text(u"grade"_s), u"general"_s);
        QCOMPARE(first.text(u"responsible_text"_s), u"赵某"_s);
        QCOMPARE(first.text(u"source"_s), u"import"_s);
        QCOMPARE(first.integer(u"import_row"_s), 2);
        QCOMPARE(first.text(u"c.合同段"_s), u"甲1"_s);
        QCOMPARE(first.number, u"HZ-2025-00001"_s);
        QCOMPARE(first.createdBy, ledger.actor());
    }

    void addsNothingWhenAFileComesTwice()
    {
        LedgerCase ledger;
        const QString file = ledger.csv(u"a.csv"_s, plainLedger(40));
        QCOMPARE(ledger.import(file).imported, 40);
        const qint64 before = ledger.operations();
        const auto again = ledger.import(file);
        QCOMPARE(again.read, 40);
        QCOMPARE(again.imported, 0);
        QCOMPARE(again.duplicates, 40);
        QCOMPARE(ledger.operations(), before);
        QCOMPARE(ledger.records().size(), 40);
    }

    void takesOnlyWhatIsNewOfALongerFile()
    {
        LedgerCase ledger;
        ledger.import(ledger.csv(u"a.csv"_s, plainLedger(10)));
        QStringList longer = plainLedger(12);
        longer[3].replace(u"栏杆"_s, u"盖板"_s);
        const auto facts = ledger.import(ledger.csv(u"b.csv"_s, longer));
        QCOMPARE(facts.duplicates, 9);
        QCOMPARE(facts.imported, 3);
    }

    void knowsItsRowsInAnotherFormatAndUnderAnotherName()
    {
        LedgerCase ledger;
        ledger.import(ledger.csv(u"a.csv"_s,
                                 {u"序号,隐患描述,检查日期"_s, u"1,护罩缺失,2025/3/5"_s,
                                  u"2,线缆破损,2025/3/6"_s, u"3,通道堵塞,2025/3/7"_s}));
        QVERIFY(PackageBuilder()
                        .addSheet(
                                u"台账"_s,
                                PackageBuilder::sheetXml({{u"序号"_s, u"隐患描述"_s, u"检查日期"_s},
                                                          {u"1"_s, u"护罩缺失 "_s, u"45721"_s},
                                                          {u"2"_s, u"线缆破损"_s, u"45722"_s},
                                                          {u"3"_s, u"通道堵塞"_s, u"45723"_s}}))
                        .write(ledger.path(u"b.xlsx"_s)));
        const auto facts = ledger.import(ledger.path(u"b.xlsx"_s));
        QCOMPARE(facts.duplicates, 3);
    }

    void goesBackWithOneUndoAndComesInAgain()
    {
        LedgerCase ledger;
        const QString file = ledger.csv(u"a.csv"_s, plainLedger(40));
        ledger.import(file);
        QVERIFY(!ledger.records(u"custom_field"_s).isEmpty());
        ledger.undo();
        QCOMPARE(ledger.records().size(), 0);
        QCOMPARE(ledger.records(u"custom_field"_s).size(), 0);
        const auto again = ledger.import(file);
        QCOMPARE(again.imported, 40);
        QCOMPARE(again.duplicates, 0);
        QCOMPARE(ledger.records().size(), 40);
        QVERIFY(!ledger.records(u"custom_field"_s).isEmpty());
    }

    void leavesAnOwnFieldThatAnotherImportUses()
    {
        LedgerCase ledger;
        ledger.import(ledger.csv(u"a.csv"_s, plainLedger(3)));
        const qint64 first =
                store::actions(*ledger.store().connect(), ledger.actor(), 1)->first().id;
        QStringList other = plainLedger(3);
        other[1].replace(u"栏杆"_s, u"盖板"_s);
        ledger.import(ledger.csv(u"b.csv"_s, other));
        const qsizetype fields = ledger.records(u"custom_field"_s).size();
        core::NoProgress progress;
        QVERIFY(store::undo(ledger.store(), ledger.actor(), first, progress));
        QCOMPARE(ledger.records().size(), 1);
        QCOMPARE(ledger.records(u"custom_field"_s).size(), fields);
    }

    void keepsEqualRowsAndMarksThem()
    {
        LedgerCase ledger;
        const auto facts =
                ledger.import(ledger.csv(u"a.csv"_s,
                                         {u"序号,隐患描述,检查日期"_s, u"1,护罩缺失,2025-03-05"_s,
                                          u"2,护罩缺失,2025-03-05"_s, u"3,通道堵塞,2025-03-07"_s}));
        QCOMPARE(facts.imported, 3);
        const QList<store::Record> records = ledger.records();
        QVERIFY(!records.at(0).has(u"c.equal_to_row"_s));
        QCOMPARE(records.at(1).text(u"c.equal_to_row"_s), u"2"_s);
        QCOMPARE(problemsOf(facts, {}, hazards::judged::noted, u"same content"_s).size(), 1);
    }

    void writesNothingInADryRunAndSaysTheSame()
    {
        LedgerCase ledger;
        const QString file = ledger.csv(u"a.csv"_s, plainLedger(20));
        const qint64 before = ledger.operations();
        const hazards::ImportPlan plan = ledger.plan(file);
        const auto dry = ledger.run(plan, hazards::ImportMode::DryRun);
        QCOMPARE(ledger.operations(), before);
        QCOMPARE(ledger.records().size(), 0);
        const auto real = ledger.run(plan);
        QCOMPARE(hazards::ledgerFactsToJson(dry), hazards::ledgerFactsToJson(real));
        QCOMPARE(real.imported, 20);
    }

    void leavesNothingWhenItIsStoppedHalfWay()
    {
        LedgerCase ledger;
        const hazards::ImportPlan plan = ledger.plan(ledger.csv(u"a.csv"_s, plainLedger(20'000)));
        const qint64 before = ledger.operations();
        StoppingProgress progress(3);
        const auto report = hazards::runImport(ledger.store(), ledger.actor(), plan,
                                               hazards::ImportMode::Write, progress);
        QVERIFY(!report);
        QCOMPARE(report.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(ledger.operations(), before);
        QCOMPARE(ledger.records().size(), 0);
        QCOMPARE(ledger.run(plan, hazards::ImportMode::DryRun).imported, 20'000);
    }

    void findsPeopleAndAreasByName()
    {
        LedgerCase ledger;
        const QUuid area = *plant::addArea(ledger.store(), ledger.actor(),
                                           {.kind = u"workshop"_s, .name = u"冲压车间"_s});
        const QUuid person =
                *plant::addPerson(ledger.store(), ledger.actor(), {.name = u"测某甲"_s});
        const QUuid other =
                *plant::addPerson(ledger.store(), ledger.actor(), {.name = u"测某乙"_s});
        const auto facts = ledger.import(
                ledger.csv(u"a.csv"_s,
                           {u"序号,隐患描述,检查日期,检查人,责任单位,责任人"_s,
                            u"1,护罩缺失,2025-03-05,测某甲、测某乙,冲压车间,测 某 甲"_s,
                            u"2,线缆破损,2025-03-06,测某乙 ,冲压一车间,测某丙"_s,
                            u"3,通道堵塞,2025-03-07,安全部,冲压车间,2025-03-08"_s}));
        const QList<store::Record> records = ledger.records();
        QCOMPARE(records.at(0).reference(u"found_by"_s), person);
        QCOMPARE(records.at(0).text(u"found_by_text"_s), u"测某甲、测某乙"_s);
        QCOMPARE(records.at(0).reference(u"responsible"_s), person);
        QCOMPARE(records.at(0).reference(u"responsible_area"_s), area);
        QCOMPARE(records.at(1).reference(u"found_by"_s), other);
        QVERIFY(!records.at(1).has(u"found_by_text"_s));
        QCOMPARE(records.at(1).text(u"responsible_unit_text"_s), u"冲压一车间"_s);
        QCOMPARE(records.at(1).text(u"responsible_text"_s), u"测某丙"_s);
        QCOMPARE(records.at(2).text(u"found_by_text"_s), u"安全部"_s);
        QCOMPARE(records.at(2).text(u"c.责任人"_s), u"2025-03-08"_s);
        QVERIFY(!records.at(2).has(u"responsible_text"_s));
        QCOMPARE(problemsOf(facts, u"检查人"_s, hazards::judged::asText).size(), 1);
        QCOMPARE(problemsOf(facts, u"责任人"_s, hazards::judged::aside).first().row, 4);
        QCOMPARE(problemsOf(facts, u"责任单位"_s, hazards::judged::asText).first().value,
                 u"冲压一车间"_s);
    }

    void takesTheAccidentTypesOfTheDay()
    {
        LedgerCase ledger;
        ledger.import(ledger.csv(u"a.csv"_s,
                                 {u"序号,隐患描述,检查日期,可能导致的事故类型"_s,
                                  u"1,护罩缺失,2026-06-30,机械伤害"_s,
                                  u"2,护罩缺失,2026-07-01,机械伤害、触电"_s,
                                  u"3,护罩缺失,2026-07-02,想不到的事"_s}));
        const QList<store::Record> records = ledger.records();
        QCOMPARE(records.at(0).list(u"accident_types"_s), QStringList{u"86-03"_s});
        QCOMPARE(records.at(1).list(u"accident_types"_s).size(), 2);
        QVERIFY(records.at(1).list(u"accident_types"_s).contains(u"WSA10006"_s));
        QCOMPARE(records.at(1).text(u"c.可能导致的事故类型"_s), u"机械伤害、触电"_s);
        QCOMPARE(records.at(2).list(u"accident_types"_s), QStringList{u"想不到的事"_s});
    }

    void followsTheMappingItIsGiven()
    {
        LedgerCase ledger;
        const QString file = ledger.csv(u"a.csv"_s, plainLedger(3));
        const QString mapping =
                ledger.csv(u"m.json"_s, {u"{\"合同段\": \"place_text\", \"C\": null}"_s});
        const auto read = hazards::readMappingFile(mapping);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        const hazards::ImportPlan plan = ledger.plan(file, {.mapping = *read});
        ledger.run(plan);
        const store::Record first = ledger.records().first();
        QCOMPARE(first.text(u"place_text"_s), u"甲1"_s);
        QVERIFY(!first.has(u"found_on"_s));
        QCOMPARE(first.text(u"c.排查日期"_s), u"2025-03-02"_s);
    }

    void refusesAMappingThatCannotBe_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("column") << u"{\"没有这一列\": \"remark\"}"_s << u"没有这一列"_s;
        QTest::newRow("field") << u"{\"合同段\": \"colour_of_the_sky\"}"_s
                               << u"colour_of_the_sky"_s;
        QTest::newRow("inner field") << u"{\"合同段\": \"import_hash\"}"_s << u"import_hash"_s;
        QTest::newRow("twice") << u"{\"合同段\": \"remark\", \"责任人\": \"remark\"}"_s
                               << u"remark"_s;
        QTest::newRow("kind") << u"{\"entity\": \"person\", \"columns\": {}}"_s << u"entity"_s;
        QTest::newRow("form") << u"[1, 2]"_s << u"m.json"_s;
        QTest::newRow("number") << u"{\"合同段\": 7}"_s << u"m.json"_s;
    }
    void refusesAMappingThatCannotBe()
    {
        QFETCH(QString, json);
        QFETCH(QString, named);
        LedgerCase ledger;
        const QString file = ledger.csv(u"a.csv"_s, plainLedger(3));
        const auto mapping = hazards::readMappingFile(ledger.csv(u"m.json"_s, {json}));
        core::NoProgress progress;
        const QString message = !mapping ? mapping.error().message : [&] {
            const auto plan =
                    hazards::analyseLedger(ledger.store(), file, {.mapping = *mapping}, progress);
            return plan ? QString() : plan.error().message;
        }();
        QVERIFY2(message.contains(named), qPrintable(message));
    }

    void namesTheSheetsWhenOneIsNotThere()
    {
        LedgerCase ledger;
        core::NoProgress progress;
        const auto plan =
                hazards::analyseLedger(ledger.store(), ledger.csv(u"a.csv"_s, plainLedger(3)),
                                       {.sheet = u"十三月"_s}, progress);
        QVERIFY(!plan);
        QVERIFY(plan.error().message.contains(u"十三月"_s));
        QVERIFY(plan.error().message.contains(u"Its sheets are: a"_s));
    }

    void makesOneOwnFieldOnTwoDesks()
    {
        LedgerCase first;
        LedgerCase second;
        first.import(first.csv(u"a.csv"_s, plainLedger(3)));
        second.import(second.csv(u"b.csv"_s, plainLedger(5)));
        QSet<QUuid> ids;
        for (LedgerCase *desk : {&first, &second}) {
            const QList<store::Record> fields = desk->records(u"custom_field"_s);
            for (const store::Record &field : fields) {
                if (field.text(u"label"_s) == u"合同段"_s) {
                    QCOMPARE(field.text(u"slug"_s), u"合同段"_s);
                    QCOMPARE(field.text(u"entity"_s), u"hazard"_s);
                    ids.insert(field.id);
                }
            }
        }
        QCOMPARE(ids.size(), 1);
    }

    void readsTenThousandRowsInOneSave()
    {
        LedgerCase ledger;
        const QString file = ledger.csv(u"a.csv"_s, plainLedger(10'000));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ledger.import(file).imported, 10'000);
        qInfo("10,000 rows: %lld ms", timer.restart());
        QCOMPARE(ledger.import(file).duplicates, 10'000);
        qInfo("the same again: %lld ms", timer.elapsed());
        QCOMPARE(store::actions(*ledger.store().connect(), ledger.actor(), 10)->size(), 1);
    }

    void asksForTheRowThroughAnIndex()
    {
        LedgerCase ledger;
        for (const QString &table : {u"hazard"_s, u"incident"_s}) {
            const auto connection = ledger.store().connect();
            QSqlQuery query = connection->prepare(
                    u"EXPLAIN QUERY PLAN SELECT 1 FROM \"%1\" WHERE import_layout = ? AND "
                    "import_row = ? AND import_hash = ? AND is_void = 0 LIMIT 1"_s.arg(table));
            query.addBindValue(u"x"_s);
            query.addBindValue(1);
            query.addBindValue(u"y"_s);
            QVERIFY(query.exec() && query.next());
            QVERIFY2(query.value(3).toString().contains(u"USING INDEX"_s),
                     qPrintable(query.value(3).toString()));
        }
    }
};

QTEST_GUILESS_MAIN(TestLedgerImport)
#include "tst_ledgerimport.moc"
