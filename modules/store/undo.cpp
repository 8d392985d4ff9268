// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"
#include "store/log.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace store {

namespace {

// Takes one action back, its operations from last to first, inside one save.
class Undoing
{
public:
    Undoing(Writer &writer, const Action &action)
        : m_writer(writer)
        , m_database(writer.connection().handle())
        , m_action(action)
        , m_isCancelled(
                  m_database,
                  u"SELECT a.undone_by IS NOT NULL OR EXISTS (SELECT 1 FROM action WHERE undone_by "
                  u"= a.id) "
                  "FROM action AS a WHERE a.first_seq <= ?1 AND a.last_seq >= ?1 ORDER BY a.first_seq DESC LIMIT 1"_s)
        , m_frames(m_database)
    {
        Statement head(m_database, u"SELECT seq FROM head"_s);
        m_lastSeq = head.next().value_or(false) ? head.integer(0) : 0;
    }

    core::Result<> run(core::Progress &progress)
    {
        auto ops = opsOfAction();
        if (!ops)
            return core::passOn(ops);
        for (const LoggedOp &logged : std::as_const(*ops))
            m_own.insert(logged.op.id);
        progress.setRange(int(ops->size()));
        int done = 0;
        for (auto op = ops->crbegin(); op != ops->crend(); ++op) {
            if (progress.isCanceled())
                return core::fail(
                        core::ErrorCode::Cancelled,
                        QCoreApplication::translate("store", "Stopped. Nothing was changed."));
            if (auto taken = takeBack(*op); !taken)
                return taken;
            progress.setValue(++done);
        }
        return {};
    }

    const QStringList &kept() const { return m_kept; }

private:
    core::Result<QList<LoggedOp>> opsOfAction()
    {
        QList<LoggedOp> ops;
        Statement frames(
                m_database,
                u"SELECT DISTINCT bno FROM opidx WHERE seq BETWEEN ? AND ? ORDER BY bno"_s);
        frames.bind(1, m_action.firstSeq).bind(2, m_action.lastSeq);
        while (true) {
            const auto row = frames.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                return ops;
            const auto frame = opsOfFrame(m_database, frames.integer(0));
            if (!frame)
                return core::passOn(frame);
            for (const LoggedOp &logged : *frame) {
                if (logged.seq >= m_action.firstSeq && logged.seq <= m_action.lastSeq
                    && !logged.isDenied)
                    ops.append(logged);
            }
        }
    }

    // A record before one operation and after it. What an operation wrote without effect (it lost,
    // it waits in the register) is not taken back.
    struct Around {
        EntityState before;
        EntityState after;
    };

    core::Result<Around> around(const LoggedOp &logged)
    {
        const Op &op = logged.op;
        Around states{EntityState(m_writer.schema().find(op.type), op.type, op.entity), {}};
        Statement earlier(
                m_database,
                u"SELECT seq, bno FROM opidx WHERE entity = ? AND seq < ? ORDER BY seq"_s);
        earlier.bind(1, op.entity).bind(2, logged.seq);
        while (true) {
            const auto row = earlier.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                break;
            const auto read = m_frames.op(earlier.integer(0), earlier.integer(1));
            if (!read)
                return core::passOn(read);
            const LoggedOp &candidate = **read;
            if (!candidate.isDenied && candidate.op.type == op.type)
                (void)fold(states.before, candidate.op, candidate.at);
        }
        states.after = states.before;
        (void)fold(states.after, op, logged.at);
        return states;
    }

    core::Result<> takeBack(const LoggedOp &logged)
    {
        const Op &op = logged.op;
        const auto found = m_writer.record(op.type, op.entity);
        if (!found)
            return core::passOn(found);
        if (!*found)
            return {};
        const Record &now = **found;
        const auto states = around(logged);
        if (!states)
            return core::passOn(states);
        const auto &[before, after] = *states;
        switch (op.verb) {
        case Verb::Create:
            if (before.born.isNull())
                return takeBackCreate(op, now);
            [[fallthrough]];
        case Verb::Set:
        case Verb::Resolve:
        case Verb::Add:
        case Verb::Remove:
            return takeBackFields(op, now, before, after);
        case Verb::Move:
            return takeBackMove(op, now, before, after);
        case Verb::Append:
            return reverse(op);
        case Verb::Void:
            return now.isVoid && now.voidVersion == op.id ? m_writer.unvoid(op.type, op.entity)
                                                          : core::Result<>();
        case Verb::Unvoid:
            return before.isVoid && !after.isVoid && !now.isVoid ? voidAgain(op) : core::Result<>();
        case Verb::Carry:
        case Verb::Unknown:
            return {};
        }
        Q_UNREACHABLE();
    }

    core::Result<> voidAgain(const Op &op)
    {
        return m_writer.setVoid(op.type, op.entity, reason());
    }

    QString reason() const
    {
        return QCoreApplication::translate("store", "Taken back: %1").arg(m_action.label);
    }

    core::Result<> takeBackCreate(const Op &op, const Record &now)
    {
        if (now.isVoid)
            return {};
        const auto later = hasLaterWork(op.entity);
        if (!later)
            return core::passOn(later);
        if (*later) {
            keep(now, {});
            return {};
        }
        return m_writer.setVoid(op.type, op.entity, reason());
    }

    // An operation that was taken back, or that took one back, counts for nothing.
    core::Result<bool> isCancelled(qint64 seq)
    {
        const auto row = m_isCancelled.bind(1, seq).next();
        if (!row)
            return core::passOn(row);
        const bool is = *row && m_isCancelled.integer(0) != 0;
        m_isCancelled.reset();
        return is;
    }

    core::Result<bool> hasLaterWork(const QUuid &entity)
    {
        Statement later(m_database,
                        u"SELECT seq FROM opidx WHERE entity = ? AND seq > ? AND seq <= ?"_s);
        later.bind(1, entity).bind(2, m_action.lastSeq).bind(3, m_lastSeq);
        while (true) {
            const auto row = later.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                return false;
            const auto cancelled = isCancelled(later.integer(0));
            if (!cancelled)
                return core::passOn(cancelled);
            if (!*cancelled)
                return true;
        }
    }

    // Whether an operation is still the one that counts for a field (or the state, if key is
    // empty).
    core::Result<bool> stillCounts(const Op &op, const QString &key, const core::OpId &writer)
    {
        if (writer == op.id || m_restored.contains({op.entity, key}))
            return true;
        const auto entries = pastOf(op);
        if (!entries)
            return core::passOn(entries);
        core::OpId last;
        bool isWriterCancelled = false;
        for (const HistoryEntry &entry : **entries) {
            const auto cancelled = isCancelled(entry.seq);
            if (!cancelled)
                return core::passOn(cancelled);
            if (entry.op.id == writer)
                isWriterCancelled = *cancelled;
            const bool writes = key.isEmpty()
                    ? entry.op.verb == Verb::Move || entry.op.verb == Verb::Create
                    : std::any_of(entry.op.fields.begin(), entry.op.fields.end(),
                                  [&key](const FieldWrite &write) { return write.key == key; });
            if (writes && !*cancelled)
                last = entry.op.id;
        }
        return isWriterCancelled && last == op.id;
    }

    core::Result<> takeBackFields(const Op &op, const Record &now, const EntityState &before,
                                  const EntityState &after)
    {
        const auto values = previousValues(op, now, before, after);
        if (!values)
            return core::passOn(values);
        if (!values->isEmpty()) {
            if (auto done = m_writer.set(op.type, op.entity, *values); !done)
                return done;
        }
        if (op.verb == Verb::Resolve) {
            if (auto done = reopen(op); !done)
                return done;
        }
        return takeBackMembers(op, now, before, after);
    }

    // The conflict that was decided waits for a decision again.
    core::Result<> reopen(const Op &op)
    {
        Op again;
        again.verb = Verb::Resolve;
        again.type = op.type;
        again.entity = op.entity;
        again.with = {{u"conflict"_s, op.with.value("conflict"_L1)}, {u"undo"_s, op.id.toText()}};
        return m_writer.write(std::move(again));
    }

    core::Result<> takeBackMove(const Op &op, const Record &now, const EntityState &before,
                                const EntityState &after)
    {
        if (after.stateWriter != op.id) // somebody else took the step, or it was not allowed
            return takeBackFields(op, now, before, after);
        const auto counts = stillCounts(op, {}, now.stateVersion);
        if (!counts)
            return core::passOn(counts);
        if (!*counts || now.state != after.state) {
            keep(now, {});
            return {};
        }
        const auto values = previousValues(op, now, before, after);
        if (!values)
            return core::passOn(values);
        m_restored.insert({op.entity, QString()});
        Op back;
        back.verb = Verb::Move;
        back.type = op.type;
        back.entity = op.entity;
        back.with = {{u"from"_s, after.state},
                     {u"to"_s, before.state},
                     {u"undo"_s, now.stateVersion.toText()}};
        if (now.isVoid)
            back.with.insert(u"void"_s, now.voidVersion.toText());
        for (auto value = values->cbegin(); value != values->cend(); ++value)
            back.fields.append({value.key(), *value, now.versions.value(value.key()).toText()});
        if (auto done = m_writer.write(std::move(back)); !done)
            return done;
        return takeBackMembers(op, now, before, after);
    }

    core::Result<> takeBackMembers(const Op &op, const Record &now, const EntityState &before,
                                   const EntityState &after)
    {
        for (const FieldWrite &write : op.fields) {
            // Only what this operation added; the same member may stand there by somebody else.
            QStringList mine;
            Record view = now;
            view.members.clear();
            for (const auto &[member, add] : now.members.value(write.key)) {
                if (add != op.id)
                    continue;
                mine.append(member);
                view.members[write.key].append({member, add});
            }
            if (auto done = m_writer.remove(op.type, op.entity, write.key, mine, &view); !done)
                return done;
            QStringList gone;
            const QList<SetMember> left = after.sets.value(write.key);
            for (const SetMember &member : before.sets.value(write.key)) {
                if (!left.contains(member) && !m_own.contains(member.add))
                    gone.append(member.value);
            }
            gone.removeDuplicates();
            if (auto done = m_writer.add(op.type, op.entity, write.key, gone); !done)
                return done;
        }
        return {};
    }

    // Nothing appended is erased: an entry that names what it reverses is added.
    core::Result<> reverse(const Op &op)
    {
        for (const FieldWrite &write : op.fields) {
            auto done = m_writer.append(op.type, op.entity, write.key,
                                        {{u"reverses"_s, op.id.toText()}, {u"text"_s, reason()}});
            if (!done)
                return done;
        }
        return {};
    }

    // The life of a record before this undo, read once.
    core::Result<const QList<HistoryEntry> *> pastOf(const Op &op)
    {
        const auto known = m_past.constFind(op.entity);
        if (known != m_past.cend())
            return &*known;
        auto entries = history(m_frames, m_writer.schema(), op.type, op.entity);
        if (!entries)
            return core::passOn(entries);
        return &*m_past.insert(op.entity, std::move(*entries));
    }

    // What stood in the fields before the operation, without those that somebody wrote later.
    core::Result<Values> previousValues(const Op &op, const Record &now, const EntityState &before,
                                        const EntityState &after)
    {
        const EntitySpec *spec = m_writer.schema().find(op.type);
        Values values;
        QStringList changed;
        for (const FieldWrite &write : op.fields) {
            const FieldState *written = std::as_const(after).field(write.key);
            if (!written || written->writer != op.id)
                continue;
            const auto counts = stillCounts(op, write.key, now.versions.value(write.key));
            if (!counts)
                return core::passOn(counts);
            if (!*counts) {
                changed.append(spec ? spec->fieldLabel(write.key) : write.key);
                continue;
            }
            const FieldState *old = std::as_const(before).field(write.key);
            values.insert(write.key, old ? old->value : QJsonValue());
            m_restored.insert({op.entity, write.key});
        }
        if (!changed.isEmpty())
            keep(now, changed);
        return values;
    }

    void keep(const Record &record, const QStringList &fields)
    {
        const QString name = record.number.isEmpty() ? core::toText(record.id) : record.number;
        m_kept.append(fields.isEmpty()
                              ? QCoreApplication::translate(
                                        "store", "%1 was changed since and stays as it is.")
                                        .arg(name)
                              : QCoreApplication::translate(
                                        "store", "%1: %2 was changed since and stays as it is.")
                                        .arg(name, fields.join(u", "_s)));
    }

    Writer &m_writer;
    sqlite3 *m_database;
    const Action &m_action;
    Statement m_isCancelled;
    qint64 m_lastSeq; // of the log before this undo
    FrameReader m_frames;
    QHash<QUuid, QList<HistoryEntry>> m_past;
    QSet<std::pair<QUuid, QString>> m_restored; // fields put back; the state under an empty key
    QSet<core::OpId> m_own;                     // operations of the action
    QStringList m_kept;
};

core::Result<Action> findAction(const Connection &connection, const QUuid &actor, qint64 id)
{
    const auto all = actions(connection, actor, 1000);
    if (!all)
        return core::passOn(all);
    for (const Action &action : *all) {
        if (action.id == id)
            return action;
    }
    return core::fail(
            core::ErrorCode::NotFound,
            QCoreApplication::translate(
                    "store", "This is not one of your own last actions on this computer."));
}

}

core::Result<UndoReport> undo(Store &store, const QUuid &actor, qint64 id, core::Progress &progress)
{
    auto writer = Writer::begin(store, actor, {});
    if (!writer)
        return core::passOn(writer);
    const auto action = findAction(writer->connection(), actor, id);
    if (!action)
        return core::passOn(action);
    if (action->isUndone)
        return core::fail(core::ErrorCode::Refused,
                          QCoreApplication::translate("store", "This was taken back already."));
    writer->setLabel(QCoreApplication::translate("store", "Undo: %1").arg(action->label));
    UndoReport report;
    report.action = *action;
    {
        Undoing undoing(*writer, *action);
        if (auto done = undoing.run(progress); !done)
            return core::passOn(done);
        report.kept = undoing.kept();
    }
    auto receipt = writer->commit(action->id);
    if (!receipt)
        return core::passOn(receipt);
    report.receipt = *receipt;
    return report;
}

core::Result<UndoReport> undoLast(Store &store, const QUuid &actor, core::Progress &progress)
{
    auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    // An undo is no action to take back here: pressing again goes one step further.
    Statement query(
            connection->handle(),
            u"SELECT id FROM action AS a WHERE actor = ? AND undone_by IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM action WHERE undone_by = a.id) ORDER BY id DESC LIMIT 1"_s);
    const auto row = query.bind(1, actor).next();
    if (!row)
        return core::passOn(row);
    if (!*row)
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate(
                        "store",
                        "You have done nothing on this computer that could be taken back."));
    const qint64 id = query.integer(0);
    query.reset();
    return undo(store, actor, id, progress);
}

}
