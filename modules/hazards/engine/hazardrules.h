// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "hazards/engine/hazard.h"
#include "store/record.h"

namespace store {
class Connection;
class Schema;
}

namespace hazards {

enum class Step {
    Report,
    Grade,
    Dispatch,
    Start,
    Submit,
    Review, // passes it or returns it
    SecondReview,
    Archive,
    Reject,
    Merge,
    Suspend,
    Resume,
};
QString stepLabel(Step step); // the verb of the trade
QString stepKey(Step step);   // for anlanctl and settings

struct AvailableStep {
    Step step;
    QString label;
    bool isPossible = true;
    QString whyNot; // if not possible: what has to be done first
};

// The steps the workflow knows from where the hazard stands, the usual one first. actor: who is
// asking; null leaves out what depends on the person.
QList<AvailableStep> availableSteps(const store::Schema &schema, const store::Record &hazard,
                                    const QUuid &actor = {});

// Sentence naming what stands against moving the hazard to a state with these values; empty if
// nothing does.
QString objection(const store::Schema &schema, const store::Record &hazard, const QString &to,
                  const store::Values &values = {});

// The same for fields that are changed outside the steps. seen: what the person was looking at;
// lowering a grade or colour needs that it is what stands now.
QString changeObjection(const store::Schema &schema, const store::Record &hazard,
                        const store::Values &values, const store::Record *seen);

bool isMajor(const store::Record &hazard);
// The five measures (domain.md d) in their order: measures, responsibility, funds, time, plan.
QStringList fiveKeys();
// Labels of those that are not in place or have no evidence.
QStringList missingFive(const store::Schema &schema, const store::Record &hazard);

// Past its deadline and still waiting for somebody. To be reviewed counts; a suspended one counts
// when its extended deadline is over; a draft does not.
bool isOverdue(const QString &state, const QString &deadline, const Moment &moment);
bool isOverdue(const Hazard &hazard, const Moment &moment);
// From the workflow: who still has to act; the overdue ones are these without the draft.
QStringList openStates();
QStringList overdueStates();

// From the response colour (reference data); empty if the table names none.
core::Result<QString> defaultDeadline(const store::Connection &connection, const QString &colour,
                                      qint64 from, const QByteArray &timeZone);

}
