// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/progress.h"
#include "sample/engine/life.h"

namespace sample {

// Lets everything planned happen in the store, each step through the rules of hazards by the person
// who takes it, at its time on the clock.
core::Result<> live(store::Store &store, core::ManualClock &clock, const Site &site,
                    const QList<Finding> &findings, Life &life, core::Progress &progress);

}
