// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/blobs.h"
#include "store/integrity.h"
#include "store/statement.h"
#include "store/writer.h"
#include "support/check.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QDir>
#include <QSqlQuery>

#include <filesystem>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

// Copies of a store that can be trusted, and a log that shows when somebody touched it.
class TestBackup : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TestStore>(m_schema);
        const store::Blobs blobs(m_store->store().path());
        GET(photo, blobs.put("photo"));
        m_photo = *photo;
        for (int i = 0; i < 3; ++i) {
            GET(writer,
                store::Writer::begin(m_store->store(), core::makeUuid7(1, m_store->rng()),
                                     u"notes"_s));
            OK(writer->create(u"note"_s, {{u"title"_s, u"t"_s}, {u"photos"_s, m_photo}}));
            OK(writer->create(u"note"_s, {{u"title"_s, u"u"_s}}));
            OK(writer->commit());
        }
        m_target = m_store->folder() + u"/copies/copy.anlan"_s;
    }

    void aCopyHoldsRecordsAndEvidenceAndCanBeRestored()
    {
        OK(store::backup(m_store->store(), m_target, m_progress));
        const QString back = m_store->folder() + u"/back.anlan"_s;
        OK(store::restore(m_target, back, m_store->environment(), m_progress));
        for (const QString &path : {m_target, back}) {
            GET(opened, store::Store::open(path, m_store->environment()));
            GET(report, store::check(**opened, m_progress));
            QVERIFY(report->problems.isEmpty());
            QCOMPARE(report->digest, digest());
            QCOMPARE(report->evidenceFiles, 1);
            QVERIFY(store::Blobs(path).has(m_photo));
        }
        QVERIFY(leftovers().isEmpty());
    }

    void anExistingFileIsNotOverwritten()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_target).path()));
        QFile there(m_target);
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("something else");
        there.close();
        const auto refused = store::backup(m_store->store(), m_target, m_progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Refused);
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), "something else");
    }

    void aLeftOverLogOfAnEarlierStoreStandsInTheWay_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char *suffix : {"-wal", "-shm", "-journal"})
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
    void aLeftOverLogOfAnEarlierStoreStandsInTheWay()
    {
        QFETCH(QString, suffix);
        const QString source = m_store->folder() + u"/source.anlan"_s;
        OK(store::backup(m_store->store(), source, m_progress));
        const QString target = m_store->folder() + u"/again.anlan"_s;
        QVERIFY(writeFile(target + suffix, "work of another store"));
        const auto refusals = {
                messageOf(store::restore(source, target, m_store->environment(), m_progress)),
                messageOf(store::backup(m_store->store(), target, m_progress)),
                messageOf(store::Store::create(target, u"Plant"_s, m_store->environment()))};
        for (const QString &said : refusals)
            QVERIFY2(said.contains(u"again.anlan"_s + suffix), qUtf8Printable(said));
        QVERIFY(!QFile::exists(target));
        QCOMPARE(readFile(target + suffix), "work of another store");
        QVERIFY(leftovers().isEmpty());
    }

    void workInProgressOfSomebodyElseIsLeftAlone()
    {
        const QString restored = m_store->folder() + u"/restored.anlan"_s;
        const QString created = m_store->folder() + u"/created.anlan"_s;
        QVERIFY(QDir().mkpath(QFileInfo(m_target).path()));
        for (const QString &path : {m_target, restored, created})
            QVERIFY(writeFile(path + u".part"_s, "mine"));
        OK(store::backup(m_store->store(), m_target, m_progress));
        OK(store::restore(m_target, restored, m_store->environment(), m_progress));
        OK(store::Store::create(created, u"Plant"_s, m_store->environment()));
        for (const QString &path : {m_target, restored, created}) {
            QCOMPARE(readFile(path + u".part"_s), "mine");
            QVERIFY(QFile::remove(path + u".part"_s));
        }
        QVERIFY(leftovers().isEmpty());
    }

    void aDamagedStoreIsNotCopiedAndNothingStays()
    {
        tamper(u"UPDATE note SET title = 'changed' WHERE row = 1"_s);
        const auto refused = store::backup(m_store->store(), m_target, m_progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Damaged);
        QVERIFY(QDir(QFileInfo(m_target).path()).isEmpty());
    }

    void aLostOrChangedPhotoDoesNotEndTheCopies()
    {
        const store::Blobs blobs(m_store->store().path());
        GET(other, blobs.put("other photo"));
        {
            GET(writer,
                store::Writer::begin(m_store->store(), core::makeUuid7(1, m_store->rng()),
                                     u"notes"_s));
            OK(writer->create(u"note"_s, {{u"photos"_s, *other}}));
            OK(writer->commit());
        }
        QVERIFY(QFile::remove(blobs.pathOf(m_photo)));
        QVERIFY(writeFile(blobs.pathOf(*other), "drawn over"));
        GET(copied, store::backup(m_store->store(), m_target, m_progress));
        GET(daily, store::dailyBackup(m_store->store(), m_progress));
        for (const store::CopyReport &report : {*copied, *daily}) {
            QCOMPARE(report.evidenceFiles, 2);
            QStringList problems;
            for (const store::Problem &problem : report.problems)
                problems.append(problem.kind + u' ' + QFileInfo(problem.where).fileName());
            problems.sort();
            QCOMPARE(problems,
                     (QStringList{u"changed_file "_s + *other, u"missing_file "_s + m_photo}));
            QCOMPARE(readFile(store::Blobs(report.path).pathOf(*other)), "drawn over");
        }
        const QString back = m_store->folder() + u"/back.anlan"_s;
        GET(restored, store::restore(m_target, back, m_store->environment(), m_progress));
        QCOMPARE(restored->problems.size(), 2);
        QCOMPARE(restored->digest, digest());
    }

    // Neither the daily copies nor anything else of SQLite happens on the drive itself.
    void aCopyGoesToANetworkDriveAsBytes()
    {
        QTemporaryDir share;
        const QString path = m_store->store().path();
        m_store->close();
        store::Environment environment = m_store->environment();
        QStringList asked;
        environment.fileSystemOf = [&](const QString &file) -> QByteArray {
            asked.append(file);
            return file.startsWith(share.path()) ? "nfs4" : "ext4";
        };
        GET(opened, store::Store::open(path, environment));
        const QString target = share.filePath(u"sub/copy.anlan"_s);
        GET(report, store::backup(**opened, target, m_progress));
        QVERIFY(asked.contains(target));
        QCOMPARE(report->evidenceFiles, 1);
        QVERIFY(report->problems.isEmpty());
        QCOMPARE(QDir(share.filePath(u"sub"_s)).entryList(QDir::Files).size(), 1);
        QVERIFY(leftovers().isEmpty());
        GET(made,
            store::restore(target, m_store->folder() + u"/back.anlan"_s, environment, m_progress));
        QCOMPARE(made->digest, report->digest);
    }

    void aCopyOnAMediumThatCannotBeWrittenIsRestored()
    {
        OK(store::backup(m_store->store(), m_target, m_progress));
        const QString folder = QFileInfo(m_target).path();
        QVERIFY(QFile::setPermissions(m_target, QFile::ReadOwner));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const QByteArray before = readFile(m_target);
        // Rights do not bind an administrator: what changes beside the copy is looked at as well.
        const QStringList there = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        const QDateTime touched = QFileInfo(folder).lastModified();
        const QString back = m_store->folder() + u"/back.anlan"_s;
        const auto restored = store::restore(m_target, back, m_store->environment(), m_progress);
        QVERIFY(QFile::setPermissions(folder,
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        OK(restored);
        QCOMPARE(restored->digest, digest());
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), there);
        QCOMPARE(QFileInfo(folder).lastModified(), touched);
        QVERIFY(readFile(m_target) == before);
        OK(store::Store::open(back, m_store->environment()));
    }

    void aDatabaseOfAnotherProgramStaysAsItIs()
    {
        const QString source = m_store->folder() + u"/contacts.db"_s;
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(qPrintable(source), &handle), SQLITE_OK);
        QCOMPARE(sqlite3_exec(handle, "CREATE TABLE t(a)", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(handle);
        const QByteArray before = readFile(source);
        const auto refused = store::restore(source, m_target, m_store->environment(), m_progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Damaged);
        QVERIFY(readFile(source) == before);
    }

    void workThatWasNotYetFoldedIntoTheFileIsRestoredToo()
    {
        const QString source = m_store->folder() + u"/source.anlan"_s;
        const QByteArray expected = digest();
        QVERIFY(QFileInfo(m_store->store().path() + u"-wal"_s).size() > 0);
        for (const QString &suffix : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(m_store->store().path() + suffix, source + suffix));
        const QString back = m_store->folder() + u"/back.anlan"_s;
        GET(restored, store::restore(source, back, m_store->environment(), m_progress));
        QCOMPARE(restored->digest, expected);
    }

    // What a check reads belongs to one moment, whoever saves meanwhile.
    void aCheckDuringASaveFindsNoDamage()
    {
        class Saving final : public core::Progress
        {
        public:
            explicit Saving(TestStore &target)
                : m_target(target)
            {
            }
            void setRange(int) override { save(); }
            void setValue(int) override { }
            bool isCanceled() const override { return false; }
            void save()
            {
                GET(writer,
                    store::Writer::begin(m_target.store(), core::makeUuid7(1, m_target.rng()),
                                         u"meanwhile"_s));
                OK(writer->create(u"note"_s, {{u"title"_s, u"t"_s}}));
                OK(writer->commit());
                ++saved;
            }
            int saved = 0;

        private:
            TestStore &m_target;
        };
        Saving progress(*m_store);
        GET(report, store::check(m_store->store(), progress));
        QVERIFY(progress.saved >= 2);
        QStringList found;
        for (const store::Problem &problem : report->problems)
            found.append(problem.kind + u' ' + problem.where);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u", "_s)));
    }

    void aCheckTellsHowFarItIsAndStopsAnywhere()
    {
        class Counting final : public core::Progress
        {
        public:
            explicit Counting(int asksUntilStop)
                : m_left(asksUntilStop)
            {
            }
            void setRange(int maximum) override { ranges.append(maximum); }
            void setValue(int value) override { values.append(value); }
            bool isCanceled() const override { return m_left-- <= 0; }
            QList<int> ranges;
            QList<int> values;

        private:
            mutable int m_left;
        };
        Counting whole(1'000'000);
        OK(store::check(m_store->store(), whole));
        QCOMPARE(whole.ranges.first(), 6); // operations of the chain
        QCOMPARE(whole.ranges.last(), 1);  // evidence files
        QVERIFY(whole.values.contains(4)); // within the chain
        int stopped = 0;
        while (true) {
            Counting progress(stopped);
            const auto report = store::check(m_store->store(), progress);
            if (report)
                break;
            QCOMPARE(report.error().code, core::ErrorCode::Cancelled);
            ++stopped;
        }
        QVERIFY2(stopped >= 6 + 3 + 1, qPrintable(QString::number(stopped)));
    }

    // History still shows what was taken off a record.
    void evidenceThatWasRemovedIsStillWanted()
    {
        QUuid id;
        const store::Blobs blobs(m_store->store().path());
        GET(other, blobs.put("taken off"));
        GET(writer,
            store::Writer::begin(m_store->store(), core::makeUuid7(1, m_store->rng()), u"n"_s));
        GET(made, writer->create(u"note"_s, {{u"photos"_s, *other}}));
        OK(writer->remove(u"note"_s, *made, u"photos"_s, {*other}));
        OK(writer->commit());
        GET(clean, store::check(m_store->store(), m_progress));
        QVERIFY(clean->problems.isEmpty());
        QCOMPARE(clean->evidenceFiles, 2);
        QVERIFY(QFile::remove(blobs.pathOf(*other)));
        GET(report, store::check(m_store->store(), m_progress));
        QCOMPARE(report->problems.size(), 1);
        QCOMPARE(report->problems.first().kind, u"missing_file"_s);
    }

    void whatIsNoStoreIsNotRestored()
    {
        const QString source = m_store->folder() + u"/source"_s;
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(9000, 'x'));
        file.close();
        const auto refused = store::restore(source, m_target, m_store->environment(), m_progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Damaged);
        QVERIFY(!QFile::exists(m_target));
        QVERIFY(!store::restore(source + u"-none"_s, m_target, m_store->environment(), m_progress));
        QVERIFY(leftovers().isEmpty());
    }

    void thereIsOneDailyCopyADayAndSevenAreKept()
    {
        GET(first, store::dailyBackup(m_store->store(), m_progress));
        const QDateTime made = QFileInfo(first->path).lastModified();
        GET(again, store::dailyBackup(m_store->store(), m_progress));
        QCOMPARE(again->path, first->path);
        QCOMPARE(QFileInfo(again->path).lastModified(), made);
        QCOMPARE(QFileInfo(first->path).fileName(), u"2025-10-09.anlan"_s);
        for (int day = 0; day < 9; ++day) {
            m_store->clock().advance(24 * 3'600'000);
            OK(store::dailyBackup(m_store->store(), m_progress));
        }
        const QDir folder = QFileInfo(first->path).dir();
        const QStringList kept = folder.entryList({u"*.anlan"_s}, QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), 7);
        QCOMPARE(kept.last(), u"2025-10-18.anlan"_s);
        QCOMPARE(folder.entryList({u"*.blobs"_s}, QDir::Dirs).size(), 7);
        GET(opened, store::Store::open(folder.filePath(kept.first()), m_store->environment()));
        GET(report, store::check(**opened, m_progress));
        QVERIFY(report->problems.isEmpty());
        // One photo on the disk, under as many names as there are copies.
        namespace fs = std::filesystem;
        const store::Blobs newest(folder.filePath(kept.last()));
        const QString original = store::Blobs(m_store->store().path()).pathOf(m_photo);
        QVERIFY(fs::equivalent(QFileInfo(original).filesystemFilePath(),
                               QFileInfo(newest.pathOf(m_photo)).filesystemFilePath()));
        QCOMPARE(fs::hard_link_count(QFileInfo(original).filesystemFilePath()), 8U);
        OK(store::backup(m_store->store(), m_target, m_progress));
        QVERIFY(!fs::equivalent(
                QFileInfo(original).filesystemFilePath(),
                QFileInfo(store::Blobs(m_target).pathOf(m_photo)).filesystemFilePath()));
    }

    void aChangedByteOfTheLogIsFoundAndNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("where");
        QTest::newRow("body of a frame")
                << u"UPDATE batch SET frame = substr(frame, 1, 170) || x'ff' || substr(frame, 172) WHERE bno = 2"_s
                << u"frame"_s << u"2"_s;
        QTest::newRow("lane number of a frame")
                << u"UPDATE batch SET frame = substr(frame, 1, 39) || x'09' || substr(frame, 41) WHERE bno = 2"_s
                << u"chain"_s << u"2"_s;
        QTest::newRow("what the acceptor said")
                << u"UPDATE batch SET env = replace(env, '\"epoch\":0', '\"epoch\":1') WHERE bno = 2"_s
                << u"chain"_s << u"2"_s;
        QTest::newRow("a whole frame gone")
                << u"DELETE FROM batch WHERE bno = 2"_s << u"chain"_s << u"3"_s;
        QTest::newRow("the last frame gone")
                << u"DELETE FROM batch WHERE bno = 3"_s << u"chain"_s << u"head"_s;
        QTest::newRow("an operation gone from the index")
                << u"DELETE FROM opidx WHERE seq = 4"_s << u"index"_s << u"4"_s;
        QTest::newRow("record of an operation in the index")
                << u"UPDATE opidx SET entity = zeroblob(16) WHERE seq = 4"_s << u"index"_s
                << u"4"_s;
        QTest::newRow("author of an operation in the index")
                << u"UPDATE opidx SET actor = zeroblob(16) WHERE seq = 4"_s << u"index"_s << u"4"_s;
        QTest::newRow("frame of an operation in the index")
                << u"UPDATE opidx SET bno = 1 WHERE seq = 4"_s << u"index"_s << u"4"_s;
        QTest::newRow("an operation too many in the index")
                << u"INSERT INTO opidx SELECT 99, zeroblob(12), entity, actor, t, kind, bno FROM opidx WHERE seq = 4"_s
                << u"index"_s << u"99"_s;
        QTest::newRow("a value in a table")
                << u"UPDATE note SET title = 'changed' WHERE row = 2"_s << u"fold"_s << QString();
        QTest::newRow("a record gone")
                << u"DELETE FROM note WHERE row = 2"_s << u"fold"_s << QString();
    }
    void aChangedByteOfTheLogIsFoundAndNamed()
    {
        QFETCH(QString, sql);
        QFETCH(QString, kind);
        QFETCH(QString, where);
        GET(before, store::check(m_store->store(), m_progress));
        QVERIFY(before->problems.isEmpty());
        tamper(sql);
        GET(report, store::check(m_store->store(), m_progress));
        QVERIFY(!report->isOk());
        QStringList found;
        for (const store::Problem &problem : report->problems)
            found.append(problem.kind + u' ' + problem.where);
        QVERIFY2(found.contains(kind + u' ' + where), qPrintable(found.join(u", "_s)));
    }

    void aByteFlippedInTheFileIsFound()
    {
        const QString path = m_store->store().path();
        m_store->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        core::SeededRng rng(3);
        int found = 0;
        int tried = 0;
        for (int i = 0; i < 60; ++i) {
            qsizetype at = 0;
            for (qint64 frame = rng.below(3); frame >= 0; --frame)
                at = whole.indexOf("\x28\xb5\x2f\xfd", at + 1); // begin of a body
            QVERIFY(at > 0);
            ++tried;
            QByteArray flipped = whole;
            // In the header or the body; not in the 64 bytes kept free for the signature.
            const qsizetype byte = at + (rng.chance(50) ? -148 + rng.below(80) : rng.below(60));
            flipped[byte] = char(flipped.at(byte) ^ (1 << rng.below(8)));
            const QString copy = m_store->folder() + u"/flipped-%1.anlan"_s.arg(i);
            QFile out(copy);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(flipped);
            out.close();
            auto opened = store::Store::open(copy, m_store->environment());
            if (!opened) {
                ++found;
                continue;
            }
            const auto report = store::check(**opened, m_progress);
            const bool isNamed = !report
                    || std::any_of(report->problems.begin(), report->problems.end(),
                                   [](const store::Problem &problem) {
                                       return problem.kind != "missing_file"_L1;
                                   });
            found += isNamed;
        }
        qInfo("flipped bytes %d, found %d", tried, found);
        QCOMPARE(found, tried);
        QCOMPARE(tried, 60);
    }

private:
    static bool writeFile(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    static QByteArray readFile(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    template<typename T>
    static QString messageOf(const core::Result<T> &result)
    {
        return result ? QString() : result.error().message;
    }

    void tamper(const QString &sql)
    {
        GET(connection, m_store->store().connect());
        OK(store::execute(connection->handle(), sql));
    }

    QByteArray digest()
    {
        return *store::digest(*m_store->store().connect(), m_schema, m_progress);
    }

    QStringList leftovers() const
    {
        QStringList all = QDir(m_store->folder()).entryList({u"*.part*"_s}, QDir::AllEntries);
        return all + QDir(QFileInfo(m_target).path()).entryList({u"*.part*"_s}, QDir::AllEntries);
    }

    const store::Schema m_schema = noteSchema();
    core::NoProgress m_progress;
    std::unique_ptr<TestStore> m_store;
    QString m_photo;
    QString m_target;
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
