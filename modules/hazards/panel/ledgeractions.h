// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazard.h"

class QWidget;

namespace shell {
class Shell;
}
namespace store {
class Store;
}

namespace hazards {

// What can be done with the ledger as a whole. Each opens its dialog over the parent and returns;
// the work runs as a job, and what went wrong is said in that dialog.
void reportHazard(store::Store &store, shell::Shell &shell, QWidget *parent);
void importLedger(store::Store &store, shell::Shell &shell, QWidget *parent);
// The ledger of this filter as a preview, to print or to save as PDF or spreadsheet.
void printLedger(store::Store &store, shell::Shell &shell, const HazardFilter &filter,
                 QWidget *parent);
void undoLast(store::Store &store, shell::Shell &shell, QWidget *parent);

}
