// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/draftspool.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace hazards {

core::Result<> DraftSpool::broken() const
{
    return core::fail(
            core::ErrorCode::Io,
            QCoreApplication::translate("hazards",
                                        "The rows could not be kept in a temporary file. Check "
                                        "that there is room on the disk, then try again."),
            m_file.errorString());
}

core::Result<> DraftSpool::add(const SpooledRow &row)
{
    if (!m_stream.device()) {
        if (!m_file.open())
            return broken();
        m_stream.setDevice(&m_file);
    }
    QJsonObject values;
    for (auto value = row.values.cbegin(); value != row.values.cend(); ++value)
        values.insert(value.key(), *value);
    m_stream << row.row << QJsonDocument(values).toJson(QJsonDocument::Compact) << row.state
             << row.hash;
    if (m_stream.status() != QDataStream::Ok)
        return broken();
    ++m_size;
    return {};
}

core::Result<> DraftSpool::forEach(const std::function<core::Result<>(SpooledRow &)> &visit)
{
    if (m_size == 0)
        return {};
    if (!m_file.flush() || !m_file.seek(0))
        return broken();
    for (int i = 0; i < m_size; ++i) {
        SpooledRow row;
        QByteArray json;
        m_stream >> row.row >> json >> row.state >> row.hash;
        if (m_stream.status() != QDataStream::Ok)
            return broken();
        const QJsonObject values = QJsonDocument::fromJson(json).object();
        for (auto value = values.begin(); value != values.end(); ++value)
            row.values.insert(value.key(), value.value());
        if (auto done = visit(row); !done)
            return done;
    }
    return {};
}

}
