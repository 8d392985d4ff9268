// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ownfields.h"

#include "store/connection.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace hazards {

core::Result<QMap<QString, QString>> ownFieldLabels(const store::Connection &connection,
                                                    const QString &entity)
{
    QSqlQuery query = connection.prepare(
            u"SELECT slug, label FROM custom_field WHERE entity = ? AND is_void = 0"_s);
    query.addBindValue(entity);
    if (!query.exec())
        return store::failed(query);
    QMap<QString, QString> labels;
    while (query.next()) {
        const QString slug = query.value(0).toString();
        labels.insert(slug.startsWith("c."_L1) ? slug : u"c."_s + slug, query.value(1).toString());
    }
    return labels;
}

QString ownFieldLabel(const QMap<QString, QString> &labels, const QString &key)
{
    const QString label = labels.value(key);
    return label.isEmpty() ? key.mid(2) : label;
}

}
