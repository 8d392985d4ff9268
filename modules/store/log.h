// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "store/frame.h"
#include "store/projection.h"
#include "store/store.h"

#include <QCache>

namespace store {

// Where the log ends, and the lane of this desk.
struct Head {
    qint64 bno = 0;
    qint64 seq = 0;
    QByteArray h;
    qint64 epoch = 0;
    qint64 clock = 0; // time of the last save; never falls
    QUuid lane;
    qint64 laneN = 0;
    QByteArray laneHead;
};

core::Result<Head> readHead(sqlite3 *database);
core::Result<> writeHead(sqlite3 *database, const Head &head);

// What stands over the whole store. Read inside the transaction that is to write.
struct Marks {
    bool isJoined = false;  // saves wait for the server
    bool isStopped = false; // a newer version wrote what this one cannot fold
};
// Refuses when another version of the program has brought the store up to date meanwhile.
core::Result<Marks> readMarks(sqlite3 *database, const QByteArray &shape);

// An operation as the log keeps it; one that no reader would take is refused before it is written.
core::Result<QByteArray> toLogLine(const Op &op);

// Appends operations to the log of a store that is its own acceptor: frames of up to 1,000
// operations, chained by lane and by plant. Lives inside one transaction.
class LogAppender
{
public:
    LogAppender(sqlite3 *database, const QUuid &plant, Head head);

    core::Result<> append(const Op &op);
    core::Result<> finish(); // the last frame and the head
    // A frame as it was accepted elsewhere.
    core::Result<> appendFrame(const QByteArray &frame, const QByteArray &env,
                               const QList<Op> &ops);
    // Frames are accepted at this time; it never falls.
    void setClock(qint64 time) { m_head.clock = time; }
    const Head &head() const { return m_head; }
    qint64 nextSeq() const { return m_head.seq + 1 + m_ops.size(); }

private:
    core::Result<> seal();
    core::Result<> store(const QByteArray &frame, const QByteArray &env, const QList<Op> &ops);

    Head m_head;
    QUuid m_plant;
    sqlite3 *m_database;
    QList<Op> m_ops; // of the open frame, without their fields
    QByteArray m_lines;
    Statement m_writeBatch;
    Statement m_writeIndex;
};

// One operation out of the log, with its place.
struct LoggedOp {
    qint64 seq = 0;
    qint64 bno = 0;
    Op op;
    qint64 at = 0;
    bool isDenied = false;
};

// Every operation in the order of the log.
core::Result<> forEachOp(sqlite3 *database,
                         const std::function<core::Result<>(const LoggedOp &)> &visit);
core::Result<QList<LoggedOp>> opsOfFrame(sqlite3 *database, qint64 bno);
core::Result<QList<Op>> pendingOps(sqlite3 *database, const QUuid &entity = {}); // all if null

// Operations by their place, for whoever reads many of them: unpacked frames are kept for a while.
class FrameReader
{
public:
    explicit FrameReader(sqlite3 *database)
        : m_database(database)
    {
    }
    sqlite3 *database() const { return m_database; }
    // Valid until the next call.
    core::Result<const LoggedOp *> op(qint64 seq, qint64 bno);

private:
    sqlite3 *m_database;
    QCache<qint64, QList<LoggedOp>> m_frames{8}; // of up to 1,000 operations each
};

struct HistoryEntry;
core::Result<QList<HistoryEntry>> history(FrameReader &frames, const Schema &schema,
                                          const QString &type, const QUuid &entity);

struct FoldResult {
    qint64 operations = 0;
    QString unknownVerb; // where folding stopped: a newer version wrote this
};
// Folds the log of one database, then its pending operations, into projections (of this or
// another). confirmed sees each record before its first pending operation.
using SeeConfirmed = std::function<core::Result<>(const EntityState &)>;
core::Result<FoldResult> foldLog(sqlite3 *log, Projections &projections, core::Progress &progress,
                                 const SeeConfirmed &confirmed = {});

// One operation into its record; numbers are given when it is confirmed.
core::Result<Outcome> foldOne(Projections &projections, const Op &op, qint64 at, bool isConfirmed);

}
