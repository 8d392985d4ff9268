// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"
#include "store/integrity.h"
#include "support/check.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<TestStore>(m_schema);
        m_anna = core::makeUuid7(1, m_store->rng());
        m_ben = core::makeUuid7(2, m_store->rng());
    }
    void keepsAllSavesOrNone();
    void eachSaveKeepsItsAuthorTimeAndPlaceInTheUndoMenu();
    void laterSavesSeeTheEarlierOnes();
    void aSaveGivenUpBeforeItWroteDoesNoHarm();
    void aSaveGivenUpAfterItWroteSpoilsTheBatch();
    void tellsOnceWhatChanged();
    void foldsToTheSameAgain();

private:
    core::Result<QUuid> add(const QUuid &who, const QString &title)
    {
        m_store->clock().advance(60'000);
        auto writer = store::Writer::begin(m_store->store(), who, title);
        if (!writer)
            return core::passOn(writer);
        auto id = writer->create(u"note"_s, {{u"title"_s, title}});
        if (const auto receipt = writer->commit(); !receipt)
            return core::passOn(receipt);
        return id;
    }
    qint64 notes()
    {
        const auto connection = m_store->store().connect();
        const auto counts = store::counts(*connection, m_schema);
        return counts->entities.value(u"note"_s);
    }

    const store::Schema m_schema = noteSchema();
    std::unique_ptr<TestStore> m_store;
    QUuid m_anna;
    QUuid m_ben;
};

void TestBatch::keepsAllSavesOrNone()
{
    {
        GET(batch, store::Batch::begin(m_store->store()));
        GET(first, add(m_anna, u"a"_s));
        GET(second, add(m_ben, u"b"_s));
        QCOMPARE(notes(), 0); // seen by nobody else
    }
    QCOMPARE(notes(), 0);
    GET(batch, store::Batch::begin(m_store->store()));
    GET(first, add(m_anna, u"a"_s));
    GET(second, add(m_ben, u"b"_s));
    OK(batch->commit());
    QCOMPARE(notes(), 2);
    GET(third, add(m_ben, u"c"_s)); // a save of its own again
    QCOMPARE(notes(), 3);
}

void TestBatch::eachSaveKeepsItsAuthorTimeAndPlaceInTheUndoMenu()
{
    GET(batch, store::Batch::begin(m_store->store()));
    GET(first, add(m_anna, u"a"_s));
    GET(second, add(m_ben, u"b"_s));
    OK(batch->commit());
    GET(connection, m_store->store().connect());
    GET(ofAnna, store::history(*connection, m_schema, u"note"_s, *first));
    GET(ofBen, store::history(*connection, m_schema, u"note"_s, *second));
    QCOMPARE(ofAnna->first().op.actor, m_anna);
    QCOMPARE(ofBen->first().op.actor, m_ben);
    QCOMPARE(ofBen->first().op.time - ofAnna->first().op.time, 60'000);
    GET(actions, store::actions(*connection, m_anna, 10));
    QCOMPARE(actions->size(), 1);
    QCOMPARE(actions->first().label, u"a"_s);
    core::NoProgress progress;
    GET(undone, store::undoLast(m_store->store(), m_anna, progress));
    QCOMPARE(notes(), 1); // the one of Ben stays
}

void TestBatch::laterSavesSeeTheEarlierOnes()
{
    GET(batch, store::Batch::begin(m_store->store()));
    GET(id, add(m_anna, u"a"_s));
    GET(writer, store::Writer::begin(m_store->store(), m_ben, u"edit"_s));
    GET(seen, writer->record(u"note"_s, *id));
    QVERIFY(seen->has_value());
    QCOMPARE((*seen)->text(u"title"_s), u"a"_s);
    OK(writer->set(u"note"_s, *id, {{u"title"_s, u"b"_s}}));
    OK(writer->commit());
    OK(batch->commit());
    GET(connection, m_store->store().connect());
    GET(record, store::readRecord(*connection, m_schema, u"note"_s, *id));
    QCOMPARE(record->text(u"title"_s), u"b"_s);
}

void TestBatch::aSaveGivenUpBeforeItWroteDoesNoHarm()
{
    GET(batch, store::Batch::begin(m_store->store()));
    GET(id, add(m_anna, u"a"_s));
    {
        GET(writer, store::Writer::begin(m_store->store(), m_ben, u"nothing"_s));
        QVERIFY(!writer->set(u"note"_s, core::makeUuid7(3, m_store->rng()), {}));
    }
    OK(batch->commit());
    QCOMPARE(notes(), 1);
}

void TestBatch::aSaveGivenUpAfterItWroteSpoilsTheBatch()
{
    GET(batch, store::Batch::begin(m_store->store()));
    GET(id, add(m_anna, u"a"_s));
    {
        GET(writer, store::Writer::begin(m_store->store(), m_ben, u"half"_s));
        OK(writer->create(u"note"_s, {{u"title"_s, u"half"_s}}));
    }
    const auto done = batch->commit();
    QVERIFY(!done);
    QCOMPARE(done.error().code, core::ErrorCode::Refused);
    QCOMPARE(notes(), 0);
    GET(after, add(m_anna, u"b"_s));
    QCOMPARE(notes(), 1);
}

void TestBatch::tellsOnceWhatChanged()
{
    QSignalSpy spy(&m_store->store(), &store::Store::committed);
    GET(batch, store::Batch::begin(m_store->store()));
    GET(first, add(m_anna, u"a"_s));
    GET(second, add(m_ben, u"b"_s));
    QCOMPARE(spy.count(), 0);
    OK(batch->commit());
    QCOMPARE(spy.count(), 1);
    const auto commit = spy.first().first().value<store::Commit>();
    QCOMPARE(QSet<QUuid>(commit.entities.cbegin(), commit.entities.cend()),
             (QSet<QUuid>{*first, *second}));
}

void TestBatch::foldsToTheSameAgain()
{
    constexpr int Many = 1500; // more than one frame holds
    GET(batch, store::Batch::begin(m_store->store()));
    for (int i = 0; i < Many; ++i) {
        GET(id, add(i % 2 ? m_anna : m_ben, QString::number(i)));
    }
    OK(batch->commit());
    core::NoProgress progress;
    GET(report, store::check(m_store->store(), progress));
    QVERIFY(report->problems.isEmpty());
    GET(rebuilt, store::rebuild(m_store->store(), progress));
    QCOMPARE(rebuilt->after, rebuilt->before);
    QCOMPARE(notes(), Many);
}

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
