// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"
#include "store/store.h"

namespace store {

struct Problem {
    QString kind;  // stable word: database, chain, frame, index, fold, missing_file, changed_file,
                   // orphan_file
    QString where; // record, frame number or file
    QString text;  // translated: what it means and what to do
};

struct CheckReport {
    QByteArray digest; // 32 bytes: sum of the SHA-256 of all records as four 64-bit words
                       // (sync.md 1.7)
    Counts counts;
    QSet<QString> evidence; // SHA-256 of every file that any operation ever named
    qint64 evidenceFiles = 0;
    QList<Problem> problems;
    // Files nobody refers to (left by a stop between file and operation) are named but harmless.
    bool isOk() const;
};

// Database pages, log chain, operation index, records against a fresh fold of the log, evidence
// files.
core::Result<CheckReport> check(const Store &store, core::Progress &progress);
// The same without the evidence files, and these alone.
core::Result<CheckReport> checkRecords(const Store &store, core::Progress &progress);
core::Result<QList<Problem>> checkEvidence(const QString &folder, const QSet<QString> &wanted,
                                           core::Progress &progress);
core::Result<QByteArray> digest(const Connection &connection, const Schema &schema,
                                core::Progress &progress);

struct RebuildReport {
    QByteArray before;
    QByteArray after;
    qint64 operations = 0;
    qint64 milliseconds = 0;
};
// Folds the whole log into fresh tables, in one transaction.
core::Result<RebuildReport> rebuild(Store &store, core::Progress &progress);

struct CopyReport {
    QString path;
    QByteArray digest;
    qint64 evidenceFiles = 0;
    QList<Problem> problems; // missing_file and changed_file: the copy was kept all the same
};

// A copy that was checked, with its evidence files. Nothing half-written stays. The target may lie
// on a network drive: SQLite works beside the store, the finished bytes are taken there.
core::Result<CopyReport> backup(const Store &store, const QString &target,
                                core::Progress &progress);
// The source is only read, so it may lie on a medium that cannot be written.
core::Result<CopyReport> restore(const QString &backup, const QString &target,
                                 const Environment &environment, core::Progress &progress);
// <store>.backups/YYYY-MM-DD.anlan; does nothing if today's is there; keeps the newest 7. Its
// evidence files are second names of the store's own where the file system can do that.
core::Result<CopyReport> dailyBackup(const Store &store, core::Progress &progress);

}
