// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"
#include "store/integrity.h"
#include "support/check.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWriter : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TestStore>(m_schema);
        m_anna = core::makeUuid7(1, m_store->rng());
        m_ben = core::makeUuid7(2, m_store->rng());
    }

    void savesARecordAndReadsItBack()
    {
        QUuid id;
        create(id,
               {{u"title"_s, u"压力机"_s},
                {u"cost"_s, 12345},
                {u"due"_s, u"2025-11-01"_s},
                {u"c.permit"_s, u"P-7"_s}});
        GET(record, read(id));
        QCOMPARE(record->number, u"N-2025-00001"_s);
        QCOMPARE(record->state, u"open"_s);
        QCOMPARE(record->text(u"title"_s), u"压力机"_s);
        QCOMPARE(record->integer(u"cost"_s), 12345);
        QCOMPARE(record->text(u"c.permit"_s), u"P-7"_s);
        checkIsClean();
    }

    void leavesNothingBehindWithoutCommit()
    {
        {
            GET(writer, store::Writer::begin(m_store->store(), m_anna, u"new"_s));
            OK(writer->create(u"note"_s, {{u"title"_s, u"lost"_s}}));
        }
        GET(connection, m_store->store().connect());
        GET(counts, store::counts(*connection, m_schema));
        QCOMPARE(counts->operations, 0);
        QCOMPARE(counts->entities.value(u"note"_s), 0);
    }

    void tellsOncePerCommitWhatChanged()
    {
        QSignalSpy spy(&m_store->store(), &store::Store::committed);
        QUuid id;
        create(id, {{u"title"_s, u"a"_s}});
        QCOMPARE(spy.count(), 1);
        const auto commit = spy.first().first().value<store::Commit>();
        QCOMPARE(commit.types, QSet<QString>{u"note"_s});
        QCOMPARE(commit.entities, QList<QUuid>{id});
    }

    void registersAWriteByTwoPeopleAndOverwritesNothingSilently()
    {
        QUuid id;
        create(id, {{u"title"_s, u"first"_s}, {u"body"_s, u"text"_s}, {u"grade"_s, u"middle"_s}});
        GET(seen, read(id));
        m_store->clock().advance(1000);
        set(m_anna, id, {{u"body"_s, u"by Anna"_s}, {u"grade"_s, u"high"_s}}, &*seen);
        m_store->clock().advance(1000);
        set(m_ben, id, {{u"body"_s, u"by Ben"_s}, {u"grade"_s, u"low"_s}}, &*seen);
        GET(record, read(id));
        QCOMPARE(record->text(u"body"_s), u"by Ben"_s);
        QCOMPARE(record->text(u"grade"_s), u"high"_s);
        QCOMPARE(record->openConflicts, 1); // the text; the grade was decided by the rule
        checkIsClean();
    }

    void parksTheSecondOfTwoStepsAndKeepsItsRemarks()
    {
        QUuid id;
        create(id, {{u"title"_s, u"t"_s}});
        move(id, u"doing"_s, {});
        GET(seen, read(id));
        move(id, u"open"_s, {}, &*seen);
        move(id, u"done"_s, {{u"body"_s, u"finished"_s}}, &*seen);
        GET(record, read(id));
        QCOMPARE(record->state, u"open"_s);
        QVERIFY(!record->has(u"body"_s));
        QCOMPARE(record->openConflicts, 1);
        GET(connection, m_store->store().connect());
        auto query = connection->prepare(u"SELECT kind, detail FROM conflict"_s);
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.value(0).toString(), u"parked_step"_s);
        QVERIFY(query.value(1).toString().contains(u"finished"_s));
    }

    void refusesTheSamePersonOnBothSidesAlsoInTheReducer()
    {
        QUuid id;
        create(id, {{u"title"_s, u"t"_s}, {u"worker"_s, core::toText(m_anna)}});
        move(id, u"doing"_s, {});
        move(id, u"done"_s, {{u"reviewer"_s, core::toText(m_anna)}});
        GET(record, read(id));
        QCOMPARE(record->state, u"doing"_s);
        QCOMPARE(record->openConflicts, 1);
    }

    void holdsBackAnEditByWhoHasNotSeenTheFiling()
    {
        QUuid id;
        create(id, {{u"title"_s, u"t"_s}});
        GET(seen, read(id));
        for (const QString &to : {u"doing"_s, u"done"_s, u"filed"_s})
            move(id, to, {});
        set(m_ben, id, {{u"title"_s, u"late"_s}}, &*seen);
        GET(record, read(id));
        QCOMPARE(record->text(u"title"_s), u"t"_s);
        QCOMPARE(record->openConflicts, 1);
        set(m_ben, id, {{u"title"_s, u"amended"_s}}, &*record);
        GET(amended, read(id));
        QCOMPARE(amended->text(u"title"_s), u"amended"_s);
    }

    void resolvesAConflictForGood()
    {
        QUuid id;
        create(id, {{u"body"_s, u"text"_s}});
        GET(seen, read(id));
        set(m_anna, id, {{u"body"_s, u"by Anna"_s}}, &*seen);
        set(m_ben, id, {{u"body"_s, u"by Ben"_s}}, &*seen);
        GET(connection, m_store->store().connect());
        auto query = connection->prepare(u"SELECT id FROM conflict WHERE state = 'open'"_s);
        QVERIFY(query.exec() && query.next());
        const QByteArray conflict = query.value(0).toByteArray();
        query.finish();
        GET(writer, store::Writer::begin(m_store->store(), m_anna, u"decide"_s));
        OK(writer->resolve(conflict, {{u"body"_s, u"both"_s}}));
        OK(writer->commit());
        GET(record, read(id));
        QCOMPARE(record->text(u"body"_s), u"both"_s);
        QCOMPARE(record->openConflicts, 0);
        checkIsClean();
    }

    void undoesOnesOwnLastActionsOneByOne()
    {
        QUuid id;
        create(id, {{u"title"_s, u"one"_s}});
        set(m_anna, id, {{u"title"_s, u"two"_s}, {u"cost"_s, 5}});
        set(m_anna, id, {{u"title"_s, u"three"_s}});
        move(id, u"doing"_s, {{u"body"_s, u"begun"_s}});
        core::NoProgress progress;
        OK(store::undoLast(m_store->store(), m_anna, progress));
        GET(afterMove, read(id));
        QCOMPARE(afterMove->state, u"open"_s);
        QVERIFY(!afterMove->has(u"body"_s));
        OK(store::undoLast(m_store->store(), m_anna, progress));
        OK(store::undoLast(m_store->store(), m_anna, progress));
        GET(afterSet, read(id));
        QCOMPARE(afterSet->text(u"title"_s), u"one"_s);
        QVERIFY(!afterSet->has(u"cost"_s));
        OK(store::undoLast(m_store->store(), m_anna, progress));
        GET(afterCreate, read(id));
        QVERIFY(afterCreate->isVoid);
        QVERIFY(!store::undoLast(m_store->store(), m_anna, progress));
        checkIsClean();
    }

    void undoKeepsWhatSomebodyChangedLater()
    {
        QUuid id;
        create(id, {{u"title"_s, u"one"_s}, {u"cost"_s, 1}});
        set(m_anna, id, {{u"title"_s, u"two"_s}, {u"cost"_s, 2}});
        set(m_ben, id, {{u"title"_s, u"three"_s}});
        core::NoProgress progress;
        GET(report, store::undoLast(m_store->store(), m_anna, progress));
        QCOMPARE(report->kept.size(), 1);
        GET(record, read(id));
        QCOMPARE(record->text(u"title"_s), u"three"_s);
        QCOMPARE(record->integer(u"cost"_s), 1);
    }

    void tellsTheHistoryWithWhatStoodThereBefore()
    {
        QUuid id;
        create(id, {{u"title"_s, u"one"_s}});
        set(m_ben, id, {{u"title"_s, u"two"_s}});
        GET(connection, m_store->store().connect());
        GET(entries, store::history(*connection, m_schema, u"note"_s, id));
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->at(1).op.actor, m_ben);
        QCOMPARE(entries->at(1).before.value(u"title"_s).toString(), u"one"_s);
    }

    void historyDoesNotTellWhatNeverStoodThere()
    {
        QUuid id;
        create(id, {{u"grade"_s, u"low"_s}});
        GET(seen, read(id));
        set(m_anna, id, {{u"grade"_s, u"high"_s}}, &*seen);
        set(m_ben, id, {{u"grade"_s, u"middle"_s}}, &*seen);
        set(m_anna, id, {{u"grade"_s, u"low"_s}});
        GET(connection, m_store->store().connect());
        GET(entries, store::history(*connection, m_schema, u"note"_s, id));
        QCOMPARE(entries->at(2).lost, QStringList{u"grade"_s});
        QCOMPARE(entries->at(3).before.value(u"grade"_s).toString(), u"high"_s);
        QVERIFY(entries->at(3).lost.isEmpty());
    }

    void aSecondDecisionIsNotLost()
    {
        QUuid id;
        create(id, {{u"body"_s, u"text"_s}});
        GET(seen, read(id));
        set(m_anna, id, {{u"body"_s, u"by Anna"_s}}, &*seen);
        set(m_ben, id, {{u"body"_s, u"by Ben"_s}}, &*seen);
        GET(disputed, read(id));
        const QByteArray conflict = openConflict();
        decide(m_anna, conflict, u"Anna's choice"_s);
        // Ben decided without having seen Anna's decision.
        GET(writer, store::Writer::begin(m_store->store(), m_ben, u"decide"_s));
        store::Op op;
        op.verb = store::Verb::Resolve;
        op.type = u"note"_s;
        op.entity = id;
        op.with = {{u"conflict"_s, QString::fromLatin1(conflict.toHex())}};
        op.fields = {{u"body"_s, u"Ben's choice"_s, disputed->versions.value(u"body"_s).toText()}};
        OK(writer->write(op));
        OK(writer->commit());
        GET(record, read(id));
        QCOMPARE(record->openConflicts, 1);
        checkIsClean();
    }

    void undoingADecisionOpensItAgain()
    {
        QUuid id;
        create(id, {{u"body"_s, u"text"_s}});
        GET(seen, read(id));
        set(m_anna, id, {{u"body"_s, u"by Anna"_s}}, &*seen);
        set(m_ben, id, {{u"body"_s, u"by Ben"_s}}, &*seen);
        decide(m_anna, openConflict(), u"both"_s);
        core::NoProgress progress;
        GET(report, store::undoLast(m_store->store(), m_anna, progress));
        QCOMPARE(report->action.label, u"decide"_s);
        GET(record, read(id));
        QCOMPARE(record->text(u"body"_s), u"by Ben"_s);
        QCOMPARE(record->openConflicts, 1);
        checkIsClean();
    }

    void undoTakesPhotosOfAStepBackWithIt()
    {
        QUuid id;
        create(id, {{u"title"_s, u"t"_s}});
        move(id, u"doing"_s, {{u"photos"_s, QJsonArray{u"aa"_s, u"bb"_s}}});
        core::NoProgress progress;
        OK(store::undoLast(m_store->store(), m_anna, progress));
        GET(record, read(id));
        QCOMPARE(record->state, u"open"_s);
        QVERIFY(record->list(u"photos"_s).isEmpty());
    }

    void undoGoesOnAfterAnActionThatCannotBeTakenBack()
    {
        QUuid first;
        create(first, {{u"title"_s, u"first"_s}});
        QUuid second;
        create(second, {{u"title"_s, u"second"_s}});
        set(m_ben, second, {{u"title"_s, u"changed"_s}});
        core::NoProgress progress;
        GET(nothing, store::undoLast(m_store->store(), m_anna, progress));
        QCOMPARE(nothing->receipt.operations, 0);
        QCOMPARE(nothing->kept.size(), 1);
        GET(next, store::undoLast(m_store->store(), m_anna, progress));
        QCOMPARE(next->receipt.operations, 1);
        GET(record, read(first));
        QVERIFY(record->isVoid);
    }

    void rebuildGivesTheSameDigest()
    {
        for (int i = 0; i < 50; ++i) {
            QUuid id;
            create(id,
                   {{u"title"_s, u"note %1"_s.arg(i)}, {u"tags"_s, QJsonArray{u"a"_s, u"b"_s}}});
            move(id, u"doing"_s, {});
            GET(writer, store::Writer::begin(m_store->store(), m_anna, u"comment"_s));
            OK(writer->append(u"note"_s, id, u"comments"_s, {{u"text"_s, u"seen"_s}}));
            OK(writer->remove(u"note"_s, id, u"tags"_s, {u"a"_s}));
            OK(writer->commit());
        }
        core::NoProgress progress;
        GET(report, store::rebuild(m_store->store(), progress));
        QCOMPARE(report->after, report->before);
        QCOMPARE(report->operations, 200);
        checkIsClean();
    }

private:
    QByteArray openConflict()
    {
        const auto connection = m_store->store().connect();
        auto query = connection->prepare(u"SELECT id FROM conflict WHERE state = 'open'"_s);
        return query.exec() && query.next() ? query.value(0).toByteArray() : QByteArray();
    }

    void decide(const QUuid &who, const QByteArray &conflict, const QString &text)
    {
        GET(writer, store::Writer::begin(m_store->store(), who, u"decide"_s));
        OK(writer->resolve(conflict, {{u"body"_s, text}}));
        OK(writer->commit());
    }

    void create(QUuid &id, const store::Values &values)
    {
        GET(writer, store::Writer::begin(m_store->store(), m_anna, u"new note"_s));
        GET(made, writer->create(u"note"_s, values));
        OK(writer->commit());
        id = *made;
    }

    void set(const QUuid &who, const QUuid &id, const store::Values &values,
             const store::Record *seen = nullptr)
    {
        GET(writer, store::Writer::begin(m_store->store(), who, u"edit"_s));
        OK(writer->set(u"note"_s, id, values, seen));
        OK(writer->commit());
    }

    void move(const QUuid &id, const QString &to, const store::Values &values,
              const store::Record *seen = nullptr)
    {
        GET(writer, store::Writer::begin(m_store->store(), m_anna, u"step"_s));
        OK(writer->move(u"note"_s, id, to, values, seen));
        OK(writer->commit());
    }

    core::Result<store::Record> read(const QUuid &id)
    {
        auto connection = m_store->store().connect();
        if (!connection)
            return core::passOn(connection);
        return store::readRecord(*connection, m_schema, u"note"_s, id);
    }

    void checkIsClean()
    {
        core::NoProgress progress;
        GET(report, store::check(m_store->store(), progress));
        for (const store::Problem &problem : report->problems)
            qWarning("%s %s %s", qUtf8Printable(problem.kind), qUtf8Printable(problem.where),
                     qUtf8Printable(problem.text));
        QVERIFY(report->problems.isEmpty());
    }

    const store::Schema m_schema = noteSchema();
    std::unique_ptr<TestStore> m_store;
    QUuid m_anna;
    QUuid m_ben;
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
