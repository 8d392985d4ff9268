// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

#include <filesystem>
#include <functional>
#include <system_error>

#ifdef Q_OS_UNIX
#    include <cerrno>

#    include <fcntl.h>
#    include <unistd.h>
#else
#    include <io.h>
#endif

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

bool syncFile(const QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return ::_commit(file.handle()) == 0;
#endif
}

bool syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle =
            ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return false;
    // Network drives know no such thing and say so.
    const bool isSafe = ::fsync(handle) == 0 || errno == EINVAL || errno == ENOTSUP;
    ::close(handle);
    return isSafe;
#else
    Q_UNUSED(folder);
    return true;
#endif
}

QString passingName(const QString &path)
{
    return path + u'.' + QUuid::createUuid().toString(QUuid::Id128) + u".part"_s;
}

QStringList sideFiles(const QString &database)
{
    return {database + u"-wal"_s, database + u"-shm"_s, database + u"-journal"_s};
}

core::Result<> refuseExisting(const QString &path)
{
    for (const QString &suffix : {u""_s, u".blobs"_s}) {
        const QString taken = path + suffix;
        if (QFileInfo::exists(taken))
            return core::fail(
                    core::ErrorCode::Refused,
                    QCoreApplication::translate(
                            "store",
                            "%1 exists already and was left as it is. Choose another name.")
                            .arg(QDir::toNativeSeparators(taken)));
    }
    const QStringList sides = sideFiles(path);
    for (const QString &side : sides) {
        if (QFileInfo::exists(side))
            return core::fail(
                    core::ErrorCode::Refused,
                    QCoreApplication::translate(
                            "store",
                            "%1 is left over from an earlier store of this name and would damage a "
                            "new one. It may hold work that was never copied: put it back beside "
                            "its store or move it away, or choose another name.")
                            .arg(QDir::toNativeSeparators(side)));
    }
    return {};
}

void removeStoreFiles(const QString &path)
{
    QFile::remove(path);
    const QStringList sides = sideFiles(path);
    for (const QString &side : sides)
        QFile::remove(side);
    QDir(path + u".blobs"_s).removeRecursively();
}

core::Result<> stopped()
{
    return core::fail(core::ErrorCode::Cancelled,
                      QCoreApplication::translate("store", "Stopped. Nothing was changed."));
}

namespace {

// Reads an open file to its end; keep says whether a part could be put away.
core::Result<QByteArray> readThrough(QIODevice &file, const QString &name, core::Progress &progress,
                                     const std::function<bool(const QByteArray &)> &keep)
{
    const auto broken = [&file, &name] {
        return core::fail(
                core::ErrorCode::Io,
                QCoreApplication::translate(
                        "store", "%1 cannot be read. Check the disk and your rights to the file.")
                        .arg(QDir::toNativeSeparators(name)),
                file.errorString());
    };
    if (!file.isOpen() && !file.open(QIODevice::ReadOnly))
        return broken();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (progress.isCanceled())
            return core::passOn(stopped());
        const QByteArray part = file.read(1 << 20);
        if (part.isEmpty()) // an error, since it is not the end
            return broken();
        hash.addData(part);
        if (!keep(part))
            return QByteArray();
    }
    return hash.result();
}

// A database file as SQLite itself sees it.
class DatabaseFile final : public QIODevice
{
public:
    explicit DatabaseFile(const QString &path)
    {
        sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READONLY, nullptr);
        sqlite3_file_control(m_database, nullptr, SQLITE_FCNTL_FILE_POINTER, &m_file);
        if (m_file && m_file->pMethods && m_file->pMethods->xFileSize(m_file, &m_size) == SQLITE_OK)
            QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~DatabaseFile() override { sqlite3_close(m_database); }
    bool open(OpenMode) override { return false; }
    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const int wanted = int(std::min<qint64>(most, m_size - pos()));
        return m_file->pMethods->xRead(m_file, data, wanted, pos()) == SQLITE_OK ? wanted : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    sqlite3 *m_database = nullptr;
    sqlite3_file *m_file = nullptr;
    sqlite3_int64 m_size = 0;
};

core::Result<QByteArray> copyDevice(QIODevice &source, const QString &from, const QString &to,
                                    core::Progress &progress)
{
    QFile target(to);
    const auto failed = [&target] {
        return core::fail(
                core::ErrorCode::Io,
                QCoreApplication::translate("store",
                                            "The copy %1 could not be written. Check the free "
                                            "space and the rights of the folder.")
                        .arg(QDir::toNativeSeparators(target.fileName())),
                target.errorString());
    };
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failed();
    auto hash = readThrough(source, from, progress, [&target](const QByteArray &part) {
        return target.write(part) == part.size();
    });
    if (hash && (hash->isEmpty() || !target.flush() || !syncFile(target)))
        hash = failed();
    if (!hash) {
        target.close();
        target.remove();
    }
    return hash;
}

}

core::Result<QByteArray> hashFile(const QString &path, core::Progress &progress)
{
    QFile file(path);
    return readThrough(file, path, progress, [](const QByteArray &) { return true; });
}

core::Result<QByteArray> copyFile(const QString &from, const QString &to, core::Progress &progress)
{
    QFile source(from);
    return copyDevice(source, from, to, progress);
}

core::Result<QByteArray> copyDatabase(const QString &from, const QString &to,
                                      core::Progress &progress)
{
    DatabaseFile source(from);
    return copyDevice(source, from, to, progress);
}

bool linkFile(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::create_hard_link(QFileInfo(from).filesystemFilePath(),
                                      QFileInfo(to).filesystemFilePath(), error);
    return !error;
}

bool isOnOneFileSystem(const QString &folder, const QString &other)
{
    const QStorageInfo one(folder);
    const QStorageInfo two(other);
    return one.isValid() && one.device() == two.device() && one.rootPath() == two.rootPath();
}

}
