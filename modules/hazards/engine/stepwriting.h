// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazardsteps.h"

#include <functional>

namespace hazards {

// Where a step leads and what it writes. sets: the members a set field has afterwards.
struct StepPlan {
    QString to;
    store::Values values = {};
    QMap<QString, QStringList> sets = {};
};

using Planner =
        std::function<core::Result<StepPlan>(store::Writer &writer, const store::Record &view)>;

// One step in one save: plan it and ask the guards on the hazard as it stands, write, look whether
// it was taken. What the person saw says only what each field was based on, unless the hazard went
// to another state meanwhile. label: with %1 for the number.
core::Result<StepResult> takeStep(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                  const QString &label, const store::Record *seen,
                                  const Planner &planner);

void putText(store::Values &values, const QString &key, const QString &text); // unless empty
void putReference(store::Values &values, const QString &key, const QUuid &id);
void putSet(store::Values &values, const QString &key, const QStringList &members);

core::Result<> checkDay(const QString &day); // YYYY-MM-DD
// A deadline: empty, an instant or a day, not before the day it was found.
core::Result<> checkDeadline(const QString &deadline, const QString &foundOn,
                             const store::Store &store);
core::Result<> checkNotBefore(const QString &day, const QString &earliest, const QString &key,
                              const store::Schema &schema);
core::Result<> checkCode(store::Writer &writer, const QString &table, const QString &code);
core::Result<store::Record> checkPerson(store::Writer &writer, const QUuid &id);

}
