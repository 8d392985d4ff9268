// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/connection.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

static core::Error sqliteError(sqlite3 *database, const QString &sql)
{
    return databaseError(sqlite3_extended_errcode(database),
                         QString::fromUtf8(sqlite3_errmsg(database)) + u" in "_s + sql.left(200));
}

Statement::Statement(sqlite3 *database, const QString &sql)
    : m_database(database)
    , m_sql(sql)
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_prepare_v3(database, utf8.constData(), int(utf8.size()), SQLITE_PREPARE_PERSISTENT,
                       &m_statement, nullptr);
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_sql(std::move(other.m_sql))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    std::swap(m_sql, other.m_sql);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Statement &Statement::bind(int index, const QString &text)
{
    return bindUtf8(index, text.toUtf8());
}

Statement &Statement::bindUtf8(int index, const QByteArray &utf8)
{
    sqlite3_bind_text(m_statement, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(int index, const QByteArray &blob)
{
    sqlite3_bind_blob(m_statement, index, blob.constData(), int(blob.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(int index, const QUuid &id)
{
    return id.isNull() ? bindNull(index) : bind(index, id.toRfc4122());
}

Statement &Statement::bind(int index, const core::OpId &id)
{
    return id.isNull() ? bindNull(index) : bind(index, id.toBytes());
}

Statement &Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index);
    return *this;
}

core::Result<bool> Statement::next()
{
    const int code = m_statement ? sqlite3_step(m_statement) : sqlite3_errcode(m_database);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    core::Error error = sqliteError(m_database, m_sql);
    reset();
    return tl::unexpected(error);
}

core::Result<> Statement::run()
{
    const auto row = next();
    reset();
    if (!row)
        return core::passOn(row);
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

QUuid Statement::uuid(int column) const
{
    return isNull(column) ? QUuid() : QUuid::fromRfc4122(blob(column));
}

core::OpId Statement::opId(int column) const
{
    return core::OpId::fromBytes(blob(column));
}

core::Result<> execute(sqlite3 *database, const QString &sql)
{
    return Statement(database, sql).run();
}

}
