// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dailycopy.h"
#include "app/desktop/desk.h"
#include "app/desktop/newplantdialog.h"
#include "app/desktop/singleinstance.h"
#include "app/desktop/startpage.h"
#include "app/desktop/storeplants.h"
#include "app/specs.h"
#include "plant/engine/person.h"
#include "shell/events.h"
#include "support/testmodule.h"
#include "support/testshell.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

using namespace Qt::StringLiterals;

// The desk over real stores, with a module of the tests' own.
struct DeskBench {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    core::ManualClock clock{TestShell::Noon};
    core::SystemRng rng;
    store::Schema schema = app::createSchema();
    TestPrompts prompts;
    shell::Theme theme;
    QStringList made;
    app::StorePlants plants{
            {schema, clock, rng},
            [this](store::Store &) { return TestModule::list(&made); },
            [this](const QString &path, core::Progress &progress) -> core::Result<> {
                progress.setRange(10);
                progress.setValue(5);
                auto store = store::Store::create(path, u"Sample"_s, {schema, clock, rng});
                return store ? core::Result<>() : core::Result<>(core::passOn(store));
            }};
    shell::JobRunner jobs;
    app::Desk desk{{{}, {}, settings, jobs, prompts, clock, theme}, plants, folder.path()};

    QString path(const QString &name) const { return folder.filePath(name + u".anlan"_s); }
    // A plant with one person whose login is "jia".
    QString plantFile(const QString &name)
    {
        auto store = store::Store::create(path(name), name, {schema, clock, rng});
        if (!store)
            qFatal("no store: %s", qUtf8Printable(store.error().message));
        plant::Person person;
        person.name = u"示例甲"_s;
        person.login = u"jia"_s;
        person.role = u"safety_officer"_s;
        const auto added = plant::addPerson(**store, QUuid::createUuid(), person);
        if (!added)
            qFatal("no person: %s", qUtf8Printable(added.error().message));
        return path(name);
    }
};

class TestDesk : public QObject
{
    Q_OBJECT
private slots:
    void beginsWithTheStartPageWhereNothingWasOpened()
    {
        DeskBench bench;
        bench.desk.start({}, {});
        QVERIFY(bench.desk.startPage()->isVisible());
        QVERIFY(!bench.desk.window());
    }

    void opensThePlantThatIsNamed()
    {
        DeskBench bench;
        bench.desk.start(bench.plantFile(u"河东厂"_s), u"jia"_s);
        QTRY_VERIFY(bench.desk.window());
        QCOMPARE(bench.desk.window()->windowTitle(), u"河东厂 - Anlan"_s);
        QTRY_COMPARE(bench.desk.window()->person().name, u"示例甲"_s);
        QTRY_VERIFY(!bench.desk.window()->findChild<QLabel *>(u"state"_s)->text().isEmpty());
    }

    void makesTheDailyCopyAWhileAfterThePlantIsOpen()
    {
        DeskBench bench;
        bench.desk.setCopyAfter(std::chrono::milliseconds(1));
        const QString path = bench.plantFile(u"a"_s);
        const QString copy = path + u".backups/2026-04-24.anlan"_s;
        bench.desk.start(path, {});
        QTRY_VERIFY(bench.desk.window());
        QTRY_VERIFY(QFileInfo::exists(copy));
        QTRY_VERIFY(bench.jobs.isIdle());
        QVERIFY(store::Store::open(copy, {bench.schema, bench.clock, bench.rng}));
    }

    void saysThatTheDailyCopyWasNotMade()
    {
        DeskBench bench;
        bench.desk.setCopyAfter(std::chrono::milliseconds(1));
        const QString path = bench.plantFile(u"a"_s);
        QFile inTheWay(path + u".backups"_s); // no folder can be made here
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        bench.desk.start(path, {});
        QTRY_VERIFY(bench.desk.window());
        QTRY_VERIFY2(bench.desk.window()->statusBar()->currentMessage().startsWith(
                             u"The daily copy of the plant was not made: "_s),
                     qUtf8Printable(bench.desk.window()->statusBar()->currentMessage()));
    }

    void copiesAgainWhenANewDayHasBegun()
    {
        shell::JobRunner jobs;
        QString today = u"2026-04-24"_s;
        QAtomicInt copies;
        app::DailyCopy daily(jobs, [&copies](core::Progress &) -> core::Result<QString> {
            copies.ref();
            return QString();
        });
        int looks = 0;
        daily.start(
                [&] {
                    ++looks;
                    return today;
                },
                std::chrono::milliseconds(1), std::chrono::milliseconds(1));
        QTRY_COMPARE(copies.loadAcquire(), 1);
        const int before = looks;
        QTRY_VERIFY(looks > before + 10);
        QCOMPARE(copies.loadAcquire(), 1); // once a day
        today = u"2026-04-25"_s;
        QTRY_COMPARE(copies.loadAcquire(), 2);
    }

    void opensTheLastPlantTheNextTime()
    {
        DeskBench bench;
        const QString path = bench.plantFile(u"a"_s);
        bench.desk.start(path, {});
        QTRY_VERIFY(bench.desk.window());
        QSignalSpy left(&bench.desk, &app::Desk::left);
        bench.desk.window()->close();
        QTRY_COMPARE(left.size(), 1);
        bench.desk.start({}, {});
        QTRY_VERIFY(bench.desk.window());
        QCOMPARE(bench.desk.window()->storePath(), path);
    }

    void aFileThatCannotBeOpenedIsSaidOnTheStartPage()
    {
        DeskBench bench;
        const QString path = bench.path(u"broken"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        bench.desk.start(path, {});
        QTRY_VERIFY(bench.desk.startPage() && bench.desk.startPage()->isVisible());
        QTRY_VERIFY(!bench.desk.startPage()->findChild<QLabel *>(u"problem"_s)->text().isEmpty());
        QVERIFY(!bench.desk.window());
    }

    void makesTheSamplePlantAndOpensIt()
    {
        DeskBench bench;
        bench.desk.start({}, {});
        bench.desk.startPage()->findChild<QAbstractButton *>(u"sample"_s)->click();
        QTRY_VERIFY(bench.desk.window());
        QCOMPARE(bench.desk.window()->storePath(), bench.path(u"sample"_s));
        const QStringList left =
                QDir(bench.folder.path()).entryList({u"making-*"_s}, QDir::Dirs | QDir::Hidden);
        QCOMPARE(left, QStringList());
    }

    void changesToAnotherPlant()
    {
        DeskBench bench;
        const QString other = bench.plantFile(u"b"_s);
        bench.desk.start(bench.plantFile(u"a"_s), {});
        QTRY_VERIFY(bench.desk.window());
        Q_EMIT bench.desk.window()->openRequested(other);
        QTRY_VERIFY(bench.desk.window() && bench.desk.window()->storePath() == other);
    }

    void anotherLanguageMakesTheWindowAnewOverTheSamePlant()
    {
        DeskBench bench;
        const QString path = bench.plantFile(u"a"_s);
        bench.desk.start(path, {});
        QTRY_VERIFY(bench.desk.window());
        connect(&bench.desk, &app::Desk::rebuildRequested, &bench.desk, &app::Desk::rebuild);
        QSignalSpy rebuilt(&bench.desk, &app::Desk::rebuildRequested);
        QSignalSpy left(&bench.desk, &app::Desk::left);
        Q_EMIT bench.desk.window()->rebuildRequested();
        QTRY_COMPARE(rebuilt.size(), 1);
        QVERIFY(bench.desk.window() && bench.desk.window()->isVisible());
        QCOMPARE(bench.desk.window()->storePath(), path);
        QCOMPARE(left.size(), 0);
    }

    void closingTheStartPageLeaves()
    {
        DeskBench bench;
        bench.desk.start({}, {});
        QSignalSpy left(&bench.desk, &app::Desk::left);
        bench.desk.startPage()->close();
        QCOMPARE(left.size(), 1);
    }

    void aNewPlantIsNamedAndOpenedWithItsFirstPerson()
    {
        DeskBench bench;
        bench.desk.start({}, {});
        bench.prompts.pathToSave = bench.path(u"河东一厂"_s);
        bench.desk.startPage()->findChild<QAbstractButton *>(u"new"_s)->click();
        auto *dialog = bench.desk.startPage()->findChild<app::NewPlantDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"河东一厂"_s);
        dialog->findChild<QLineEdit *>(u"person"_s)->setText(u"示例丙"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(bench.desk.window());
        QCOMPARE(bench.desk.window()->windowTitle(), u"河东一厂 - Anlan"_s);
        // Whoever set it up works in it at once.
        QTRY_COMPARE(bench.desk.window()->person().name, u"示例丙"_s);
        QCOMPARE(bench.desk.window()->person().post, u"河东一厂"_s);
    }

    void aSecondDesktopRaisesTheFirst()
    {
        DeskBench bench;
        const QString path = bench.plantFile(u"a"_s);
        app::SingleInstance first(path);
        QSignalSpy raised(&first, &app::SingleInstance::raiseRequested);
        QVERIFY(first.claim());
        QSignalSpy left(&bench.desk, &app::Desk::left);
        bench.desk.start(path, {});
        QCOMPARE(left.size(), 1); // this one goes
        QTRY_COMPARE(raised.size(), 1);
        app::SingleInstance other(bench.plantFile(u"b"_s));
        QVERIFY(other.claim()); // another plant is another desktop
    }

    void panelsHearOfWhatAnotherProgramSaved()
    {
        DeskBench bench;
        const QString path = bench.plantFile(u"a"_s);
        bench.desk.start(path, {});
        QTRY_VERIFY(bench.desk.window());
        QSignalSpy changed(&bench.desk.window()->events(), &shell::Events::storeChanged);
        auto other = store::Store::open(path, {bench.schema, bench.clock, bench.rng});
        QVERIFY(other);
        plant::Person person;
        person.name = u"示例乙"_s;
        person.role = u"worker"_s;
        constexpr int SeveralLooks = 15'000;
        QElapsedTimer waited;
        waited.start();
        while (changed.isEmpty() && waited.elapsed() < SeveralLooks) {
            person.employeeNumber = QString::number(waited.elapsed());
            QVERIFY(plant::addPerson(**other, QUuid::createUuid(), person));
            changed.wait(2500);
        }
        QVERIFY(!changed.isEmpty());
        QVERIFY(changed.constFirst().constFirst().toStringList().contains(u"person"_s));
    }
};

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
