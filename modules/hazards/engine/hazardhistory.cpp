// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardhistory.h"

#include "core/clock.h"
#include "hazards/engine/ownfields.h"
#include "hazards/engine/reading.h"
#include "plant/engine/area.h"
#include "plant/engine/codes.h"
#include "plant/engine/sql.h"
#include "store/connection.h"
#include "store/history.h"
#include "store/spec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QSqlQuery>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

// Turns values of operations into words. Lives for one call of historyLines.
class HistoryWords
{
public:
    HistoryWords(const store::Connection &connection, const store::Schema &schema,
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

    QString fieldLabel(const QString &key)
    {
        if (m_spec.field(key) || !key.startsWith("c."_L1))
            return m_spec.fieldLabel(key);
        if (!m_customLabels) {
            const auto labels = ownFieldLabels(m_connection, m_spec.name);
            m_customLabels = labels ? *labels : QMap<QString, QString>();
        }
        return ownFieldLabel(*m_customLabels, key);
    }

    QString words(const QString &key, const QJsonValue &value)
    {
        if (value.isNull() || value.isUndefined())
            return {};
        const store::FieldSpec *field = m_spec.field(key);
        if (!field)
            return plain(value);
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
                                            : plain(fact.value(u"value"_s));
        }
        case store::FieldType::Text:
        case store::FieldType::LongText:
        case store::FieldType::Integer:
        case store::FieldType::Date:
            return plain(value);
        }
        Q_UNREACHABLE();
    }

    QString nameOf(const QString &type, const QUuid &id)
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

private:
    static QString plain(const QJsonValue &value)
    {
        return value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString();
    }

    QString instant(const QString &text) const
    {
        const QDateTime time = core::fromInstantText(text);
        if (text.size() == 10 || !time.isValid())
            return text;
        return (m_zone.isValid() ? time.toTimeZone(m_zone) : time).toString(u"yyyy-MM-dd HH:mm"_s);
    }

    QString readName(const QString &type, const QUuid &id) const
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
        QSqlQuery query = m_connection.prepare(
                u"SELECT %1 FROM \"%2\" WHERE id = ?"_s.arg(column, spec->table));
        query.addBindValue(plant::sql::id(id));
        if (query.exec() && query.next() && !query.value(0).toString().isEmpty())
            return query.value(0).toString();
        return QCoreApplication::translate("hazards", "(unknown)");
    }

    const store::Connection &m_connection;
    const store::Schema &m_schema;
    const store::EntitySpec &m_spec;
    const plant::CodeBook m_book;
    const plant::AreaTree m_areas;
    const QTimeZone m_zone;
    QHash<QUuid, QString> m_names;
    std::optional<QMap<QString, QString>> m_customLabels;
};

QString verbInWords(const store::EntitySpec &spec, const store::Op &op)
{
    switch (op.verb) {
    case store::Verb::Create:
        return QCoreApplication::translate("hazards", "Created");
    case store::Verb::Set:
        return QCoreApplication::translate("hazards", "Changed");
    case store::Verb::Add:
        return QCoreApplication::translate("hazards", "Added");
    case store::Verb::Remove:
        return QCoreApplication::translate("hazards", "Removed");
    case store::Verb::Append:
        return QCoreApplication::translate("hazards", "Noted");
    case store::Verb::Void:
        return QCoreApplication::translate("hazards", "Deleted");
    case store::Verb::Unvoid:
        return QCoreApplication::translate("hazards", "Restored");
    case store::Verb::Resolve:
        return QCoreApplication::translate("hazards", "Conflict decided");
    case store::Verb::Move: {
        if (op.with.contains(u"undo"_s))
            return QCoreApplication::translate("hazards", "Step taken back");
        const store::StepSpec *step = spec.workflow
                ? spec.workflow->step(op.with.value(u"from"_s).toString(),
                                      op.with.value(u"to"_s).toString())
                : nullptr;
        return step ? spec.text(step->label) : QCoreApplication::translate("hazards", "Moved");
    }
    case store::Verb::Carry:
    case store::Verb::Unknown:
        return QCoreApplication::translate("hazards",
                                           "Something that this version of the program does not "
                                           "know");
    }
    Q_UNREACHABLE();
}

HistoryLine lineOf(const store::HistoryEntry &entry, const store::EntitySpec &spec,
                   HistoryWords &words)
{
    const store::Op &op = entry.op;
    HistoryLine line{.seq = entry.seq,
                     .time = op.time,
                     .actor = op.actor,
                     .who = words.nameOf(u"person"_s, op.actor),
                     .what = verbInWords(spec, op),
                     .changes = {},
                     .isPending = entry.isPending};
    const QString state = QCoreApplication::translate("hazards", "State");
    if (op.verb == store::Verb::Move)
        line.changes.append({state, spec.stateLabel(op.with.value(u"from"_s).toString()),
                             spec.stateLabel(op.with.value(u"to"_s).toString())});
    else if (op.verb == store::Verb::Create && op.with.contains(u"to"_s))
        line.changes.append({state, {}, spec.stateLabel(op.with.value(u"to"_s).toString())});
    else if (op.verb == store::Verb::Void)
        line.changes.append({QCoreApplication::translate("hazards", "Reason"),
                             {},
                             op.with.value(u"reason"_s).toString()});
    for (const store::FieldWrite &write : op.fields) {
        const store::FieldSpec *field = spec.field(write.key);
        const bool isSet = field && field->isSet();
        const QString written = words.words(write.key, write.value);
        HistoryChange change{words.fieldLabel(write.key), {}, written};
        if (op.verb == store::Verb::Remove)
            change = {change.field, written, {}};
        else if (!isSet && op.verb != store::Verb::Append)
            change.before = words.words(write.key, entry.before.value(write.key));
        if (change.before != change.after)
            line.changes.append(change);
    }
    return line;
}

}

QString HistoryLine::text() const
{
    QStringList parts;
    for (const HistoryChange &change : changes) {
        if (change.before.isEmpty())
            //: field, its new value
            parts.append(QCoreApplication::translate("hazards", "%1: %2")
                                 .arg(change.field, change.after));
        else if (change.after.isEmpty())
            //: field, its old value
            parts.append(QCoreApplication::translate("hazards", "%1: %2 removed")
                                 .arg(change.field, change.before));
        else
            //: field, old value, new value
            parts.append(QCoreApplication::translate("hazards", "%1: %2 → %3")
                                 .arg(change.field, change.before, change.after));
    }
    if (parts.isEmpty())
        return what;
    //: what was done, and its details
    return QCoreApplication::translate("hazards", "%1. %2")
            .arg(what, parts.join(QCoreApplication::translate("hazards", "; ")));
}

core::Result<QList<HistoryLine>> historyLines(const store::Connection &connection,
                                              const store::Schema &schema, const QString &type,
                                              const QUuid &id, const QByteArray &timeZone)
{
    const store::EntitySpec *spec = schema.find(type);
    Q_ASSERT(spec);
    auto book = plant::CodeBook::load(connection);
    if (!book)
        return core::passOn(book);
    auto areas = plant::AreaTree::load(connection);
    if (!areas)
        return core::passOn(areas);
    const auto entries = store::history(connection, schema, type, id);
    if (!entries)
        return core::passOn(entries);
    HistoryWords words(connection, schema, *spec, std::move(*book), std::move(*areas), timeZone);
    QList<HistoryLine> lines;
    for (const store::HistoryEntry &entry : *entries)
        lines.append(lineOf(entry, *spec, words));
    return lines;
}

}
