// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardstore.h"
#include "hazards/hazardcase.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;
using hazards::HazardFilter;
using hazards::HazardOrder;

class TestHazardStore : public QObject
{
    Q_OBJECT
private slots:
    // 600 hazards over 300 days, every third in the other team, every fifth closed.
    void initTestCase()
    {
        m_plant = std::make_unique<TestPlant>();
        auto writer = store::Writer::begin(m_plant->store(), m_plant->officer, u"many"_s);
        QVERIFY(writer);
        for (int i = 0; i < count; ++i) {
            const QDate found = QDate(2025, 1, 1).addDays(i / 2);
            store::Values values{
                    {u"description"_s,
                     i == 77 ? u"配电箱门未关，进线裸露"_s : u"隐患%1号"_s.arg(i)},
                    {u"found_on"_s, found.toString(Qt::ISODate)},
                    {u"found_by"_s, core::toText(m_plant->worker)},
                    {u"area"_s, core::toText(i % 3 == 0 ? m_plant->otherTeam : m_plant->team)},
                    {u"grade"_s, i % 50 == 0 ? u"major"_s : u"general"_s},
                    {u"response_colour"_s, colours.at(i % 4)},
                    {u"deadline"_s, found.addDays(7).toString(Qt::ISODate)}};
            if (i % 2 == 0)
                values.insert(u"responsible"_s, core::toText(m_plant->leader));
            if (i % 10 == 0)
                values.insert(u"equipment"_s, core::toText(m_plant->press));
            QVERIFY(writer->create(u"hazard"_s, values, {},
                                   i % 5 == 0 ? u"closed"_s : u"dispatched"_s));
        }
        QVERIFY(writer->commit());
        m_connection = std::make_unique<store::Connection>(m_plant->connection());
    }

    void cleanupTestCase()
    {
        m_connection.reset();
        m_plant.reset();
    }

    void listsTheNewestFirst()
    {
        GET(rows, hazards::findRows(*m_connection, {}));
        QCOMPARE(rows->size(), count);
        GET(page, hazards::fetch(*m_connection, rows->mid(0, 3)));
        QCOMPARE(page->at(0).description, u"隐患599号"_s);
        QCOMPARE(page->at(1).description, u"隐患598号"_s);
        QCOMPARE(page->at(2).foundOn, QDate(2025, 1, 1).addDays(298).toString(Qt::ISODate));
        GET(first, hazards::findRows(*m_connection, {}, 10));
        QCOMPARE(*first, rows->mid(0, 10));
        GET(oldest, hazards::findRows(*m_connection, {.direction = Qt::AscendingOrder}));
        std::reverse(oldest->begin(), oldest->end());
        QCOMPARE(*oldest, *rows);
    }

    void joinsTheNamesOfAPage()
    {
        GET(rows, hazards::findRows(*m_connection, {.equipment = m_plant->press}));
        GET(page, hazards::fetch(*m_connection, *rows));
        QCOMPARE(page->size(), 60);
        QCOMPARE(page->first().equipmentName, u"P-01 冲床"_s);
        QCOMPARE(page->first().foundByName, u"工人丙"_s);
        QCOMPARE(page->first().responsibleName, u"班长乙"_s);
        QVERIFY(page->first().areaPath.startsWith(u"厂区 / 一车间 / "_s));
        QCOMPARE(page->first().five.size(), 5);
        QCOMPARE(page->first().hasCost, false);
    }

    void leavesOutRowsThatAreGoneAndKeepsTheOrderAsked()
    {
        GET(rows, hazards::findRows(*m_connection, {}, 3));
        GET(page,
            hazards::fetch(*m_connection, {rows->at(2), hazards::HazardRow(999'999), rows->at(0)}));
        QCOMPARE(page->size(), 2);
        QCOMPARE(page->at(0).row, rows->at(2));
        QCOMPARE(page->at(1).row, rows->at(0));
    }

    void filters_data()
    {
        QTest::addColumn<HazardFilter>("filter");
        QTest::addColumn<int>("expected");
        QTest::newRow("closed") << HazardFilter{.states = {u"closed"_s}} << 120;
        QTest::newRow("two states")
                << HazardFilter{.states = {u"closed"_s, u"dispatched"_s}} << 600;
        QTest::newRow("no such state") << HazardFilter{.states = {u"archived"_s}} << 0;
        QTest::newRow("open only") << HazardFilter{.openOnly = true} << 480;
        QTest::newRow("major") << HazardFilter{.grade = u"major"_s} << 12;
        QTest::newRow("red") << HazardFilter{.colour = u"red"_s} << 150;
        QTest::newRow("a team") << HazardFilter{.area = m_plant->otherTeam} << 200;
        QTest::newRow("a workshop with its teams")
                << HazardFilter{.area = m_plant->workshop} << 600;
        QTest::newRow("an area that is not there") << HazardFilter{.area = m_plant->press} << 0;
        QTest::newRow("responsible") << HazardFilter{.responsible = m_plant->leader} << 300;
        QTest::newRow("responsible and open")
                << HazardFilter{.responsible = m_plant->leader, .openOnly = true} << 240;
        QTest::newRow("equipment in a team")
                << HazardFilter{.area = m_plant->otherTeam, .equipment = m_plant->press} << 20;
        QTest::newRow("ten days") << HazardFilter{.foundFrom = {2025, 2, 1},
                                                  .foundTo = {2025, 2, 10}}
                                  << 20;
        QTest::newRow("Chinese words") << HazardFilter{.text = u"裸露"_s} << 1;
        QTest::newRow("one character") << HazardFilter{.text = u"箱"_s} << 1;
        QTest::newRow("number") << HazardFilter{.text = u"hz-2025-00078"_s} << 1;
        QTest::newRow("a sign of patterns") << HazardFilter{.text = u"%"_s} << 0;
        // Today is 2025-10-09: open ones with a deadline before, found until 2025-10-01.
        QTest::newRow("overdue") << HazardFilter{.overdueOnly = true,
                                                 .moment = hazards::momentOf(m_plant->store())}
                                 << openUntil({2025, 10, 1});
    }
    void filters()
    {
        QFETCH(HazardFilter, filter);
        QFETCH(int, expected);
        GET(rows, hazards::findRows(*m_connection, filter));
        QCOMPARE(rows->size(), expected);
        GET(number, hazards::count(*m_connection, filter));
        QCOMPARE(*number, expected);
        GET(page, hazards::fetch(*m_connection, *rows));
        for (const hazards::Hazard &hazard : *page) {
            if (filter.overdueOnly)
                QVERIFY(hazards::isOverdue(hazard, filter.moment));
        }
    }

    void agreesWithTheRuleOnEveryOverdueHazard()
    {
        const hazards::Moment moment = hazards::momentOf(m_plant->store());
        GET(rows, hazards::findRows(*m_connection, {}));
        GET(all, hazards::fetch(*m_connection, *rows));
        const auto byRule =
                std::count_if(all->cbegin(), all->cend(), [&moment](const auto &hazard) {
                    return hazards::isOverdue(hazard, moment);
                });
        GET(bySql, hazards::count(*m_connection, {.overdueOnly = true, .moment = moment}));
        QCOMPARE(qint64(byRule), *bySql);
        QVERIFY(*bySql > 0);
    }

    void countsByStateWhateverTheStateFilter()
    {
        GET(counts, hazards::countsByState(*m_connection, {.states = {u"closed"_s}}));
        QCOMPARE(*counts, (QMap<QString, qint64>{{u"closed"_s, 120}, {u"dispatched"_s, 480}}));
        GET(some, hazards::countsByState(*m_connection, {.area = m_plant->otherTeam}));
        QCOMPARE(some->value(u"closed"_s), 40);
    }

    void ordersByEachColumn_data()
    {
        QTest::addColumn<HazardOrder>("order");
        QTest::newRow("found on") << HazardOrder::FoundOn;
        QTest::newRow("number") << HazardOrder::Number;
        QTest::newRow("state") << HazardOrder::State;
        QTest::newRow("state since") << HazardOrder::StateSince;
        QTest::newRow("grade") << HazardOrder::Grade;
        QTest::newRow("colour") << HazardOrder::Colour;
        QTest::newRow("deadline") << HazardOrder::Deadline;
        QTest::newRow("area") << HazardOrder::Area;
        QTest::newRow("responsible") << HazardOrder::Responsible;
        QTest::newRow("completed on") << HazardOrder::CompletedOn;
        QTest::newRow("description") << HazardOrder::Description;
    }
    void ordersByEachColumn()
    {
        QFETCH(HazardOrder, order);
        const auto key = [order](const hazards::Hazard &row) -> QString {
            switch (order) {
            case HazardOrder::FoundOn:
                return row.foundOn;
            case HazardOrder::Number:
                return row.number;
            case HazardOrder::State:
                return row.state;
            case HazardOrder::StateSince:
                return row.stateSince;
            case HazardOrder::Grade:
                return row.grade;
            case HazardOrder::Colour:
                return QString::number(colours.indexOf(row.colour));
            case HazardOrder::Deadline:
                return row.deadline;
            case HazardOrder::Area:
                return row.areaPath.section(u'/', -1);
            case HazardOrder::Responsible:
                return row.responsibleName;
            case HazardOrder::CompletedOn:
                return row.completedOn;
            case HazardOrder::Description:
                return row.description;
            }
            Q_UNREACHABLE();
        };
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            GET(rows, hazards::findRows(*m_connection, {.order = order, .direction = direction}));
            GET(page, hazards::fetch(*m_connection, *rows));
            QCOMPARE(page->size(), count);
            for (qsizetype i = 1; i < page->size(); ++i) {
                const int compared = QString::compare(key(page->at(i - 1)), key(page->at(i)));
                QVERIFY(direction == Qt::AscendingOrder ? compared <= 0 : compared >= 0);
            }
        }
    }

    void servesTheFirstPageByAnIndex_data()
    {
        QTest::addColumn<HazardFilter>("filter");
        QTest::addColumn<QString>("index");
        const QString foundOn = u"hazard_by_is_void_found_on"_s;
        QTest::newRow("no filter") << HazardFilter{} << foundOn;
        QTest::newRow("days") << HazardFilter{.foundFrom = {2025, 2, 1}, .foundTo = {2025, 2, 10}}
                              << foundOn;
        QTest::newRow("one state")
                << HazardFilter{.states = {u"closed"_s}} << u"hazard_by_is_void_state_found_on"_s;
        QTest::newRow("states") << HazardFilter{.states = {u"closed"_s, u"dispatched"_s}}
                                << foundOn;
        QTest::newRow("open only") << HazardFilter{.openOnly = true} << foundOn;
        QTest::newRow("grade") << HazardFilter{.grade = u"major"_s} << foundOn;
        QTest::newRow("team") << HazardFilter{.area = m_plant->team}
                              << u"hazard_by_is_void_area_found_on"_s;
        QTest::newRow("workshop") << HazardFilter{.area = m_plant->workshop} << foundOn;
        QTest::newRow("responsible and state")
                << HazardFilter{.states = {u"closed"_s}, .responsible = m_plant->leader}
                << u"hazard_by_is_void_responsible_found_on"_s;
        QTest::newRow("equipment") << HazardFilter{.equipment = m_plant->press}
                                   << u"hazard_by_is_void_equipment_found_on"_s;
        QTest::newRow("overdue") << HazardFilter{.overdueOnly = true,
                                                 .moment = {u"2025"_s, u"2025"_s}}
                                 << foundOn;
        QTest::newRow("text") << HazardFilter{.text = u"x"_s} << foundOn;
        QTest::newRow("by deadline")
                << HazardFilter{.order = HazardOrder::Deadline} << u"hazard_by_is_void_deadline"_s;
        QTest::newRow("by number")
                << HazardFilter{.order = HazardOrder::Number} << u"hazard_by_number"_s;
    }
    void servesTheFirstPageByAnIndex()
    {
        QFETCH(HazardFilter, filter);
        QFETCH(QString, index);
        GET(plan, hazards::queryPlan(*m_connection, filter));
        const QString text = plan->join(u'\n');
        QVERIFY2(text.contains(u"INDEX "_s + index + u' ')
                         || text.contains(u"INDEX "_s + index + u'\n')
                         || text.endsWith(u"INDEX "_s + index),
                 qUtf8Printable(text));
        QVERIFY2(!text.contains(u"TEMP B-TREE"_s), qUtf8Printable(text));
        for (const QString &line : *plan)
            QVERIFY2(!line.startsWith(u"SCAN"_s) || line.contains(u"USING"_s),
                     qUtf8Printable(text));
    }

    void handsOutEveryHazardOnceInOrder()
    {
        core::NoProgress progress;
        QStringList numbers;
        OK(hazards::forEach(
                *m_connection, {.openOnly = true}, progress,
                [&numbers](const hazards::Hazard &row) { numbers.append(row.number); }));
        QCOMPARE(numbers.size(), 480);
        QCOMPARE(QSet<QString>(numbers.cbegin(), numbers.cend()).size(), 480);
        QCOMPARE(numbers.first(), u"HZ-2025-00600"_s);
    }

    void stopsWhenItIsCancelled()
    {
        struct CancelLater final : core::Progress {
            void setRange(int) override { }
            void setValue(int) override { }
            bool isCanceled() const override { return ++asked > 300; }
            mutable int asked = 0;
        } progress;
        int seen = 0;
        const auto result = hazards::forEach(*m_connection, {}, progress,
                                             [&seen](const hazards::Hazard &) { ++seen; });
        QVERIFY(!result);
        QCOMPARE(result.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(seen, 300);
    }

    void findsOneByNumberOrId()
    {
        GET(byNumber, hazards::findHazard(*m_connection, u" hz-2025-00078 "_s));
        QVERIFY(byNumber->has_value());
        QCOMPARE((*byNumber)->description, u"配电箱门未关，进线裸露"_s);
        GET(byId, hazards::findHazard(*m_connection, core::toText((*byNumber)->id)));
        QCOMPARE((*byId)->number, u"HZ-2025-00078"_s);
        GET(none, hazards::findHazard(*m_connection, u"HZ-1999-00001"_s));
        QVERIFY(!none->has_value());
    }

    void saysAFilterInWords()
    {
        GET(all, hazards::inWords(*m_connection, m_plant->schema(), {}));
        QCOMPARE(*all, u"all hazards"_s);
        GET(words,
            hazards::inWords(*m_connection, m_plant->schema(),
                             {.text = u"电"_s,
                              .states = {u"closed"_s},
                              .grade = u"major"_s,
                              .area = m_plant->team,
                              .responsible = m_plant->leader,
                              .foundFrom = {2025, 1, 1}}));
        QCOMPARE(*words,
                 u"Found on: 2025-01-01 to …; State: Closed; Hazard grade: Major; Area: 厂区 / "
                 u"一车间 "
                 "/ 冲压班; Responsible person: 班长乙; contains “电”"_s);
    }

private:
    static constexpr int count = 600;
    static inline const QStringList colours{u"blue"_s, u"yellow"_s, u"orange"_s, u"red"_s};

    static int openUntil(const QDate &lastFound)
    {
        int open = 0;
        for (int i = 0; i < count; ++i)
            open += i % 5 != 0 && QDate(2025, 1, 1).addDays(i / 2) <= lastFound;
        return open;
    }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<store::Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestHazardStore)
#include "tst_hazardstore.moc"
