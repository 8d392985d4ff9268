// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "documents/engine/report.h"
#include "hazards/engine/hazard.h"

namespace store {
class Store;
}

namespace hazards {

enum class LedgerForm {
    Paper, // A4 landscape: what belongs together shares a column
    Table, // one column for each fact, for spreadsheets and for taking it over elsewhere
};

// 《隐患排查治理台账》: the fields of the statutory ledger (domain.md e.2) for the hazards of a
// filter. Its rows are read when the document is
// made, on that thread, through a connection of their own; the store outlives the report.
core::Result<documents::Report> ledgerReport(const store::Store &store, const HazardFilter &filter,
                                             const QString &madeBy,
                                             LedgerForm form = LedgerForm::Paper);

}
