// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that fills its own menus.
#include "app/desktop/aboutdialog.h"
#include "app/desktop/actionbook.h"
#include "app/desktop/logdialog.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/recentstores.h"
#include "app/desktop/windowlayout.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace app {

void MainWindow::addStandardActions()
{
    addFileActions();
    addAction({.id = u"view.fullScreen"_s,
               .text = tr("F&ull screen"),
               .key = QKeySequence(u"F11"_s),
               .menu = shell::menus::View.toString(),
               .icon = icon(u"window"_s),
               .handler = [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }});
    addWindowActions();
    addHelpActions();
    for (QMenu *each : std::as_const(m_menus))
        each->menuAction()->setVisible(!each->isEmpty());
}

void MainWindow::addFileActions()
{
    const QString file = shell::menus::File.toString();
    if (!menu(file)->isEmpty())
        menu(file)->addSeparator();
    addAction({.id = u"file.plants"_s,
               .text = tr("&Open another plant..."),
               .key = QKeySequence(QKeySequence::Open),
               .menu = file,
               .icon = icon(u"open"_s),
               .handler = [this] { Q_EMIT plantsRequested(); }});
    QMenu *recent = menu(file)->addMenu(icon(u"history"_s), tr("Recent p&lants"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    fillRecentMenu(recent);
    addAction({.id = u"file.settings"_s,
               .text = tr("&Settings..."),
               .key = QKeySequence(u"Ctrl+,"_s),
               .menu = file,
               .icon = icon(u"settings"_s),
               .handler = [this] { editSettings(); }});
    menu(file)->addSeparator();
    addAction({.id = u"file.quit"_s,
               .text = tr("&Quit"),
               .key = QKeySequence(u"Ctrl+Q"_s),
               .menu = file,
               .icon = icon(u"close"_s),
               .handler = [this] { close(); }});
}

void MainWindow::addWindowActions()
{
    const QString window = shell::menus::Window.toString();
    menu(window)->addSeparator();
    auto *group = new QActionGroup(this);
    const QList<std::pair<QStringView, QString>> names{
            {shell::perspectives::Daily, tr("&Daily work")},
            {shell::perspectives::Review, tr("Re&view")},
            {shell::perspectives::Management, tr("&Management")}};
    int number = 0;
    for (const auto &[id, text] : names) {
        QAction *action = addAction(
                {.id = u"perspective."_s + id.toString(),
                 .text = text,
                 .key = QKeySequence(u"Ctrl+Shift+%1"_s.arg(++number)),
                 .menu = window,
                 .handler = [this, name = id.toString()] { m_layout->showPerspective(name); }});
        action->setCheckable(true);
        action->setChecked(id == m_layout->perspective());
        group->addAction(action);
    }
    menu(window)->addSeparator();
    addAction({.id = u"window.resetLayout"_s,
               .text = tr("&Reset layout"),
               .menu = window,
               .icon = icon(u"undo"_s),
               .handler = [this] { m_layout->reset(); }});
}

void MainWindow::addHelpActions()
{
    const QString help = shell::menus::Help.toString();
    addAction({.id = u"help.commands"_s,
               .text = tr("&Find a command..."),
               .key = QKeySequence(u"Ctrl+K"_s),
               .menu = help,
               .icon = icon(u"command"_s),
               .handler = [this] { searchCommands(); }});
    addAction({.id = u"help.log"_s,
               .text = tr("Show the &log"),
               .menu = help,
               .icon = icon(u"history"_s),
               .handler = [this] {
                   auto *dialog = new LogDialog(jobs(), this);
                   dialog->setAttribute(Qt::WA_DeleteOnClose);
                   dialog->open();
               }});
    addAction({.id = u"help.about"_s,
               .text = tr("&About Anlan"),
               .menu = help,
               .icon = icon(u"info"_s),
               .handler = [this] {
                   auto *dialog = new AboutDialog(this);
                   dialog->setAttribute(Qt::WA_DeleteOnClose);
                   dialog->open();
               }});
}

void MainWindow::fillRecentMenu(QMenu *recent)
{
    recent->clear();
    for (const QString &path : RecentStores(m_services.settings).paths()) {
        if (path == QFileInfo(storePath()).absoluteFilePath())
            continue;
        QAction *action = recent->addAction(QFileInfo(path).completeBaseName());
        action->setStatusTip(path);
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT openRequested(path); });
    }
    recent->setEnabled(!recent->isEmpty());
}

}
