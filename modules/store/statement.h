// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

// A prepared statement on the bare handle: the store's own hot paths and nothing else.
class Statement
{
public:
    Statement() = default;
    // What does not prepare, and a parameter that does not bind, is the error of next() and run().
    Statement(sqlite3 *database, const QString &sql);
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    // Parameters count from 1, columns from 0.
    Statement &bind(int index, qint64 value);
    Statement &bind(int index, const QString &text);
    Statement &bindUtf8(int index, const QByteArray &utf8);
    Statement &bind(int index, const QByteArray &blob);
    Statement &bind(int index, const QUuid &id);      // null id as NULL
    Statement &bind(int index, const core::OpId &id); // null id as NULL
    Statement &bindNull(int index);

    core::Result<bool> next(); // true: a row is there
    core::Result<> run();      // executes to the end and resets
    void reset();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    QUuid uuid(int column) const;
    core::OpId opId(int column) const;

private:
    Statement &note(int code);
    core::Result<bool> failedBefore();

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    int m_code = 0; // first failure before the statement ran
    QString m_message;
    QString m_sql;
};

core::Result<> execute(sqlite3 *database, const QString &sql);

}
