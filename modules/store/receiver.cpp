// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/receiver.h"

#include "store/log.h"
#include "store/store.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace store {

core::Result<> join(Store &store)
{
    auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    return execute(connection->handle(),
                   u"INSERT OR REPLACE INTO meta(key, value) VALUES ('joined', 1)"_s);
}

namespace {

// One page of accepted frames. Lives inside one transaction.
class Receiving
{
public:
    Receiving(const Connection &connection, const Schema &schema, const QUuid &plant,
              const Head &head)
        : m_connection(connection)
        , m_schema(schema)
        , m_projections(connection.handle(), schema)
        , m_log(connection.handle(), plant, head)
        , m_known(connection.handle(), u"SELECT 1 FROM opidx WHERE o = ?"_s)
        , m_isWaiting(connection.handle(),
                      u"SELECT state FROM base WHERE entity = ? AND type = ?"_s)
        , m_unqueue(connection.handle(), u"DELETE FROM pending WHERE o = ?"_s)
    {
    }

    // Before the first frame.
    core::Result<> begin(const QByteArray &shape)
    {
        const auto marks = readMarks(m_connection.handle(), shape);
        if (!marks)
            return core::passOn(marks);
        m_isStopped = marks->isStopped;
        return {};
    }

    core::Result<> take(const AcceptedFrame &accepted)
    {
        const auto frame = decodeFrame(accepted.frame);
        if (!frame)
            return core::passOn(frame);
        const Envelope envelope = envelopeFromJson(accepted.env);
        QList<Op> fresh; // first in the log: folded after the frame is indexed
        QList<Op> all;
        QSet<core::OpId> inFrame;
        for (const QByteArray &line : frame->lines) {
            auto op = opFromJson(line);
            if (!op)
                return core::passOn(op);
            const auto isKnown = m_known.bind(1, op->id).next();
            if (!isKnown)
                return core::passOn(isKnown);
            m_known.reset();
            const bool isRepeated = *isKnown || inFrame.contains(op->id);
            inFrame.insert(op->id);
            m_report.repeated += isRepeated;
            m_report.operations += !isRepeated;
            if (!isRepeated && envelope.denied.contains(int(all.size()))) {
                if (auto done = dropDenied(*op); !done)
                    return done;
            } else if (!isRepeated) {
                fresh.append(*op);
            }
            all.append(std::move(*op));
        }
        if (auto done = m_log.appendFrame(accepted.frame, accepted.env, all); !done)
            return done;
        for (const Op &op : std::as_const(fresh)) {
            if (auto done = takeOne(op, envelope.at); !done)
                return done;
        }
        return {};
    }

    core::Result<ReceiveReport> finish()
    {
        for (const RecordKey &key : std::as_const(m_dirty)) {
            if (auto done = putWaitingOnTop(key); !done)
                return core::passOn(done);
        }
        if (auto done = m_projections.flush(); !done)
            return core::passOn(done);
        if (auto done = m_log.finish(); !done)
            return core::passOn(done);
        return m_report;
    }

    const QSet<QString> &types() const { return m_types; }

private:
    using RecordKey = std::pair<QUuid, QString>;

    core::Result<> takeOne(const Op &op, qint64 at)
    {
        if (m_isStopped)
            return {};
        if (op.verb == Verb::Unknown || op.verb == Verb::Carry) {
            m_isStopped = true;
            return execute(m_connection.handle(),
                           u"INSERT OR REPLACE INTO meta(key, value) VALUES ('stopped', 1)"_s);
        }
        m_types.insert(op.type);
        const auto base = confirmed({op.entity, op.type});
        if (!base)
            return core::passOn(base);
        if (!*base) {
            const auto outcome = foldOne(m_projections, op, at, true);
            return outcome ? core::Result<>() : core::passOn(outcome);
        }
        EntityState &state = **base;
        (void)fold(state, op, at);
        if (state.needsNumber()) {
            if (auto done = m_projections.assignNumber(state); !done)
                return done;
        }
        return unqueue(op.id);
    }

    core::Result<> dropDenied(const Op &op)
    {
        const auto base = confirmed({op.entity, op.type});
        if (!base)
            return core::passOn(base);
        if (auto done = m_projections.removeChildren({op.id}); !done)
            return done;
        return unqueue(op.id);
    }

    core::Result<> unqueue(const core::OpId &id)
    {
        Statement has(m_connection.handle(), u"SELECT 1 FROM pending WHERE o = ?"_s);
        const auto isOwn = has.bind(1, id).next();
        if (!isOwn)
            return core::passOn(isOwn);
        m_report.ownHome += *isOwn;
        return m_unqueue.bind(1, id).run();
    }

    // The confirmed state of a record with waiting operations; null if it has none.
    core::Result<EntityState *> confirmed(const RecordKey &key)
    {
        if (const auto found = m_bases.find(key); found != m_bases.end())
            return &found->second;
        const auto row = m_isWaiting.bind(1, key.first).bind(2, key.second).next();
        if (!row)
            return core::passOn(row);
        EntityState *state = nullptr;
        if (*row) {
            state = &(m_bases[key] = thaw(m_schema, m_isWaiting.blob(0)));
            m_dirty.append(key);
        }
        m_isWaiting.reset();
        return state;
    }

    core::Result<> putWaitingOnTop(const RecordKey &key)
    {
        const auto &[entity, type] = key;
        const EntityState &base = m_bases.at(key);
        auto waiting = pendingOps(m_connection.handle(), entity);
        if (!waiting)
            return core::passOn(waiting);
        waiting->removeIf([&type = type](const Op &op) { return op.type != type; });
        Statement keep(m_connection.handle(),
                       waiting->isEmpty() ? u"DELETE FROM base WHERE entity = ?1 AND type = ?2"_s
                                          : u"INSERT OR REPLACE INTO base(entity, type, state) "
                                            "VALUES (?1, ?2, ?3)"_s);
        keep.bind(1, entity).bind(2, type);
        EntityState confirmedState = base;
        confirmedState.newChildren.clear();
        if (!waiting->isEmpty())
            keep.bind(3, freeze(confirmedState));
        if (auto done = keep.run(); !done)
            return done;
        const auto entry = m_projections.load(type, entity);
        if (!entry)
            return core::passOn(entry);
        if (auto done = m_projections.replace(**entry, base); !done)
            return done;
        (*entry)->isPending = !waiting->isEmpty();
        for (const Op &op : *waiting)
            (void)fold((*entry)->state, op, op.time);
        return {};
    }

    const Connection &m_connection;
    const Schema &m_schema;
    Projections m_projections;
    LogAppender m_log;
    Statement m_known;
    Statement m_isWaiting;
    Statement m_unqueue;
    std::map<RecordKey, EntityState> m_bases;
    QList<RecordKey> m_dirty;
    QSet<QString> m_types;
    ReceiveReport m_report;
    bool m_isStopped = false;
};

}

core::Result<ReceiveReport> receive(Store &store, const QList<AcceptedFrame> &frames)
{
    auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    auto transaction = Transaction::begin(*connection);
    if (!transaction)
        return core::passOn(transaction);
    const auto head = readHead(connection->handle());
    if (!head)
        return core::passOn(head);
    ReceiveReport report;
    Commit commit;
    commit.isComplete = false;
    {
        Receiving receiving(*connection, store.schema(), store.plant().id, *head);
        if (auto done = receiving.begin(store.shape()); !done)
            return core::passOn(done);
        for (const AcceptedFrame &frame : frames) {
            if (auto done = receiving.take(frame); !done)
                return core::passOn(done);
        }
        const auto finished = receiving.finish();
        if (!finished)
            return core::passOn(finished);
        report = *finished;
        commit.types = receiving.types();
    }
    if (auto done = transaction->commit(); !done)
        return core::passOn(done);
    Q_EMIT store.committed(commit);
    return report;
}

}
