// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record.h"

#include "core/clock.h"
#include "store/connection.h"
#include "store/projection.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace store {

QStringList Record::list(const QString &key) const
{
    return membersOf(values.value(key));
}

bool Record::has(const QString &key) const
{
    const QJsonValue value = values.value(key);
    return value.isString() ? !value.toString().trimmed().isEmpty()
                            : !value.isNull() && !value.isUndefined();
}

Record toRecord(const Projections::Entry &entry)
{
    const EntityState &state = entry.state;
    Record record;
    record.type = state.type;
    record.id = state.id;
    record.row = entry.row;
    record.number = state.number;
    record.state = state.state;
    record.createdAt = core::toInstantText(state.createdAt);
    record.updatedAt = core::toInstantText(state.updatedAt);
    if (state.stateSince != 0)
        record.stateSince = core::toInstantText(state.stateSince);
    record.createdBy = state.createdBy;
    record.isVoid = state.isVoid;
    record.voidReason = state.voidReason;
    record.openConflicts = state.openConflicts();
    record.isPending = entry.isPending;
    record.stateVersion = state.stateWriter;
    record.voidVersion = state.voidWriter;
    const auto take = [&record](const QString &key, const FieldState &field) {
        if (field.writer.isNull())
            return;
        record.versions.insert(key, field.writer);
        if (!field.value.isNull() && !field.value.isUndefined())
            record.values.insert(key, field.value);
    };
    for (qsizetype i = 0; i < qsizetype(state.known.size()); ++i)
        take(state.spec->fields.at(i).key, state.known[size_t(i)]);
    for (auto field = state.other.cbegin(); field != state.other.cend(); ++field)
        take(field.key(), field.value());
    for (auto set = state.sets.cbegin(); set != state.sets.cend(); ++set) {
        QJsonArray values;
        for (const SetMember &member : set.value()) {
            record.members[set.key()].append({member.value, member.add});
            if (!values.contains(member.value))
                values.append(member.value);
        }
        if (!values.isEmpty())
            record.values.insert(set.key(), values);
    }
    return record;
}

core::Result<std::optional<Record>> findRecord(const Connection &connection, const Schema &schema,
                                               const QString &type, const QUuid &id)
{
    Projections projections(connection.handle(), schema);
    const auto entry = projections.load(type, id);
    if (!entry)
        return core::passOn(entry);
    if ((*entry)->state.born.isNull())
        return std::optional<Record>();
    return std::optional(toRecord(**entry));
}

core::Result<Record> readRecord(const Connection &connection, const Schema &schema,
                                const QString &type, const QUuid &id)
{
    auto found = findRecord(connection, schema, type, id);
    if (!found)
        return core::passOn(found);
    if (!*found)
        return core::fail(core::ErrorCode::NotFound,
                          QCoreApplication::translate("store", "The record is not in this store."),
                          type + u' ' + core::toText(id));
    return std::move(**found);
}

core::Result<QList<Appended>> appended(const Connection &connection, const QString &type,
                                       const QUuid &entity, const QString &key)
{
    Schema none;
    Projections projections(connection.handle(), none);
    const auto children = projections.children(type, entity);
    if (!children)
        return core::passOn(children);
    QList<Appended> found;
    for (const ChildFact &child : *children) {
        if (child.key == key)
            found.append({child.id, child.key, child.time, child.actor, child.value});
    }
    return found;
}

}
