// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazardrules.h"
#include "store/record.h"

class QDialog;
class QWidget;

namespace shell {
class Shell;
}
namespace store {
class Store;
}

namespace hazards {

// The dialog of one step on one hazard, opened over the parent. hazard is what the person is
// looking at: a change by somebody else in between is not overwritten. The dialog closes once the
// step is saved; a refusal stays in it in words.
QDialog *openStep(Step step, store::Store &store, shell::Shell &shell, const store::Record &hazard,
                  QWidget *parent);
// The treatment plan of a major hazard, read anew.
void openPlan(store::Store &store, shell::Shell &shell, const QUuid &hazard, QWidget *parent);

}
