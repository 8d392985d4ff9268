// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QSqlDatabase>

class QSqlError;
class QSqlQuery;
struct sqlite3;

namespace store {

// An open connection. It belongs to the thread that opened it; opening costs about 0.2 ms.
class Connection
{
public:
    static core::Result<Connection> open(const QString &path);
    Connection(Connection &&other) noexcept;
    ~Connection();
    Connection &operator=(Connection &&) = delete;

    // A prepared, forward-only query on this connection.
    QSqlQuery prepare(const QString &sql) const;
    QString path() const { return m_database.databaseName(); }
    // Changes when another connection, also of another process, has committed.
    qint64 dataVersion() const;
    sqlite3 *handle() const; // for the store's own hot paths

private:
    explicit Connection(QSqlDatabase database);
    QSqlDatabase m_database;
};

// Rolls back when it goes out of scope before commit(). Not nested.
class Transaction
{
public:
    static core::Result<Transaction> begin(const Connection &connection);
    Transaction(Transaction &&other) noexcept;
    ~Transaction();
    Transaction &operator=(Transaction &&) = delete;

    QSqlQuery prepare(const QString &sql) const;
    const Connection &connection() const { return *m_connection; }
    core::Result<> commit();
    // SQLite ends a transaction by itself after some errors; what follows must not be saved alone.
    bool isAlive() const;

private:
    explicit Transaction(const Connection &connection);
    const Connection *m_connection;
};

// What an SQLite failure means to the user: disk full, busy, read only, damaged, or something else.
core::Error databaseError(int sqliteCode, const QString &detail);
tl::unexpected<core::Error> failed(const QSqlQuery &query);

}
