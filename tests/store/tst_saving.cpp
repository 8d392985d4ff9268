// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/frame.h"
#include "store/integrity.h"
#include "store/receiver.h"
#include "store/statement.h"
#include "support/check.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QJsonArray>
#include <QSqlDatabase>

#include <thread>

using namespace Qt::StringLiterals;

// What a save must refuse, and saves from several threads and versions of the program.
class TestSaving : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TestStore>(m_schema);
        m_anna = core::makeUuid7(1, m_store->rng());
    }

    void whatNoFrameCanCarryIsRefusedAndTheStoreStaysReadable_data()
    {
        QTest::addColumn<bool>("isJoined");
        QTest::newRow("alone") << false;
        QTest::newRow("behind a server") << true;
    }
    void whatNoFrameCanCarryIsRefusedAndTheStoreStaysReadable()
    {
        QFETCH(bool, isJoined);
        if (isJoined)
            OK(store::join(m_store->store()));
        const auto sizes = {store::mostBytesPerFrame - 1000, store::mostBytesPerFrame,
                            17 * store::mostBytesPerFrame};
        for (const int size : sizes) {
            GET(writer, store::Writer::begin(m_store->store(), m_anna, u"long"_s));
            const auto made = writer->create(u"note"_s, {{u"body"_s, QString(size, u'x')}});
            QCOMPARE(bool(made), size < store::mostBytesPerFrame);
            if (!made) {
                QCOMPARE(made.error().code, core::ErrorCode::Refused);
                QVERIFY(made.error().message.contains(u"1024 KB"_s));
            }
            OK(writer->create(u"note"_s, {{u"title"_s, u"short"_s}}));
            OK(writer->commit());
        }
        GET(writer, store::Writer::begin(m_store->store(), m_anna, u"deep"_s));
        QJsonValue deep;
        for (int i = 0; i < 300; ++i)
            deep = QJsonArray{deep};
        QVERIFY(!writer->create(u"note"_s, {{u"c.deep"_s, deep}}));
        OK(writer->create(u"note"_s, {{u"title"_s, u"flat"_s}}));
        OK(writer->commit());
        GET(connection, m_store->store().connect());
        QCOMPARE(store::counts(*connection, m_schema)->entities.value(u"note"_s), 5);
        checkIsClean();
        OK(store::rebuild(m_store->store(), m_progress));
    }

    void aFrameIsFilledToItsLastByteAndNotBeyond()
    {
        GET(writer, store::Writer::begin(m_store->store(), m_anna, u"many"_s));
        for (int i = 0; i < 40; ++i)
            OK(writer->create(u"note"_s, {{u"body"_s, QString(100'000 + i, u'x')}}));
        OK(writer->commit());
        GET(connection, m_store->store().connect());
        store::Statement frames(connection->handle(), u"SELECT frame FROM batch"_s);
        int seen = 0;
        while (frames.next().value_or(false)) {
            GET(frame, store::decodeFrame(frames.blob(0)));
            QVERIFY(frame->lines.join('\n').size() <= store::mostBytesPerFrame);
            ++seen;
        }
        QCOMPARE(seen, 4);
    }

    void anotherVersionThatChangedTheStoreMeanwhileIsNoticed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("other records")
                << u"UPDATE meta SET value = 'another shape' WHERE key = 'projection_specs'"_s;
        QTest::newRow("newer log") << u"PRAGMA user_version = 99"_s;
    }
    void anotherVersionThatChangedTheStoreMeanwhileIsNoticed()
    {
        QFETCH(QString, sql);
        OK(save());
        {
            GET(connection, m_store->store().connect());
            OK(store::execute(connection->handle(), sql));
        }
        const auto refused = save();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Newer);
        const auto received = store::receive(m_store->store(), {});
        QVERIFY(!received);
        QCOMPARE(received.error().code, core::ErrorCode::Newer);
        GET(connection, m_store->store().connect());
        QCOMPARE(store::counts(*connection, m_schema)->operations, 1);
    }

    // A connection belongs to its thread: the next thread, often at the same address, must not
    // have it, and nobody else may close it.
    void aThreadThatSavedLeavesNoConnectionBehind()
    {
        OK(save());
        const auto before = QSqlDatabase::connectionNames().size();
        for (int i = 0; i < 5; ++i) {
            core::Result<> done;
            std::thread other([&] { done = save(); });
            other.join();
            OK(done);
            QCOMPARE(QSqlDatabase::connectionNames().size(), before);
        }
        OK(save());
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
    }

    void savesOfTwoThreadsBesideBatchesAllArrive()
    {
        constexpr int rounds = 60;
        std::atomic<int> kept = 0;
        core::SeededRng rng(2);
        std::thread other([&] {
            for (int i = 0; i < rounds; ++i)
                kept += bool(save());
        });
        int batched = 0;
        for (int i = 0; i < rounds; ++i) {
            auto batch = store::Batch::begin(m_store->store());
            if (!batch)
                continue;
            const bool isSaved = save() && save();
            batched += batch->commit() && isSaved ? 2 : 0;
        }
        other.join();
        QVERIFY(kept > 0 && batched > 0);
        GET(connection, m_store->store().connect());
        QCOMPARE(store::counts(*connection, m_schema)->entities.value(u"note"_s), kept + batched);
        checkIsClean();
    }

private:
    core::Result<> save()
    {
        auto writer = store::Writer::begin(m_store->store(), m_anna, u"save"_s);
        if (!writer)
            return core::passOn(writer);
        if (auto made = writer->create(u"note"_s, {{u"title"_s, u"t"_s}}); !made)
            return core::passOn(made);
        const auto receipt = writer->commit();
        return receipt ? core::Result<>() : core::passOn(receipt);
    }

    void checkIsClean()
    {
        GET(report, store::check(m_store->store(), m_progress));
        QStringList found;
        for (const store::Problem &problem : report->problems)
            found.append(problem.kind + u' ' + problem.where);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u", "_s)));
    }

    const store::Schema m_schema = noteSchema();
    core::NoProgress m_progress;
    std::unique_ptr<TestStore> m_store;
    QUuid m_anna;
};

QTEST_GUILESS_MAIN(TestSaving)
#include "tst_saving.moc"
