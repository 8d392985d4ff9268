// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "plant/engine/area.h"
#include "plant/engine/codes.h"

#include <QJsonValue>
#include <QMap>
#include <QTimeZone>

#include <optional>

namespace store {
class Connection;
class Schema;
struct EntitySpec;
}

namespace hazards {

// Values of operations in words: names for references, labels for codes. Lives no longer than the
// connection it reads from.
class RecordWords
{
public:
    static core::Result<RecordWords> load(const store::Connection &connection,
                                          const store::Schema &schema,
                                          const store::EntitySpec &spec,
                                          const QByteArray &timeZone);

    QString fieldLabel(const QString &key);
    QString words(const QString &key, const QJsonValue &value);
    QString nameOf(const QString &type, const QUuid &id);

private:
    RecordWords(const store::Connection &connection, const store::Schema &schema,
                const store::EntitySpec &spec, plant::CodeBook book, plant::AreaTree areas,
                const QByteArray &timeZone);
    QString instant(const QString &text) const;
    QString readName(const QString &type, const QUuid &id) const;

    const store::Connection &m_connection;
    const store::Schema &m_schema;
    const store::EntitySpec &m_spec;
    plant::CodeBook m_book;
    plant::AreaTree m_areas;
    QTimeZone m_zone;
    QHash<QUuid, QString> m_names;
    std::optional<QMap<QString, QString>> m_customLabels;
};

}
