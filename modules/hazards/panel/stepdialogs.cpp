// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/stepdialogs.h"

#include "hazards/panel/confirmdialog.h"
#include "hazards/panel/dispatchdialog.h"
#include "hazards/panel/gradedialog.h"
#include "hazards/panel/mergedialog.h"
#include "hazards/panel/plandialog.h"
#include "hazards/panel/reviewdialog.h"
#include "hazards/panel/submitdialog.h"
#include "hazards/panel/suspenddialog.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace hazards {

static StepDialog *makeStepDialog(Step step, store::Store &store, shell::Shell &shell,
                                  const store::Record &hazard, QWidget *parent)
{
    switch (step) {
    case Step::Grade:
        return new GradeDialog(store, shell, hazard, parent);
    case Step::Dispatch:
        return new DispatchDialog(store, shell, hazard, parent);
    case Step::Submit:
        return new SubmitDialog(store, shell, hazard, parent);
    case Step::Review:
    case Step::SecondReview:
        return new ReviewDialog(step, store, shell, hazard, parent);
    case Step::Suspend:
        return new SuspendDialog(store, shell, hazard, parent);
    case Step::Merge:
        return new MergeDialog(store, shell, hazard, parent);
    case Step::Report:
    case Step::Start:
    case Step::Archive:
    case Step::Reject:
    case Step::Resume:
        return new ConfirmDialog(step, store, shell, hazard, parent);
    }
    Q_UNREACHABLE();
}

QDialog *openStep(Step step, store::Store &store, shell::Shell &shell, const store::Record &hazard,
                  QWidget *parent)
{
    QDialog *dialog = makeStepDialog(step, store, shell, hazard, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void openPlan(store::Store &store, shell::Shell &shell, const QUuid &hazard, QWidget *parent)
{
    QObject *receiver = parent ? static_cast<QObject *>(parent) : &shell.events();
    shell.jobs().start<store::Record>(
            shell::Lane::Quick, QCoreApplication::translate("hazards", "Reading the hazard"),
            receiver,
            [store = &store, hazard](core::Progress &) -> core::Result<store::Record> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                return store::readRecord(*connection, store->schema(), u"hazard"_s, hazard);
            },
            [store = &store, shell = &shell,
             parent = QPointer(parent)](const core::Result<store::Record> &record) {
                if (!record) {
                    shell->announce(record.error().message);
                    return;
                }
                auto *dialog = new PlanDialog(*store, *shell, *record, parent);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->open();
            });
}

}
