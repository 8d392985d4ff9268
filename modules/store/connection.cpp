// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "store/statement.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

Q_LOGGING_CATEGORY(connectionLog, "anlan.store.connection", QtInfoMsg)

core::Error databaseError(int sqliteCode, const QString &detail)
{
    const auto say = [&detail](core::ErrorCode code, const char *text) {
        return core::Error{code, QCoreApplication::translate("store", text), detail};
    };
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return say(core::ErrorCode::DiskFull,
                   QT_TRANSLATE_NOOP(
                           "store",
                           "The disk is full. Nothing of this change was saved, and nothing saved "
                           "before is lost. Free some space on the disk, then do it again."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return say(
                core::ErrorCode::Busy,
                QT_TRANSLATE_NOOP(
                        "store",
                        "Another program is saving to this store right now. Nothing of this change "
                        "was saved. Wait a moment, then do it again."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return say(core::ErrorCode::ReadOnly,
                   QT_TRANSLATE_NOOP("store",
                                     "The store is read-only. Nothing of this change was saved. "
                                     "Ask for the right "
                                     "to write to the file and its folder, or work on a copy."));
    case SQLITE_IOERR:
        // The bytes are written, only their safety is not known: they may come back after a crash.
        if (sqliteCode == SQLITE_IOERR_FSYNC)
            return say(core::ErrorCode::Io,
                       QT_TRANSLATE_NOOP(
                               "store",
                               "The disk reported an error at the end of the save, so it is not "
                               "certain whether this change is saved. Check the disk, open the "
                               "store again and look before you do it once more."));
        [[fallthrough]];
    case SQLITE_CANTOPEN:
        return say(core::ErrorCode::Io,
                   QT_TRANSLATE_NOOP(
                           "store",
                           "The disk reported an error. Nothing of this change was saved. Check "
                           "the disk "
                           "and the connection to it; the last daily copy is beside the store."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return say(core::ErrorCode::Damaged,
                   QT_TRANSLATE_NOOP("store",
                                     "The file is damaged or is not an Anlan store. It was not "
                                     "changed. Restore the "
                                     "last daily copy, or choose another file."));
    default:
        return say(core::ErrorCode::Database,
                   QT_TRANSLATE_NOOP("store",
                                     "The store could not carry this out. Nothing was changed."));
    }
}

tl::unexpected<core::Error> failed(const QSqlQuery &query)
{
    return tl::unexpected(
            databaseError(query.lastError().nativeErrorCode().toInt(),
                          query.lastError().text() + u" in "_s + query.lastQuery().left(200)));
}

Connection::Connection(QSqlDatabase database)
    : m_database(std::move(database))
{
}

Connection::Connection(Connection &&other) noexcept
    : m_database(std::exchange(other.m_database, QSqlDatabase()))
{
}

Connection::~Connection()
{
    const QString name = m_database.connectionName();
    m_database = QSqlDatabase();
    if (!name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

core::Result<Connection> Connection::open(const QString &path)
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString());
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    Connection connection(database);
    const bool isOpen = database.open();
    const QSqlError error = database.lastError();
    database = QSqlDatabase();
    if (!isOpen)
        return tl::unexpected(databaseError(error.nativeErrorCode().toInt(), error.text()));
    for (const QString &pragma :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA foreign_keys = ON"_s,
          u"PRAGMA synchronous = FULL"_s, u"PRAGMA cache_size = -16000"_s}) {
        if (auto done = execute(connection.handle(), pragma); !done)
            return core::passOn(done);
    }
    return connection;
}

QSqlQuery Connection::prepare(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        qCCritical(connectionLog, "%s in %s", qUtf8Printable(query.lastError().text()),
                   qUtf8Printable(sql));
    return query;
}

qint64 Connection::dataVersion() const
{
    Statement query(handle(), u"PRAGMA data_version"_s);
    const auto row = query.next();
    if (!row)
        qCWarning(connectionLog, "no data version: %s", qUtf8Printable(row.error().detail));
    return row && *row ? query.integer(0) : 0;
}

sqlite3 *Connection::handle() const
{
    return *static_cast<sqlite3 *const *>(m_database.driver()->handle().constData());
}

Transaction::Transaction(const Connection &connection)
    : m_connection(&connection)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after a full disk or an I/O error.
    if (m_connection && sqlite3_get_autocommit(m_connection->handle()) == 0)
        (void)execute(m_connection->handle(), u"ROLLBACK"_s);
}

core::Result<Transaction> Transaction::begin(const Connection &connection)
{
    if (auto begun = execute(connection.handle(), u"BEGIN IMMEDIATE"_s); !begun)
        return core::passOn(begun);
    return Transaction(connection);
}

QSqlQuery Transaction::prepare(const QString &sql) const
{
    return m_connection->prepare(sql);
}

bool Transaction::isAlive() const
{
    return m_connection && sqlite3_get_autocommit(m_connection->handle()) == 0;
}

core::Result<> Transaction::commit()
{
    if (auto done = execute(m_connection->handle(), u"COMMIT"_s); !done)
        return core::passOn(done);
    m_connection = nullptr;
    return {};
}

}
