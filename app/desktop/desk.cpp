// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desk.h"

#include "app/desktop/dailycopy.h"
#include "app/desktop/desktopsettings.h"
#include "app/desktop/newplantdialog.h"
#include "app/desktop/plants.h"
#include "app/desktop/singleinstance.h"
#include "app/desktop/startpage.h"
#include "core/ids.h"
#include "shell/events.h"
#include "shell/jobrunner.h"
#include "shell/prompts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

Desk::Desk(const Services &services, const Plants &plants, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_plants(plants)
    , m_folder(folder)
    , m_recent(services.settings)
{
}

Desk::~Desk()
{
    m_services.jobs.stop(); // they read the plant
}

void Desk::start(const QString &storePath, const QString &login)
{
    m_login = login;
    const QStringList recent = m_recent.paths();
    if (!storePath.isEmpty())
        changeTo(QFileInfo(storePath).absoluteFilePath());
    else if (!recent.isEmpty() && QFileInfo::exists(recent.constFirst()))
        changeTo(recent.constFirst());
    else
        showStartPage();
}

void Desk::rebuild()
{
    const bool hasStartPage = m_startPage && m_startPage->isVisible();
    m_startPage.reset();
    if (m_plant)
        makeWindow();
    else if (hasStartPage)
        showStartPage();
}

void Desk::showStartPage(const QString &problem)
{
    makeStartPage();
    m_startPage->setRecent(m_recent.paths());
    m_startPage->showWork({});
    m_startPage->showProblem(problem);
    m_startPage->show();
    m_startPage->raise();
    m_startPage->activateWindow();
}

void Desk::makeStartPage()
{
    if (m_startPage)
        return;
    m_startPage = std::make_unique<StartPage>();
    StartPage *page = m_startPage.get();
    page->setSampleOffered(m_plants.hasSample());
    connect(page, &StartPage::sampleAsked, this, &Desk::openSample);
    connect(page, &StartPage::newAsked, this, [this, page] {
        auto *dialog = new NewPlantDialog(page);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &NewPlantDialog::named, this, &Desk::createPlant);
        dialog->open();
    });
    connect(page, &StartPage::openAsked, this, [this, page] {
        m_services.prompts.openFile(
                page,
                {.id = u"desk.open"_s,
                 .title = tr("Open a plant"),
                 .filters = {tr("Plants of Anlan (*.anlan)"), tr("All files (*)")}},
                [this](const QString &path) { changeTo(path); });
    });
    connect(page, &StartPage::recentChosen, this, &Desk::changeTo);
    connect(page, &StartPage::recentForgotten, this, [this, page](const QString &path) {
        m_recent.remove(path);
        page->setRecent(m_recent.paths());
    });
    connect(page, &StartPage::workCancelled, this, [this] { m_work.cancel(); });
    connect(page, &StartPage::closed, this, [this] {
        m_work.cancel();
        if (!m_window)
            Q_EMIT left();
    });
}

void Desk::changeTo(const QString &path)
{
    if (m_window && path == m_path) {
        if (m_startPage)
            m_startPage->hide();
        m_window->comeToFront();
        return;
    }
    if (!m_window) {
        openPlant(path);
        return;
    }
    m_otherPath = path;
    closeAndThen(Next::OpenOther);
}

void Desk::openPlant(const QString &path)
{
    auto instance = std::make_unique<SingleInstance>(path);
    if (!instance->claim()) {
        if (!m_startPage || !m_startPage->isVisible())
            Q_EMIT left(); // the other desktop is in front now
        else
            m_startPage->showProblem(tr("This plant is already open in another window."));
        return;
    }
    m_instance = std::move(instance);
    auto opened = std::make_shared<std::shared_ptr<OpenPlant>>();
    runOnStartPage(
            tr("Opening %1").arg(QFileInfo(path).completeBaseName()),
            [path, opened, target = thread(),
             &plants = m_plants](core::Progress &progress) -> core::Result<> {
                auto plant = plants.open(path, target, progress);
                if (!plant)
                    return core::passOn(plant);
                *opened = *plant;
                return {};
            },
            [this, path, opened] { enter(path, *opened); });
}

void Desk::enter(const QString &path, const std::shared_ptr<OpenPlant> &plant)
{
    m_path = path;
    m_plant = plant;
    m_recent.add(path);
    connect(m_instance.get(), &SingleInstance::raiseRequested, this, [this] {
        if (m_window)
            m_window->comeToFront();
    });
    connect(m_plant.get(), &OpenPlant::changed, this, [this](const QStringList &types) {
        if (m_window)
            Q_EMIT m_window->events().storeChanged(types);
        refreshState();
        if (types.contains("person"_L1))
            refreshPeople();
    });
    makeWindow();
    copyDaily();
    if (m_startPage)
        m_startPage->hide();
}

void Desk::copyDaily()
{
    using namespace std::chrono_literals;
    m_dailyCopy = std::make_unique<DailyCopy>(m_services.jobs,
                                              [plant = m_plant.get()](core::Progress &progress) {
                                                  return plant->dailyCopy(progress);
                                              });
    connect(m_dailyCopy.get(), &DailyCopy::failed, this, [this](const QString &sentence) {
        if (m_window)
            m_window->announce(sentence);
    });
    m_dailyCopy->start(
            [plant = m_plant.get()] { return plant->today(); }, m_copyAfter,
            10min); // how late a new day may be noticed, and how soon a failure is mended
}

void Desk::makeWindow()
{
    Services services = m_services;
    services.storePath = m_path;
    services.draftFolder = m_folder + u"/drafts/"_s + storeKey();
    m_window = std::make_unique<MainWindow>(services, m_plant->createModules());
    m_window->setPlantName(m_plant->name());
    connect(m_window.get(), &MainWindow::plantsRequested, this, [this] { showStartPage(); });
    connect(m_window.get(), &MainWindow::openRequested, this, &Desk::changeTo);
    connect(m_window.get(), &MainWindow::rebuildRequested, this,
            [this] { closeAndThen(Next::Rebuild); });
    connect(m_window.get(), &MainWindow::personChosen, this, &Desk::rememberPerson);
    connect(m_window.get(), &MainWindow::left, this, &Desk::leaveWindow, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::stayed, this, [this] { m_next = Next::Leave; });
    m_window->show();
    refreshPeople();
    refreshState();
}

void Desk::closeAndThen(Next next)
{
    m_next = next; // it may ask a question first, or wait for jobs
    m_window->close();
}

void Desk::leaveWindow()
{
    if (!m_services.jobs.isIdle()) {
        connect(&m_services.jobs, &shell::JobRunner::idle, this, &Desk::leaveWindow,
                Qt::SingleShotConnection);
        m_services.jobs.cancelAll();
        return;
    }
    m_window.reset();
    const Next next = std::exchange(m_next, Next::Leave);
    if (next == Next::Rebuild) {
        Q_EMIT rebuildRequested();
        return;
    }
    m_dailyCopy.reset();
    m_plant.reset();
    m_instance.reset();
    m_path.clear();
    if (next == Next::OpenOther)
        openPlant(m_otherPath);
    else if (!m_startPage || !m_startPage->isVisible())
        Q_EMIT left();
}

void Desk::createPlant(const QString &name, const QString &person)
{
    m_services.prompts.saveFile(
            m_startPage.get(),
            {.id = u"desk.open"_s,
             .title = tr("Where the plant is to be kept"),
             .filters = {tr("Plants of Anlan (*.anlan)")},
             .suggestedName = name + u".anlan"_s,
             .suffix = u"anlan"_s},
            [this, name, person](const QString &path) {
                runOnStartPage(
                        tr("Setting up %1").arg(name),
                        [path, name, person, &plants = m_plants](core::Progress &) {
                            return plants.create(path, name, person);
                        },
                        [this, path] { changeTo(path); });
            });
}

void Desk::openSample()
{
    const QString path = QDir(m_folder).filePath(u"sample.anlan"_s);
    if (QFileInfo::exists(path)) {
        changeTo(path);
        return;
    }
    runOnStartPage(
            tr("Making the sample plant"),
            [path, &plants = m_plants](core::Progress &progress) {
                QDir().mkpath(QFileInfo(path).path());
                return plants.createSample(path, progress);
            },
            [this, path] { changeTo(path); });
}

void Desk::runOnStartPage(const QString &title,
                          std::function<core::Result<>(core::Progress &)> work,
                          std::function<void()> done)
{
    makeStartPage();
    m_startPage->showProblem({});
    m_startPage->showWork(title);
    m_work = m_services.jobs.start<void>(
            title, this, std::move(work),
            [this, done = std::move(done)](const core::Result<> &result) {
                m_startPage->showWork({});
                if (result) {
                    done();
                    return;
                }
                if (!m_window)
                    m_instance.reset();
                const bool isCancelled = result.error().code == core::ErrorCode::Cancelled;
                showStartPage(isCancelled ? QString() : result.error().message);
            });
    follow(m_work);
}

void Desk::follow(const QFuture<void> &job)
{
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher](int value) {
        if (!m_startPage)
            return;
        m_startPage->showProgress(value, watcher->progressMaximum());
        if (!m_window)
            m_startPage->show(); // it takes long enough to be seen
    });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(job);
}

void Desk::refreshPeople()
{
    using People = QList<shell::Person>;
    m_services.jobs.start<People>(
            shell::Lane::Quick, tr("People"), m_window.get(),
            [plant = m_plant.get()](core::Progress &) { return plant->people(); },
            [this](const core::Result<People> &people) {
                if (!people) {
                    m_window->announce(people.error().message);
                    return;
                }
                m_window->setPeople(*people);
                const QUuid last =
                        core::uuidFromText(lastPersonSetting(storeKey()).get(m_services.settings));
                const QUuid current = m_window->person().isNull() ? last : m_window->person().id;
                const auto found = std::find_if(
                        people->cbegin(), people->cend(), [&](const shell::Person &each) {
                            return m_login.isEmpty() ? each.id == current : each.login == m_login;
                        });
                if (found != people->cend())
                    m_window->setPerson(*found);
                else if (m_login.isEmpty() && people->size() == 1) // a new plant
                    m_window->setPerson(people->constFirst());
                else if (!m_login.isEmpty())
                    m_window->announce(tr("Nobody has the login \"%1\" here. Choose who works now "
                                          "at the lower right.")
                                               .arg(m_login));
                m_login.clear(); // it chose once; later the user does
            });
}

void Desk::refreshState()
{
    if (!m_window)
        return;
    m_services.jobs.start<qint64>(
            shell::Lane::Quick, tr("State"), m_window.get(),
            [plant = m_plant.get()](core::Progress &) { return plant->pendingOperations(); },
            [this](const core::Result<qint64> &pending) {
                if (!pending)
                    return;
                const int waiting = int(qMin(*pending, qint64(INT_MAX)));
                m_window->setStateText(
                        waiting == 0 ? tr("Saved on this computer")
                                     : tr("Saved here, %n not sent", nullptr, waiting),
                        tr("Every change is kept on this computer at once. Changes are sent when a "
                           "server is connected."));
            });
}

void Desk::rememberPerson(const QUuid &id)
{
    lastPersonSetting(storeKey()).set(m_services.settings, core::toText(id));
}

QString Desk::storeKey() const
{
    const QByteArray hash =
            QCryptographicHash::hash(m_path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.left(16));
}

}
