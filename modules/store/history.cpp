// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"

#include "store/connection.h"
#include "store/log.h"

using namespace Qt::StringLiterals;

namespace store {

core::Result<QList<HistoryEntry>> history(const Connection &connection, const QUuid &entity)
{
    QList<HistoryEntry> entries;
    Statement places(connection.handle(),
                     u"SELECT seq, bno FROM opidx WHERE entity = ? ORDER BY seq"_s);
    places.bind(1, entity);
    QList<LoggedOp> frame;
    while (true) {
        const auto row = places.next();
        if (!row)
            return core::passOn(row);
        if (!*row)
            break;
        const qint64 seq = places.integer(0);
        if (frame.isEmpty() || frame.first().bno != places.integer(1)) {
            auto ops = opsOfFrame(connection.handle(), places.integer(1));
            if (!ops)
                return core::passOn(ops);
            frame = std::move(*ops);
        }
        const qsizetype index = frame.isEmpty() ? -1 : qsizetype(seq - frame.first().seq);
        if (index >= 0 && index < frame.size())
            entries.append({seq, frame.at(index).op, {}, false});
    }
    const auto waiting = pendingOps(connection.handle(), entity);
    if (!waiting)
        return core::passOn(waiting);
    for (const Op &op : *waiting)
        entries.append({0, op, {}, true});

    Values now;
    for (HistoryEntry &entry : entries) {
        for (const FieldWrite &write : std::as_const(entry.op.fields)) {
            if (now.contains(write.key))
                entry.before.insert(write.key, now.value(write.key));
            if (entry.op.verb != Verb::Append && entry.op.verb != Verb::Add
                && entry.op.verb != Verb::Remove)
                now.insert(write.key, write.value);
        }
    }
    return entries;
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
