// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"
#include "hazards/engine/ledgerfacts.h"
#include "hazards/engine/ledgermapping.h"
#include "store/writer.h"
#include "tables/layout.h"

namespace store {
class Store;
}

namespace hazards {

// What the user asked for; everything may stay empty.
struct ImportOptions {
    QString sheet; // name; the one that looks most like a ledger if empty
    MappingOverride mapping;
};

// What would become of a ledger. Shown, changed column by column, then run.
struct ImportPlan {
    QString path;
    QString fileName;
    QString format;
    QString entity;    // hazard or incident
    QString whyEntity; // in words
    tables::Layout layout;
    QList<ColumnPlan> columns; // in the order of layout.columns
    QList<HeaderColumn> headerColumns;
    LevelScale scale;
    QString fingerprint; // of the headings: rows of equal layouts know each other again
};

struct ImportReport {
    LedgerFacts facts;
    store::Receipt receipt;
    bool isDryRun = false;
};

// Reads the file, writes nothing.
core::Result<ImportPlan> analyseLedger(const store::Store &store, const QString &path,
                                       const ImportOptions &options, core::Progress &progress);
// The same plan with another mapping or another kind of record.
core::Result<ImportPlan> remapped(const store::Store &store, const ImportPlan &plan,
                                  const MappingOverride &mapping, core::Progress &progress);

enum class ImportMode { Write, DryRun };
// All rows in one save, which one undo takes back; stopped half-way nothing is left. The memory of
// one row, whatever the length of the file, which is read before the save begins.
core::Result<ImportReport> runImport(store::Store &store, const QUuid &actor,
                                     const ImportPlan &plan, ImportMode mode,
                                     core::Progress &progress);

}
