// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/hazardsmodule.h"

#include "hazards/panel/hazardpanel.h"
#include "hazards/panel/incidentpanel.h"
#include "hazards/panel/ledgeractions.h"
#include "hazards/panel/recordpanel.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

class HazardsModule final : public shell::Module
{
    Q_DECLARE_TR_FUNCTIONS(hazards::HazardsModule)
public:
    explicit HazardsModule(store::Store &store)
        : m_store(store)
    {
    }

    void addTo(shell::Shell &shell) override
    {
        shell.addPanel({.id = u"hazards.list"_s,
                        .title = tr("Hazard ledger"),
                        .icon = shell.icon(u"ledger"_s),
                        .area = Qt::LeftDockWidgetArea,
                        .shortcut = QKeySequence(u"Ctrl+1"_s),
                        .opens = {u"hazard"_s},
                        .create = [this, &shell](QWidget *parent) {
                            return new HazardPanel(m_store, shell, parent);
                        }});
        shell.addPanel({.id = u"hazards.record"_s,
                        .title = tr("Hazard"),
                        .icon = shell.icon(u"report"_s),
                        .area = Qt::RightDockWidgetArea,
                        .shortcut = QKeySequence(u"Ctrl+2"_s),
                        .create = [this, &shell](QWidget *parent) {
                            return new RecordPanel(m_store, shell, parent);
                        }});
        shell.addPanel({.id = u"hazards.incidents"_s,
                        .title = tr("Incidents"),
                        .icon = shell.icon(u"incident"_s),
                        .area = Qt::LeftDockWidgetArea,
                        .shortcut = QKeySequence(u"Ctrl+4"_s),
                        .opens = {u"incident"_s},
                        .create = [this, &shell](QWidget *parent) {
                            return new IncidentPanel(m_store, shell, parent);
                        }});
        const QString menu = u"hazards"_s;
        shell.addMenu(menu, tr("Ha&zards"));
        // The window that is active is the parent: dialogs stand over it, whatever has the focus.
        const auto over = [] { return QApplication::activeWindow(); };
        shell.addAction(
                {.id = u"hazards.report"_s,
                 .text = tr("&Report a hazard..."),
                 .key = QKeySequence::New,
                 .menu = menu,
                 .icon = shell.icon(u"report"_s),
                 .handler = [this, &shell, over] { reportHazard(m_store, shell, over()); }});
        shell.addAction(
                {.id = u"hazards.import"_s,
                 .text = tr("&Take over a ledger..."),
                 .key = QKeySequence(u"Ctrl+I"_s),
                 .menu = menu,
                 .icon = shell.icon(u"import"_s),
                 .handler = [this, &shell, over] { importLedger(m_store, shell, over()); }});
        shell.addAction(
                {.id = u"hazards.print"_s,
                 .text = tr("&Print the ledger..."),
                 .key = QKeySequence::Print,
                 .menu = menu,
                 .icon = shell.icon(u"print"_s),
                 .handler = [this, &shell, over] { printLedger(m_store, shell, {}, over()); }});
        shell.addAction({.id = u"hazards.undo"_s,
                         .text = tr("Take back my last &action"),
                         .key = QKeySequence::Undo,
                         .menu = shell::menus::Edit.toString(),
                         .icon = shell.icon(u"undo"_s),
                         .handler = [this, &shell, over] { undoLast(m_store, shell, over()); }});
    }

private:
    store::Store &m_store;
};

}

std::unique_ptr<shell::Module> createModule(store::Store &store)
{
    return std::make_unique<HazardsModule>(store);
}

}
