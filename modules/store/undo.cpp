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
    core::Result<QList<Op>> opsOfAction()
    {
        QList<Op> ops;
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
                if (logged.seq >= m_action.firstSeq && logged.seq <= m_action.lastSeq)
                    ops.append(logged.op);
            }
        }
    }

    core::Result<> takeBack(const Op &op)
    {
        const auto found = m_writer.record(op.type, op.entity);
        if (!found)
            return core::passOn(found);
        if (!*found)
            return {};
        const Record &now = **found;
        switch (op.verb) {
        case Verb::Create:
            return takeBackCreate(op, now);
        case Verb::Set:
        case Verb::Resolve:
            return takeBackFields(op, now);
        case Verb::Move:
            return takeBackMove(op, now);
        case Verb::Add:
        case Verb::Remove:
            return takeBackMembers(op, now);
        case Verb::Append:
            return reverse(op);
        case Verb::Void:
            return now.isVoid && now.voidVersion == op.id ? m_writer.unvoid(op.type, op.entity)
                                                          : core::Result<>();
        case Verb::Unvoid:
            return now.isVoid ? core::Result<>() : voidAgain(op);
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

    core::Result<> takeBackFields(const Op &op, const Record &now)
    {
        const auto values = previousValues(op, now);
        if (!values)
            return core::passOn(values);
        if (auto done = takeBackMembers(op, now); !done)
            return done;
        if (op.verb == Verb::Resolve) {
            if (auto done = reopen(op); !done)
                return done;
        }
        return values->isEmpty() ? core::Result<>() : m_writer.set(op.type, op.entity, *values);
    }

    core::Result<> takeBackMove(const Op &op, const Record &now)
    {
        const auto values = previousValues(op, now);
        if (!values)
            return core::passOn(values);
        const QString from = op.with.value("from"_L1).toString();
        const QString to = op.with.value("to"_L1).toString();
        const auto counts = stillCounts(op, {}, now.stateVersion);
        if (!counts)
            return core::passOn(counts);
        if (!*counts || now.state != to) {
            keep(now, {});
            return {};
        }
        m_restored.insert({op.entity, QString()});
        if (auto done = takeBackMembers(op, now); !done)
            return done;
        Op back;
        back.verb = Verb::Move;
        back.type = op.type;
        back.entity = op.entity;
        back.with = {{u"from"_s, to}, {u"to"_s, from}, {u"undo"_s, now.stateVersion.toText()}};
        for (auto value = values->cbegin(); value != values->cend(); ++value)
            back.fields.append({value.key(), *value, now.versions.value(value.key()).toText()});
        return m_writer.write(std::move(back));
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

    // Members that the operation put into sets, also along with a step, and those it took out.
    core::Result<> takeBackMembers(const Op &op, const Record &now)
    {
        const EntitySpec *spec = m_writer.schema().find(op.type);
        for (const FieldWrite &write : op.fields) {
            const FieldSpec *field = spec ? spec->field(write.key) : nullptr;
            if (op.verb != Verb::Add && op.verb != Verb::Remove && !(field && field->isSet()))
                continue;
            const QStringList members = membersOf(write.value);
            if (op.verb == Verb::Remove) {
                if (auto done = m_writer.add(op.type, op.entity, write.key, members); !done)
                    return done;
                continue;
            }
            QStringList mine;
            for (const auto &[member, add] : now.members.value(write.key)) {
                if (add == op.id)
                    mine.append(member);
            }
            if (auto done = m_writer.remove(op.type, op.entity, write.key, mine, &now); !done)
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
    core::Result<Values> previousValues(const Op &op, const Record &now)
    {
        const EntitySpec *spec = m_writer.schema().find(op.type);
        const auto past = pastOf(op);
        if (!past)
            return core::passOn(past);
        const auto self =
                std::find_if((*past)->begin(), (*past)->end(),
                             [&op](const HistoryEntry &entry) { return entry.op.id == op.id; });
        Values values;
        QStringList changed;
        for (const FieldWrite &write : op.fields) {
            const FieldSpec *field = spec ? spec->field(write.key) : nullptr;
            const bool tookEffect = self != (*past)->end() && !self->lost.contains(write.key);
            if (!tookEffect || (field && (field->isSet() || field->merge() == Merge::Append)))
                continue;
            const auto counts = stillCounts(op, write.key, now.versions.value(write.key));
            if (!counts)
                return core::passOn(counts);
            if (!*counts) {
                changed.append(spec ? spec->fieldLabel(write.key) : write.key);
                continue;
            }
            values.insert(write.key, self->before.value(write.key, QJsonValue()));
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
