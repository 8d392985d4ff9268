// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/shell.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QDockWidget;
class QMenu;

namespace shell {
class Theme;
}

namespace app {

class ActionBook;
class WindowLayout;
class WindowStatus;

// What main() makes and what outlives the window.
struct Services {
    QString storePath;
    QString draftFolder;
    QSettings &settings;
    shell::JobRunner &jobs;
    shell::Prompts &prompts;
    const core::Clock &clock;
    shell::Theme &theme;
};

// Docks, menus and status bar of one plant. It knows no subject of the trade.
class MainWindow final : public QMainWindow, public shell::Shell
{
    Q_OBJECT
public:
    MainWindow(const Services &services, std::vector<std::unique_ptr<shell::Module>> modules);
    ~MainWindow() override;

    void setPlantName(const QString &name);
    void setPeople(const QList<shell::Person> &people); // those who may be chosen as working now
    void setPerson(const shell::Person &person);
    void setStateText(const QString &text, const QString &explanation); // pending operations, sync
    void comeToFront();
    ActionBook &actionBook() { return *m_actions; }
    WindowLayout &windowLayout() { return *m_layout; }

    void addPanel(shell::PanelSpec panel) override;
    void addMenu(const QString &id, const QString &title) override;
    QAction *addAction(shell::ActionSpec action) override;
    shell::Events &events() override { return *m_events; }
    shell::JobRunner &jobs() override { return m_services.jobs; }
    shell::Prompts &prompts() override { return m_services.prompts; }
    QSettings &settings() override { return m_services.settings; }
    const core::Clock &clock() const override { return m_services.clock; }
    QIcon icon(const QString &name) const override;
    const shell::Colours &colours() const override;
    QString storePath() const override { return m_services.storePath; }
    QString draftFolder() const override { return m_services.draftFolder; }
    shell::Person person() const override { return m_person; }
    void open(const shell::Reference &reference) override;
    shell::Reference selection() const override { return m_selection; }
    void setSelection(const shell::Reference &reference) override;
    void announce(const QString &text) override;

Q_SIGNALS:
    void plantsRequested();                  // the start page
    void openRequested(const QString &path); // another store
    void rebuildRequested();                 // the language changed
    void personChosen(const QUuid &id);      // by the user
    void left();                             // closed, nothing runs any more
    void stayed();                           // asked, the user would rather stay

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addStandardActions();
    void addFileActions();
    void addWindowActions();
    void addHelpActions();
    void fillRecentMenu(QMenu *menu);
    void choosePerson();
    void editSettings();
    void searchCommands();
    void showPanel(QDockWidget *dock);
    void leaveWhenIdle();
    QMenu *menu(const QString &id) const;

    Services m_services;
    shell::Events *m_events;
    ActionBook *m_actions;
    std::unique_ptr<WindowLayout> m_layout;
    WindowStatus *m_status;
    QMap<QString, QMenu *> m_menus;
    QHash<QString, QDockWidget *> m_docksByType; // which panel opens a reference
    QList<shell::Person> m_people;
    shell::Person m_person;
    shell::Reference m_selection;
    bool m_isLeaving = false;
    std::vector<std::unique_ptr<shell::Module>> m_modules;
};

}
