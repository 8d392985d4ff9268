// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/ids.h"
#include "store/files.h"
#include "store/integrity.h"
#include "store/log.h"
#include "store/migration.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QStorageInfo>
#include <QThread>
#include <QtEndian>

#include <atomic>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

Q_LOGGING_CATEGORY(storeLog, "anlan.store", QtInfoMsg)

bool isNetworkFileSystem(const QByteArray &type)
{
    static const QSet<QByteArray> network{"nfs",
                                          "nfs4",
                                          "cifs",
                                          "smb",
                                          "smb2",
                                          "smb3",
                                          "smbfs",
                                          "afs",
                                          "ncpfs",
                                          "9p",
                                          "ceph",
                                          "lustre",
                                          "gfs2",
                                          "ocfs2",
                                          "davfs",
                                          "fuse.sshfs",
                                          "fuse.gvfsd-fuse",
                                          "fuse.davfs2",
                                          "fuse.rclone",
                                          "fuse.s3fs"};
    return network.contains(type.toLower());
}

namespace {

QByteArray fileSystemOf(const QString &path, const Environment &environment)
{
    return environment.fileSystemOf ? environment.fileSystemOf(path)
                                    : QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType();
}

core::Result<QVariant> metaValue(const Connection &connection, const QString &key)
{
    Statement query(connection.handle(), u"SELECT value FROM meta WHERE key = ?"_s);
    const auto row = query.bind(1, key).next();
    if (!row)
        return core::passOn(row);
    return *row ? QVariant(query.blob(0)) : QVariant();
}

core::Result<> setMeta(sqlite3 *database, const QString &key, const QString &value)
{
    Statement write(database, u"INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)"_s);
    return write.bind(1, key).bind(2, value).run();
}

using Handle = std::unique_ptr<sqlite3, int (*)(sqlite3 *)>;

Handle openRaw(const QString &path, int flags)
{
    sqlite3 *opened = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &opened, flags, nullptr);
    return {opened, sqlite3_close};
}

core::Result<> bringUpToDate(const Connection &connection, const QString &path)
{
    const auto version = currentVersion(connection);
    if (!version)
        return core::passOn(version);
    if (*version > newestVersion())
        return core::fail(core::ErrorCode::Newer,
                          QCoreApplication::translate(
                                  "store",
                                  "%1 was written by a newer version of Anlan (format %2, this "
                                  "version knows %3). It was not changed. Install the newer "
                                  "version to open it.")
                                  .arg(QDir::toNativeSeparators(path))
                                  .arg(*version)
                                  .arg(newestVersion()));
    return copyAndMigrate(connection, path);
}

}

core::Result<> refuseNetwork(const QString &path, const Environment &environment)
{
    const QByteArray type = fileSystemOf(path, environment);
    if (!isNetworkFileSystem(type))
        return {};
    return core::fail(core::ErrorCode::Refused,
                      QCoreApplication::translate(
                              "store",
                              "%1 lies on a network drive (%2). A store there can lose data when "
                              "two computers write. Copy it to a disk of this computer and open "
                              "the copy.")
                              .arg(QDir::toNativeSeparators(path), QString::fromLatin1(type)));
}

// Reads the first bytes only: even a pragma would change a file that is not ours. By SQLite's own
// file, since closing another one would drop the locks this process holds on an open store.
core::Result<> recognise(const QString &path)
{
    constexpr quint32 applicationId = 0x416e6c6e; // 0001_log.sql
    const Handle probe = openRaw(path, SQLITE_OPEN_READONLY);
    sqlite3_file *file = nullptr;
    sqlite3_file_control(probe.get(), nullptr, SQLITE_FCNTL_FILE_POINTER, &file);
    QByteArray head(100, '\0');
    const int code = file && file->pMethods
            ? file->pMethods->xRead(file, head.data(), int(head.size()), 0)
            : SQLITE_CANTOPEN;
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return core::fail(
                core::ErrorCode::Io,
                QCoreApplication::translate(
                        "store", "%1 cannot be read. Check the disk and your rights to the file.")
                        .arg(QDir::toNativeSeparators(path)),
                QString::fromLatin1(sqlite3_errstr(code)));
    if (head.startsWith("SQLite format 3")
        && qFromBigEndian<quint32>(head.constData() + 68) == applicationId)
        return {};
    return core::fail(
            core::ErrorCode::Damaged,
            QCoreApplication::translate("store", "%1 is not an Anlan store. It was not changed.")
                    .arg(QDir::toNativeSeparators(path)));
}

Store::Store(QString path, Plant plant, const Environment &environment)
    : m_path(std::move(path))
    , m_plant(std::move(plant))
    , m_environment(environment)
    , m_shape(environment.schema.fingerprint())
{
    qRegisterMetaType<store::Commit>();
}

Store::~Store()
{
    m_idle.reset();
    sqlite3_close(m_keeper);
}

core::Result<Connection> Store::connectForWriting()
{
    if (thread() == QThread::currentThread() && m_idle) {
        const std::unique_ptr<Connection> idle = std::move(m_idle);
        return std::move(*idle);
    }
    return connect();
}

void Store::keepForWriting(Connection &&connection)
{
    if (thread() != QThread::currentThread())
        return;
    // A query somebody left open would hold an old state of the store.
    for (sqlite3_stmt *statement = sqlite3_next_stmt(connection.handle(), nullptr); statement;
         statement = sqlite3_next_stmt(connection.handle(), statement)) {
        if (sqlite3_stmt_busy(statement) != 0)
            return;
    }
    m_idle = std::make_unique<Connection>(std::move(connection));
}

// Threads come and go at the same address; these numbers are given once.
static quint64 numberOfThisThread()
{
    static std::atomic<quint64> last = 0;
    thread_local const quint64 number = ++last;
    return number;
}

std::shared_ptr<WriteSession> Store::batchOfThisThread()
{
    const std::lock_guard lock(m_batchGuard);
    return m_batchThread == numberOfThisThread() ? m_batch.lock() : nullptr;
}

void Store::setBatch(const std::shared_ptr<WriteSession> &session)
{
    const std::lock_guard lock(m_batchGuard);
    m_batch = session;
    m_batchThread = session ? numberOfThisThread() : 0;
}

core::Result<Connection> Store::connect() const
{
    return Connection::open(m_path);
}

core::Result<std::unique_ptr<Store>> Store::open(const QString &path,
                                                 const Environment &environment)
{
    core::NoProgress progress;
    return open(path, environment, progress);
}

core::Result<std::unique_ptr<Store>> Store::open(const QString &givenPath,
                                                 const Environment &environment,
                                                 core::Progress &progress)
{
    const QFileInfo file(givenPath);
    const QString path = file.absoluteFilePath();
    const QString shown = QDir::toNativeSeparators(path);
    if (!file.exists() || !file.isFile())
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate("store", "There is no store file %1.").arg(shown));
    if (auto done = refuseNetwork(path, environment); !done)
        return core::passOn(done);
    if (!file.isWritable() || !QFileInfo(file.absolutePath()).isWritable())
        return core::fail(core::ErrorCode::ReadOnly,
                          QCoreApplication::translate(
                                  "store",
                                  "%1 or its folder is read-only, so nothing could be saved in it. "
                                  "Ask for the right to write, or copy the store elsewhere and "
                                  "open the copy.")
                                  .arg(shown));
    if (auto done = recognise(path); !done)
        return core::passOn(done);
    auto connection = Connection::open(path);
    if (!connection)
        return core::passOn(connection);
    if (auto done = bringUpToDate(*connection, path); !done)
        return core::passOn(done);
    if (auto done = loadSeeds(*connection); !done)
        return core::passOn(done);

    Plant plant;
    const auto id = metaValue(*connection, u"plant"_s);
    const auto name = metaValue(*connection, u"plant_name"_s);
    const auto zone = metaValue(*connection, u"time_zone"_s);
    const auto specs = metaValue(*connection, u"projection_specs"_s);
    for (const auto *value : {&id, &name, &zone, &specs}) {
        if (!*value)
            return core::passOn(*value);
    }
    plant.id = core::uuidFromText(QString::fromUtf8(id->toByteArray()));
    plant.name = QString::fromUtf8(name->toByteArray());
    plant.timeZone = zone->toByteArray();
    std::unique_ptr<Store> store(new Store(path, plant, environment));
    if (specs->toByteArray() != environment.schema.fingerprint()) {
        qCInfo(storeLog, "the records are declared differently now; folding the log anew");
        if (auto done = rebuild(*store, progress); !done)
            return core::passOn(done);
    }
    // Stays open, else the end of every save would fold SQLite's own log back into the file.
    store->m_keeper = openRaw(path, SQLITE_OPEN_READWRITE).release();
    (void)execute(store->m_keeper, u"SELECT count(*) FROM meta"_s);
    return store;
}

core::Result<std::unique_ptr<Store>> Store::create(const QString &givenPath,
                                                   const QString &plantName,
                                                   const Environment &environment)
{
    const QString path = QFileInfo(givenPath).absoluteFilePath();
    const QString shown = QDir::toNativeSeparators(path);
    if (auto done = refuseExisting(path); !done)
        return core::passOn(done);
    if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate(
                        "store", "There is no folder %1. Make it first, or choose another place.")
                        .arg(QDir::toNativeSeparators(QFileInfo(path).absolutePath())));
    if (auto done = refuseNetwork(path, environment); !done)
        return core::passOn(done);
    // Made whole under another name first: a stop half-way leaves nothing that looks like a store.
    const QString part = passingName(path);
    const auto make = [&]() -> core::Result<> {
        auto connection = Connection::open(part);
        if (!connection)
            return core::passOn(connection);
        if (auto done = migrate(*connection); !done)
            return done;
        auto transaction = Transaction::begin(*connection);
        if (!transaction)
            return core::passOn(transaction);
        sqlite3 *database = connection->handle();
        const qint64 now = environment.clock.now();
        const QUuid plant = core::makeUuid7(now, environment.rng);
        Head head;
        head.h = QByteArray(32, '\0');
        head.laneHead = QByteArray(32, '\0');
        head.lane = core::makeUuid7(now, environment.rng);
        for (const auto &done :
             {setMeta(database, u"plant"_s, core::toText(plant)),
              setMeta(database, u"plant_name"_s, plantName),
              setMeta(database, u"time_zone"_s, u"Asia/Shanghai"_s), writeHead(database, head),
              createProjections(database, environment.schema)}) {
            if (!done)
                return done;
        }
        if (auto done = transaction->commit(); !done)
            return done;
        if (auto done = loadSeeds(*connection); !done)
            return done;
        return execute(database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    };
    auto made = make();
    if (made)
        made = refuseExisting(path);
    if (made
        && (QFileInfo(part + u"-wal"_s).size() > 0 || !QFile::rename(part, path)
            || !syncFolder(QFileInfo(path).absolutePath())))
        made = core::fail(
                core::ErrorCode::Io,
                QCoreApplication::translate(
                        "store", "%1 could not be written. Check the rights of the folder.")
                        .arg(shown));
    if (!made) {
        removeStoreFiles(part);
        return core::passOn(made);
    }
    return open(path, environment);
}

core::Result<qint64> pendingCount(const Connection &connection)
{
    Statement query(connection.handle(), u"SELECT count(*) FROM pending"_s);
    const auto row = query.next();
    if (!row)
        return core::passOn(row);
    return query.integer(0);
}

core::Result<Counts> counts(const Connection &connection, const Schema &schema)
{
    Counts counts;
    const auto one = [&connection](const QString &sql) -> core::Result<qint64> {
        Statement query(connection.handle(), sql);
        const auto row = query.next();
        if (!row)
            return core::passOn(row);
        return query.integer(0);
    };
    const auto operations = one(u"SELECT count(*) FROM opidx"_s);
    const auto frames = one(u"SELECT count(*) FROM batch"_s);
    const auto conflicts = one(u"SELECT count(*) FROM conflict WHERE state = 'open'"_s);
    const auto pending = one(u"SELECT count(*) FROM pending"_s);
    const auto version = currentVersion(connection);
    for (const auto *value : {&operations, &frames, &conflicts, &pending}) {
        if (!*value)
            return core::passOn(*value);
    }
    if (!version)
        return core::passOn(version);
    counts.operations = *operations;
    counts.frames = *frames;
    counts.openConflicts = *conflicts;
    counts.pending = *pending;
    counts.schema = *version;
    for (const EntitySpec &entity : schema.entities()) {
        const auto records = one(
                u"SELECT count(*) FROM \"%1\" WHERE is_void = 0 AND created_at IS NOT NULL"_s.arg(
                        entity.table));
        if (!records)
            return core::passOn(records);
        counts.entities.insert(entity.name, *records);
    }
    return counts;
}

}
