// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"

#include "store/blobs.h"
#include "store/files.h"
#include "store/log.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QSet>
#include <QtEndian>

#include <array>

#include <memory>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

// One state of the store for several queries, whoever saves meanwhile. Lives for one look.
class Snapshot
{
public:
    explicit Snapshot(sqlite3 *database)
        : m_database(database)
        , m_isOwn(sqlite3_get_autocommit(database) != 0)
    {
    }
    ~Snapshot()
    {
        if (m_isOwn && sqlite3_get_autocommit(m_database) == 0)
            (void)execute(m_database, u"ROLLBACK"_s);
    }
    Q_DISABLE_COPY_MOVE(Snapshot)

    core::Result<> begin()
    {
        if (!m_isOwn)
            return {};
        if (auto done = execute(m_database, u"BEGIN"_s); !done)
            return done;
        return execute(m_database, u"SELECT count(*) FROM meta"_s); // the first read fixes it
    }

private:
    sqlite3 *m_database;
    bool m_isOwn; // else the caller's transaction holds one already
};

core::Result<QByteArray> sumOfRecords(Projections &projections, core::Progress &progress)
{
    std::array<quint64, 4> sum{};
    auto done = projections.forEach([&](const EntityState &state) -> core::Result<> {
        if (progress.isCanceled())
            return stopped();
        const auto children = projections.children(state.type, state.id);
        if (!children)
            return core::passOn(children);
        const QByteArray hash = stateHash(state, *children);
        for (size_t word = 0; word < sum.size(); ++word)
            sum[word] += qFromBigEndian<quint64>(hash.constData() + 8 * word);
        return {};
    });
    if (!done)
        return core::passOn(done);
    QByteArray digest(32, Qt::Uninitialized);
    for (size_t word = 0; word < sum.size(); ++word)
        qToBigEndian(sum[word], digest.data() + 8 * word);
    return digest;
}

// What the index says of single operations.
class OperationIndex
{
public:
    explicit OperationIndex(sqlite3 *database)
        : m_indexed(database, u"SELECT o, entity, actor, t, bno FROM opidx WHERE seq = ?"_s)
        , m_repeated(database, u"SELECT 1 FROM opidx WHERE o = ? AND seq < ?"_s)
    {
    }

    core::Result<bool> has(qint64 seq, const core::Result<Op> &op, qint64 bno)
    {
        if (!op)
            return false;
        const auto indexed = m_indexed.bind(1, seq).next();
        if (!indexed)
            return indexed;
        const bool isIndexed = *indexed && m_indexed.opId(0) == op->id
                && m_indexed.uuid(1) == op->entity && m_indexed.uuid(2) == op->actor
                && m_indexed.integer(3) == op->time && m_indexed.integer(4) == bno;
        m_indexed.reset();
        if (isIndexed)
            return true;
        // Sent again through another lane: it stands twice in the log and counts once.
        auto isRepeat = m_repeated.bind(1, op->id).bind(2, seq).next();
        m_repeated.reset();
        return isRepeat;
    }

private:
    Statement m_indexed;
    Statement m_repeated;
};

// Everything that records can have wrong, looked at once. Lives for one check.
class Checking
{
public:
    Checking(const Store &store, const Connection &connection, core::Progress &progress)
        : m_store(store)
        , m_database(connection.handle())
        , m_progress(progress)
    {
    }

    core::Result<> run(CheckReport &report)
    {
        m_report = &report;
        for (const auto step :
             {&Checking::pages, &Checking::chain, &Checking::waiting, &Checking::fold}) {
            if (m_progress.isCanceled())
                return stopped();
            if (auto done = (this->*step)(); !done)
                return done;
        }
        return {};
    }

private:
    void report(const QString &kind, const QString &where, const QString &text)
    {
        m_report->problems.append({kind, where, text});
    }

    core::Result<> pages()
    {
        constexpr int instructions =
                100'000; // of SQLite between two questions, about a millisecond
        const auto isCanceled = [](void *progress) {
            return int(static_cast<core::Progress *>(progress)->isCanceled());
        };
        sqlite3_progress_handler(m_database, instructions, isCanceled, &m_progress);
        const auto done = askPages();
        sqlite3_progress_handler(m_database, 0, nullptr, nullptr);
        return m_progress.isCanceled() ? stopped() : done;
    }

    core::Result<> askPages()
    {
        Statement query(m_database, u"PRAGMA integrity_check(20)"_s);
        while (true) {
            const auto row = query.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                return {};
            if (query.text(0) != "ok"_L1)
                report(u"database"_s, query.text(0),
                       QCoreApplication::translate(
                               "store",
                               "The file itself is damaged. Restore the last daily copy."));
        }
    }

    core::Result<> chain()
    {
        const auto head = readHead(m_database);
        if (!head)
            return core::passOn(head);
        const QString damaged =
                QCoreApplication::translate("store",
                                            "The log was changed after it was written. Restore the "
                                            "last daily copy and ask who had access.");
        Statement batches(m_database,
                          u"SELECT bno, first_seq, n_ops, frame, env, h FROM batch ORDER BY bno"_s);
        OperationIndex index(m_database);
        QByteArray h(32, '\0');
        QHash<QUuid, std::pair<quint64, QByteArray>> lanes;
        qint64 expected = 0;
        qint64 seq = 0;
        m_progress.setRange(int(head->seq));
        while (true) {
            const auto row = batches.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                break;
            if (m_progress.isCanceled())
                return stopped();
            m_progress.setValue(int(seq));
            ++expected;
            const QString where = QString::number(batches.integer(0));
            const auto frame = decodeFrame(batches.blob(3));
            if (!frame) {
                report(u"frame"_s, where, damaged);
                h = batches.blob(5);
                seq = batches.integer(1) + batches.integer(2) - 1;
                continue;
            }
            h = sha256(h, frame->hash, batches.blob(4));
            auto &[n, laneHead] = lanes[frame->header.lane];
            const QByteArray previous = n == 0 ? QByteArray(32, '\0') : laneHead;
            if (h != batches.blob(5) || batches.integer(0) != expected
                || batches.integer(1) != seq + 1 || frame->header.n != n + 1
                || frame->header.prev != previous || frame->header.plant != m_store.plant().id)
                report(u"chain"_s, where, damaged);
            h = batches.blob(5);
            n = frame->header.n;
            laneHead = frame->hash;
            for (const QByteArray &line : frame->lines) {
                const auto op = opFromJson(line);
                const auto isRight = index.has(++seq, op, batches.integer(0));
                if (!isRight)
                    return core::passOn(isRight);
                if (!*isRight)
                    reportIndex(seq);
                if (op)
                    noteEvidence(*op);
            }
        }
        if (expected != head->bno || seq != head->seq || (expected > 0 && h != head->h))
            report(u"chain"_s, u"head"_s, damaged);
        return indexBeyond(seq);
    }

    core::Result<> indexBeyond(qint64 seq)
    {
        Statement tooMany(m_database, u"SELECT seq FROM opidx WHERE seq NOT BETWEEN 1 AND ?"_s);
        tooMany.bind(1, seq);
        while (true) {
            const auto row = tooMany.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                return {};
            reportIndex(tooMany.integer(0));
        }
    }

    void reportIndex(qint64 seq)
    {
        report(u"index"_s, QString::number(seq),
               QCoreApplication::translate("store",
                                           "The index of the log does not say what the log says. "
                                           "Restore the last daily copy."));
    }

    // Operations on their way to the server name evidence too.
    core::Result<> waiting()
    {
        const auto pending = pendingOps(m_database);
        if (!pending)
            return core::passOn(pending);
        for (const Op &op : *pending)
            noteEvidence(op);
        m_report->evidenceFiles = m_report->evidence.size();
        return {};
    }

    // Also what was removed or lost against another write: history shows it.
    void noteEvidence(const Op &op)
    {
        const EntitySpec *entity = m_store.schema().find(op.type);
        for (const FieldWrite &write : op.fields) {
            const FieldSpec *field = entity ? entity->field(write.key) : nullptr;
            if (!field || field->type != FieldType::FileSet)
                continue;
            const QStringList members = membersOf(write.value);
            m_report->evidence.unite({members.begin(), members.end()});
        }
    }

    // The tables against a fresh fold of the log, in a scratch database that SQLite keeps and
    // removes.
    core::Result<> fold()
    {
        Projections now(m_database, m_store.schema());
        const auto current = sumOfRecords(now, m_progress);
        if (!current)
            return core::passOn(current);
        m_report->digest = *current;

        sqlite3 *opened = nullptr;
        sqlite3_open("", &opened);
        const std::unique_ptr<sqlite3, int (*)(sqlite3 *)> scratch(opened, sqlite3_close);
        for (const QString &statement :
             {u"PRAGMA journal_mode = OFF"_s, u"PRAGMA synchronous = OFF"_s,
              u"CREATE TABLE meta(key TEXT PRIMARY KEY, value)"_s, u"BEGIN"_s}) {
            if (auto done = execute(scratch.get(), statement); !done)
                return done;
        }
        if (auto done = createProjections(scratch.get(), m_store.schema()); !done)
            return done;
        Projections fresh(scratch.get(), m_store.schema());
        const auto folded = foldLog(m_database, fresh, m_progress);
        if (!folded) {
            if (folded.error().code == core::ErrorCode::Damaged)
                return {}; // said already by chain()
            return core::passOn(folded);
        }
        const auto expected = sumOfRecords(fresh, m_progress);
        if (!expected)
            return core::passOn(expected);
        if (*expected != *current)
            report(u"fold"_s, QString(),
                   QCoreApplication::translate("store",
                                               "The tables do not say what the log says. Rebuild "
                                               "the store; the log is what counts."));
        return {};
    }

    const Store &m_store;
    sqlite3 *m_database;
    core::Progress &m_progress;
    CheckReport *m_report = nullptr;
};

}

bool CheckReport::isOk() const
{
    return std::all_of(problems.begin(), problems.end(),
                       [](const Problem &problem) { return problem.kind == "orphan_file"_L1; });
}

core::Result<QByteArray> digest(const Connection &connection, const Schema &schema,
                                core::Progress &progress)
{
    Snapshot snapshot(connection.handle());
    if (auto done = snapshot.begin(); !done)
        return core::passOn(done);
    Projections projections(connection.handle(), schema);
    return sumOfRecords(projections, progress);
}

core::Result<CheckReport> checkRecords(const Store &store, core::Progress &progress)
{
    auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    Snapshot snapshot(connection->handle());
    if (auto done = snapshot.begin(); !done)
        return core::passOn(done);
    CheckReport report;
    if (auto done = Checking(store, *connection, progress).run(report); !done)
        return core::passOn(done);
    const auto counted = counts(*connection, store.schema());
    if (!counted)
        return core::passOn(counted);
    report.counts = *counted;
    return report;
}

core::Result<QList<Problem>> checkEvidence(const QString &folder, const QSet<QString> &wanted,
                                           core::Progress &progress)
{
    QList<Problem> problems;
    const auto report = [&problems](const QString &kind, const QString &where,
                                    const QString &text) {
        problems.append({kind, where, text});
    };
    int looked = 0;
    QSet<QString> missing = wanted;
    progress.setRange(int(wanted.size()));
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = files.fileName();
        if (progress.isCanceled())
            return core::passOn(stopped());
        if (!missing.remove(name)) {
            report(u"orphan_file"_s, path,
                   QCoreApplication::translate("store",
                                               "No record names this file. It was left by an "
                                               "interrupted save and does no harm."));
            continue;
        }
        progress.setValue(++looked);
        const auto hash = hashFile(path, progress);
        if (!hash && hash.error().code == core::ErrorCode::Cancelled)
            return core::passOn(hash);
        if (!hash || QString::fromLatin1(hash->toHex()) != name)
            report(u"changed_file"_s, path,
                   QCoreApplication::translate("store",
                                               "A photo or document was changed after it was "
                                               "recorded. Restore it from a copy."));
    }
    for (const QString &sha : std::as_const(missing))
        report(u"missing_file"_s, sha,
               QCoreApplication::translate("store",
                                           "A photo or document that a record names is not "
                                           "there. Restore it from a copy."));
    return problems;
}

core::Result<CheckReport> check(const Store &store, core::Progress &progress)
{
    auto report = checkRecords(store, progress);
    if (!report)
        return report;
    const auto problems = checkEvidence(Blobs(store.path()).folder(), report->evidence, progress);
    if (!problems)
        return core::passOn(problems);
    report->problems += *problems;
    return report;
}

}
