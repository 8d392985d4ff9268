// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"
#include "store/integrity.h"
#include "store/statement.h"
#include "support/check.h"
#include "support/faultvfs.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QProcess>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

// Disks that fill up or break at every single write, files that cannot be opened, other processes.
class TestFaults : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_disk.setSyncIsFree(true);
        {
            TestStore made(m_schema);
            m_anna = core::makeUuid7(1, made.rng());
            OK(save(made.store(), m_reported));
            const QString path = made->path();
            made.close();
            QVERIFY(QFile::copy(path, m_template));
        }
    }

    void nothingReportedIsLostWhenAWriteFails_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("forGood");
        QTest::addColumn<int>("creates");
        for (const int creates : {1, 150}) {
            const char *what = creates == 1 ? "save" : "import";
            QTest::addRow("%s, disk full once", what) << SQLITE_FULL << false << creates;
            QTest::addRow("%s, disk stays full", what) << SQLITE_FULL << true << creates;
            QTest::addRow("%s, error once", what) << SQLITE_IOERR << false << creates;
            QTest::addRow("%s, disk broken", what) << SQLITE_IOERR << true << creates;
        }
    }
    void nothingReportedIsLostWhenAWriteFails()
    {
        QFETCH(int, code);
        QFETCH(bool, forGood);
        QFETCH(int, creates);
        int refused = 0;
        int k = 0;
        while (true) {
            auto store = freshStore();
            m_disk.failAt(++k, code, forGood);
            QUuid saved;
            const auto done = save(*store, saved, creates);
            const bool hasFailed = m_disk.hasFailed();
            m_disk.heal();
            if (!done) {
                ++refused;
                const auto expected =
                        code == SQLITE_FULL ? core::ErrorCode::DiskFull : core::ErrorCode::Io;
                // A full disk can also show as a failed sync.
                QVERIFY2(done.error().code == expected || done.error().code == core::ErrorCode::Io,
                         qUtf8Printable(done.error().message + done.error().detail));
            }
            // Only a failed sync leaves open what comes back, and says so; never a part of it.
            const bool isUncertain = !done && done.error().message.contains(u"not certain"_s);
            QVERIFY(done || isUncertain
                    || done.error().message.contains(u"Nothing of this change was saved"_s));
            // In the same process, and after opening anew.
            for (int round = 0; round < 2; ++round) {
                const auto connection = store->connect();
                QVERIFY2(connection, qPrintable(u"change %1"_s.arg(k)));
                OK(store::readRecord(*connection, m_schema, u"note"_s, m_reported));
                const auto counts = store::counts(*connection, m_schema);
                const qint64 notes = counts->entities.value(u"note"_s);
                if (!isUncertain || notes != 1)
                    QCOMPARE(notes, done || isUncertain ? 1 + creates : 1);
                reopen(store);
            }
            core::NoProgress progress;
            GET(report, store::check(*store, progress));
            QVERIFY2(report->problems.isEmpty(), qPrintable(u"change %1"_s.arg(k)));
            OK(save(*store, saved)); // and work goes on
            if (!hasFailed)
                break;
        }
        qInfo("changes of the disk enumerated %d, saves refused %d", k - 1, refused);
        QVERIFY(k > 5 && refused > 2);
    }

    // The power goes at every single write, and a random half of what was not synced is gone.
    void nothingReportedIsLostWhenUnsyncedWritesVanish()
    {
        core::SeededRng rng(7);
        int lost = 0;
        int k = 0;
        for (bool isOver = false; !isOver;) {
            auto store = freshStore();
            QList<QUuid> reported{m_reported};
            m_disk.startRemembering();
            m_disk.failAt(++k, SQLITE_IOERR, true);
            for (int i = 0; i < 3; ++i) {
                QUuid saved;
                if (save(*store, saved, 5))
                    reported.append(saved);
            }
            const QString path = store->path();
            store.reset();
            isOver = !m_disk.hasFailed();
            m_disk.heal();
            lost += m_disk.loseUnsynced(rng);
            QFile::remove(path + u"-shm"_s); // lives in memory
            auto opened = store::Store::open(path, environment());
            QVERIFY2(opened,
                     qPrintable(u"change %1: "_s.arg(k)
                                + (opened ? QString() : opened.error().detail)));
            GET(connection, (*opened)->connect());
            for (const QUuid &id : std::as_const(reported))
                OK(store::readRecord(*connection, m_schema, u"note"_s, id));
            core::NoProgress progress;
            GET(report, store::check(**opened, progress));
            QVERIFY2(report->problems.isEmpty(), qPrintable(u"change %1"_s.arg(k)));
        }
        qInfo("power cuts enumerated %d, unsynced writes lost %d", k - 1, lost);
        QVERIFY(k > 20 && lost > 20);
    }

    void aWriterThatFailedOnceCommitsNothing()
    {
        auto store = freshStore();
        GET(writer, store::Writer::begin(*store, m_anna, u"save"_s));
        OK(writer->create(u"note"_s, {{u"title"_s, u"t"_s}}));
        // What SQLite does by itself after some errors.
        OK(store::execute(writer->connection().handle(), u"ROLLBACK"_s));
        QVERIFY(!writer->create(u"note"_s, {{u"title"_s, u"t"_s}}));
        QVERIFY(!writer->commit());
        GET(connection, store->connect());
        QCOMPARE(store::counts(*connection, m_schema)->operations, 1);
    }

    void aMediumThatCannotBeWrittenIsReadAndSaysSo()
    {
        auto store = freshStore();
        const QString path = store->path();
        store.reset();
        m_disk.setReadOnly(true);
        const auto opened = store::Store::open(path, environment());
        QUuid saved;
        const auto done = opened ? save(**opened, saved) : core::Result<>(core::passOn(opened));
        m_disk.setReadOnly(false);
        QVERIFY(!done);
        QCOMPARE(done.error().code, core::ErrorCode::ReadOnly);
    }

    void withoutTheRightToWriteItIsRefused_data()
    {
        QTest::addColumn<int>("file");
        QTest::addColumn<int>("folder");
        QTest::newRow("file") << 0444 << 0777;
        QTest::newRow("folder") << 0666 << 0555;
    }
    void withoutTheRightToWriteItIsRefused()
    {
        QFETCH(int, file);
        QFETCH(int, folder);
        QTemporaryDir place;
        const QString path = place.filePath(u"s.anlan"_s);
        QVERIFY(QFile::copy(m_template, path));
        QVERIFY(::chmod(qPrintable(path), mode_t(file)) == 0);
        QVERIFY(::chmod(qPrintable(place.path()), mode_t(folder)) == 0);
        // Rights do not bind an administrator: a child process gives them up first.
        const pid_t child = ::fork();
        if (child == 0) {
            if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
                ::_exit(100);
            const auto opened = store::Store::open(path, environment());
            ::_exit(opened ? 101 : int(opened.error().code));
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        ::chmod(qPrintable(place.path()), 0777);
        QCOMPARE(WEXITSTATUS(status), int(core::ErrorCode::ReadOnly));
    }

    void aNetworkDriveIsRefused_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isRefused");
        for (const char *type : {"nfs4", "CIFS", "smb3", "9p", "fuse.sshfs"})
            QTest::newRow(type) << QByteArray(type) << true;
        for (const char *type : {"ext4", "xfs", "btrfs", "ntfs"})
            QTest::newRow(type) << QByteArray(type) << false;
    }
    void aNetworkDriveIsRefused()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, isRefused);
        const QString path = freshFile();
        const QByteArray before = contentOf(path);
        store::Environment there = environment();
        there.fileSystemOf = [&type](const QString &) { return type; };
        const auto opened = store::Store::open(path, there);
        QCOMPARE(!opened, isRefused);
        const auto made = store::Store::create(path + u".new"_s, u"Plant"_s, there);
        QCOMPARE(!made, isRefused);
        if (!isRefused)
            return;
        QCOMPARE(opened.error().code, core::ErrorCode::Refused);
        QVERIFY(opened.error().message.contains(QString::fromLatin1(type)));
        QCOMPARE(contentOf(path), before);
        QVERIFY(!QFile::exists(path + u".new"_s));
    }

    void whatIsNoStoreIsRefusedAndLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<core::ErrorCode>("code");
        QTest::newRow("empty file") << QByteArray() << core::ErrorCode::Damaged;
        QTest::newRow("text") << QByteArray(20'000, 'x') << core::ErrorCode::Damaged;
        QTest::newRow("short text") << QByteArray("hello") << core::ErrorCode::Damaged;
        QTest::newRow("another program's database")
                << database(u"CREATE TABLE t(a)"_s) << core::ErrorCode::Damaged;
        QTest::newRow("another program's database with a version")
                << database(u"CREATE TABLE t(a); PRAGMA user_version = 1"_s)
                << core::ErrorCode::Damaged;
        QTest::newRow("first pages only")
                << contentOf(m_template).left(5000) << core::ErrorCode::Damaged;
        QTest::newRow("newer store") << database({}, 99) << core::ErrorCode::Newer;
    }
    void whatIsNoStoreIsRefusedAndLeftAsItIs()
    {
        QFETCH(QByteArray, content);
        QFETCH(core::ErrorCode, code);
        const QString path = m_folder.filePath(u"%1.anlan"_s.arg(++m_files));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto opened = store::Store::open(path, environment());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, code);
        QVERIFY(opened.error().message.size() > 20);
        QVERIFY(contentOf(path) == content);
        for (const QString &rest : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
            QVERIFY2(!QFile::exists(path + rest), qPrintable(rest));
    }

    void aStoreCutShortIsNeverCalledClean()
    {
        const QByteArray whole = contentOf(m_template);
        for (int part = 1; part < 10; ++part) {
            const QString path = freshFile();
            QVERIFY(QFile::resize(path, whole.size() * part / 10));
            const auto opened = store::Store::open(path, environment());
            if (!opened) {
                QCOMPARE(opened.error().code, core::ErrorCode::Damaged);
                continue;
            }
            core::NoProgress progress;
            const auto report = store::check(**opened, progress);
            QVERIFY(!report || !report->isOk());
        }
    }

    void aSecondProcessIsWaitedForAndThenNamed()
    {
        auto store = freshStore();
        QProcess other;
        other.start(QCoreApplication::applicationDirPath() + u"/crashwriter"_s,
                    {u"hold"_s, store->path(), u"1"_s});
        QByteArray said;
        while (!said.contains("holding")) {
            QVERIFY(other.waitForReadyRead(30'000));
            said += other.readAllStandardOutput();
        }
        QUuid saved;
        const auto refused = save(*store, saved);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Busy);
        QVERIFY(refused.error().message.contains(u"Another program"_s));
        OK(store::readRecord(*store->connect(), m_schema, u"note"_s,
                             m_reported)); // reading goes on
        other.closeWriteChannel();
        QVERIFY(other.waitForFinished());
        OK(save(*store, saved));
        core::NoProgress progress;
        GET(report, store::check(*store, progress));
        QVERIFY(report->problems.isEmpty());
    }

private:
    store::Environment environment() { return {m_schema, m_clock, m_rng, {}}; }

    QString freshFile()
    {
        const QString path = m_folder.filePath(u"%1.anlan"_s.arg(++m_files));
        QFile::copy(m_template, path);
        return path;
    }

    std::unique_ptr<store::Store> freshStore()
    {
        auto opened = store::Store::open(freshFile(), environment());
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().message));
        return std::move(*opened);
    }

    void reopen(std::unique_ptr<store::Store> &store)
    {
        const QString path = store->path();
        store.reset();
        auto opened = store::Store::open(path, environment());
        QVERIFY2(opened, qUtf8Printable(opened ? QString() : opened.error().detail));
        store = std::move(*opened);
    }

    core::Result<> save(store::Store &store, QUuid &saved, int creates = 1)
    {
        auto writer = store::Writer::begin(store, m_anna, u"save"_s);
        if (!writer)
            return core::passOn(writer);
        for (int i = 0; i < creates; ++i) {
            const auto made = writer->create(
                    u"note"_s, {{u"title"_s, u"t%1"_s.arg(i)}, {u"body"_s, QString(500, u'b')}});
            if (!made)
                return core::passOn(made);
            saved = *made;
        }
        const auto receipt = writer->commit();
        return receipt ? core::Result<>() : core::passOn(receipt);
    }

    QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray database(const QString &sql, int version = 0)
    {
        const QString path =
                version == 0 ? m_folder.filePath(u"%1.db"_s.arg(++m_files)) : freshFile();
        sqlite3 *handle = nullptr;
        sqlite3_open(qPrintable(path), &handle);
        sqlite3_exec(handle, qPrintable(sql), nullptr, nullptr, nullptr);
        if (version != 0)
            sqlite3_exec(handle, qPrintable(u"PRAGMA user_version = %1"_s.arg(version)), nullptr,
                         nullptr, nullptr);
        sqlite3_close(handle);
        return contentOf(path);
    }

    FaultVfs m_disk;
    const store::Schema m_schema = noteSchema();
    core::ManualClock m_clock{1'760'000'000'000};
    core::SeededRng m_rng{1};
    QTemporaryDir m_folder;
    const QString m_template = m_folder.filePath(u"template.anlan"_s);
    int m_files = 0;
    QUuid m_anna;
    QUuid m_reported;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
