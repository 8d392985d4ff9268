// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/progress.h"
#include "core/rng.h"
#include "store/connection.h"
#include "store/spec.h"

#include <QObject>
#include <QSet>
#include <QUuid>

#include <functional>
#include <memory>
#include <mutex>

namespace store {

struct WriteSession;

// What a commit touched. Sent once per commit, never once per row.
struct Commit {
    QSet<QString> types;   // entity kinds
    QList<QUuid> entities; // at most 1,000; more are left out and isComplete is false
    bool isComplete = true;
};

struct Plant {
    QUuid id;
    QString name;
    QByteArray timeZone = "Asia/Shanghai";
};

struct Counts {
    qint64 operations = 0;
    qint64 frames = 0;
    int schema = 0; // version of the log's own tables
    qint64 openConflicts = 0;
    qint64 pending = 0;
    QMap<QString, qint64> entities; // live records by kind
};

// Services the store needs from outside. They outlive it.
struct Environment {
    const Schema &schema;
    const core::Clock &clock;
    core::Rng &rng;
    // The file system type of a path; tests put their own in.
    std::function<QByteArray(const QString &)> fileSystemOf = {};
};

// A store file: the log of one plant and what is folded from it. Made by main(), handed down by
// reference. connect() may be called from any thread; writing goes through Writer.
class Store : public QObject
{
    Q_OBJECT
public:
    // Refuses network file systems, read-only files, damaged files and files of a newer version;
    // brings older ones up to date after copying them; folds anew when the specs have changed.
    static core::Result<std::unique_ptr<Store>> open(const QString &path,
                                                     const Environment &environment);
    static core::Result<std::unique_ptr<Store>> open(const QString &path,
                                                     const Environment &environment,
                                                     core::Progress &progress);
    // The file must not exist. Nothing is left behind on failure.
    static core::Result<std::unique_ptr<Store>> create(const QString &path,
                                                       const QString &plantName,
                                                       const Environment &environment);
    ~Store() override;

    core::Result<Connection> connect() const;
    const QString &path() const { return m_path; }
    const Plant &plant() const { return m_plant; }
    const Environment &environment() const { return m_environment; }
    const Schema &schema() const { return m_environment.schema; }
    const QByteArray &shape() const { return m_shape; } // fingerprint of the schema
    const core::Clock &clock() const { return m_environment.clock; }
    core::Rng &rng() const { return m_environment.rng; }

Q_SIGNALS:
    void committed(const store::Commit &commit); // from the thread that wrote; connect queued

private:
    Store(QString path, Plant plant, const Environment &environment);
    friend class Batch;
    friend class Writer;
    friend struct WriteSession;

    // The connection of the last save serves the next one: opening another costs a second wait for
    // the disk. Only on the thread the store lives on, since no other may use or close it.
    core::Result<Connection> connectForWriting();
    void keepForWriting(Connection &&connection);
    // A batch is seen by its own thread only: another could be the last to let go of it.
    std::shared_ptr<WriteSession> batchOfThisThread();
    void setBatch(const std::shared_ptr<WriteSession> &session);

    std::unique_ptr<Connection> m_idle;
    std::mutex m_batchGuard;
    std::weak_ptr<WriteSession> m_batch;
    quint64 m_batchThread = 0;
    sqlite3 *m_keeper = nullptr;
    QString m_path;
    Plant m_plant;
    Environment m_environment;
    QByteArray m_shape;
};

core::Result<qint64> pendingCount(
        const Connection &connection); // operations on their way to the server
core::Result<Counts> counts(const Connection &connection, const Schema &schema);
bool isNetworkFileSystem(const QByteArray &type);
core::Result<> refuseNetwork(const QString &path, const Environment &environment);
// Whether a file is a store, by its first bytes only.
core::Result<> recognise(const QString &path);

}
Q_DECLARE_METATYPE(store::Commit)
