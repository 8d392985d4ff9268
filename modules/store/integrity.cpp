// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"

#include "store/blobs.h"
#include "store/log.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QtEndian>

#include <array>

#include <memory>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

core::Result<QByteArray> sumOfRecords(Projections &projections, core::Progress &progress)
{
    std::array<quint64, 4> sum{};
    auto done = projections.forEach([&](const EntityState &state) -> core::Result<> {
        if (progress.isCanceled())
            return core::fail(
                    core::ErrorCode::Cancelled,
                    QCoreApplication::translate("store", "Stopped. Nothing was changed."));
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

// Everything a store can have wrong, looked at once. Lives for one check.
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
             {&Checking::pages, &Checking::chain, &Checking::fold, &Checking::evidence}) {
            if (m_progress.isCanceled())
                return core::fail(
                        core::ErrorCode::Cancelled,
                        QCoreApplication::translate("store", "Stopped. Nothing was changed."));
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
        const QString wrongIndex =
                QCoreApplication::translate("store",
                                            "The index of the log does not say what the log says. "
                                            "Restore the last daily copy.");
        Statement batches(m_database,
                          u"SELECT bno, first_seq, n_ops, frame, env, h FROM batch ORDER BY bno"_s);
        Statement indexed(m_database,
                          u"SELECT o, entity, actor, t, bno FROM opidx WHERE seq = ?"_s);
        Statement repeated(m_database, u"SELECT 1 FROM opidx WHERE o = ? AND seq < ?"_s);
        QByteArray h(32, '\0');
        QHash<QUuid, std::pair<quint64, QByteArray>> lanes;
        qint64 expected = 0;
        qint64 seq = 0;
        while (true) {
            const auto row = batches.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                break;
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
                ++seq;
                const auto op = opFromJson(line);
                const bool isIndexed = op && indexed.bind(1, seq).next().value_or(false)
                        && indexed.opId(0) == op->id && indexed.uuid(1) == op->entity
                        && indexed.uuid(2) == op->actor && indexed.integer(3) == op->time
                        && indexed.integer(4) == batches.integer(0);
                indexed.reset();
                const bool isRepeat = op && !isIndexed
                        && repeated.bind(1, op->id).bind(2, seq).next().value_or(false);
                repeated.reset();
                if (!isIndexed && !isRepeat)
                    report(u"index"_s, QString::number(seq), wrongIndex);
            }
        }
        Statement tooMany(m_database, u"SELECT seq FROM opidx WHERE seq NOT BETWEEN 1 AND ?"_s);
        tooMany.bind(1, seq);
        while (tooMany.next().value_or(false))
            report(u"index"_s, tooMany.text(0), wrongIndex);
        if (expected != head->bno || seq != head->seq || (expected > 0 && h != head->h))
            report(u"chain"_s, u"head"_s, damaged);
        return {};
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

    core::Result<> evidence()
    {
        const Blobs blobs(m_store.path());
        QSet<QString> wanted;
        for (const EntitySpec &entity : m_store.schema().entities()) {
            for (const FieldSpec &field : entity.fields) {
                if (field.type != FieldType::FileSet)
                    continue;
                Statement query(
                        m_database,
                        u"SELECT DISTINCT value FROM \"%1\", json_each(\"%1\".\"%2\")"_s.arg(
                                entity.table, field.key));
                while (query.next().value_or(false))
                    wanted.insert(query.text(0));
            }
        }
        m_report->evidenceFiles = wanted.size();
        for (const QString &sha : std::as_const(wanted)) {
            if (!blobs.has(sha))
                report(u"missing_file"_s, sha,
                       QCoreApplication::translate("store",
                                                   "A photo or document that a record names is not "
                                                   "there. Restore it from a copy."));
        }
        QDirIterator files(blobs.folder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString name = files.fileName();
            if (!wanted.contains(name)) {
                report(u"orphan_file"_s, path,
                       QCoreApplication::translate("store",
                                                   "No record names this file. It was left by an "
                                                   "interrupted save and does no harm."));
                continue;
            }
            QFile file(path);
            QCryptographicHash hash(QCryptographicHash::Sha256);
            if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)
                || QString::fromLatin1(hash.result().toHex()) != name)
                report(u"changed_file"_s, path,
                       QCoreApplication::translate("store",
                                                   "A photo or document was changed after it was "
                                                   "recorded. Restore it from a copy."));
        }
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
    Projections projections(connection.handle(), schema);
    return sumOfRecords(projections, progress);
}

core::Result<CheckReport> check(const Store &store, core::Progress &progress)
{
    auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    CheckReport report;
    if (auto done = Checking(store, *connection, progress).run(report); !done)
        return core::passOn(done);
    const auto counted = counts(*connection, store.schema());
    if (!counted)
        return core::passOn(counted);
    report.counts = *counted;
    return report;
}

}
