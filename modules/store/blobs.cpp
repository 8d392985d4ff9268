// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/blobs.h"

#include "store/files.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace store {

namespace {

auto notWritten(const QString &folder, const QString &detail)
{
    return core::fail(
            core::ErrorCode::Io,
            QCoreApplication::translate(
                    "store",
                    "The evidence file could not be saved in %1. Check the free space and "
                    "the rights of the folder; nothing was recorded.")
                    .arg(QDir::toNativeSeparators(folder)),
            detail);
}

}

Blobs::Blobs(const QString &storePath)
    : m_folder(storePath + u".blobs"_s)
{
}

QString Blobs::pathOf(const QString &sha) const
{
    return m_folder + u'/' + sha.left(2) + u'/' + sha;
}

bool Blobs::has(const QString &sha) const
{
    return QFileInfo::exists(pathOf(sha));
}

core::Result<QString> Blobs::put(const QByteArray &bytes) const
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    core::NoProgress progress;
    return put(buffer, bytes.size(), progress);
}

core::Result<QString> Blobs::put(QIODevice &source, qint64 mostBytes,
                                 core::Progress &progress) const
{
    if (!QDir().mkpath(m_folder))
        return notWritten(m_folder, u"mkpath"_s);
    QTemporaryFile file(m_folder + u"/incoming-XXXXXX"_s);
    if (!file.open())
        return notWritten(m_folder, file.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const int megabytes = int(mostBytes >> 20); // inside translate() the >> hangs lupdate 6.4
    qint64 total = 0;
    while (!source.atEnd()) {
        const QByteArray part = source.read(1 << 20);
        if (part.isEmpty()) // an error, since it is not the end
            return core::fail(core::ErrorCode::Io,
                              QCoreApplication::translate(
                                      "store",
                                      "The evidence file could not be read to its end. Check the "
                                      "disk or the device it comes from; nothing was recorded."),
                              source.errorString());
        total += part.size();
        if (total > mostBytes)
            return core::fail(core::ErrorCode::Refused,
                              QCoreApplication::translate(
                                      "store",
                                      "The file is larger than the %n MB allowed for evidence.",
                                      nullptr, megabytes));
        if (progress.isCanceled())
            return core::fail(
                    core::ErrorCode::Cancelled,
                    QCoreApplication::translate("store", "Stopped. Nothing was changed."));
        hash.addData(part);
        if (file.write(part) != part.size())
            return notWritten(m_folder, file.errorString());
    }
    const QString sha = QString::fromLatin1(hash.result().toHex());
    if (has(sha)) {
        if (QFileInfo(pathOf(sha)).size() == total)
            return sha;
        QFile::remove(pathOf(sha)); // cut short by a failing disk
    }
    const QString folder = m_folder + u'/' + sha.left(2);
    if (!file.flush() || !syncFile(file) || !QDir().mkpath(folder) || !syncFolder(m_folder)
        || !syncFolder(QFileInfo(m_folder).absolutePath()))
        return notWritten(m_folder, file.errorString());
    file.setAutoRemove(false);
    if (!file.rename(pathOf(sha))) {
        file.remove();
        if (!has(sha)) // else another process was faster with the same bytes
            return notWritten(m_folder, file.errorString());
    }
    if (!syncFolder(folder))
        return notWritten(folder, u"fsync"_s);
    return sha;
}

}
