// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/mainwindow.h"
#include "app/desktop/recentstores.h"
#include "core/progress.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace app {

class DailyCopy;
class OpenPlant;
class Plants;
class SingleInstance;
class StartPage;

// Opens plants and leaves them: the start page, then a window per plant, one at a time. GUI thread.
class Desk : public QObject
{
    Q_OBJECT
public:
    // storePath and draftFolder of the services are not used: each plant has its own.
    Desk(const Services &services, const Plants &plants, const QString &folder,
         QObject *parent = nullptr);
    ~Desk() override;

    // An empty path opens the plant used last, or shows the start page. login: who works now.
    void start(const QString &storePath, const QString &login);
    MainWindow *window() const { return m_window.get(); }
    StartPage *startPage() const { return m_startPage.get(); }
    // How long after a plant was opened its daily copy is made; a minute unless told.
    void setCopyAfter(std::chrono::milliseconds wait) { m_copyAfter = wait; }

Q_SIGNALS:
    void left();             // nothing is open any more: the program ends
    void rebuildRequested(); // put in other words; then call rebuild()

public Q_SLOTS:
    void rebuild();

private:
    enum class Next { Leave, ShowStartPage, Rebuild, OpenOther };

    void showStartPage(const QString &problem = {});
    void makeStartPage();
    void changeTo(const QString &path);
    void openPlant(const QString &path);
    void enter(const QString &path, const std::shared_ptr<OpenPlant> &plant);
    void makeWindow();
    void leaveWindow();
    void closeAndThen(Next next);
    void copyDaily();
    void createPlant(const QString &name, const QString &person);
    void openSample();
    void runOnStartPage(const QString &title, std::function<core::Result<>(core::Progress &)> work,
                        std::function<void()> done);
    void follow(const QFuture<void> &job);
    void refreshPeople();
    void refreshState();
    void rememberPerson(const QUuid &id);
    QString storeKey() const;

    Services m_services;
    const Plants &m_plants;
    QString m_folder;
    RecentStores m_recent;
    QString m_path;
    QString m_login;
    QString m_otherPath;
    Next m_next = Next::Leave;
    std::chrono::milliseconds m_copyAfter{60'000};
    QFuture<void> m_work; // shown on the start page
    std::unique_ptr<SingleInstance> m_instance;
    std::shared_ptr<OpenPlant> m_plant;
    std::unique_ptr<DailyCopy> m_dailyCopy; // goes before the plant
    std::unique_ptr<MainWindow> m_window;   // goes before the plant
    std::unique_ptr<StartPage> m_startPage;
};

}
