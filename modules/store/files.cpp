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

// Reads a file to its end; keep says whether a part could be put away.
core::Result<QByteArray> readThrough(QFile &file, core::Progress &progress,
                                     const std::function<bool(const QByteArray &)> &keep)
{
    const auto broken = [&file](const QString &detail) {
        return core::fail(
                core::ErrorCode::Io,
                QCoreApplication::translate(
                        "store", "%1 cannot be read. Check the disk and your rights to the file.")
                        .arg(QDir::toNativeSeparators(file.fileName())),
                detail);
    };
    if (!file.open(QIODevice::ReadOnly))
        return broken(file.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (progress.isCanceled())
            return core::passOn(stopped());
        const QByteArray part = file.read(1 << 20);
        if (part.isEmpty()) // an error, since it is not the end
            return broken(file.errorString());
        hash.addData(part);
        if (!keep(part))
            return QByteArray();
    }
    return hash.result();
}

}

core::Result<QByteArray> hashFile(const QString &path, core::Progress &progress)
{
    QFile file(path);
    return readThrough(file, progress, [](const QByteArray &) { return true; });
}

core::Result<QByteArray> copyFile(const QString &from, const QString &to, core::Progress &progress)
{
    QFile source(from);
    QFile target(to);
    const auto failed = [&target] {
        const QString detail = target.errorString();
        target.close();
        return core::fail(
                core::ErrorCode::Io,
                QCoreApplication::translate("store",
                                            "The copy %1 could not be written. Check the free "
                                            "space and the rights of the folder.")
                        .arg(QDir::toNativeSeparators(target.fileName())),
                detail);
    };
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failed();
    auto hash = readThrough(source, progress, [&target](const QByteArray &part) {
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
