// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/rowspool.h"

#include <QCoreApplication>

namespace documents {

namespace rowspool {

tl::unexpected<core::Error> failed(const QFileDevice &file)
{
    const bool full =
            file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    return core::fail(
            full ? core::ErrorCode::DiskFull : core::ErrorCode::Io,
            QCoreApplication::translate("documents",
                                        "The pages could not be kept in the folder for temporary "
                                        "files. Make room on the disk and try again."),
            file.errorString());
}

}

core::Result<> RowSpool::open()
{
    if (!m_file.open())
        return rowspool::failed(m_file);
    m_stream.setDevice(&m_file);
    m_stream.setVersion(QDataStream::Qt_6_4);
    return {};
}

core::Result<> RowSpool::append(const SpooledRow &row)
{
    m_stream << quint8(row.kind) << row.texts << row.reference.type << row.reference.id;
    if (m_stream.status() != QDataStream::Ok)
        return rowspool::failed(m_file);
    ++m_count;
    return {};
}

core::Result<> RowSpool::finish()
{
    if (!m_file.flush())
        return rowspool::failed(m_file);
    return {};
}

core::Result<> RowSpool::seek(qint64 position)
{
    m_stream.resetStatus();
    if (!m_file.seek(position))
        return rowspool::failed(m_file);
    return {};
}

core::Result<SpooledRow> RowSpool::next()
{
    SpooledRow row;
    quint8 kind = 0;
    m_stream >> kind >> row.texts >> row.reference.type >> row.reference.id;
    if (m_stream.status() != QDataStream::Ok)
        return rowspool::failed(m_file);
    row.kind = RowKind(kind);
    return row;
}

}
