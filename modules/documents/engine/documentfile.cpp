// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/documentfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace documents {

tl::unexpected<core::Error> notWritten(const QString &fileName, bool diskFull,
                                       const QString &detail)
{
    const QString folder = QDir::toNativeSeparators(QFileInfo(fileName).absolutePath());
    const QString message = diskFull
            ? QCoreApplication::translate("documents",
                                          "The document could not be written into %1: the disk is "
                                          "full or cannot be reached. Choose another folder.")
            : QCoreApplication::translate("documents",
                                          "The document cannot be written into %1. Choose a folder "
                                          "that exists and that you may write to.");
    return core::fail(diskFull ? core::ErrorCode::DiskFull : core::ErrorCode::Io,
                      message.arg(folder), detail);
}

tl::unexpected<core::Error> cancelled()
{
    return core::fail(core::ErrorCode::Cancelled,
                      QCoreApplication::translate("documents", "Cancelled."));
}

UnfinishedFile::UnfinishedFile(const QString &fileName)
    : m_fileName(fileName)
    , m_path(QFileInfo(fileName).absoluteDir().filePath(
              u".%1.part"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces))))
{
}

UnfinishedFile::~UnfinishedFile()
{
    if (!m_moved)
        QFile::remove(m_path);
}

core::Result<> UnfinishedFile::moveToPlace()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite) || fsync(file.handle()) != 0)
        return notWritten(m_fileName, true, QString::fromLocal8Bit(std::strerror(errno)));
    file.close();
    // QFile::rename would not replace a file that is there.
    if (std::rename(QFile::encodeName(m_path).constData(),
                    QFile::encodeName(m_fileName).constData())
        != 0)
        return notWritten(m_fileName, false, QString::fromLocal8Bit(std::strerror(errno)));
    m_moved = true;
    return {};
}

}
