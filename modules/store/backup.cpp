// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/blobs.h"
#include "store/files.h"
#include "store/integrity.h"
#include "store/log.h"
#include "store/statement.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace store {

namespace {

enum class Evidence { Copied, Linked };

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

// Work in progress and all that was made beside it under its name, which nobody else uses.
void removePassing(const QString &part)
{
    removeStoreFiles(part);
    const QFileInfo file(part);
    QDir folder = file.dir();
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (name.startsWith(file.fileName()))
            folder.remove(name);
    }
}

// What a checked database says of itself.
struct Checked {
    CheckReport report;
    Head head;
};

// Opens and checks a database that nobody else knows of; its side files are gone afterwards.
core::Result<Checked> openAndCheck(const QString &part, const Environment &environment,
                                   core::Progress &progress)
{
    Checked checked;
    {
        auto store = Store::open(part, environment, progress);
        if (!store)
            return core::passOn(store);
        auto report = checkRecords(**store, progress);
        if (!report)
            return core::passOn(report);
        if (!report->isOk())
            return core::fail(
                    core::ErrorCode::Damaged,
                    QCoreApplication::translate(
                            "store", "The copy was not kept, since the store has a problem: %1")
                            .arg(report->problems.first().text),
                    report->problems.first().where);
        checked.report = std::move(*report);
        auto connection = (*store)->connect();
        if (!connection)
            return core::passOn(connection);
        const auto head = readHead(connection->handle());
        if (!head)
            return core::passOn(head);
        checked.head = *head;
    }
    const QStringList sides = sideFiles(part);
    for (const QString &side : sides) {
        if (QFileInfo(side).size() > 0)
            return notCopied(part, u"side file left"_s);
    }
    return checked;
}

// Gives the evidence files their names in the folder of the copy. One that cannot be read is left
// out: the copy is worth having without it, and the check names it.
core::Result<> copyEvidence(const QString &from, const QString &to, Evidence how,
                            core::Progress &progress)
{
    static const QRegularExpression hashName(u"^[0-9a-f]{64}$"_s);
    QSet<QString> folders;
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = files.fileName();
        if (!hashName.match(name).hasMatch())
            continue; // left over from an interrupted save
        if (progress.isCanceled())
            return stopped();
        const QString folder = to + u'/' + name.left(2);
        if (!folders.contains(folder) && !QDir().mkpath(folder))
            return notCopied(to, u"mkpath"_s);
        folders.insert(folder);
        const QString target = folder + u'/' + name;
        if (how == Evidence::Linked && linkFile(path, target))
            continue;
        const auto copied = copyFile(path, target, progress);
        if (!copied && (progress.isCanceled() || hashFile(path, progress)))
            return core::passOn(copied);
    }
    for (const QString &folder : std::as_const(folders)) {
        if (!syncFolder(folder))
            return notCopied(folder, u"fsync"_s);
    }
    return folders.isEmpty() || syncFolder(to) ? core::Result<>() : notCopied(to, u"fsync"_s);
}

// The finished copy under its name, evidence first: a store without it is never seen.
core::Result<> giveName(const QString &part, const QString &to, core::Progress &progress)
{
    const auto hash = hashFile(part, progress);
    if (!hash)
        return core::passOn(hash);
    if (auto done = refuseExisting(to); !done)
        return done;
    const bool hasEvidence = QFileInfo::exists(part + u".blobs"_s);
    if (hasEvidence && !QFile::rename(part + u".blobs"_s, to + u".blobs"_s))
        return notCopied(to, u"rename of the evidence files"_s);
    if (!QFile::rename(part, to)) {
        if (hasEvidence)
            QDir(to + u".blobs"_s).removeRecursively();
        return notCopied(to, u"rename"_s);
    }
    core::NoProgress quiet;
    const auto named = hashFile(to, quiet);
    if (named && *named == *hash && syncFolder(QFileInfo(to).absolutePath()))
        return {};
    QFile::remove(to);
    if (hasEvidence)
        QDir(to + u".blobs"_s).removeRecursively();
    return notCopied(to, named ? u"changed while it was renamed"_s : named.error().detail);
}

core::Result<CopyReport> finishCopy(const QString &part, const QString &evidence, Evidence how,
                                    const QString &to, const CheckReport &checked,
                                    core::Progress &progress)
{
    if (auto done = copyEvidence(evidence, part + u".blobs"_s, how, progress); !done)
        return core::passOn(done);
    CopyReport report{.path = to, .digest = checked.digest};
    auto problems = checkEvidence(part + u".blobs"_s, checked.evidence, progress);
    if (!problems)
        return core::passOn(problems);
    for (Problem &problem : *problems) {
        problem.where.replace(part, to);
        if (problem.kind != "orphan_file"_L1)
            report.problems.append(problem);
    }
    report.evidenceFiles = checked.evidenceFiles;
    if (auto done = giveName(part, to, progress); !done)
        return core::passOn(done);
    return report;
}

core::Result<CopyReport> makeCopy(const Store &store, const QString &to, Evidence how,
                                  core::Progress &progress)
{
    if (auto done = refuseExisting(to); !done)
        return core::passOn(done);
    const QString folder = QFileInfo(to).absolutePath();
    if (!QDir().mkpath(folder))
        return notCopied(to, u"mkpath"_s);
    // SQLite works on a disk of this computer only; elsewhere the finished bytes are taken to.
    const bool isNear = refuseNetwork(to, store.environment())
            && isOnOneFileSystem(folder, QFileInfo(store.path()).absolutePath());
    const QString made = passingName(isNear ? to : store.path());
    const QString part = isNear ? made : passingName(to);
    const auto tidy = qScopeGuard([&made, &part] {
        removePassing(made);
        removePassing(part);
    });
    {
        auto connection = store.connect();
        if (!connection)
            return core::passOn(connection);
        Statement copy(connection->handle(), u"VACUUM INTO ?"_s);
        if (auto done = copy.bind(1, made).run(); !done)
            return core::passOn(done);
    }
    const auto checked = openAndCheck(made, store.environment(), progress);
    if (!checked)
        return core::passOn(checked);
    if (isNear) {
        QFile file(made);
        if (!file.open(QIODevice::ReadWrite) || !syncFile(file))
            return notCopied(to, file.errorString());
    } else {
        const auto sent = copyFile(made, part, progress);
        if (!sent)
            return core::passOn(sent);
        const auto arrived = hashFile(part, progress);
        if (!arrived)
            return core::passOn(arrived);
        if (*sent != *arrived)
            return notCopied(to, u"other bytes arrived"_s);
    }
    return finishCopy(part, Blobs(store.path()).folder(), how, to, checked->report, progress);
}

// The bytes of a store that nobody works on, with what SQLite had not yet folded into it.
core::Result<> takeBytes(const QString &from, const QString &part, core::Progress &progress)
{
    if (auto done = copyFile(from, part, progress); !done)
        return core::passOn(done);
    for (const QString &suffix : {u"-wal"_s, u"-journal"_s}) {
        if (QFileInfo(from + suffix).size() == 0)
            continue;
        if (auto done = copyFile(from + suffix, part + suffix, progress); !done)
            return core::passOn(done);
    }
    return {};
}

// The restored store once more, under its own name.
core::Result<> confirmRestored(const QString &path, const Checked &checked,
                               const Environment &environment, core::Progress &progress)
{
    auto store = Store::open(path, environment, progress);
    if (!store)
        return core::passOn(store);
    auto connection = (*store)->connect();
    if (!connection)
        return core::passOn(connection);
    const auto head = readHead(connection->handle());
    if (!head)
        return core::passOn(head);
    const auto now = digest(*connection, environment.schema, progress);
    if (!now)
        return core::passOn(now);
    if (*now == checked.report.digest && head->h == checked.head.h)
        return {};
    return core::fail(core::ErrorCode::Damaged,
                      QCoreApplication::translate(
                              "store",
                              "The restored store is not what the copy says. Do not work with it; "
                              "restore the copy under another name."));
}

}

core::Result<CopyReport> backup(const Store &store, const QString &target, core::Progress &progress)
{
    return makeCopy(store, QFileInfo(target).absoluteFilePath(), Evidence::Copied, progress);
}

core::Result<CopyReport> restore(const QString &backupPath, const QString &target,
                                 const Environment &environment, core::Progress &progress)
{
    if (!QFileInfo(backupPath).isFile())
        return core::fail(core::ErrorCode::NotFound,
                          QCoreApplication::translate("store", "There is no store file %1.")
                                  .arg(QDir::toNativeSeparators(backupPath)));
    const QString from = QFileInfo(backupPath).absoluteFilePath();
    const QString to = QFileInfo(target).absoluteFilePath();
    for (const auto &done : {recognise(from), refuseNetwork(to, environment), refuseExisting(to)}) {
        if (!done)
            return core::passOn(done);
    }
    if (!QDir().mkpath(QFileInfo(to).absolutePath()))
        return notCopied(to, u"mkpath"_s);
    const QString part = passingName(to);
    const auto tidy = qScopeGuard([&part] { removePassing(part); });
    if (auto done = takeBytes(from, part, progress); !done)
        return core::passOn(done);
    const auto checked = openAndCheck(part, environment, progress);
    if (!checked)
        return core::passOn(checked);
    auto report =
            finishCopy(part, Blobs(from).folder(), Evidence::Copied, to, checked->report, progress);
    if (!report)
        return report;
    core::NoProgress quiet; // it has its name already: too late to stop
    if (auto done = confirmRestored(to, *checked, environment, quiet); !done)
        return core::passOn(done);
    return report;
}

core::Result<CopyReport> dailyBackup(const Store &store, core::Progress &progress)
{
    constexpr int mostKept = 7;
    QDir folder(store.path() + u".backups"_s);
    const QString today =
            QDateTime::fromMSecsSinceEpoch(store.clock().now(), QTimeZone(store.plant().timeZone))
                    .date()
                    .toString(Qt::ISODate);
    const QString target = folder.filePath(today + u".anlan"_s);
    if (QFileInfo::exists(target))
        return CopyReport{.path = target};
    auto made = makeCopy(store, target, Evidence::Linked, progress);
    if (!made)
        return made;
    QStringList copies = folder.entryList({u"[0-9]*.anlan"_s}, QDir::Files, QDir::Name);
    while (copies.size() > mostKept)
        removeStoreFiles(folder.filePath(copies.takeFirst()));
    // Of copies that were killed half-way.
    static const QRegularExpression passing(u"\\.anlan\\.[0-9a-f]{32}\\.part$"_s);
    const QFileInfoList left = folder.entryInfoList({u"*.part"_s}, QDir::Files);
    for (const QFileInfo &file : left) {
        if (passing.match(file.fileName()).hasMatch()
            && file.lastModified().daysTo(QDateTime::currentDateTime()) > 1)
            removePassing(file.filePath());
    }
    return made;
}

}
