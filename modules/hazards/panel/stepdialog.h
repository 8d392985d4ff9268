// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardsteps.h"
#include "hazards/panel/savingdialog.h"
#include "store/record.h"

namespace hazards {

// What the dialogs of the steps share: the hazard they are about, the step's own guards before
// anything is saved, the save with what the person has seen, and what is said when somebody else
// was faster.
class StepDialog : public SavingDialog
{
    Q_OBJECT
public:
    StepDialog(Step step, store::Store &store, shell::Shell &shell, store::Record seen,
               QWidget *parent);

    Step step() const { return m_step; }

protected:
    // The save itself, on a worker thread: everything it needs is inside of it.
    using Work = std::function<core::Result<StepResult>(
            store::Store &store, const QUuid &actor, const store::Record &seen, core::Progress &)>;

    const store::Record &seen() const { return m_seen; }
    void setSeen(const store::Record &seen);
    QString today() const; // YYYY-MM-DD at the plant
    QUuid actor() const { return shell().person().id; }

    virtual Work work() const = 0;
    virtual QString missingInput() const { return {}; }
    virtual void taken() { } // after the save, the dialog is closed already

    QString missing() const final;
    void save() final;

private:
    QString guard() const;

    Step m_step;
    store::Record m_seen;
};

}
