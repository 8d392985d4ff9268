// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/recordwords.h"

#include "core/clock.h"
#include "core/ids.h"
#include "hazards/engine/ownfields.h"
#include "hazards/engine/reading.h"
#include "plant/engine/sql.h"
#include "store/connection.h"
#include "store/spec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {
QString plainWords(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString();
}
}

RecordWords::RecordWords(const store::Connection &connection, const store::Schema &schema,
                         const store::EntitySpec &spec, plant::CodeBook book, plant::AreaTree areas,
                         const QByteArray &timeZone)
    : m_connection(connection)
    , m_schema(schema)
    , m_spec(spec)
    , m_book(std::move(book))
    , m_areas(std::move(areas))
    , m_zone(timeZone)
{
}

core::Result<RecordWords> RecordWords::load(const store::Connection &connection,
                                            const store::Schema &schema,
                                            const store::EntitySpec &spec,
                                            const QByteArray &timeZone)
{
    auto book = plant::CodeBook::load(connection);
    if (!book)
        return core::passOn(book);
    auto areas = plant::AreaTree::load(connection);
    if (!areas)
        return core::passOn(areas);
    return RecordWords(connection, schema, spec, std::move(*book), std::move(*areas), timeZone);
}

QString RecordWords::fieldLabel(const QString &key)
{
    if (m_spec.field(key) || !key.startsWith("c."_L1))
        return m_spec.fieldLabel(key);
    if (!m_customLabels) {
        const auto labels = ownFieldLabels(m_connection, m_spec.name);
        m_customLabels = labels ? *labels : QMap<QString, QString>();
    }
    return ownFieldLabel(*m_customLabels, key);
}

QString RecordWords::words(const QString &key, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const store::FieldSpec *field = m_spec.field(key);
    if (!field)
        return plainWords(value);
    switch (field->type) {
    case store::FieldType::Reference:
        return nameOf(field->of, core::uuidFromText(value.toString()));
    case store::FieldType::Code:
        return m_book.label(field->of, value.toString());
    case store::FieldType::Money:
        return QLocale().toString(double(value.toInteger()) / 100.0, 'f', 2);
    case store::FieldType::Flag:
        return value.toInteger() == 1 ? QCoreApplication::translate("hazards", "yes")
                                      : QCoreApplication::translate("hazards", "no");
    case store::FieldType::Instant:
        return instant(value.toString());
    case store::FieldType::FileSet: {
        const int files = value.isArray() ? int(value.toArray().size()) : 1;
        return QCoreApplication::translate("hazards", "%n file(s)", nullptr, files);
    }
    case store::FieldType::TextSet:
    case store::FieldType::ReferenceSet: {
        QStringList labels;
        const QJsonArray members = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const auto &member : members)
            labels.append(field->type == store::FieldType::TextSet
                                  ? m_book.label(field->of, member.toString())
                                  : nameOf(field->of, core::uuidFromText(member.toString())));
        return listed(labels);
    }
    case store::FieldType::Appended: {
        const QJsonObject fact = value.toObject();
        return fact.contains(u"text"_s) ? fact.value(u"text"_s).toString()
                                        : plainWords(fact.value(u"value"_s));
    }
    case store::FieldType::Text:
    case store::FieldType::LongText:
    case store::FieldType::Integer:
    case store::FieldType::Date:
        return plainWords(value);
    }
    Q_UNREACHABLE();
}

QString RecordWords::nameOf(const QString &type, const QUuid &id)
{
    if (id.isNull())
        return {};
    if (type == "area"_L1) {
        const QString path = m_areas.path(id);
        if (!path.isEmpty())
            return path;
    }
    const auto known = m_names.constFind(id);
    if (known != m_names.cend())
        return *known;
    return *m_names.insert(id, readName(type, id));
}

QString RecordWords::instant(const QString &text) const
{
    const QDateTime time = core::fromInstantText(text);
    if (text.size() == 10 || !time.isValid())
        return text;
    return (m_zone.isValid() ? time.toTimeZone(m_zone) : time).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString RecordWords::readName(const QString &type, const QUuid &id) const
{
    const store::EntitySpec *spec = m_schema.find(type);
    if (!spec)
        return core::toText(id);
    // A record that was deleted keeps its name here.
    QString column = u"name"_s;
    if (type == "equipment"_L1)
        column = u"trim(ifnull(code, '') || ' ' || ifnull(name, ''))"_s;
    else if (!spec->field(u"name"))
        column = u"number"_s;
    QSqlQuery query =
            m_connection.prepare(u"SELECT %1 FROM \"%2\" WHERE id = ?"_s.arg(column, spec->table));
    query.addBindValue(plant::sql::id(id));
    if (query.exec() && query.next() && !query.value(0).toString().isEmpty())
        return query.value(0).toString();
    return QCoreApplication::translate("hazards", "(unknown)");
}

}
