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

    void aDamagedStoreIsNotCopiedAndNothingStays()
    {
        QVERIFY(QFile::remove(store::Blobs(m_store->store().path()).pathOf(m_photo)));
        const auto refused = store::backup(m_store->store(), m_target, m_progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Damaged);
        QVERIFY(QDir(QFileInfo(m_target).path()).isEmpty());
        tamper(u"UPDATE note SET title = 'changed' WHERE row = 1"_s);
        QVERIFY(!store::backup(m_store->store(), m_target, m_progress));
        QVERIFY(QDir(QFileInfo(m_target).path()).isEmpty());
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
        const QDateTime made = QFileInfo(*first).lastModified();
        GET(again, store::dailyBackup(m_store->store(), m_progress));
        QCOMPARE(*again, *first);
        QCOMPARE(QFileInfo(*again).lastModified(), made);
        QCOMPARE(QFileInfo(*first).fileName(), u"2025-10-09.anlan"_s);
        for (int day = 0; day < 9; ++day) {
            m_store->clock().advance(24 * 3'600'000);
            OK(store::dailyBackup(m_store->store(), m_progress));
        }
        const QDir folder = QFileInfo(*first).dir();
        const QStringList kept = folder.entryList({u"*.anlan"_s}, QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), 7);
        QCOMPARE(kept.last(), u"2025-10-18.anlan"_s);
        QCOMPARE(folder.entryList({u"*.blobs"_s}, QDir::Dirs).size(), 7);
        GET(opened, store::Store::open(folder.filePath(kept.first()), m_store->environment()));
        GET(report, store::check(**opened, m_progress));
        QVERIFY(report->problems.isEmpty());
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
