// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/ids.h"
#include "core/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QUuid>

namespace store {

// Field key -> value, in key order. Integers and strings only (money in cents, flags 0 and 1), null
// clears.
using Values = QMap<QString, QJsonValue>;

enum class Verb { Create, Set, Add, Remove, Move, Append, Void, Unvoid, Resolve, Carry, Unknown };

struct FieldWrite {
    QString key;
    QJsonValue value;
    QJsonValue base; // op id of the write the author was looking at; null if there was none
};

// One small signed fact: who, when, on which record, which fields. Never changed once in the log.
struct Op {
    core::OpId id;
    int schema = 1;
    qint64 time = 0; // hybrid clock, milliseconds UTC
    QUuid actor;     // person
    QString type;    // entity kind
    QUuid entity;
    Verb verb = Verb::Unknown;
    QString verbText; // as written, also when this version does not know it
    QList<FieldWrite> fields;
    QJsonObject
            with; // w: from/to of a move, reason of a void, conflict of a resolve, what was seen
};

QString toText(Verb verb);
QByteArray toJson(const Op &op); // one line, without line feed
core::Result<Op> opFromJson(const QByteArray &line);
// Values nest within documents of the store; what is deeper could not be read back from there.
bool isTooDeep(const QByteArray &json);

}
