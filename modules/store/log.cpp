// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log.h"

#include "store/migration.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace store {

core::Result<Head> readHead(sqlite3 *database)
{
    Statement query(database,
                    u"SELECT bno, seq, h, epoch, clock, lane, lane_n, lane_head FROM head"_s);
    const auto row = query.next();
    if (!row)
        return core::passOn(row);
    if (!*row)
        return tl::unexpected(core::Error{
                core::ErrorCode::Damaged,
                QCoreApplication::translate("store", "The log of this store has no head."),
                {}});
    return Head{query.integer(0), query.integer(1), query.blob(2),    query.integer(3),
                query.integer(4), query.uuid(5),    query.integer(6), query.blob(7)};
}

core::Result<> writeHead(sqlite3 *database, const Head &head)
{
    Statement update(
            database,
            u"INSERT OR REPLACE INTO head(id, bno, seq, h, epoch, clock, lane, lane_n, lane_head) "
            "VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    return update.bind(1, head.bno)
            .bind(2, head.seq)
            .bind(3, head.h)
            .bind(4, head.epoch)
            .bind(5, head.clock)
            .bind(6, head.lane)
            .bind(7, head.laneN)
            .bind(8, head.laneHead)
            .run();
}

core::Result<Marks> readMarks(sqlite3 *database, const QByteArray &shape)
{
    static const int newestFormat = newestVersion();
    Marks marks;
    bool isSameShape = false;
    Statement query(database,
                    u"SELECT key, value FROM meta WHERE key IN ('joined', 'stopped', "
                    "'projection_specs')"_s);
    while (true) {
        const auto row = query.next();
        if (!row)
            return core::passOn(row);
        if (!*row)
            break;
        const QString key = query.text(0);
        marks.isJoined |= key == "joined"_L1;
        marks.isStopped |= key == "stopped"_L1;
        isSameShape |= key == "projection_specs"_L1 && query.blob(1) == shape;
    }
    Statement format(database, u"PRAGMA user_version"_s);
    const auto row = format.next();
    if (!row)
        return core::passOn(row);
    if (isSameShape && format.integer(0) <= newestFormat)
        return marks;
    return core::fail(
            core::ErrorCode::Newer,
            QCoreApplication::translate(
                    "store",
                    "Another version of Anlan has brought this store up to date while it was open "
                    "here. Nothing was saved. Close Anlan and start the newest version."));
}

LogAppender::LogAppender(sqlite3 *database, const QUuid &plant, Head head)
    : m_head(std::move(head))
    , m_plant(plant)
    , m_database(database)
    , m_writeBatch(
              database,
              u"INSERT INTO batch(bno, first_seq, n_ops, frame, env, h) VALUES (?, ?, ?, ?, ?, ?)"_s)
    , m_writeIndex(
              database,
              u"INSERT OR IGNORE INTO opidx(seq, o, entity, actor, t, kind, bno) VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
{
}

core::Result<QByteArray> toLogLine(const Op &op)
{
    QByteArray line = toJson(op);
    if (line.size() > mostBytesPerFrame)
        return core::fail(
                core::ErrorCode::Refused,
                QCoreApplication::translate(
                        "store",
                        "This entry is larger than the %1 KB that one save may carry. Shorten the "
                        "text, or attach it as a file. Nothing of it was saved.")
                        .arg(mostBytesPerFrame / 1024),
                u"%1 bytes"_s.arg(line.size()));
    if (isTooDeep(line))
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "store",
                                  "This entry is nested too deeply to be read again. Nothing of it "
                                  "was saved."));
    return line;
}

core::Result<> LogAppender::append(const Op &op)
{
    const auto packed = toLogLine(op);
    if (!packed)
        return core::passOn(packed);
    const QByteArray &line = *packed;
    if (!m_ops.isEmpty()
        && (m_ops.size() >= mostOpsPerFrame
            || m_lines.size() + 1 + line.size() > mostBytesPerFrame)) {
        if (auto done = seal(); !done)
            return done;
    }
    if (!m_ops.isEmpty())
        m_lines += '\n';
    m_lines += line;
    Op brief = op;
    brief.fields.clear();
    m_ops.append(std::move(brief));
    return {};
}

core::Result<> LogAppender::finish()
{
    if (!m_ops.isEmpty()) {
        if (auto done = seal(); !done)
            return done;
    }
    return writeHead(m_database, m_head);
}

core::Result<> LogAppender::seal()
{
    const FrameHeader header{
            m_plant,           m_head.lane,    quint64(m_head.laneN + 1), quint32(m_ops.size()),
            quint32(opSchema), m_head.laneHead};
    const auto frame = encodeFrame(header, m_lines);
    if (!frame)
        return core::passOn(frame);
    const QList<Op> ops = std::exchange(m_ops, {});
    m_lines.clear();
    ++m_head.laneN;
    m_head.laneHead = frameHash(*frame);
    return store(*frame, toJson(Envelope{.at = m_head.clock, .epoch = m_head.epoch}), ops);
}

core::Result<> LogAppender::appendFrame(const QByteArray &frame, const QByteArray &env,
                                        const QList<Op> &ops)
{
    return store(frame, env, ops);
}

core::Result<> LogAppender::store(const QByteArray &frame, const QByteArray &env,
                                  const QList<Op> &ops)
{
    ++m_head.bno;
    m_head.h = sha256(m_head.h, frameHash(frame), env);
    auto done = m_writeBatch.bind(1, m_head.bno)
                        .bind(2, m_head.seq + 1)
                        .bind(3, qint64(ops.size()))
                        .bind(4, frame)
                        .bind(5, env)
                        .bind(6, m_head.h)
                        .run();
    for (const Op &op : ops) {
        if (!done)
            return done;
        done = m_writeIndex.bind(1, ++m_head.seq)
                       .bind(2, op.id)
                       .bind(3, op.entity.toRfc4122())
                       .bind(4, op.actor.toRfc4122())
                       .bind(5, op.time)
                       .bind(6, op.verb == Verb::Unknown ? op.verbText : toText(op.verb))
                       .bind(7, m_head.bno)
                       .run();
    }
    return done;
}

namespace {

// Reads one row of batch (bno, first_seq, frame, env).
core::Result<QList<LoggedOp>> unpackBatch(const Statement &row)
{
    const auto frame = decodeFrame(row.blob(2));
    if (!frame)
        return core::passOn(frame);
    const Envelope envelope = envelopeFromJson(row.blob(3));
    QList<LoggedOp> ops;
    ops.reserve(frame->lines.size());
    for (qsizetype i = 0; i < frame->lines.size(); ++i) {
        auto op = opFromJson(frame->lines.at(i));
        if (!op)
            return core::passOn(op);
        ops.append({row.integer(1) + i, row.integer(0), std::move(*op), envelope.at,
                    envelope.denied.contains(int(i))});
    }
    return ops;
}

}

core::Result<> forEachOp(sqlite3 *database,
                         const std::function<core::Result<>(const LoggedOp &)> &visit)
{
    Statement batches(database, u"SELECT bno, first_seq, frame, env FROM batch ORDER BY bno"_s);
    Statement indexed(database, u"SELECT count(*) FROM opidx WHERE bno = ?"_s);
    Statement place(database, u"SELECT seq FROM opidx WHERE o = ?"_s);
    while (true) {
        const auto row = batches.next();
        if (!row)
            return core::passOn(row);
        if (!*row)
            return {};
        const auto ops = unpackBatch(batches);
        if (!ops)
            return core::passOn(ops);
        const auto known = indexed.bind(1, batches.integer(0)).next();
        if (!known)
            return core::passOn(known);
        const bool isRepeated = indexed.integer(0) != ops->size();
        indexed.reset();
        for (const LoggedOp &op : *ops) {
            // An operation sent again through another lane stands twice in the log and counts once.
            if (isRepeated) {
                const auto first = place.bind(1, op.op.id).next();
                if (!first)
                    return core::passOn(first);
                const bool isFirst = *first && place.integer(0) == op.seq;
                place.reset();
                if (!isFirst)
                    continue;
            }
            if (auto done = visit(op); !done)
                return done;
        }
    }
}

core::Result<QList<LoggedOp>> opsOfFrame(sqlite3 *database, qint64 bno)
{
    Statement batch(database, u"SELECT bno, first_seq, frame, env FROM batch WHERE bno = ?"_s);
    const auto row = batch.bind(1, bno).next();
    if (!row)
        return core::passOn(row);
    return *row ? unpackBatch(batch) : core::Result<QList<LoggedOp>>(QList<LoggedOp>());
}

core::Result<const LoggedOp *> FrameReader::op(qint64 seq, qint64 bno)
{
    if (!m_frames.contains(bno)) {
        auto ops = opsOfFrame(m_database, bno);
        if (!ops)
            return core::passOn(ops);
        m_frames.insert(bno, new QList<LoggedOp>(std::move(*ops)));
    }
    const QList<LoggedOp> &frame = *m_frames.object(bno);
    const qsizetype index = frame.isEmpty() ? -1 : qsizetype(seq - frame.first().seq);
    if (index < 0 || index >= frame.size())
        return core::fail(core::ErrorCode::Damaged,
                          QCoreApplication::translate("store", "A part of the log cannot be read."),
                          u"operation %1 in frame %2"_s.arg(seq).arg(bno));
    return &frame.at(index);
}

core::Result<QList<Op>> pendingOps(sqlite3 *database, const QUuid &entity)
{
    Statement query(database,
                    entity.isNull() ? u"SELECT body FROM pending ORDER BY n"_s
                                    : u"SELECT body FROM pending WHERE entity = ? ORDER BY n"_s);
    if (!entity.isNull())
        query.bind(1, entity);
    QList<Op> ops;
    while (true) {
        const auto row = query.next();
        if (!row)
            return core::passOn(row);
        if (!*row)
            return ops;
        auto op = opFromJson(query.blob(0));
        if (!op)
            return core::passOn(op);
        ops.append(std::move(*op));
    }
}

core::Result<Outcome> foldOne(Projections &projections, const Op &op, qint64 at, bool isConfirmed)
{
    const auto entry = projections.load(op.type, op.entity);
    if (!entry)
        return core::passOn(entry);
    const Outcome outcome = fold((*entry)->state, op, at);
    (*entry)->isChanged = true;
    if (isConfirmed && (*entry)->state.needsNumber()) {
        if (auto done = projections.assignNumber((*entry)->state); !done)
            return core::passOn(done);
    }
    return outcome;
}

core::Result<FoldResult> foldLog(sqlite3 *log, Projections &projections, core::Progress &progress,
                                 const SeeConfirmed &confirmed)
{
    constexpr qsizetype mostHeld = 10'000; // records in memory before they are written back
    FoldResult result;
    {
        Statement count(log, u"SELECT seq FROM head"_s);
        const auto row = count.next();
        if (!row)
            return core::passOn(row);
        progress.setRange(*row ? int(count.integer(0)) : 0);
    }
    auto done = forEachOp(log, [&](const LoggedOp &logged) -> core::Result<> {
        ++result.operations;
        if (result.operations % 1000 == 0) {
            progress.setValue(int(result.operations));
            if (progress.isCanceled())
                return core::fail(
                        core::ErrorCode::Cancelled,
                        QCoreApplication::translate("store", "Stopped. Nothing was changed."));
        }
        if (logged.isDenied || !result.unknownVerb.isEmpty())
            return {};
        const auto outcome = foldOne(projections, logged.op, logged.at, true);
        if (!outcome)
            return core::passOn(outcome);
        if (*outcome == Outcome::Unknown)
            result.unknownVerb = logged.op.verbText;
        return projections.held() > mostHeld ? projections.flush() : core::Result<>();
    });
    if (!done)
        return core::passOn(done);
    const auto pending = pendingOps(log);
    if (!pending)
        return core::passOn(pending);
    Statement isLogged(log, u"SELECT 1 FROM opidx WHERE o = ?"_s);
    for (const Op &op : *pending) {
        // It came home while a newer version's operation stopped the folding: it has its place.
        const auto row = isLogged.bind(1, op.id).next();
        if (!row)
            return core::passOn(row);
        isLogged.reset();
        if (*row && result.unknownVerb.isEmpty())
            continue;
        const auto entry = projections.load(op.type, op.entity);
        if (!entry)
            return core::passOn(entry);
        if (confirmed && !(*entry)->isPending) {
            if (done = confirmed((*entry)->state); !done)
                return core::passOn(done);
        }
        (*entry)->isPending = true;
        if (auto outcome = foldOne(projections, op, op.time, false); !outcome)
            return core::passOn(outcome);
    }
    if (done = projections.flush(); !done)
        return core::passOn(done);
    return result;
}

}
