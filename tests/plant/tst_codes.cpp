// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/codes.h"
#include "support/expectations.h"
#include "support/testplant.h"

#include <QLocale>
#include <QSet>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace {
const QDate before2026{2026, 6, 30};
const QDate since2026{2026, 7, 1};
}

class TestCodes : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_plant = std::make_unique<TestPlant>();
        auto book = plant::CodeBook::load(m_plant->connection());
        QVERIFY(book);
        m_book = std::move(*book);
    }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void givesTheAccidentTypesOfTheDay()
    {
        QCOMPARE(m_book.codes(u"accident_type"_s, before2026).size(), 20);
        QCOMPARE(m_book.codes(u"accident_type"_s, since2026).size(), 27);
        QCOMPARE(m_book.codes(u"accident_type"_s, before2026).first().standard, u"GB 6441-1986"_s);
        QCOMPARE(m_book.codes(u"accident_type"_s, since2026).last().code, u"WSA10099"_s);
    }

    void keepsTheOldLabelOfAnOldRecord()
    {
        const QString old = m_book.codeFor(u"accident_type"_s, u"机械伤害"_s, before2026);
        QCOMPARE(m_book.find(u"accident_type"_s, old)->labelZh, u"机械伤害"_s);
        const QString fire86 = m_book.codeFor(u"accident_type"_s, u"火灾"_s, before2026);
        const QString fire25 = m_book.codeFor(u"accident_type"_s, u"火灾"_s, since2026);
        QCOMPARE(m_book.find(u"accident_type"_s, fire86)->standard, u"GB 6441-1986"_s);
        QCOMPARE(fire25, u"WSA10009"_s);
    }

    void takesAnEverydayWordForTheTypeOfTheDay()
    {
        QCOMPARE(m_book.codeFor(u"accident_type"_s, u"高坠"_s, before2026), u"86-09"_s);
        QCOMPARE(m_book.codeFor(u"accident_type"_s, u"高坠"_s, since2026), u"WSA10010"_s);
        QCOMPARE(m_book.codeFor(u"hazard_grade"_s, u"一般隐患"_s), u"general"_s);
        QCOMPARE(m_book.codeFor(u"hazard_grade"_s, u"重大事故隐患"_s), u"major"_s);
        QCOMPARE(m_book.codeFor(u"hazard_state"_s, u"已销号"_s), u"closed"_s);
        QCOMPARE(m_book.codeFor(u"hazard_state"_s, u"待整改"_s), u"dispatched"_s);
        QCOMPARE(m_book.codeFor(u"hazard_grade"_s, u"5级"_s), QString());
        QCOMPARE(m_book.codeFor(u"hazard_grade"_s, u" "_s), QString());
    }

    void labelsInTheLanguageOfTheScreen()
    {
        QCOMPARE(m_book.label(u"role"_s, u"safety_officer"_s), u"Safety officer"_s);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(m_book.label(u"role"_s, u"safety_officer"_s), u"安全员"_s);
        QCOMPARE(m_book.label(u"role"_s, u"nothing"_s), u"nothing"_s);
    }

    void leadsEveryOldTypeToANewOne()
    {
        QCOMPARE(single(u"SELECT count(*) FROM seed_code c WHERE c.code LIKE '86-%' AND NOT EXISTS "
                        "(SELECT 1 FROM seed_code_map m JOIN seed_code n ON n.code = m.new_code "
                        "AND n.code_table = m.code_table WHERE m.old_code = c.code)"_s),
                 0);
    }

    void pointsEveryAliasAtACodeThatExists()
    {
        QCOMPARE(single(u"SELECT count(*) FROM seed_alias a WHERE a.code_table <> 'hazard_state' "
                        u"AND "
                        "NOT EXISTS (SELECT 1 FROM seed_code c WHERE c.code_table = a.code_table "
                        "AND c.code = a.code)"_s),
                 0);
        auto connection = m_plant->connection();
        auto query = connection.prepare(
                u"SELECT DISTINCT code FROM seed_alias WHERE code_table = 'hazard_state'"_s);
        QVERIFY(query.exec());
        int states = 0;
        while (query.next()) {
            QVERIFY(m_plant->schema()
                            .find(u"hazard"_s)
                            ->workflow->state(query.value(0).toString()));
            ++states;
        }
        QVERIFY(states > 8);
    }

    void hasNoLabelTwiceInOneStandard()
    {
        QCOMPARE(single(u"SELECT count(*) FROM (SELECT 1 FROM seed_code GROUP BY code_table, "
                        "standard, label_zh HAVING count(*) > 1)"_s),
                 0);
    }

    void namesOnlyFieldsThatExistInItsHeadings()
    {
        for (const QString &entity :
             {u"hazard"_s, u"incident"_s, u"person"_s, u"area"_s, u"equipment"_s}) {
            GET(words, plant::synonyms(m_plant->connection(), entity));
            QVERIFY2(words->size() > 10, qUtf8Printable(entity));
            const store::EntitySpec *spec = m_plant->schema().find(entity);
            for (const plant::Synonym &synonym : *words) {
                const bool isOwn = synonym.field == "number"_L1 || synonym.field == "state"_L1;
                QVERIFY2(isOwn || spec->field(synonym.field), qUtf8Printable(synonym.field));
                QCOMPARE(synonym.word, synonym.word.toLower().trimmed());
            }
        }
    }

    void hasTheCodesThatTheSpecsRankAndAResponseForEachColour()
    {
        for (const store::EntitySpec &entity : m_plant->schema().entities()) {
            for (const store::FieldSpec &field : entity.fields) {
                if (field.type != store::FieldType::Code)
                    continue;
                QVERIFY2(!m_book.codes(field.of).isEmpty(), qUtf8Printable(field.of));
                for (const QString &rank : field.ranks)
                    QVERIFY2(m_book.find(field.of, rank), qUtf8Printable(rank));
            }
        }
        QCOMPARE(single(u"SELECT count(*) FROM seed_response"_s), 4);
    }

private:
    qint64 single(const QString &sql)
    {
        auto connection = m_plant->connection();
        auto query = connection.prepare(sql);
        return query.exec() && query.next() ? query.value(0).toLongLong() : -1;
    }

    std::unique_ptr<TestPlant> m_plant;
    plant::CodeBook m_book;
};

QTEST_GUILESS_MAIN(TestCodes)
#include "tst_codes.moc"
