// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/program.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;

class TestStoreCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void makesAnEmptyStoreThatIsSound();
    void refusesToOverwriteAStore();
    void tellsWhatIsInAStore();
    void equalSeedsGiveEqualDigestsAndOthersDiffer();
    void rebuildingGivesTheSameDigest();
    void copiesAndRestores();
    void makesTheCopyOfTodayOnce();
    void findsDamage();
    void ctrlCLeavesNothingBehind();
    void wrongUsageShowsTheUsage_data();
    void wrongUsageShowsTheUsage();
    void failuresAreOneLineThatSaysWhatToDo();
    void tellsItsVersionAndItsCommands();
    void speaksChinese();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    Call on(const QString &store, const QStringList &arguments) const
    {
        return anlanctl(QStringList{u"--lang"_s, u"en"_s, u"--json"_s, u"--store"_s, file(store)}
                        + arguments);
    }
    Call makeSample(const QString &name, int seed) const
    {
        return anlanctl({u"--json"_s, u"store"_s, u"create"_s, file(name), u"--demo"_s,
                         u"--hazards"_s, u"120"_s, u"--seed"_s, QString::number(seed), u"--until"_s,
                         u"2026-06-30"_s});
    }

    QTemporaryDir m_folder;
};

void TestStoreCommands::initTestCase()
{
    const Call made = makeSample(u"sample.anlan"_s, 7);
    QCOMPARE(made.error, QByteArray());
    QCOMPARE(made.exit, 0);
    QCOMPARE(made.json().value(u"hazards"_s).toInt(), 120);
}

void TestStoreCommands::makesAnEmptyStoreThatIsSound()
{
    const Call made = anlanctl({u"store"_s, u"create"_s, file(u"empty.anlan"_s), u"--plant"_s,
                                u"示例厂"_s, u"--json"_s});
    QCOMPARE(made.exit, 0);
    QCOMPARE(made.json().value(u"plant"_s).toString(), u"示例厂"_s);
    const Call checked = on(u"empty.anlan"_s, {u"store"_s, u"check"_s});
    QCOMPARE(checked.exit, 0);
    QVERIFY(checked.json().value(u"ok"_s).toBool());
    QCOMPARE(checked.json().value(u"digest"_s).toString(), QString(64, u'0'));
    QVERIFY(checked.json().value(u"problems"_s).toArray().isEmpty());
}

void TestStoreCommands::refusesToOverwriteAStore()
{
    const QByteArray before = on(u"sample.anlan"_s, {u"store"_s, u"info"_s}).out;
    for (const QStringList &further : {QStringList(), QStringList{u"--demo"_s}}) {
        const Call again = anlanctl(
                QStringList{u"--lang"_s, u"en"_s, u"store"_s, u"create"_s, file(u"sample.anlan"_s)}
                + further);
        QCOMPARE(again.exit, 1);
        QVERIFY2(again.error.contains("exists already"), again.error);
        QCOMPARE(again.out, QByteArray());
    }
    QCOMPARE(on(u"sample.anlan"_s, {u"store"_s, u"info"_s}).out, before);
}

void TestStoreCommands::tellsWhatIsInAStore()
{
    const Call told = on(u"sample.anlan"_s, {u"store"_s, u"info"_s});
    QCOMPARE(told.exit, 0);
    const QJsonObject info = told.json();
    QCOMPARE(info.value(u"hazards"_s).toInt(), 120);
    QCOMPARE(info.value(u"equipment"_s).toInt(), 120);
    QVERIFY(info.value(u"people"_s).toInt() > 280);
    QVERIFY(info.value(u"open"_s).toInt() > 0);
    QVERIFY(info.value(u"operations"_s).toInt() > 120 * 5);
    QCOMPARE(info.value(u"schema"_s).toInt(), 1);
    int inStates = 0;
    for (const auto &number : info.value(u"states"_s).toObject())
        inStates += number.toInt();
    QCOMPARE(inStates, 120);
}

void TestStoreCommands::equalSeedsGiveEqualDigestsAndOthersDiffer()
{
    QCOMPARE(makeSample(u"twin.anlan"_s, 7).exit, 0);
    QCOMPARE(makeSample(u"other.anlan"_s, 8).exit, 0);
    const auto digest = [this](const QString &name) {
        const Call checked = on(name, {u"store"_s, u"check"_s});
        return checked.exit == 0 ? checked.json().value(u"digest"_s).toString() : QString();
    };
    const QString first = digest(u"sample.anlan"_s);
    QCOMPARE(first.size(), 64);
    QCOMPARE(digest(u"twin.anlan"_s), first);
    QVERIFY(digest(u"other.anlan"_s) != first);
    QCOMPARE(digest(u"other.anlan"_s).size(), 64);
}

void TestStoreCommands::rebuildingGivesTheSameDigest()
{
    const QString before =
            on(u"sample.anlan"_s, {u"store"_s, u"check"_s}).json().value(u"digest"_s).toString();
    const Call rebuilt = on(u"sample.anlan"_s, {u"store"_s, u"rebuild"_s});
    QCOMPARE(rebuilt.exit, 0);
    const QJsonObject report = rebuilt.json();
    QCOMPARE(report.value(u"before"_s).toString(), before);
    QCOMPARE(report.value(u"after"_s).toString(), before);
    QVERIFY(report.value(u"equal"_s).toBool());
    QVERIFY(report.value(u"operations"_s).toInt() > 0);
    QVERIFY(report.value(u"seconds"_s).isDouble());
}

void TestStoreCommands::copiesAndRestores()
{
    QCOMPARE(on(u"sample.anlan"_s, {u"store"_s, u"backup"_s, file(u"copy.anlan"_s)}).exit, 0);
    const Call restored = anlanctl(
            {u"store"_s, u"restore"_s, file(u"copy.anlan"_s), file(u"again.anlan"_s), u"--json"_s});
    QCOMPARE(restored.exit, 0);
    QVERIFY(restored.json().contains(u"store"_s));
    QCOMPARE(on(u"again.anlan"_s, {u"store"_s, u"check"_s}).out,
             on(u"sample.anlan"_s, {u"store"_s, u"check"_s}).out);
    const Call twice = anlanctl({u"--lang"_s, u"en"_s, u"store"_s, u"restore"_s,
                                 file(u"copy.anlan"_s), file(u"again.anlan"_s)});
    QCOMPARE(twice.exit, 1);
    QVERIFY2(twice.error.contains("exists already"), twice.error);
}

void TestStoreCommands::makesTheCopyOfTodayOnce()
{
    const Call first = on(u"sample.anlan"_s, {u"store"_s, u"backup"_s, u"--daily"_s});
    const Call second = on(u"sample.anlan"_s, {u"store"_s, u"backup"_s, u"--daily"_s});
    QCOMPARE(first.exit, 0);
    QCOMPARE(second.exit, 0);
    const QString path = first.json().value(u"backup"_s).toString();
    QVERIFY(QFile::exists(path));
    QCOMPARE(second.json().value(u"backup"_s).toString(), path);
    QCOMPARE(on(u"sample.anlan"_s, {u"store"_s, u"backup"_s}).exit, 1); // neither name nor --daily
}

void TestStoreCommands::findsDamage()
{
    const QString damaged = file(u"damaged.anlan"_s);
    QCOMPARE(makeSample(u"damaged.anlan"_s, 9).exit, 0);
    QFile store(damaged);
    QVERIFY(store.open(QIODevice::ReadWrite));
    const qint64 size = store.size();
    for (qint64 at = size / 2; at < size / 2 + 40 * 4096; at += 4096) {
        store.seek(at + 200);
        store.write(QByteArray(600, '\x5a'));
    }
    store.close();
    const Call checked = on(u"damaged.anlan"_s, {u"store"_s, u"check"_s});
    QCOMPARE(checked.exit, 1);
    const QJsonObject report = checked.json();
    QVERIFY(report.contains(u"error"_s) || !report.value(u"ok"_s).toBool(true));
    QVERIFY(report.contains(u"error"_s) || !report.value(u"problems"_s).toArray().isEmpty());
}

void TestStoreCommands::ctrlCLeavesNothingBehind()
{
    const QDir folder(m_folder.path());
    const QDir::Filters all = QDir::AllEntries | QDir::NoDotAndDotDot;
    const QStringList before = folder.entryList(all);
    QProcess program;
    program.start(QStringLiteral(ANLANCTL),
                  {u"--lang"_s, u"en"_s, u"store"_s, u"create"_s, file(u"long.anlan"_s),
                   u"--demo"_s, u"--hazards"_s, u"200000"_s});
    QVERIFY(program.waitForStarted());
    // Well inside: the whole takes minutes, and a million bytes of it are written.
    const auto written = [&folder] {
        const QStringList making = folder.entryList({u"making-*"_s}, QDir::Dirs);
        return making.isEmpty()
                ? 0
                : QFileInfo(folder.filePath(making.constFirst() + u"/long.anlan-wal"_s)).size();
    };
    QTRY_VERIFY_WITH_TIMEOUT(written() > 1'000'000, 30'000);
    QCOMPARE(::kill(pid_t(program.processId()), SIGINT), 0);
    QVERIFY(program.waitForFinished(20'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 1);
    const QByteArray error = program.readAllStandardError();
    QVERIFY2(error.contains("Stopped. Nothing was left behind."), error);
    QCOMPARE(folder.entryList(all), before);
}

void TestStoreCommands::wrongUsageShowsTheUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("no command") << QStringList{} << u"Which command?"_s;
    QTest::newRow("half a command") << QStringList{u"store"_s} << u"no command"_s;
    QTest::newRow("unknown command") << QStringList{u"store"_s, u"burn"_s} << u"no command"_s;
    QTest::newRow("no file") << QStringList{u"store"_s, u"create"_s} << u"FILE"_s;
    QTest::newRow("one too many") << QStringList{u"store"_s, u"create"_s, u"a"_s, u"b"_s}
                                  << u"“b”"_s;
    QTest::newRow("no store") << QStringList{u"store"_s, u"info"_s} << u"--store"_s;
    QTest::newRow("unknown option")
            << QStringList{u"store"_s, u"create"_s, u"a"_s, u"--colour"_s} << u"colour"_s;
    QTest::newRow("no number") << QStringList{u"store"_s,  u"create"_s,    u"a"_s,
                                              u"--demo"_s, u"--hazards"_s, u"many"_s}
                               << u"“many”"_s;
    QTest::newRow("no day") << QStringList{u"store"_s, u"create"_s, u"a"_s, u"--until"_s,
                                           u"31.3.2026"_s}
                            << u"31.3.2026"_s;
    QTest::newRow("needed option")
            << QStringList{u"--store"_s, u"x"_s, u"hazard"_s, u"add"_s} << u"--description"_s;
}

void TestStoreCommands::wrongUsageShowsTheUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, said);
    const Call call = anlanctl(QStringList{u"--lang"_s, u"en"_s} + arguments);
    QCOMPARE(call.exit, 2);
    QCOMPARE(call.out, QByteArray());
    QVERIFY2(QString::fromUtf8(call.error).contains(said), call.error);
    QVERIFY2(call.error.contains("Usage: anlanctl"), call.error);
}

void TestStoreCommands::failuresAreOneLineThatSaysWhatToDo()
{
    const Call missing = on(u"nowhere.anlan"_s, {u"store"_s, u"info"_s});
    QCOMPARE(missing.exit, 1);
    QCOMPARE(missing.error.count('\n'), 1);
    QVERIFY(missing.error.contains("There is no store file"));
    QCOMPARE(missing.json().value(u"error"_s).toObject().value(u"code"_s).toString(),
             u"not_found"_s);
    QFile other(file(u"letter.txt"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("not a store");
    other.close();
    QCOMPARE(on(u"letter.txt"_s, {u"store"_s, u"check"_s}).exit, 1);
}

void TestStoreCommands::tellsItsVersionAndItsCommands()
{
    const Call version = anlanctl({u"--version"_s});
    QCOMPARE(version.exit, 0);
    QVERIFY(version.out.startsWith("anlanctl "));
    const Call help = anlanctl({u"--help"_s});
    QCOMPARE(help.exit, 0);
    for (const char *words : {"store create", "ledger export", "hazard review", "person list"})
        QVERIFY2(help.out.contains(words), words);
    const Call one = anlanctl({u"--lang"_s, u"en"_s, u"hazard"_s, u"review"_s, u"--help"_s});
    QCOMPARE(one.exit, 0);
    QVERIFY(one.out.contains("--return"));
}

void TestStoreCommands::speaksChinese()
{
    const Call call = anlanctl({u"--lang"_s, u"zh_CN"_s, u"store"_s, u"info"_s});
    QCOMPARE(call.exit, 2);
    QVERIFY2(QString::fromUtf8(call.error).contains(u"用法"_s), call.error);
}

QTEST_GUILESS_MAIN(TestStoreCommands)
#include "tst_storecommands.moc"
