// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/package.h"

#include "tables/limits.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tables {

PartDevice::PartDevice(unzFile zip, qint64 packed, qint64 maximum)
    : m_zip(zip)
    , m_packed(std::max<qint64>(packed, 1))
    , m_maximum(maximum)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

PartDevice::~PartDevice()
{
    if (!m_closed)
        unzCloseCurrentFile(m_zip);
}

qint64 PartDevice::readData(char *data, qint64 maxSize)
{
    if (!m_refusal.isEmpty())
        return -1;
    if (m_closed)
        return 0;
    const int size = unzReadCurrentFile(m_zip, data, unsigned(std::min<qint64>(maxSize, 1 << 16)));
    if (size < 0) {
        m_refusal = QCoreApplication::translate(
                "tables", "The packed data is damaged. Ask for the file again.");
        return -1;
    }
    if (size == 0) {
        // Closing compares the checksum, which is known to be wrong only now.
        m_closed = true;
        if (unzCloseCurrentFile(m_zip) == UNZ_CRCERROR) {
            m_refusal = QCoreApplication::translate(
                    "tables", "The packed data is damaged. Ask for the file again.");
            return -1;
        }
        return 0;
    }
    m_delivered += size;
    if (m_delivered > m_maximum
        || (m_delivered > limits::ratioFrom && m_delivered / m_packed > limits::ratio)) {
        m_refusal = QCoreApplication::translate(
                "tables",
                "It unpacks to far more than a spreadsheet holds. It is not read, "
                "because it could fill the memory.");
        return -1;
    }
    if (m_delivered - m_tokenStart > limits::xmlToken) {
        m_refusal = QCoreApplication::translate("tables",
                                                "One piece of it is longer than any cell can be.");
        return -1;
    }
    return size;
}

Package::Package(unzFile zip, const QString &fileName)
    : m_zip(zip)
    , m_fileName(fileName)
{
}

Package::~Package()
{
    unzClose(m_zip);
}

core::Result<std::unique_ptr<Package>> Package::open(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    unzFile zip = unzOpen64(QFile::encodeName(path).constData());
    if (!zip) {
        return core::fail(core::ErrorCode::Damaged,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1 is cut off or damaged: it cannot be unpacked. Ask for the "
                                  "file again.")
                                  .arg(name));
    }
    std::unique_ptr<Package> package(new Package(zip, name));
    if (const auto read = package->readDirectory(QFileInfo(path).size()); !read)
        return core::passOn(read);
    return package;
}

core::Result<> Package::readDirectory(qint64 fileSize)
{
    unz_global_info64 global;
    const auto damaged = [this] {
        return core::fail(core::ErrorCode::Damaged,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1 is cut off or damaged: it cannot be unpacked. Ask for the "
                                  "file again.")
                                  .arg(m_fileName));
    };
    if (unzGetGlobalInfo64(m_zip, &global) != UNZ_OK)
        return damaged();
    if (global.number_entry > quint64(limits::parts)) {
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1 holds %2 packed files, far more than a spreadsheet has. It "
                                  "is not read.")
                                  .arg(m_fileName)
                                  .arg(global.number_entry));
    }
    for (int state = unzGoToFirstFile(m_zip); state != UNZ_END_OF_LIST_OF_FILE;
         state = unzGoToNextFile(m_zip)) {
        if (state != UNZ_OK)
            return damaged();
        unz_file_info64 info;
        QByteArray name(1024, '\0');
        if (unzGetCurrentFileInfo64(m_zip, &info, name.data(), uLong(name.size() - 1), nullptr, 0,
                                    nullptr, 0)
            != UNZ_OK)
            return damaged();
        Part part;
        if (unzGetFilePos64(m_zip, &part.position) != UNZ_OK)
            return damaged();
        part.packed = std::min(qint64(info.compressed_size), fileSize);
        part.unpacked = qint64(info.uncompressed_size);
        part.encrypted = info.flag & 1;
        const QString key = QString::fromUtf8(name.constData()).replace(u'\\', u'/').toLower();
        if (!m_parts.contains(key))
            m_parts.insert(key, part);
    }
    return {};
}

qint64 Package::unpackedSize(const QString &part) const
{
    return m_parts.value(part.toLower()).unpacked;
}

core::Result<std::unique_ptr<PartDevice>> Package::openPart(const QString &part, qint64 maximum)
{
    const auto found = m_parts.constFind(part.toLower());
    if (found == m_parts.constEnd()) {
        return core::fail(core::ErrorCode::Damaged,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1 is no complete xlsx workbook: its part %2 is missing. Open "
                                  "it in a spreadsheet program and save it again.")
                                  .arg(m_fileName, part));
    }
    if (found->encrypted) {
        return core::fail(core::ErrorCode::Refused,
                          QCoreApplication::translate(
                                  "tables", "%1 is protected by a password. Save it without one.")
                                  .arg(m_fileName));
    }
    if (found->unpacked < 0 || found->unpacked > maximum) {
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1: part %2 unpacks to far more than a spreadsheet holds. It is "
                                  "not read, because it could fill the memory.")
                                  .arg(m_fileName, part));
    }
    unz64_file_pos position = found->position;
    if (unzGoToFilePos64(m_zip, &position) != UNZ_OK || unzOpenCurrentFile(m_zip) != UNZ_OK) {
        return core::fail(core::ErrorCode::Damaged,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1 is damaged: its part %2 cannot be unpacked. Ask for the "
                                  "file again.")
                                  .arg(m_fileName, part));
    }
    return std::make_unique<PartDevice>(m_zip, found->packed, maximum);
}

QString Package::resolved(const QString &folder, const QString &target)
{
    QString path = target;
    path.replace(u'\\', u'/');
    if (path.contains(u':')) // an address or a drive
        return {};
    QStringList steps;
    if (!path.startsWith(u'/'))
        steps = folder.split(u'/', Qt::SkipEmptyParts);
    const QStringList added = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : added) {
        if (step == "."_L1)
            continue;
        if (step != ".."_L1)
            steps += step;
        else if (steps.isEmpty())
            return {};
        else
            steps.removeLast();
    }
    return steps.join(u'/');
}

}
