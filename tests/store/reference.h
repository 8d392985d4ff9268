// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/spec.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>

// The rules of operations once more, told naively: plain maps, no SQL, no code of the reducer. What
// the store says is compared with this.
namespace reference {

struct Field {
    QJsonValue value;
    QString writer;
    qint64 time = 0;
};

struct Member {
    QString value;
    QString add;
};

struct Row {
    QString kind;
    QString key;
    QString win;
    QString lose;
    QString state;
    QString resolvedBy;
};

struct Record {
    QString type;
    QString id;
    QString born;
    qint64 created = 0;
    QString number;
    QString state;
    QString stateWriter;
    bool isVoid = false;
    QString voidWriter;
    QString voidReason;
    QMap<QString, Field> fields;
    QMap<QString, QList<Member>> sets;
    QMap<QString, QString> children; // key and operation -> JSON
    QMap<QString, Row> rows;         // conflict id in hexadecimal digits
};

class Interpreter
{
public:
    explicit Interpreter(const store::Schema &schema)
        : m_schema(&schema)
    {
    }

    // An operation in the order of the log: the line, when it was accepted, whether it was refused.
    void accept(const QByteArray &line, qint64 at, bool isDenied);
    // The same with operations on top that still wait for the server.
    Interpreter with(const QList<QByteArray> &waiting) const;

    const QMap<QString, Record> &records() const { return m_records; } // kind and id
    bool isStopped() const { return m_isStopped; }

private:
    void apply(const QJsonObject &op, qint64 time, bool isConfirmed);

    const store::Schema *m_schema;
    QMap<QString, Record> m_records;
    QMap<QString, int> m_numbers;
    QMap<QString, bool> m_seen; // operation ids in the log
    bool m_isStopped = false;
};

QString textOf(const QJsonValue &value); // [value] as JSON

}
