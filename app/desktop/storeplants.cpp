// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/storeplants.h"

#include "hazards/engine/hazard.h"
#include "plant/engine/person.h"
#include "plant/engine/setup.h"
#include "store/integrity.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;

namespace app {

Q_LOGGING_CATEGORY(logPlants, "anlan.app.plants", QtInfoMsg)

namespace {

class StorePlant final : public OpenPlant
{
public:
    StorePlant(std::unique_ptr<store::Store> store, StorePlants::ModuleMaker modules)
        : m_store(std::move(store))
        , m_modules(std::move(modules))
        , m_watch(this)
    {
        constexpr int LookEvery = 2000; // milliseconds
        connect(m_store.get(), &store::Store::committed, this, [this](const store::Commit &commit) {
            Q_EMIT changed(QStringList(commit.types.cbegin(), commit.types.cend()));
        });
        connect(&m_watch, &QTimer::timeout, this, &StorePlant::lookForOthers);
        m_watch.setInterval(LookEvery);
    }

    void goTo(QThread *thread)
    {
        m_store->moveToThread(thread);
        moveToThread(thread);
        QMetaObject::invokeMethod(&m_watch, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    }

    QString name() const override { return m_store->plant().name; }

    core::Result<QList<shell::Person>> people() const override
    {
        const auto connection = m_store->connect();
        if (!connection)
            return core::passOn(connection);
        const auto found = plant::people(*connection);
        if (!found)
            return core::passOn(found);
        QList<shell::Person> people;
        people.reserve(found->size());
        for (const plant::Person &each : *found)
            people << shell::Person{each.id, each.name, each.areaPath, each.login};
        return people;
    }

    core::Result<qint64> pendingOperations() const override
    {
        const auto connection = m_store->connect();
        if (!connection)
            return core::passOn(connection);
        return store::pendingCount(*connection);
    }

    core::Result<QString> dailyCopy(core::Progress &progress) const override
    {
        const auto copy = store::dailyBackup(*m_store, progress);
        if (!copy)
            return core::passOn(copy);
        for (const store::Problem &problem : copy->problems)
            qCWarning(logPlants) << "daily copy:" << problem.where << problem.text;
        return copy->path;
    }

    QString today() const override { return hazards::momentOf(*m_store).today; }

    std::vector<std::unique_ptr<shell::Module>> createModules() override
    {
        return m_modules(*m_store);
    }

private:
    // Another process commits without a signal. The question takes microseconds.
    void lookForOthers()
    {
        if (!m_eye) {
            auto connection = m_store->connect();
            if (!connection)
                return;
            m_eye.emplace(std::move(*connection));
            m_seen = m_eye->dataVersion();
            return;
        }
        const qint64 now = m_eye->dataVersion();
        if (now == m_seen)
            return;
        m_seen = now;
        QStringList types;
        for (const store::EntitySpec &entity : m_store->schema().entities())
            types << entity.name;
        Q_EMIT changed(types);
    }

    std::unique_ptr<store::Store> m_store;
    StorePlants::ModuleMaker m_modules;
    std::optional<store::Connection> m_eye; // of the GUI thread
    qint64 m_seen = 0;
    QTimer m_watch;
};

}

StorePlants::StorePlants(const store::Environment &environment, ModuleMaker modules,
                         SampleMaker sample)
    : m_environment(environment)
    , m_modules(std::move(modules))
    , m_sample(std::move(sample))
{
}

core::Result<std::shared_ptr<OpenPlant>> StorePlants::open(const QString &path, QThread *target,
                                                           core::Progress &progress) const
{
    auto store = store::Store::open(path, m_environment, progress);
    if (!store)
        return core::passOn(store);
    auto plant = std::make_shared<StorePlant>(std::move(*store), m_modules);
    plant->goTo(target);
    return std::shared_ptr<OpenPlant>(plant);
}

core::Result<> StorePlants::create(const QString &path, const QString &plantName,
                                   const QString &person) const
{
    auto store = store::Store::create(path, plantName, m_environment);
    if (!store)
        return core::passOn(store);
    if (const auto first = plant::setUpPlant(**store, {.name = person}); !first) {
        store->reset();
        for (const QString &part : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::remove(path + part);
        return core::passOn(first);
    }
    return {};
}

core::Result<> StorePlants::createSample(const QString &path, core::Progress &progress) const
{
    const QString name = QFileInfo(path).fileName();
    const QDir folder = QFileInfo(path).dir();
    folder.mkpath(u"."_s);
    QTemporaryDir making(folder.filePath(u"making-XXXXXX"_s)); // gone if it does not succeed
    const QString made = making.filePath(name);
    if (auto filled = m_sample(made, progress); !filled)
        return filled;
    if (progress.isCanceled())
        return core::fail(core::ErrorCode::Cancelled, {});
    const QString blobs = made + u".blobs"_s;
    if ((QFileInfo::exists(blobs) && !QDir().rename(blobs, path + u".blobs"_s))
        || !QFile::rename(made, path))
        return core::fail(core::ErrorCode::Io,
                          tr("The sample plant could not be put into %1. Check that you may write "
                             "there.")
                                  .arg(QDir::toNativeSeparators(folder.path())));
    return {};
}

}
