// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/sql.h"

using namespace Qt::StringLiterals;

namespace plant::sql {

void Where::add(const QString &condition, const QVariantList &bound)
{
    conditions.append(condition);
    values.append(bound);
}

void Where::contains(const QStringList &columns, const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    pattern = u'%' + pattern + u'%';
    QStringList parts;
    QVariantList bound;
    for (const QString &column : columns) {
        parts.append(column + u" LIKE ? ESCAPE '\\'"_s);
        bound.append(pattern);
    }
    add(u'(' + parts.join(u" OR "_s) + u')', bound);
}

void Where::isOneOf(const QString &column, const QList<QUuid> &ids)
{
    QVariantList bound;
    for (const QUuid &each : ids)
        bound.append(id(each));
    add(column + u" IN ("_s + marks(ids.size()) + u')', bound);
}

void Where::isOneOf(const QString &column, const QStringList &texts)
{
    QVariantList bound;
    for (const QString &each : texts)
        bound.append(each);
    add(column + u" IN ("_s + marks(texts.size()) + u')', bound);
}

QString Where::text() const
{
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

QVariant id(const QUuid &id)
{
    return id.isNull() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(id.toRfc4122());
}

QUuid uuid(const QVariant &value)
{
    return value.isNull() ? QUuid() : QUuid::fromRfc4122(value.toByteArray());
}

QString marks(qsizetype count)
{
    QStringList all;
    all.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        all.append(u"?"_s);
    return all.join(u", "_s);
}

}
