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
    qint64 evidenceFiles = 0;
    QList<Problem> problems;
    // Files nobody refers to (left by a stop between file and operation) are named but harmless.
    bool isOk() const;
};

// Database pages, log chain, operation index, records against a fresh fold of the log, evidence
// files.
core::Result<CheckReport> check(const Store &store, core::Progress &progress);
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

// A copy that was opened and checked, with its evidence files. Nothing half-written stays.
core::Result<> backup(const Store &store, const QString &target, core::Progress &progress);
core::Result<> restore(const QString &backup, const QString &target, const Environment &environment,
                       core::Progress &progress);
// <store>.backups/YYYY-MM-DD.anlan; does nothing if today's is there; keeps the newest 7. Returns
// its path.
core::Result<QString> dailyBackup(const Store &store, core::Progress &progress);

}
