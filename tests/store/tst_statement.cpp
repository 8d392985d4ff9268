// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"
#include "support/check.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

// What the database refused is never taken for done.
class TestStatement : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QCOMPARE(sqlite3_open(":memory:", &m_database), SQLITE_OK);
        OK(store::execute(m_database, u"CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)"_s));
    }

    void cleanup()
    {
        m_plain.reset();
        QCOMPARE(sqlite3_close(m_database), SQLITE_OK);
    }

    // The last call on the database ended well: its code says nothing of this statement.
    void whatDoesNotPrepareFailsWhateverRanSince()
    {
        store::Statement broken(m_database, u"INSERT INTO nowhere(a) VALUES (1)"_s);
        store::Statement fine(m_database, u"INSERT INTO t(b) VALUES ('x')"_s);
        QCOMPARE(sqlite3_step(statementOf(u"SELECT 1 WHERE 0"_s)), SQLITE_DONE);
        for (int round = 0; round < 2; ++round) {
            const auto done = broken.run();
            QVERIFY(!done);
            QVERIFY2(done.error().detail.contains(u"nowhere"_s),
                     qUtf8Printable(done.error().detail));
            OK(fine.run());
        }
        const store::Statement moved(std::move(fine));
        QVERIFY(!fine.run());
        QVERIFY(!store::Statement().next());
        QVERIFY(!store::execute(m_database, u"-- nothing"_s));
    }

    void aParameterThatIsNotThereFails()
    {
        store::Statement insert(m_database, u"INSERT INTO t(a, b) VALUES (?, ?)"_s);
        QVERIFY(!insert.bind(1, 7).bind(2, u"x"_s).bind(3, u"y"_s).run());
        OK(insert.bind(1, 8).bind(2, u"x"_s).run());
        store::Statement count(m_database, u"SELECT group_concat(a) FROM t"_s);
        QVERIFY(count.next().value_or(false));
        QCOMPARE(count.text(0), u"8"_s);
    }

    // Else the row of the first value would be read for the second.
    void aParameterOfARowStillInUseFails()
    {
        OK(store::execute(m_database, u"INSERT INTO t(a, b) VALUES (1, 'one'), (2, 'two')"_s));
        store::Statement query(m_database, u"SELECT b FROM t WHERE a = ?"_s);
        QVERIFY(query.bind(1, 1).next().value_or(false));
        QVERIFY(!query.bind(1, 2).next());
        QVERIFY(query.bind(1, 2).next().value_or(false));
        QCOMPARE(query.text(0), u"two"_s);
    }

private:
    sqlite3_stmt *statementOf(const QString &sql)
    {
        m_plain.reset();
        sqlite3_stmt *made = nullptr;
        sqlite3_prepare_v2(m_database, qUtf8Printable(sql), -1, &made, nullptr);
        m_plain = std::shared_ptr<sqlite3_stmt>(made, sqlite3_finalize);
        return made;
    }

    sqlite3 *m_database = nullptr;
    std::shared_ptr<sqlite3_stmt> m_plain;
};

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
