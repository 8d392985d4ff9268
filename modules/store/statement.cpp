// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/connection.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

Statement::Statement(sqlite3 *database, const QString &sql)
    : m_database(database)
    , m_sql(sql)
{
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v3(database, utf8.constData(), int(utf8.size()),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    note(code == SQLITE_OK && !m_statement ? SQLITE_MISUSE : code); // a comment is no statement
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_code(other.m_code)
    , m_message(std::move(other.m_message))
    , m_sql(std::move(other.m_sql))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    std::swap(m_code, other.m_code);
    std::swap(m_message, other.m_message);
    std::swap(m_sql, other.m_sql);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

// The code is kept, since the next call on the database replaces what it says of the last one.
Statement &Statement::note(int code)
{
    if (code != SQLITE_OK && m_code == SQLITE_OK) {
        m_code = m_statement ? code : sqlite3_extended_errcode(m_database);
        if ((m_code & 0xff) != (code & 0xff))
            m_code = code;
        m_message = QString::fromUtf8(code == SQLITE_MISUSE ? sqlite3_errstr(code)
                                                            : sqlite3_errmsg(m_database));
    }
    return *this;
}

Statement &Statement::bind(int index, qint64 value)
{
    return note(sqlite3_bind_int64(m_statement, index, value));
}

Statement &Statement::bind(int index, const QString &text)
{
    return bindUtf8(index, text.toUtf8());
}

Statement &Statement::bindUtf8(int index, const QByteArray &utf8)
{
    return note(sqlite3_bind_text64(m_statement, index, utf8.constData(),
                                    sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement &Statement::bind(int index, const QByteArray &blob)
{
    return note(sqlite3_bind_blob64(m_statement, index, blob.constData(),
                                    sqlite3_uint64(blob.size()), SQLITE_TRANSIENT));
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
    return note(sqlite3_bind_null(m_statement, index));
}

core::Result<bool> Statement::failedBefore()
{
    const core::Error error = databaseError(m_code, m_message + u" in "_s + m_sql.left(200));
    if (m_statement) { // a parameter; the next ones may be right
        reset();
        m_code = SQLITE_OK;
    }
    return tl::unexpected(error);
}

core::Result<bool> Statement::next()
{
    if (!m_statement && m_code == SQLITE_OK)
        m_code = SQLITE_MISUSE; // made without SQL, or moved from
    if (m_code != SQLITE_OK)
        return failedBefore();
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const core::Error error = databaseError(sqlite3_extended_errcode(m_database),
                                            QString::fromUtf8(sqlite3_errmsg(m_database))
                                                    + u" in "_s + m_sql.left(200));
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
