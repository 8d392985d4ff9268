// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/mainwindow.h"

#include "app/desktop/actionbook.h"
#include "app/desktop/commandsearch.h"
#include "app/desktop/personchooser.h"
#include "app/desktop/settingsdialog.h"
#include "app/desktop/windowlayout.h"
#include "app/desktop/windowstatus.h"
#include "shell/events.h"
#include "shell/icons.h"
#include "shell/jobrunner.h"
#include "shell/prompts.h"
#include "shell/theme.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace app {

MainWindow::MainWindow(const Services &services,
                       std::vector<std::unique_ptr<shell::Module>> modules)
    : m_services(services)
    , m_events(new shell::Events(this))
    , m_actions(new ActionBook(services.settings, this))
    , m_layout(std::make_unique<WindowLayout>(*this, services.settings))
    , m_status(new WindowStatus(services.jobs, statusBar()))
    , m_modules(std::move(modules))
{
    setObjectName(u"main"_s);
    setWindowTitle(tr("Anlan"));
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    const QList<std::pair<QStringView, QString>> titles{{shell::menus::File, tr("&File")},
                                                        {shell::menus::Edit, tr("&Edit")},
                                                        {shell::menus::View, tr("&View")},
                                                        {shell::menus::Window, tr("&Window")},
                                                        {shell::menus::Help, tr("&Help")}};
    for (const auto &[id, title] : titles)
        m_menus.insert(id.toString(), menuBar()->addMenu(title));

    connect(m_status, &WindowStatus::personAsked, this, &MainWindow::choosePerson);
    connect(&services.theme, &shell::Theme::changed, m_events, &shell::Events::themeChanged);
    for (const auto &module : m_modules)
        module->addTo(*this);
    addStandardActions();
    m_layout->restore();
}

MainWindow::~MainWindow()
{
    // The panels go while the services that they were given are still there.
    for (QDockWidget *dock : findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly))
        delete dock;
}

void MainWindow::setPlantName(const QString &name)
{
    setWindowTitle(name.isEmpty() ? tr("Anlan") : tr("%1 - Anlan").arg(name));
    m_status->setPlantName(name);
}

void MainWindow::setPeople(const QList<shell::Person> &people)
{
    m_people = people;
}

void MainWindow::setPerson(const shell::Person &person)
{
    m_status->setPerson(person);
    if (m_person == person)
        return;
    m_person = person;
    Q_EMIT m_events->personChanged(person);
}

void MainWindow::setStateText(const QString &text, const QString &explanation)
{
    m_status->setStateText(text, explanation);
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::addPanel(shell::PanelSpec panel)
{
    Q_ASSERT(!panel.id.isEmpty() && panel.create);
    auto *dock = new QDockWidget(panel.title, this);
    dock->setObjectName(panel.id);
    dock->setWindowIcon(panel.icon);
    connect(dock, &QDockWidget::visibilityChanged, this,
            [this, dock, create = panel.create](bool isVisible) {
                if (!isVisible || dock->widget())
                    return;
                dock->setWidget(create(dock));
                QWidget *last = dock->widget();
                for (QWidget *next = last; dock->isAncestorOf(next);
                     next = next->nextInFocusChain())
                    last = next;
                m_status->takeFocusAfter(last);
            });
    for (const QString &type : std::as_const(panel.opens))
        m_docksByType.insert(type, dock);
    addAction({.id = u"panel."_s + panel.id,
               .text = panel.title,
               .key = panel.shortcut,
               .menu = shell::menus::Window.toString(),
               .icon = panel.icon,
               .handler = [this, dock] { showPanel(dock); }});
    m_layout->add(dock, panel);
}

void MainWindow::addMenu(const QString &id, const QString &title)
{
    auto *added = new QMenu(title, this);
    menuBar()->insertMenu(menu(shell::menus::Window.toString())->menuAction(), added);
    m_menus.insert(id, added);
}

QAction *MainWindow::addAction(shell::ActionSpec spec)
{
    QAction *action = m_actions->add(spec);
    if (!spec.menu.isEmpty())
        menu(spec.menu)->addAction(action);
    return action;
}

QIcon MainWindow::icon(const QString &name) const
{
    return shell::icon(name);
}

const shell::Colours &MainWindow::colours() const
{
    return m_services.theme.colours();
}

void MainWindow::open(const shell::Reference &reference)
{
    QDockWidget *dock = m_docksByType.value(reference.type);
    if (!dock) {
        announce(tr("This kind of record has no panel yet."));
        return;
    }
    showPanel(dock);
    setSelection(reference);
    Q_EMIT m_events->referenceOpened(reference);
}

void MainWindow::setSelection(const shell::Reference &reference)
{
    if (m_selection == reference)
        return;
    m_selection = reference;
    Q_EMIT m_events->selectionChanged(reference);
}

void MainWindow::announce(const QString &text)
{
    constexpr int LongEnoughToRead = 8000; // milliseconds
    statusBar()->showMessage(text, LongEnoughToRead);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_layout->keepShares(); // on a border between docks: of the window itself only they are
                                // seen
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_layout->balance();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_services.jobs.listedJobs().isEmpty()) {
        m_layout->save();
        event->accept();
        Q_EMIT left();
        return;
    }
    event->ignore();
    if (m_isLeaving)
        return; // it closes by itself as soon as the jobs have stopped
    m_services.prompts.ask(this,
                           {.title = tr("Leave Anlan"),
                            .text = tr("Work is still going on. If you leave now it is cancelled; "
                                       "what it has not finished is not kept."),
                            .acceptText = tr("Cancel the work and leave"),
                            .dangerous = true},
                           [this](bool isAccepted) {
                               if (isAccepted)
                                   leaveWhenIdle();
                               else
                                   Q_EMIT stayed();
                           });
}

void MainWindow::leaveWhenIdle()
{
    m_isLeaving = true;
    connect(&m_services.jobs, &shell::JobRunner::idle, this, &QWidget::close);
    m_services.jobs.cancelAll();
    if (m_services.jobs.isIdle())
        close();
}

void MainWindow::showPanel(QDockWidget *dock)
{
    dock->show();
    dock->raise();
    if (!dock->widget())
        return; // not before the window itself is seen
    QWidget *target = dock->widget();
    if (target->focusPolicy() == Qt::NoFocus && !target->focusProxy()) {
        for (QWidget *next = target->nextInFocusChain(); target->isAncestorOf(next);
             next = next->nextInFocusChain()) {
            if ((next->focusPolicy() & Qt::TabFocus) && next->isVisibleTo(target)) {
                target = next;
                break;
            }
        }
    }
    target->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::choosePerson()
{
    auto *chooser = new PersonChooser(m_people, m_person.id, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &PersonChooser::chosen, this, [this](const shell::Person &person) {
        setPerson(person);
        Q_EMIT personChosen(person.id);
    });
    chooser->open();
}

void MainWindow::editSettings()
{
    auto *dialog = new SettingsDialog(m_services.settings, m_services.theme, *m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::languageChanged, this, &MainWindow::rebuildRequested,
            Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::searchCommands()
{
    auto *search = new CommandSearch(*m_actions, this);
    search->setAttribute(Qt::WA_DeleteOnClose);
    search->open();
}

QMenu *MainWindow::menu(const QString &id) const
{
    QMenu *found = m_menus.value(id);
    Q_ASSERT_X(found, "addAction", "no such menu: add it first");
    return found;
}

}
