// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/frame.h"
#include "store/op.h"
#include "store/spec.h"

#include <vector>

namespace store {

struct FieldState {
    QJsonValue value;
    core::OpId writer; // null: never written
    qint64 time = 0;   // min(t, at) of that write
};

struct SetMember {
    QString value;
    core::OpId add;
    friend bool operator==(const SetMember &, const SetMember &) = default;
};

struct ChildFact {
    core::OpId id;
    QString key;
    qint64 time = 0;
    QUuid actor;
    QJsonObject value;
};

// A row of the conflict register. kind: field (two people wrote it), late_edit, edit_after_void,
// parked_step, illegal_step, same_person, misuse. state: open (a person decides), auto (the rule
// decided, for the record), resolved.
struct Conflict {
    QByteArray id; // 16 bytes, computed: two desks that find it make one
    QString key;
    QString kind;
    core::OpId win;
    core::OpId lose;
    QString state;
    core::OpId resolvedBy;
    QJsonObject detail; // the values of both sides
};

// Everything one record is, as the log says so far.
struct EntityState {
    const EntitySpec *spec = nullptr; // null: a kind this version does not know
    QString type;
    QUuid id;
    core::OpId born;
    qint64 createdAt = 0;
    QUuid createdBy;
    qint64 updatedAt = 0;
    QString number;
    QString state;
    core::OpId stateWriter;
    qint64 stateSince = 0;
    bool isVoid = false;
    core::OpId voidWriter;
    QString voidReason;
    std::vector<FieldState> known;        // in the order of the spec
    QMap<QString, FieldState> other;      // custom fields, and fields of newer versions
    QMap<QString, QList<SetMember>> sets; // spec sets by key
    QList<ChildFact> newChildren;         // added since it was loaded
    QList<Conflict> conflicts;

    EntityState() = default;
    EntityState(const EntitySpec *entitySpec, QString kind, const QUuid &entity);
    FieldState *field(const QString &key); // null for sets and appended fields
    const FieldState *field(const QString &key) const;
    bool needsNumber() const
    {
        return spec && spec->numbering && !born.isNull() && number.isEmpty();
    }
    bool isBlank() const { return updatedAt == 0; } // no operation counts for it
    int openConflicts() const;
};

enum class Outcome { Applied, Agreed, Parked, Conflicting, Unknown };

// Folds one operation into the record it names. Pure: integers and strings, no clock, no locale, no
// hash order, no I/O. at is when the operation was accepted; equal logs give equal states
// everywhere.
Outcome fold(EntityState &state, const Op &op, qint64 at);

// SHA-256 over everything the state says, for the state digest (sync.md 1.7).
QByteArray stateHash(const EntityState &state, const QList<ChildFact> &children);

// The state as one JSON document and back: confirmed states of records with pending operations.
QByteArray freeze(const EntityState &state);
EntityState thaw(const Schema &schema, const QByteArray &json);

QString canonicalText(
        const QJsonValue &value); // integers in decimal, text as it is, else compact JSON
QStringList membersOf(const QJsonValue &value); // one member or an array of them

}
