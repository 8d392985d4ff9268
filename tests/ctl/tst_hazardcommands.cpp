// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/specs.h"
#include "ctl/program.h"
#include "hazards/engine/hazardsteps.h"
#include "hazards/engine/hazardstore.h"
#include "store/blobs.h"
#include "store/store.h"

#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestHazardCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twoPeopleTakeAHazardFromReportToArchive();
    void refusesTheRectifierAsReviewer();
    void returnsAReviewAndPassesTheSecond();
    void aMajorHazardNeedsItsPlanAndASecondReview();
    void nobodyWorksWithoutAName();
    void findsPeopleAreasAndMachinesByTheirWords();
    void listsByFilter();
    void undoTakesBackTheLastActionOnly();
    void undoSaysWhatItDidNotDo();
    void photosBecomeEvidence();
    void conflictsAreListedAndDecided();
    void exportsTheLedgerAsCsvThatCanBeReadBack();
    void exportsTheLedgerForSpreadsheetAndPaper();
    void takesOverALedgerOnceAndTakesItBack();

private:
    Call run(const QStringList &arguments) const
    {
        return anlanctl(QStringList{u"--lang"_s, u"en"_s, u"--json"_s, u"--store"_s, m_store}
                        + arguments);
    }
    Call as(const QString &login, const QStringList &arguments) const
    {
        return run(QStringList{u"--as"_s, login} + arguments);
    }
    QString report(const QString &what)
    {
        const Call call = as(
                u"yi"_s,
                {u"hazard"_s, u"add"_s, u"--description"_s, what, u"--equipment"_s, u"CC-001"_s});
        return call.exit == 0 ? call.json().value(u"number"_s).toString() : QString();
    }
    QString step(const QString &login, const QStringList &arguments) const
    {
        const Call call = as(login, QStringList{u"hazard"_s} + arguments);
        return call.exit == 0 ? call.json().value(u"state"_s).toString()
                              : QString::fromUtf8(call.error);
    }

    QTemporaryDir m_folder;
    QString m_store;
};

void TestHazardCommands::initTestCase()
{
    m_store = m_folder.filePath(u"plant.anlan"_s);
    QCOMPARE(anlanctl({u"store"_s, u"create"_s, m_store, u"--plant"_s, u"示例厂"_s}).exit, 0);
    QCOMPARE(run({u"person"_s, u"add"_s, u"--name"_s, u"甲"_s, u"--login"_s, u"jia"_s, u"--role"_s,
                  u"safety_officer"_s})
                     .exit,
             0);
    QCOMPARE(as(u"jia"_s,
                {u"area"_s, u"add"_s, u"--name"_s, u"冲压车间"_s, u"--code"_s, u"CY"_s, u"--kind"_s,
                 u"workshop"_s})
                     .exit,
             0);
    for (const QString &login : {u"yi"_s, u"bing"_s})
        QCOMPARE(as(u"jia"_s,
                    {u"person"_s, u"add"_s, u"--name"_s, login + u"某"_s, u"--login"_s, login,
                     u"--area"_s, u"CY"_s})
                         .exit,
                 0);
    QCOMPARE(as(u"jia"_s,
                {u"equipment"_s, u"add"_s, u"--name"_s, u"冲床"_s, u"--code"_s, u"CC-001"_s,
                 u"--area"_s, u"冲压车间"_s})
                     .exit,
             0);
}

void TestHazardCommands::twoPeopleTakeAHazardFromReportToArchive()
{
    const QString number = report(u"防护罩缺失"_s);
    QVERIFY(number.startsWith(u"HZ-"_s));
    QCOMPARE(step(u"jia"_s,
                  {u"grade"_s, number, u"--grade"_s, u"general"_s, u"--colour"_s, u"黄"_s}),
             u"graded"_s);
    QCOMPARE(step(u"jia"_s, {u"dispatch"_s, number, u"--to"_s, u"yi"_s, u"--cost"_s, u"120.50"_s}),
             u"dispatched"_s);
    QCOMPARE(step(u"yi"_s, {u"start"_s, number}), u"rectifying"_s);
    QCOMPARE(step(u"yi"_s, {u"submit"_s, number, u"--measure"_s, u"已加装防护罩"_s}),
             u"submitted"_s);
    QCOMPARE(step(u"jia"_s, {u"review"_s, number, u"--opinion"_s, u"符合要求"_s}), u"closed"_s);
    QCOMPARE(step(u"jia"_s, {u"archive"_s, number}), u"archived"_s);

    const Call shown = run({u"hazard"_s, u"show"_s, number});
    const QJsonObject hazard = shown.json();
    QCOMPARE(hazard.value(u"area"_s).toString(), u"冲压车间"_s);
    QCOMPARE(hazard.value(u"cost_cents"_s).toInt(), 12050);
    QCOMPARE(hazard.value(u"rectified_by"_s).toString(), u"yi某"_s);
    QCOMPARE(hazard.value(u"reviewer"_s).toString(), u"甲"_s);
    const QJsonArray history = hazard.value(u"history"_s).toArray();
    QCOMPARE(history.size(), 7);
    QCOMPARE(history.at(0).toObject().value(u"who"_s).toString(), u"yi某"_s);
    QCOMPARE(history.at(6).toObject().value(u"who"_s).toString(), u"甲"_s);
    const Call words =
            anlanctl({u"--lang"_s, u"en"_s, u"--store"_s, m_store, u"hazard"_s, u"show"_s, number});
    QVERIFY2(QString::fromUtf8(words.out).contains(u"Measure: 已加装防护罩"_s), words.out);
}

void TestHazardCommands::refusesTheRectifierAsReviewer()
{
    const QString number = report(u"急停失灵"_s);
    step(u"jia"_s, {u"grade"_s, number, u"--grade"_s, u"general"_s, u"--colour"_s, u"orange"_s});
    step(u"jia"_s, {u"dispatch"_s, number, u"--to"_s, u"bing"_s});
    step(u"yi"_s, {u"start"_s, number});
    QCOMPARE(step(u"yi"_s, {u"submit"_s, number, u"--measure"_s, u"已更换"_s}), u"submitted"_s);
    for (const QString &login : {u"yi"_s, u"bing"_s}) {
        const Call refused = as(login, {u"hazard"_s, u"review"_s, number});
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.json().value(u"error"_s).toObject().value(u"code"_s).toString(),
                 u"refused"_s);
        QVERIFY2(refused.error.contains("The reviewer may not be"), refused.error);
    }
    QCOMPARE(run({u"hazard"_s, u"show"_s, number}).json().value(u"state"_s).toString(),
             u"submitted"_s);
}

void TestHazardCommands::returnsAReviewAndPassesTheSecond()
{
    const QString number = report(u"通道堵塞"_s);
    step(u"jia"_s, {u"grade"_s, number, u"--grade"_s, u"general"_s, u"--colour"_s, u"blue"_s});
    step(u"jia"_s, {u"dispatch"_s, number, u"--to"_s, u"yi"_s});
    step(u"yi"_s, {u"start"_s, number});
    step(u"yi"_s, {u"submit"_s, number, u"--measure"_s, u"已清理"_s});
    QCOMPARE(as(u"jia"_s, {u"hazard"_s, u"review"_s, number, u"--return"_s}).exit,
             1); // says why not
    QCOMPARE(step(u"jia"_s, {u"review"_s, number, u"--return"_s, u"--opinion"_s, u"仍有料框"_s}),
             u"returned"_s);
    QCOMPARE(step(u"yi"_s, {u"start"_s, number}), u"rectifying"_s);
    QCOMPARE(step(u"yi"_s, {u"submit"_s, number, u"--measure"_s, u"已全部清空"_s}), u"submitted"_s);
    QCOMPARE(step(u"jia"_s, {u"review"_s, number}), u"closed"_s);
}

void TestHazardCommands::aMajorHazardNeedsItsPlanAndASecondReview()
{
    const QString number = report(u"可燃气体报警装置失效"_s);
    QCOMPARE(as(u"jia"_s, {u"hazard"_s, u"grade"_s, number, u"--grade"_s, u"major"_s}).exit, 1);
    QCOMPARE(step(u"jia"_s,
                  {u"grade"_s, number, u"--grade"_s, u"major"_s, u"--legal-basis"_s, u"第七条"_s}),
             u"graded"_s);
    QCOMPARE(step(u"jia"_s,
                  {u"dispatch"_s, number, u"--to"_s, u"yi"_s, u"--deadline"_s,
                   u"2099-01-31T16:30"_s}),
             u"dispatched"_s);
    const QJsonObject hazard = run({u"hazard"_s, u"show"_s, number}).json();
    QCOMPARE(hazard.value(u"colour"_s).toString(), u"red"_s);
    QCOMPARE(hazard.value(u"deadline"_s).toString(), u"2099-01-31T08:30:00.000Z"_s);
    const Call refused = as(u"yi"_s, {u"hazard"_s, u"start"_s, number});
    QCOMPARE(refused.exit, 1);
    QVERIFY2(refused.error.contains("treatment plan"), refused.error);
    step(u"jia"_s,
         {u"plan"_s, number, u"--measures"_s, u"甲"_s, u"--responsibility"_s, u"乙"_s, u"--funds"_s,
          u"丙"_s, u"--time"_s, u"丁"_s});
    QCOMPARE(as(u"yi"_s, {u"hazard"_s, u"start"_s, number}).exit,
             1); // the emergency plan is missing
    step(u"jia"_s, {u"plan"_s, number, u"--plan"_s, u"戊"_s});
    QCOMPARE(step(u"yi"_s, {u"start"_s, number}), u"rectifying"_s);
    QCOMPARE(step(u"yi"_s, {u"submit"_s, number, u"--measure"_s, u"已更换"_s}), u"submitted"_s);
    QCOMPARE(step(u"jia"_s, {u"review"_s, number}), u"second_review"_s);
    QCOMPARE(as(u"jia"_s, {u"hazard"_s, u"review"_s, number}).exit, 1); // again the same person
    QCOMPARE(step(u"bing"_s, {u"review"_s, number}), u"closed"_s);
}

void TestHazardCommands::nobodyWorksWithoutAName()
{
    const QStringList adding{u"hazard"_s, u"add"_s, u"--description"_s, u"无名"_s};
    const Call anonymous = run(adding);
    QCOMPARE(anonymous.exit, 1);
    QVERIFY2(anonymous.error.contains("--as"), anonymous.error);
    const Call stranger = as(u"nobody"_s, adding);
    QCOMPARE(stranger.exit, 1);
    QVERIFY2(stranger.error.contains("nobody"), stranger.error);
    QCOMPARE(run({u"person"_s, u"add"_s, u"--name"_s, u"戊"_s}).exit, 1);
}

void TestHazardCommands::findsPeopleAreasAndMachinesByTheirWords()
{
    const QJsonArray people = run({u"person"_s, u"list"_s}).json().value(u"people"_s).toArray();
    QCOMPARE(people.size(), 3);
    const QString id = people.at(0).toObject().value(u"id"_s).toString();
    for (const QString &who : {id, people.at(0).toObject().value(u"name"_s).toString()})
        QCOMPARE(as(who,
                    {u"hazard"_s, u"add"_s, u"--description"_s, u"照明损坏"_s, u"--area"_s,
                     u"冲压车间"_s})
                         .exit,
                 0);
    QCOMPARE(run({u"area"_s, u"list"_s}).json().value(u"count"_s).toInt(), 1);
    QCOMPARE(run({u"equipment"_s, u"list"_s, u"--area"_s, u"CY"_s})
                     .json()
                     .value(u"equipment"_s)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(u"code"_s)
                     .toString(),
             u"CC-001"_s);
    QCOMPARE(as(u"jia"_s, {u"hazard"_s, u"add"_s, u"--description"_s, u"x"_s, u"--area"_s, u"??"_s})
                     .exit,
             1);
}

void TestHazardCommands::listsByFilter()
{
    const Call all = run({u"ledger"_s, u"list"_s});
    const Call one = run({u"ledger"_s, u"list"_s, u"--limit"_s, u"1"_s});
    QCOMPARE(one.json().value(u"count"_s).toInt(), 1);
    QCOMPARE(one.json().value(u"total"_s), all.json().value(u"total"_s));
    const Call major = run({u"ledger"_s, u"list"_s, u"--grade"_s, u"major"_s});
    QCOMPARE(major.json().value(u"count"_s).toInt(), 1);
    const Call archived = run({u"ledger"_s, u"list"_s, u"--state"_s, u"archived"_s});
    for (const auto &row : archived.json().value(u"hazards"_s).toArray())
        QCOMPARE(row.toObject().value(u"state"_s).toString(), u"archived"_s);
    QCOMPARE(run({u"ledger"_s, u"list"_s, u"--text"_s, u"急停"_s}).json().value(u"total"_s).toInt(),
             1);
    QCOMPARE(run({u"ledger"_s, u"list"_s, u"--overdue"_s}).json().value(u"total"_s).toInt(), 0);
    QCOMPARE(run({u"ledger"_s, u"list"_s, u"--state"_s, u"sleeping"_s}).exit, 1);
}

void TestHazardCommands::undoTakesBackTheLastActionOnly()
{
    const QString number = report(u"扶手松动"_s);
    step(u"jia"_s, {u"grade"_s, number, u"--grade"_s, u"general"_s, u"--colour"_s, u"blue"_s});
    const Call undone = as(u"jia"_s, {u"ledger"_s, u"undo"_s});
    QCOMPARE(undone.exit, 0);
    QVERIFY(undone.json().value(u"undone"_s).toString().contains(number));
    QVERIFY(undone.json().value(u"operations"_s).toInt() > 0);
    const QJsonObject hazard = run({u"hazard"_s, u"show"_s, number}).json();
    QCOMPARE(hazard.value(u"state"_s).toString(), u"reported"_s);
    QVERIFY(!hazard.contains(u"grade"_s));
}

void TestHazardCommands::undoSaysWhatItDidNotDo()
{
    const QString number = report(u"灯罩破损"_s);
    step(u"jia"_s, {u"grade"_s, number, u"--grade"_s, u"general"_s, u"--colour"_s, u"blue"_s});
    step(u"jia"_s, {u"dispatch"_s, number, u"--to"_s, u"yi"_s});
    step(u"yi"_s, {u"start"_s, number});
    // The dispatch stands: somebody else has gone on from there.
    const Call undone = as(u"jia"_s, {u"ledger"_s, u"undo"_s});
    const QJsonObject said = undone.json();
    QVERIFY(said.value(u"action"_s).toString().contains(number));
    QVERIFY(!said.value(u"kept"_s).toArray().isEmpty());
    const bool isTaken = said.value(u"operations"_s).toInt() > 0;
    QCOMPARE(undone.exit, isTaken ? 0 : 1);
    QCOMPARE(said.value(u"undone"_s).toString(),
             isTaken ? said.value(u"action"_s).toString() : QString());
    QCOMPARE(run({u"hazard"_s, u"show"_s, number}).json().value(u"state"_s).toString(),
             u"rectifying"_s);
}

void TestHazardCommands::photosBecomeEvidence()
{
    const QString photo = m_folder.filePath(u"before.png"_s);
    const QString other = m_folder.filePath(u"wide.png"_s);
    QImage picture(30, 20, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QVERIFY(picture.save(photo));
    picture.fill(Qt::darkRed);
    QVERIFY(picture.save(other));
    const QStringList words{u"hazard"_s,   u"add"_s,         u"--description"_s,
                            u"电缆破皮"_s, u"--equipment"_s, u"CC-001"_s};
    const Call made = as(u"yi"_s, words + QStringList{u"--photo"_s, photo, u"--photo"_s, other});
    QCOMPARE(made.error, QByteArray());
    QCOMPARE(made.exit, 0);
    const QJsonArray shas = made.json().value(u"before_photos"_s).toArray();
    QCOMPARE(shas.size(), 2);
    const store::Blobs blobs(m_store);
    for (const auto &sha : shas)
        QVERIFY(blobs.has(sha.toString()));
    QFile text(m_folder.filePath(u"notes.png"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no picture");
    text.close();
    const Call refused = as(u"yi"_s, words + QStringList{u"--photo"_s, text.fileName()});
    QCOMPARE(refused.exit, 1);
    QVERIFY2(refused.error.contains("notes.png"), refused.error.constData());
}

void TestHazardCommands::conflictsAreListedAndDecided()
{
    const QString number = report(u"甲"_s);
    {
        const store::Schema schema = app::createSchema();
        core::SystemClock clock;
        core::SystemRng rng;
        auto store = store::Store::open(m_store, {schema, clock, rng});
        QVERIFY(store);
        const auto connection = (*store)->connect();
        const auto hazard = hazards::findHazard(*connection, number);
        QVERIFY(hazard && *hazard);
        const auto seen = store::readRecord(*connection, schema, u"hazard"_s, (*hazard)->id);
        for (const QString &what : {u"乙"_s, u"丙"_s})
            QVERIFY(hazards::change(**store, (*hazard)->foundBy, (*hazard)->id,
                                    {{u"description"_s, what}}, &*seen));
    }
    const QJsonArray open =
            run({u"hazard"_s, u"conflicts"_s, number}).json().value(u"conflicts"_s).toArray();
    QCOMPARE(open.size(), 1);
    const QString id = open.first().toObject().value(u"id"_s).toString();
    const auto decide = [&](const QString &side) {
        return as(u"jia"_s,
                  {u"hazard"_s, u"decide"_s, number, u"--conflict"_s, id, u"--take"_s, side});
    };
    QCOMPARE(decide(u"both"_s).exit, 2);
    QCOMPARE(decide(u"other"_s).exit, 0);
    QCOMPARE(run({u"hazard"_s, u"show"_s, number}).json().value(u"description"_s).toString(),
             u"乙"_s);
    QVERIFY(run({u"hazard"_s, u"conflicts"_s, number})
                    .json()
                    .value(u"conflicts"_s)
                    .toArray()
                    .isEmpty());
    QCOMPARE(decide(u"other"_s).exit, 1);
}

void TestHazardCommands::exportsTheLedgerAsCsvThatCanBeReadBack()
{
    const QString csv = m_folder.filePath(u"ledger.csv"_s);
    const Call made = run({u"ledger"_s, u"export"_s, csv});
    QCOMPARE(made.error, QByteArray());
    QCOMPARE(made.exit, 0);
    const int total = run({u"ledger"_s, u"list"_s}).json().value(u"total"_s).toInt();
    QCOMPARE(made.json().value(u"hazards"_s).toInt(), total);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(int(bytes.count("\r\n")), total + 1);
    for (const char *word : {"防护罩缺失", "急停失灵", "CC-001", "yi某", "120.50"})
        QVERIFY2(bytes.contains(word), word);
    const QString few = m_folder.filePath(u"few.csv"_s);
    QCOMPARE(run({u"ledger"_s, u"export"_s, few, u"--text"_s, u"急停"_s})
                     .json()
                     .value(u"hazards"_s)
                     .toInt(),
             1);
    QFile small(few);
    QVERIFY(small.open(QIODevice::ReadOnly));
    QVERIFY(!small.readAll().contains("防护罩缺失"));
    QCOMPARE(run({u"ledger"_s, u"export"_s, m_folder.filePath(u"x.doc"_s)}).exit, 1);
}

void TestHazardCommands::exportsTheLedgerForSpreadsheetAndPaper()
{
    const QString xlsx = m_folder.filePath(u"ledger.xlsx"_s);
    const QString pdf = m_folder.filePath(u"ledger.pdf"_s);
    QCOMPARE(as(u"jia"_s, {u"ledger"_s, u"export"_s, xlsx}).exit, 0);
    QCOMPARE(as(u"jia"_s, {u"report"_s, u"ledger"_s, pdf}).exit, 0);
    for (const auto &[path, magic] :
         {std::pair{xlsx, QByteArray("PK")}, std::pair{pdf, QByteArray("%PDF-")}}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.size() > 2000);
        QVERIFY(file.read(5).startsWith(magic));
    }
}

void TestHazardCommands::takesOverALedgerOnceAndTakesItBack()
{
    const QString csv = m_folder.filePath(u"old.csv"_s);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("序号,排查日期,隐患描述,隐患等级,整改措施,责任人\r\n"
               "1,2026-03-02,一号配电箱无盖板,一般,已补盖板,甲\r\n"
               "2,2026-03-05,吊索具有断丝,一般,已更换,yi某\r\n"
               "3,2026-03-09,灭火器压力不足,一般,已充装,甲\r\n");
    file.close();
    const auto total = [this] {
        return run({u"ledger"_s, u"list"_s}).json().value(u"total"_s).toInt();
    };
    const int before = total();
    const Call tried = run({u"ledger"_s, u"import"_s, csv, u"--dry-run"_s});
    QCOMPARE(tried.exit, 0);
    QCOMPARE(tried.json().value(u"rows"_s).toObject().value(u"read"_s).toInt(), 3);
    QCOMPARE(total(), before);
    QCOMPARE(run({u"ledger"_s, u"import"_s, csv}).exit, 1); // by whom?
    const Call taken = as(u"jia"_s, {u"ledger"_s, u"import"_s, csv});
    QCOMPARE(taken.exit, 0);
    QCOMPARE(taken.json().value(u"rows"_s).toObject().value(u"imported"_s).toInt(), 3);
    QCOMPARE(total(), before + 3);
    const Call again = as(u"jia"_s, {u"ledger"_s, u"import"_s, csv});
    QCOMPARE(again.json().value(u"rows"_s).toObject().value(u"duplicates"_s).toInt(), 3);
    QCOMPARE(total(), before + 3);
    QCOMPARE(as(u"jia"_s, {u"ledger"_s, u"undo"_s}).exit, 0);
    QCOMPARE(total(), before);
    QCOMPARE(as(u"jia"_s, {u"ledger"_s, u"import"_s, m_folder.filePath(u"none.xlsx"_s)}).exit, 1);
}

QTEST_GUILESS_MAIN(TestHazardCommands)
#include "tst_hazardcommands.moc"
