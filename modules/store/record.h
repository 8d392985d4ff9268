// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/op.h"

#include <optional>

namespace store {

class Connection;
class Schema;

// One record as it stands, with the writes its reader has seen. Pass it back to Writer, so that a
// change by somebody else in between is registered and not overwritten.
struct Record {
    QString type;
    QUuid id;
    qint64 row = 0; // valid on this machine only
    QString number;
    QString state;
    QString createdAt; // instants
    QString updatedAt;
    QString stateSince;
    QUuid createdBy;
    bool isVoid = false;
    QString voidReason;
    int openConflicts = 0;
    bool isPending = false;             // holds changes that did not reach the server
    Values values;                      // fields with a value; sets as JSON arrays of strings
    QMap<QString, core::OpId> versions; // field -> last write
    QMap<QString, QList<std::pair<QString, core::OpId>>> members; // set field -> member, its add
    core::OpId stateVersion;
    core::OpId voidVersion;

    QString text(const QString &key) const { return values.value(key).toString(); }
    qint64 integer(const QString &key) const { return values.value(key).toInteger(); }
    QUuid reference(const QString &key) const { return core::uuidFromText(text(key)); }
    QStringList list(const QString &key) const;
    bool has(const QString &key) const;
};

// A child fact of an Appended field.
struct Appended {
    core::OpId id;
    QString key;
    qint64 time = 0;
    QUuid actor;
    QJsonObject value;
};

core::Result<std::optional<Record>> findRecord(const Connection &connection, const Schema &schema,
                                               const QString &type, const QUuid &id);
// As findRecord, but that there is none is an error in words.
core::Result<Record> readRecord(const Connection &connection, const Schema &schema,
                                const QString &type, const QUuid &id);
core::Result<QList<Appended>> appended(const Connection &connection, const QString &type,
                                       const QUuid &entity, const QString &key);

}
