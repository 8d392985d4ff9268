// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"

#include "store/connection.h"
#include "store/log.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

// Folds an operation into the record as it was, and notes what that did.
HistoryEntry lived(EntityState &state, qint64 seq, const Op &op, qint64 at)
{
    HistoryEntry entry;
    entry.seq = seq;
    entry.op = op;
    for (const FieldWrite &write : op.fields) {
        const FieldState *field = std::as_const(state).field(write.key);
        if (field && !field->writer.isNull())
            entry.before.insert(write.key, field->value);
    }
    entry.outcome = fold(state, op, at);
    state.newChildren.clear();
    for (const FieldWrite &write : op.fields) {
        const FieldState *field = std::as_const(state).field(write.key);
        const FieldSpec *spec = state.spec ? state.spec->field(write.key) : nullptr;
        const bool isMember = op.verb == Verb::Add || op.verb == Verb::Remove
                || op.verb == Verb::Append || (spec && spec->isSet());
        const bool stands = field && canonicalText(field->value) == canonicalText(write.value);
        if (entry.outcome == Outcome::Parked || (!isMember && !stands))
            entry.lost.append(write.key);
    }
    return entry;
}

}

core::Result<QList<HistoryEntry>> history(FrameReader &frames, const Schema &schema,
                                          const QString &type, const QUuid &entity)
{
    QList<HistoryEntry> entries;
    EntityState state(schema.find(type), type, entity);
    Statement places(frames.database(),
                     u"SELECT seq, bno FROM opidx WHERE entity = ? ORDER BY seq"_s);
    places.bind(1, entity);
    while (true) {
        const auto row = places.next();
        if (!row)
            return core::passOn(row);
        if (!*row)
            break;
        const auto logged = frames.op(places.integer(0), places.integer(1));
        if (!logged)
            return core::passOn(logged);
        if ((*logged)->op.type != type)
            continue;
        if ((*logged)->isDenied) {
            HistoryEntry refused;
            refused.seq = (*logged)->seq;
            refused.op = (*logged)->op;
            refused.isDenied = true;
            entries.append(refused);
        } else {
            entries.append(lived(state, (*logged)->seq, (*logged)->op, (*logged)->at));
        }
    }
    const auto waiting = pendingOps(frames.database(), entity);
    if (!waiting)
        return core::passOn(waiting);
    for (const Op &op : *waiting) {
        if (op.type != type)
            continue;
        entries.append(lived(state, 0, op, op.time));
        entries.last().isPending = true;
    }
    return entries;
}

core::Result<QList<HistoryEntry>> history(const Connection &connection, const Schema &schema,
                                          const QString &type, const QUuid &entity)
{
    FrameReader frames(connection.handle());
    return history(frames, schema, type, entity);
}

core::Result<QList<Action>> actions(const Connection &connection, const QUuid &actor, int most)
{
    Statement query(connection.handle(),
                    u"SELECT id, actor, t, label, first_seq, last_seq, undone_by FROM action WHERE "
                    u"actor = ? "
                    "ORDER BY id DESC LIMIT ?"_s);
    query.bind(1, actor).bind(2, qint64(most));
    QList<Action> found;
    while (true) {
        const auto row = query.next();
        if (!row)
            return core::passOn(row);
        if (!*row)
            return found;
        found.append({query.integer(0), query.uuid(1), query.integer(2), query.text(3),
                      query.integer(4), query.integer(5), !query.isNull(6)});
    }
}

}
