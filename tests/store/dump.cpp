// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/projection.h"
#include "store/sequence.h"

#include <QJsonDocument>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace {

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value == QJsonValue(value.toInteger());
}

// What the column of a field has to hold.
QString columnText(const store::FieldSpec &field, const QJsonValue &value)
{
    switch (field.type) {
    case store::FieldType::Integer:
    case store::FieldType::Money:
    case store::FieldType::Flag:
        return isWhole(value) ? QString::number(value.toInteger()) : u"NULL"_s;
    case store::FieldType::Reference: {
        const QUuid id = QUuid::fromString(value.toString());
        const bool isCanonical =
                !id.isNull() && id.toString(QUuid::WithoutBraces) == value.toString();
        return isCanonical ? QString::fromLatin1(id.toRfc4122().toHex()) : u"NULL"_s;
    }
    default:
        return value.isString() ? u'"' + value.toString() + u'"' : u"NULL"_s;
    }
}

QString columnText(const QVariant &value)
{
    if (value.isNull())
        return u"NULL"_s;
    if (value.typeId() == QMetaType::QByteArray)
        return QString::fromLatin1(value.toByteArray().toHex());
    return value.typeId() == QMetaType::QString ? u'"' + value.toString() + u'"' : value.toString();
}

QString headLine(const QString &number, const QString &state, const QString &stateWriter,
                 bool isVoid, const QString &voidWriter, const QString &reason, int openRows)
{
    return u" number=%1 state=%2 by %3 void=%4 by %5 reason=%6 open=%7"_s.arg(
            number, state, stateWriter, QString::number(isVoid), voidWriter, reason,
            QString::number(openRows));
}

QString opText(const core::OpId &id)
{
    return id.isNull() ? QString() : id.toText();
}

bool hasColumn(const store::FieldSpec &field)
{
    return field.merge() != store::Merge::Append;
}

}

QStringList dumpOf(const reference::Interpreter &reference, const store::Schema &schema,
                   const QStringList &keys)
{
    QStringList lines;
    for (const QString &key : keys) {
        const auto found = reference.records().constFind(key);
        lines.append(key + (found == reference.records().cend() ? u" absent"_s : u""_s));
        if (found == reference.records().cend())
            continue;
        QStringList of;
        int open = 0;
        for (auto row = found->rows.cbegin(); row != found->rows.cend(); ++row) {
            open += row->state == "open"_L1;
            of.append(u" row %1 %2 %3 won by %4 over %5 %6 by %7"_s.arg(
                    row.key(), row->kind, row->key, row->win, row->lose, row->state,
                    row->resolvedBy));
        }
        of.append(headLine(found->number, found->state, found->stateWriter, found->isVoid,
                           found->voidWriter, found->voidReason, open));
        for (auto field = found->fields.cbegin(); field != found->fields.cend(); ++field)
            of.append(u" field %1 = %2 by %3"_s.arg(field.key(), reference::textOf(field->value),
                                                    field->writer));
        for (auto set = found->sets.cbegin(); set != found->sets.cend(); ++set) {
            for (const reference::Member &member : *set)
                of.append(u" member %1 %2 by %3"_s.arg(set.key(), member.value, member.add));
        }
        for (auto child = found->children.cbegin(); child != found->children.cend(); ++child)
            of.append(u" child %1 %2"_s.arg(child.key(), *child));
        if (const store::EntitySpec *spec = schema.find(found->type)) {
            for (const store::FieldSpec &field : spec->fields) {
                QString text = columnText(field, found->fields.value(field.key).value);
                if (field.merge() == store::Merge::Union) {
                    QJsonArray members;
                    for (const reference::Member &member : found->sets.value(field.key)) {
                        if (!members.contains(member.value))
                            members.append(member.value);
                    }
                    text = members.isEmpty() ? u"NULL"_s
                                             : u'"'
                                    + QString::fromUtf8(QJsonDocument(members).toJson(
                                            QJsonDocument::Compact))
                                    + u'"';
                }
                if (hasColumn(field))
                    of.append(u" column %1 %2"_s.arg(field.key, text));
            }
        }
        of.sort();
        lines += of;
    }
    return lines;
}

QStringList dumpOf(const store::Connection &connection, const store::Schema &schema,
                   const QStringList &keys)
{
    QStringList lines;
    store::Projections projections(connection.handle(), schema);
    auto rows = connection.prepare(u"SELECT id, kind, key, win_o, lose_o, state, resolved_by FROM "
                                   "conflict WHERE entity = ? AND type = ?"_s);
    auto facts = connection.prepare(
            u"SELECT key, o, value FROM appended WHERE entity = ? AND type = ?"_s);
    for (const QString &key : keys) {
        const QString type = key.section(u' ', 0, 0);
        const QUuid id = QUuid::fromString(key.section(u' ', 1));
        const auto entry = projections.load(type, id);
        if (!entry)
            return {entry.error().message + entry.error().detail};
        lines.append(key + ((*entry)->row == 0 ? u" absent"_s : u""_s));
        if ((*entry)->row == 0)
            continue;
        const store::Record record = store::toRecord(**entry);
        QStringList of;
        of.append(headLine(record.number, record.state, opText(record.stateVersion), record.isVoid,
                           opText(record.voidVersion), record.voidReason, record.openConflicts));
        for (auto version = record.versions.cbegin(); version != record.versions.cend(); ++version)
            of.append(u" field %1 = %2 by %3"_s.arg(
                    version.key(), reference::textOf((*entry)->state.field(version.key())->value),
                    version->toText()));
        for (auto set = record.members.cbegin(); set != record.members.cend(); ++set) {
            for (const auto &[member, add] : *set)
                of.append(u" member %1 %2 by %3"_s.arg(set.key(), member, add.toText()));
        }
        facts.addBindValue(id.toRfc4122());
        facts.addBindValue(type);
        facts.exec();
        while (facts.next())
            of.append(u" child %1 %2 [%3]"_s.arg(
                    facts.value(0).toString(),
                    QString::fromLatin1(facts.value(1).toByteArray().toHex()),
                    facts.value(2).toString()));
        rows.addBindValue(id.toRfc4122());
        rows.addBindValue(type);
        rows.exec();
        const auto hex = [&rows](int column) {
            return QString::fromLatin1(rows.value(column).toByteArray().toHex());
        };
        while (rows.next())
            of.append(u" row %1 %2 %3 won by %4 over %5 %6 by %7"_s.arg(
                    hex(0), rows.value(1).toString(), rows.value(2).toString(), hex(3), hex(4),
                    rows.value(5).toString(), hex(6)));
        if (const store::EntitySpec *spec = schema.find(type)) {
            auto columns =
                    connection.prepare(u"SELECT * FROM \"%1\" WHERE id = ?"_s.arg(spec->table));
            columns.addBindValue(id.toRfc4122());
            columns.exec();
            columns.next();
            for (const store::FieldSpec &field : spec->fields) {
                if (hasColumn(field))
                    of.append(u" column %1 %2"_s.arg(field.key,
                                                     columnText(columns.value(field.key))));
            }
        }
        of.sort();
        lines += of;
    }
    return lines;
}

QString firstDifference(const QStringList &store, const QStringList &expected)
{
    QString record;
    for (qsizetype i = 0; i < std::max(store.size(), expected.size()); ++i) {
        const QString is = store.value(i);
        const QString should = expected.value(i);
        if (!should.startsWith(u' '))
            record = should;
        if (is != should)
            return u"%1\n  store:     %2\n  reference: %3"_s.arg(record, is, should);
    }
    return {};
}
