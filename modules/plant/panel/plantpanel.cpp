// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/plantpanel.h"

#include "plant/engine/person.h"
#include "plant/panel/areadialog.h"
#include "plant/panel/areapage.h"
#include "plant/panel/equipmentdialog.h"
#include "plant/panel/persondialog.h"
#include "plant/panel/registerpage.h"
#include "shell/events.h"
#include "shell/jobrunner.h"
#include "shell/messagebar.h"
#include "shell/shell.h"
#include "store/store.h"

#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plant {

PlantPanel::PlantPanel(store::Store &store, shell::Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_shell(shell)
    , m_messages(new shell::MessageBar(shell, this))
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("People and places"));
    m_tabs->setDocumentMode(true);
    addPage(new AreaPage(store, shell, m_tabs), shell.icon(u"area"_s), tr("Areas"));
    addPage(new RegisterPage(peopleRegister(), store, shell, m_tabs), shell.icon(u"people"_s),
            tr("People"));
    addPage(new RegisterPage(equipmentRegister(), store, shell, m_tabs), shell.icon(u"equipment"_s),
            tr("Equipment"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_messages);
    layout->addWidget(m_tabs, 1);
    makeActions();

    connect(&shell.events(), &shell::Events::storeChanged, this, [this](const QStringList &types) {
        for (int tab = 0; tab < m_tabs->count(); ++tab) {
            auto *page = static_cast<PlantPage *>(m_tabs->widget(tab));
            // Every list names areas; the tree counts what is in them.
            if (types.contains(page->kind()) || types.contains(u"area"_s)
                || (page->kind() == "equipment"_L1 && types.contains(u"person"_s))
                || (page->kind() == "area"_L1
                    && (types.contains(u"person"_s) || types.contains(u"equipment"_s)
                        || types.contains(u"hazard"_s))))
                page->refresh();
        }
    });
    connect(&shell.events(), &shell::Events::referenceOpened, this, &PlantPanel::showReference);
    connect(&shell.events(), &shell::Events::personChanged, m_messages,
            &shell::MessageBar::dismiss);
    showReference(shell.selection());
}

void PlantPanel::addPage(PlantPage *page, const QIcon &icon, const QString &title)
{
    m_tabs->addTab(page, icon, title);
    connect(page, &PlantPage::addAsked, this, [this, page] { edit(page, {}); });
    connect(page, &PlantPage::editAsked, this, [this, page](const QUuid &id) {
        if (!id.isNull())
            edit(page, id);
    });
    connect(page, &PlantPage::picked, this, [this, page](const QUuid &id) {
        m_shell.setSelection({page->kind(), id});
    });
    connect(page, &PlantPage::failed, m_messages, &shell::MessageBar::showError);
}

void PlantPanel::makeActions()
{
    m_shell.addAction({.id = u"plant.search"_s,
                       .text = tr("Search people and places"),
                       .key = QKeySequence::Find,
                       .scope = this,
                       .handler = [this] { page()->focusSearch(); }});
    m_shell.addAction({.id = u"plant.refresh"_s,
                       .text = tr("Refresh people and places"),
                       .key = QKeySequence::Refresh,
                       .scope = this,
                       .handler = [this] { page()->refresh(); }});
    m_shell.addAction({.id = u"plant.add"_s,
                       .text = tr("Add an area, a person or equipment"),
                       .key = QKeySequence(Qt::Key_Insert),
                       .scope = this,
                       .handler = [this] { edit(page(), {}); }});
}

PlantPage *PlantPanel::page() const
{
    return static_cast<PlantPage *>(m_tabs->currentWidget());
}

PlantPage *PlantPanel::pageOf(const QString &kind) const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (auto *page = static_cast<PlantPage *>(m_tabs->widget(tab)); page->kind() == kind)
            return page;
    }
    return nullptr;
}

void PlantPanel::showReference(const shell::Reference &reference)
{
    PlantPage *page = reference.isNull() ? nullptr : pageOf(reference.type);
    if (!page)
        return;
    m_tabs->setCurrentWidget(page);
    page->select(reference.id);
}

void PlantPanel::edit(PlantPage *page, const QUuid &id)
{
    m_messages->dismiss();
    if (m_shell.person().isNull())
        openWithoutPerson(id);
    else
        openDialog(page, id);
}

// Each save carries a name. In a new plant the first thing to enter is one's own.
void PlantPanel::openWithoutPerson(const QUuid &id)
{
    m_shell.jobs().start<bool>(
            shell::Lane::Quick, tr("People"), this,
            [store = &m_store](core::Progress &) -> core::Result<bool> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                const auto known = people(*connection, {.activeOnly = false});
                if (!known)
                    return core::passOn(known);
                return known->isEmpty();
            },
            [this, id](const core::Result<bool> &isNew) {
                if (!isNew) {
                    m_messages->showError(isNew.error());
                    return;
                }
                if (*isNew && id.isNull()) {
                    PlantPage *people = pageOf(u"person"_s);
                    m_tabs->setCurrentWidget(people);
                    openDialog(people, {});
                    return;
                }
                m_messages->showText(shell::ColourRole::Notice,
                                     tr("Choose at the right of the status bar who works now. "
                                        "Each change is saved under a name."));
            });
}

void PlantPanel::openDialog(PlantPage *page, const QUuid &id)
{
    // A new one goes where the user is looking.
    const QUuid area = pageOf(u"area"_s)->current();
    RecordDialog *dialog = nullptr;
    if (page->kind() == "area"_L1)
        dialog = new AreaDialog(m_store, m_shell, id, area, this);
    else if (page->kind() == "person"_L1)
        dialog = new PersonDialog(m_store, m_shell, id, area, this);
    else
        dialog = new EquipmentDialog(m_store, m_shell, id, area, this);
    connect(dialog, &RecordDialog::saved, page, &PlantPage::select);
    connect(dialog, &RecordDialog::saved, page, &PlantPage::refresh);
    dialog->open();
}

}
