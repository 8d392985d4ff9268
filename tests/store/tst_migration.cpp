// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"
#include "store/migration.h"
#include "store/statement.h"
#include "store/writer.h"
#include "support/check.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QJsonArray>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

// A store grows with the program: forward only, whole or not at all, with a copy of what it was.
class TestMigration : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        script(u"0001_first.sql"_s,
               "-- notes\nCREATE TABLE t(\n  a INTEGER PRIMARY KEY,\n  b TEXT\n);\n"
               "INSERT INTO t(b) VALUES ('one; two');\n");
        script(u"0002_trigger.sql"_s,
               "CREATE TABLE log(line TEXT);\nCREATE TRIGGER t_insert AFTER INSERT ON t\nBEGIN\n"
               "  INSERT INTO log VALUES (new.b);\n  INSERT INTO log VALUES ('again');\nEND;\n"
               "INSERT INTO t(b) VALUES ('three');\n");
    }

    void aScriptIsSplitIntoStatementsAlsoWithATrigger()
    {
        const QStringList statements = store::splitStatements(
                u"-- a comment;\nCREATE TABLE a(\n  b TEXT, -- with ; inside\n  c TEXT\n);\n\n"
                "CREATE TRIGGER x AFTER INSERT ON a\nBEGIN\n  DELETE FROM a;\n  DELETE FROM "
                "a;\nEND;\n"
                "DROP TABLE a;\nSELECT 1"_s);
        QCOMPARE(statements.size(), 4);
        QVERIFY(statements.at(0).startsWith(u"CREATE TABLE"_s));
        QVERIFY(statements.at(1).startsWith(u"CREATE TRIGGER"_s));
        QCOMPARE(statements.at(1).count(u"DELETE"_s), 2);
        QCOMPARE(statements.at(2).trimmed(), u"DROP TABLE a;"_s);
        QCOMPARE(statements.at(3).trimmed(), u"SELECT 1"_s);
        QVERIFY(store::splitStatements({}).isEmpty());
    }

    void anEmptyFileAndAnOlderOneEndAlike()
    {
        const QString old = path(u"old.db"_s);
        {
            GET(connection, store::Connection::open(old));
            QTemporaryDir onlyFirst;
            QFile::copy(m_folder->filePath(u"0001_first.sql"_s),
                        onlyFirst.filePath(u"0001_first.sql"_s));
            OK(store::migrate(*connection, onlyFirst.path()));
            QCOMPARE(store::currentVersion(*connection).value_or(0), 1);
        }
        GET(older, store::Connection::open(old));
        OK(store::migrate(*older, m_folder->path()));
        GET(fresh, store::Connection::open(path(u"fresh.db"_s)));
        OK(store::migrate(*fresh, m_folder->path()));
        for (const auto *connection : {&older, &fresh}) {
            QCOMPARE(store::currentVersion(**connection).value_or(0), 2);
            QCOMPARE(all(**connection, u"SELECT b FROM t"_s),
                     (QStringList{u"one; two"_s, u"three"_s}));
            QCOMPARE(all(**connection, u"SELECT line FROM log"_s),
                     (QStringList{u"three"_s, u"again"_s}));
        }
        const QString everything = u"SELECT sql FROM sqlite_master ORDER BY name"_s;
        QCOMPARE(all(*older, everything), all(*fresh, everything));
        OK(store::migrate(*fresh, m_folder->path())); // nothing more to do
        QCOMPARE(all(*fresh, u"SELECT b FROM t"_s).size(), 2);
    }

    void aScriptThatFailsLeavesTheFileAsItWas()
    {
        const QString file = path(u"failing.db"_s);
        GET(connection, store::Connection::open(file));
        OK(store::migrate(*connection, m_folder->path()));
        script(u"0003_good.sql"_s, "CREATE TABLE good(a);\n");
        script(u"0004_bad.sql"_s, "CREATE TABLE half(a);\nINSERT INTO nowhere VALUES (1);\n");
        const QStringList before = all(*connection, u"SELECT sql FROM sqlite_master"_s);
        const auto failed = store::migrate(*connection, m_folder->path());
        QVERIFY(!failed);
        QVERIFY(failed.error().message.contains(u"left as it was"_s));
        QVERIFY(failed.error().detail.startsWith(u"0004_bad.sql"_s));
        QCOMPARE(store::currentVersion(*connection).value_or(0), 2);
        QCOMPARE(all(*connection, u"SELECT sql FROM sqlite_master"_s), before);
    }

    void theFileIsCopiedBeforeItIsBroughtUpToDate()
    {
        const QString file = path(u"store.anlan"_s);
        {
            GET(connection, store::Connection::open(file));
            QTemporaryDir onlyFirst;
            QFile::copy(m_folder->filePath(u"0001_first.sql"_s),
                        onlyFirst.filePath(u"0001_first.sql"_s));
            OK(store::migrate(*connection, onlyFirst.path()));
        }
        const QString copy = file + u".before-version-2"_s;
        QFile stale(copy); // of an attempt that failed earlier
        QVERIFY(stale.open(QIODevice::WriteOnly));
        stale.write("stale");
        stale.close();
        QFile part(copy + u".part"_s); // somebody else's
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("part");
        part.close();
        {
            GET(connection, store::Connection::open(file));
            OK(store::copyAndMigrate(*connection, file, m_folder->path()));
            QCOMPARE(store::currentVersion(*connection).value_or(0), 2);
        }
        GET(old, store::Connection::open(copy));
        QCOMPARE(store::currentVersion(*old).value_or(0), 1);
        QCOMPARE(all(*old, u"SELECT b FROM t"_s), QStringList{u"one; two"_s});
        QVERIFY(QFile::exists(copy + u".part"_s));
    }

    void aNewSpecFoldsTheLogAnewAndLosesNothing()
    {
        TestStore made(m_schema);
        QUuid id;
        {
            GET(writer, store::Writer::begin(made.store(), core::makeUuid7(1, made.rng()), u"n"_s));
            GET(note,
                writer->create(u"note"_s,
                               {{u"title"_s, u"t"_s},
                                {u"cost"_s, 7},
                                {u"tags"_s, QJsonArray{u"a"_s}},
                                {u"c.place"_s, u"hall"_s}}));
            OK(writer->commit());
            id = *note;
        }
        const QString file = made.store().path();
        made.close();
        // cost is no longer known, the plant's own field has become one of the program's.
        store::Schema other;
        other.add(
                {.name = u"note"_s,
                 .table = u"remark"_s,
                 .context = "note",
                 .label = "Note",
                 .fields = {
                         {.key = u"title"_s, .label = "Title"},
                         {.key = u"c.place"_s, .label = "Place", .indexed = true},
                         {.key = u"tags"_s, .type = store::FieldType::TextSet, .label = "Tags"}}});
        {
            GET(opened, store::Store::open(file, {other, made.clock(), made.rng(), {}}));
            GET(connection, (*opened)->connect());
            GET(record, store::readRecord(*connection, other, u"note"_s, id));
            QCOMPARE(record->text(u"title"_s), u"t"_s);
            QCOMPARE(record->integer(u"cost"_s), 7); // kept, though nobody knows it
            QCOMPARE(all(*connection, u"SELECT \"c.place\" FROM remark"_s), QStringList{u"hall"_s});
            QVERIFY(all(*connection, u"SELECT name FROM sqlite_master WHERE name = 'note'"_s)
                            .isEmpty());
            core::NoProgress progress;
            GET(report, store::check(**opened, progress));
            QVERIFY(report->problems.isEmpty());
        }
        GET(back, store::Store::open(file, made.environment()));
        GET(connection, (*back)->connect());
        GET(record, store::readRecord(*connection, m_schema, u"note"_s, id));
        QCOMPARE(record->integer(u"cost"_s), 7);
        QCOMPARE(record->number, u"N-2025-00001"_s);
        QCOMPARE(record->list(u"tags"_s), QStringList{u"a"_s});
    }

    void theReferenceTablesAreFilledAgainWhenTheyDiffer()
    {
        TestStore made(m_schema);
        const QString count =
                u"SELECT count(*) FROM sqlite_master WHERE name LIKE 'seed@_%' ESCAPE '@'"_s;
        QStringList before;
        {
            GET(connection, made->connect());
            before = all(*connection, count);
            QVERIFY(before.first().toInt() > 0);
            OK(store::execute(connection->handle(), u"CREATE TABLE seed_old(a)"_s));
            OK(store::execute(connection->handle(),
                              u"UPDATE meta SET value = 'old' WHERE key = 'seed_hash'"_s));
        }
        made.reopen();
        GET(connection, made->connect());
        QCOMPARE(all(*connection, count), before);
    }

private:
    void script(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }

    static QStringList all(const store::Connection &connection, const QString &sql)
    {
        QStringList values;
        QSqlQuery query = connection.prepare(sql);
        query.exec();
        while (query.next())
            values.append(query.value(0).toString());
        return values;
    }

    const store::Schema m_schema = noteSchema();
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
