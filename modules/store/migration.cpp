// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include "store/connection.h"
#include "store/files.h"
#include "store/statement.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace store {

Q_LOGGING_CATEGORY(migrationLog, "anlan.store.migration", QtInfoMsg)

QStringList splitStatements(const QString &script)
{
    QStringList statements;
    QString current;
    bool inTrigger = false;
    const QStringList lines = script.split(u'\n');
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (text.isEmpty() || text.startsWith("--"_L1))
            continue;
        inTrigger = inTrigger || text.startsWith("CREATE TRIGGER"_L1);
        current += line + u'\n';
        if (text.endsWith(u';') && (!inTrigger || text == "END;"_L1)) {
            statements.append(std::exchange(current, QString()));
            inTrigger = false;
        }
    }
    if (!current.isEmpty())
        statements.append(current);
    return statements;
}

namespace {

QFileInfoList scripts(const QString &folder)
{
    return QDir(folder.isEmpty() ? u":/sql"_s : folder)
            .entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

int numberOf(const QFileInfo &script)
{
    return QStringView(script.fileName()).left(4).toInt();
}

core::Result<QByteArray> contentOf(const QFileInfo &script)
{
    QFile file(script.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::Io, file.errorString(), script.filePath());
    return file.readAll();
}

core::Result<> runScript(const Connection &connection, const QByteArray &script)
{
    const QStringList statements = splitStatements(QString::fromUtf8(script));
    for (const QString &statement : statements) {
        if (auto done = execute(connection.handle(), statement); !done)
            return done;
    }
    return {};
}

}

int newestVersion(const QString &folder)
{
    const QFileInfoList all = scripts(folder);
    return all.isEmpty() ? 0 : numberOf(all.last());
}

core::Result<int> currentVersion(const Connection &connection)
{
    Statement query(connection.handle(), u"PRAGMA user_version"_s);
    const auto row = query.next();
    if (!row)
        return core::passOn(row);
    return int(query.integer(0));
}

core::Result<> migrate(const Connection &connection, const QString &folder)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return core::passOn(transaction);
    // Another process may have been faster: the version is read inside the transaction.
    const auto version = currentVersion(connection);
    if (!version)
        return core::passOn(version);
    const QFileInfoList all = scripts(folder);
    QString at;
    const auto run = [&]() -> core::Result<> {
        for (const QFileInfo &script : all) {
            if (numberOf(script) <= *version)
                continue;
            at = script.fileName();
            const auto content = contentOf(script);
            if (!content)
                return core::passOn(content);
            if (auto done = runScript(connection, *content); !done)
                return done;
            const QString number = u"PRAGMA user_version = %1"_s.arg(numberOf(script));
            if (auto done = execute(connection.handle(), number); !done)
                return done;
        }
        return transaction->commit();
    };
    auto done = run();
    if (!done) {
        core::Error error = done.error();
        error.message = QCoreApplication::translate(
                                "store",
                                "The store could not be brought up to date and was left as it was. "
                                "%1")
                                .arg(error.message);
        error.detail.prepend(at + u": "_s);
        return tl::unexpected(error);
    }
    return {};
}

core::Result<> copyAndMigrate(const Connection &connection, const QString &path,
                              const QString &folder)
{
    const auto version = currentVersion(connection);
    if (!version)
        return core::passOn(version);
    if (*version == newestVersion(folder))
        return {};
    const QString copy = u"%1.before-version-%2"_s.arg(path).arg(newestVersion(folder));
    const QString part = passingName(copy);
    Statement vacuum(connection.handle(), u"VACUUM INTO ?"_s);
    if (auto done = vacuum.bind(1, part).run(); !done) {
        QFile::remove(part);
        return done;
    }
    QFile made(part);
    const bool isSafe = made.open(QIODevice::ReadWrite) && syncFile(made);
    made.close();
    QFile::remove(copy); // an earlier attempt failed, and work went on since
    if (!isSafe || !QFile::rename(part, copy) || !syncFolder(QFileInfo(path).absolutePath()))
        return core::fail(core::ErrorCode::Io,
                          QCoreApplication::translate(
                                  "store",
                                  "The store could not be copied before bringing it up to date, so "
                                  "it was left as it was. Check the space and the rights of the "
                                  "folder %1.")
                                  .arg(QFileInfo(path).absolutePath()));
    qCInfo(migrationLog, "copied the store of version %d before migrating", *version);
    return migrate(connection, folder);
}

core::Result<> loadSeeds(const Connection &connection)
{
    QByteArray all;
    const QFileInfoList files = scripts(u":/sql/seed"_s);
    for (const QFileInfo &file : files) {
        const auto content = contentOf(file);
        if (!content)
            return core::passOn(content);
        all += *content + '\n';
    }
    const QByteArray hash = QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex();
    {
        Statement stored(connection.handle(), u"SELECT value FROM meta WHERE key = 'seed_hash'"_s);
        const auto row = stored.next();
        if (!row)
            return core::passOn(row);
        if (*row && stored.blob(0) == hash)
            return {};
    }
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return core::passOn(transaction);
    QStringList tables;
    {
        Statement query(
                connection.handle(),
                u"SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'seed\\_%' ESCAPE '\\'"_s);
        while (true) {
            const auto row = query.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                break;
            tables.append(query.text(0));
        }
    }
    core::Result<> done;
    for (const QString &table : std::as_const(tables)) {
        done = execute(connection.handle(), u"DROP TABLE \"%1\""_s.arg(table));
        if (!done)
            return done;
    }
    done = runScript(connection, all);
    if (!done)
        return done;
    Statement store(connection.handle(),
                    u"INSERT OR REPLACE INTO meta(key, value) VALUES ('seed_hash', ?)"_s);
    done = store.bind(1, hash).run();
    if (!done)
        return done;
    return transaction->commit();
}

}
