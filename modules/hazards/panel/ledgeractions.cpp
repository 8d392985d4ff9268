// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/ledgeractions.h"

#include "documents/panel/reportpreview.h"
#include "hazards/engine/ledgerreport.h"
#include "shell/events.h"
#include "shell/jobrunner.h"
#include "shell/prompts.h"
#include "shell/shell.h"
#include "store/history.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QPointer>

namespace hazards {

// The answer of a job goes with the window it was asked from; without one, with the plant.
static QObject *ledgerReceiver(shell::Shell &shell, QWidget *parent)
{
    return parent ? static_cast<QObject *>(parent) : &shell.events();
}

void printLedger(store::Store &store, shell::Shell &shell, const HazardFilter &filter,
                 QWidget *parent)
{
    shell.jobs().start<documents::Report>(
            QCoreApplication::translate("hazards", "Preparing the hazard ledger"),
            ledgerReceiver(shell, parent),
            [store = &store, filter, madeBy = shell.person().name](core::Progress &) {
                return ledgerReport(*store, filter, madeBy);
            },
            [shell = &shell,
             parent = QPointer(parent)](const core::Result<documents::Report> &report) {
                if (report)
                    documents::ReportPreview::present(*shell, *report, parent);
                else if (report.error().code != core::ErrorCode::Cancelled)
                    shell->prompts().tell(
                            parent, QCoreApplication::translate("hazards", "Print the ledger"),
                            report.error().message);
            });
}

void undoLast(store::Store &store, shell::Shell &shell, QWidget *parent)
{
    shell.jobs().start<store::UndoReport>(
            shell::Lane::Writer,
            QCoreApplication::translate("hazards", "Taking back the last action"),
            ledgerReceiver(shell, parent),
            [store = &store, actor = shell.person().id](core::Progress &progress) {
                return store::undoLast(*store, actor, progress);
            },
            [shell = &shell,
             parent = QPointer(parent)](const core::Result<store::UndoReport> &report) {
                const QString title =
                        QCoreApplication::translate("hazards", "Take back my last action");
                if (!report) {
                    if (report.error().code != core::ErrorCode::Cancelled)
                        shell->prompts().tell(parent, title, report.error().message);
                } else if (report->receipt.operations == 0) {
                    shell->prompts().tell(
                            parent, title,
                            QCoreApplication::translate("hazards",
                                                        "Nothing was taken back of “%1”.\n%2")
                                    .arg(report->action.label, report->kept.join(QChar::LineFeed)));
                } else if (report->kept.isEmpty()) {
                    shell->announce(QCoreApplication::translate("hazards", "Taken back: %1")
                                            .arg(report->action.label));
                } else {
                    shell->prompts().tell(
                            parent, title,
                            QCoreApplication::translate(
                                    "hazards",
                                    "“%1” was taken back, except for what somebody changed "
                                    "later:\n%2")
                                    .arg(report->action.label, report->kept.join(QChar::LineFeed)));
                }
            });
}

}
