// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/stepdialog.h"

#include "hazards/panel/wording.h"
#include "shell/colours.h"
#include "shell/messagebar.h"
#include "store/store.h"

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

struct StepOutcome {
    StepResult result;
    QString state; // afterwards; empty if it could not be read again
};

constexpr qsizetype longestSubject = 160;

}

StepDialog::StepDialog(Step step, store::Store &store, shell::Shell &shell, store::Record seen,
                       QWidget *parent)
    : SavingDialog(store, shell, stepLabel(step), parent)
    , m_step(step)
{
    setSeen(seen);
}

void StepDialog::setSeen(const store::Record &seen)
{
    m_seen = seen;
    //: step, number of the hazard
    setWindowTitle(tr("%1: %2").arg(stepLabel(m_step), seen.number));
    QString subject = seen.text(u"description"_s).simplified();
    if (subject.size() > longestSubject)
        subject = subject.left(longestSubject) + u'…';
    //: number of the hazard, its state
    setHeading(tr("%1 · %2").arg(seen.number, stateText(store().schema(), seen.state)), subject);
}

QString StepDialog::today() const
{
    return momentOf(store()).today;
}

QString StepDialog::guard() const
{
    const auto steps = availableSteps(store().schema(), m_seen, actor());
    for (const AvailableStep &each : steps) {
        if (each.step == m_step)
            return each.whyNot;
    }
    return tr("The hazard stands at “%1”. This step is not possible from there.")
            .arg(stateText(store().schema(), m_seen.state));
}

QString StepDialog::missing() const
{
    const QString objection = guard();
    return objection.isEmpty() ? missingInput() : objection;
}

void StepDialog::save()
{
    run<StepOutcome>(
            windowTitle(),
            [store = &store(), actor = actor(), seen = m_seen,
             work = work()](core::Progress &progress) -> core::Result<StepOutcome> {
                const auto result = work(*store, actor, seen, progress);
                if (!result)
                    return core::passOn(result);
                StepOutcome outcome{*result, {}};
                if (const auto connection = store->connect()) {
                    const auto now =
                            store::readRecord(*connection, store->schema(), u"hazard"_s, seen.id);
                    outcome.state = now ? now->state : QString();
                }
                return outcome;
            },
            [this](const StepOutcome &outcome) {
                if (!outcome.result.isTaken) {
                    messages()->showText(shell::ColourRole::Warning, outcome.result.message);
                    leaveToRead();
                    return;
                }
                accept();
                shell().announce(
                        tr("Hazard %1 stands at “%2” now.")
                                .arg(m_seen.number, stateText(store().schema(), outcome.state)));
                taken();
            });
}

}
