// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/blobs.h"
#include "store/integrity.h"
#include "store/statement.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace store {

namespace {

auto notCopied(const QString &target, const QString &detail)
{
    return core::fail(
            core::ErrorCode::Io,
            QCoreApplication::translate(
                    "store",
                    "The copy %1 could not be written. Check the free space and the rights of "
                    "the folder. Nothing of it was left behind.")
                    .arg(QDir::toNativeSeparators(target)),
            detail);
}

void removeStoreFiles(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
    QDir(path + u".blobs"_s).removeRecursively();
}

// Copies the evidence files into the folder of the copy; each is read back by the check that
// follows.
core::Result<> copyEvidence(const QString &from, const QString &to, core::Progress &progress)
{
    const QString source = Blobs(from).folder();
    const Blobs target(to);
    QDirIterator files(source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (files.fileName().size() != 64)
            continue; // left over from an interrupted save
        if (!file.open(QIODevice::ReadOnly))
            return notCopied(to, file.errorString());
        if (auto done = target.put(file, file.size(), progress); !done)
            return core::passOn(done);
    }
    return {};
}

// A store and its evidence files as another one, made whole under a passing name and checked.
core::Result<> copyChecked(const QString &from, const QString &to, const Environment &environment,
                           core::Progress &progress)
{
    if (QFileInfo::exists(to) || QFileInfo::exists(to + u".blobs"_s))
        return core::fail(
                core::ErrorCode::Refused,
                QCoreApplication::translate(
                        "store", "%1 exists already and was left as it is. Choose another name.")
                        .arg(QDir::toNativeSeparators(to)));
    if (!QDir().mkpath(QFileInfo(to).absolutePath()))
        return notCopied(to, u"mkpath"_s);
    const QString part = to + u".part"_s;
    removeStoreFiles(part);
    const auto make = [&]() -> core::Result<> {
        {
            auto connection = Connection::open(from);
            if (!connection)
                return core::passOn(connection);
            Statement copy(connection->handle(), u"VACUUM INTO ?"_s);
            if (auto done = copy.bind(1, part).run(); !done)
                return done;
        }
        if (auto done = copyEvidence(from, part, progress); !done)
            return done;
        {
            auto store = Store::open(part, environment, progress);
            if (!store)
                return core::passOn(store);
            const auto report = check(**store, progress);
            if (!report)
                return core::passOn(report);
            if (!report->isOk())
                return core::fail(
                        core::ErrorCode::Damaged,
                        QCoreApplication::translate(
                                "store", "The copy was not kept, since the store has a problem: %1")
                                .arg(report->problems.first().text),
                        report->problems.first().where);
        }
        if (QFileInfo::exists(part + u".blobs"_s)
            && !QFile::rename(part + u".blobs"_s, to + u".blobs"_s))
            return notCopied(to, u"rename of the evidence files"_s);
        if (!QFile::rename(part, to)) {
            QDir(to + u".blobs"_s).removeRecursively();
            return notCopied(to, u"rename"_s);
        }
        return {};
    };
    auto made = make();
    if (!made)
        removeStoreFiles(part);
    return made;
}

}

core::Result<> backup(const Store &store, const QString &target, core::Progress &progress)
{
    return copyChecked(store.path(), QFileInfo(target).absoluteFilePath(), store.environment(),
                       progress);
}

core::Result<> restore(const QString &backupPath, const QString &target,
                       const Environment &environment, core::Progress &progress)
{
    if (!QFileInfo(backupPath).isFile())
        return core::fail(core::ErrorCode::NotFound,
                          QCoreApplication::translate("store", "There is no store file %1.")
                                  .arg(QDir::toNativeSeparators(backupPath)));
    return copyChecked(QFileInfo(backupPath).absoluteFilePath(),
                       QFileInfo(target).absoluteFilePath(), environment, progress);
}

core::Result<QString> dailyBackup(const Store &store, core::Progress &progress)
{
    constexpr int mostKept = 7;
    const QDir folder(store.path() + u".backups"_s);
    const QString today =
            QDateTime::fromMSecsSinceEpoch(store.clock().now(), QTimeZone(store.plant().timeZone))
                    .date()
                    .toString(Qt::ISODate);
    const QString target = folder.filePath(today + u".anlan"_s);
    if (QFileInfo::exists(target))
        return target;
    if (auto done = backup(store, target, progress); !done)
        return core::passOn(done);
    QStringList copies = folder.entryList({u"[0-9]*.anlan"_s}, QDir::Files, QDir::Name);
    while (copies.size() > mostKept)
        removeStoreFiles(folder.filePath(copies.takeFirst()));
    return target;
}

}
