// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/area.h"
#include "plant/engine/equipment.h"
#include "plant/engine/person.h"
#include "plant/engine/setup.h"
#include "store/history.h"
#include "store/record.h"
#include "support/expectations.h"
#include "support/testplant.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

class TestPlantEngine : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_plant = std::make_unique<TestPlant>(); }

    void namesAnAreaByItsWholePath()
    {
        GET(tree, plant::AreaTree::load(m_plant->connection()));
        QCOMPARE(tree->path(m_plant->team), u"厂区 / 一车间 / 冲压班"_s);
        QCOMPARE(tree->areas().size(), 4);
    }

    void ordersSistersByTheirOrder()
    {
        GET(tree, plant::AreaTree::load(m_plant->connection()));
        QCOMPARE(tree->children(m_plant->workshop),
                 QList<QUuid>({m_plant->otherTeam, m_plant->team}));
        QCOMPARE(tree->children({}), QList<QUuid>({m_plant->plant}));
        QCOMPARE(tree->children(m_plant->team), QList<QUuid>());
    }

    void givesASubtreeWithItself()
    {
        GET(tree, plant::AreaTree::load(m_plant->connection()));
        QCOMPARE(tree->subtree(m_plant->workshop),
                 QList<QUuid>({m_plant->workshop, m_plant->otherTeam, m_plant->team}));
        QCOMPARE(tree->subtree(m_plant->team), QList<QUuid>({m_plant->team}));
    }

    void findsAnAreaByPathCodeOrOnlyName()
    {
        OK(plant::addArea(m_plant->store(), m_plant->officer,
                          {.parent = m_plant->plant, .kind = u"team"_s, .name = u"焊接班"_s}));
        GET(tree, plant::AreaTree::load(m_plant->connection()));
        QCOMPARE(tree->findByText(u"W1"_s)->id, m_plant->workshop);
        QCOMPARE(tree->findByText(u" 冲压班 "_s)->id, m_plant->team);
        QCOMPARE(tree->findByText(u"厂区 / 一车间 / 焊接班"_s)->id, m_plant->otherTeam);
        QCOMPARE(tree->findByText(u"焊接班"_s), nullptr);
        QCOMPARE(tree->findByText(u""_s), nullptr);
    }

    void aPlantIsSetUpOnce()
    {
        TestStore empty(m_plant->schema());
        GET(me, plant::setUpPlant(empty.store(), {.name = u"安全庚"_s}));
        GET(connection, empty->connect());
        GET(first, plant::findPerson(*connection, *me));
        QCOMPARE((*first)->role, u"safety_officer"_s);
        QCOMPARE((*first)->areaPath, u"Test plant"_s);
        GET(record, store::readRecord(*connection, m_plant->schema(), u"person"_s, *me));
        QCOMPARE(record->createdBy, *me);
        REFUSED(plant::setUpPlant(empty.store(), {.name = u"安全辛"_s}), u"set up already"_s);
        REFUSED(plant::setUpPlant(m_plant->store(), {.name = u"安全辛"_s}), u"set up already"_s);
    }

    void aPlantIsNotSetUpByNobody()
    {
        TestStore empty(m_plant->schema());
        REFUSED(plant::setUpPlant(empty.store(), {.name = u" "_s}), u"name"_s);
        GET(connection, empty->connect());
        GET(areas, plant::AreaTree::load(*connection));
        QVERIFY(areas->areas().isEmpty()); // nothing was written
    }

    void countsWhoAndWhatIsInAnArea()
    {
        GET(use, plant::areaUse(m_plant->connection()));
        QCOMPARE(use->value(m_plant->team).people, 2);
        QCOMPARE(use->value(m_plant->team).equipment, 1);
        QCOMPARE(use->value(m_plant->workshop).people, 2);
        QCOMPARE(use->value(m_plant->otherTeam).people, 0);
    }

    void refusesAnAreaWithoutName()
    {
        REFUSED(plant::addArea(m_plant->store(), m_plant->officer, {.name = u"  "_s}), u"name"_s);
    }

    void refusesACircleOfAreas()
    {
        plant::Area area{.id = m_plant->workshop,
                         .parent = m_plant->team,
                         .kind = u"workshop"_s,
                         .name = u"一车间"_s,
                         .code = u"W1"_s};
        REFUSED(plant::changeArea(m_plant->store(), m_plant->officer, area), u"below itself"_s);
        area.parent = area.id;
        REFUSED(plant::changeArea(m_plant->store(), m_plant->officer, area), u"below itself"_s);
    }

    void showsACircleThatTwoDesksMadeTogether()
    {
        // Each of the two writes is right by itself; no check can see the other.
        GET(writer, store::Writer::begin(m_plant->store(), m_plant->officer, u"circle"_s));
        OK(writer->set(u"area"_s, m_plant->workshop, {{u"parent"_s, core::toText(m_plant->team)}}));
        OK(writer->commit());
        GET(tree, plant::AreaTree::load(m_plant->connection()));
        QCOMPARE(tree->areas().size(), 4);
    }

    void keepsAnAreaThatHasOthersBelow()
    {
        REFUSED(plant::removeArea(m_plant->store(), m_plant->officer, m_plant->workshop, u"x"_s),
                u"below this one"_s);
        OK(plant::removeArea(m_plant->store(), m_plant->officer, m_plant->team, u"closed"_s));
        GET(tree, plant::AreaTree::load(m_plant->connection()));
        QCOMPARE(tree->find(m_plant->team), nullptr);
    }

    void findsPeopleByPartOfNameLoginOrNumber()
    {
        OK(plant::addPerson(
                m_plant->store(), m_plant->officer,
                {.name = u"赵50%"_s, .login = u"zhao"_s, .employeeNumber = u"E-0007"_s}));
        const auto names = [this](const QString &text) {
            QStringList found;
            const auto list = plant::people(m_plant->connection(), {.text = text});
            for (const plant::Person &person : *list)
                found.append(person.name);
            return found;
        };
        QCOMPARE(names(u"乙"_s), QStringList({u"班长乙"_s}));
        QCOMPARE(names(u"WORK"_s), QStringList({u"工人丙"_s}));
        QCOMPARE(names(u"0007"_s), QStringList({u"赵50%"_s}));
        QCOMPARE(names(u"50%"_s), QStringList({u"赵50%"_s}));
        QCOMPARE(names(u"5_%"_s), QStringList());
        QCOMPARE(names({}).size(), 6);
    }

    void listsThePeopleOfASubtree()
    {
        GET(list, plant::people(m_plant->connection(), {.area = m_plant->team}));
        QCOMPARE(list->size(), 2);
        GET(all, plant::people(m_plant->connection(), {.area = m_plant->workshop}));
        QCOMPARE(all->size(), 4);
    }

    void leavesOutThoseWhoHaveLeft()
    {
        GET(person, plant::findPersonByLogin(m_plant->connection(), u"worker"_s));
        (*person)->isActive = false;
        OK(plant::changePerson(m_plant->store(), m_plant->officer, **person));
        GET(active, plant::people(m_plant->connection()));
        QCOMPARE(active->size(), 4);
        GET(all, plant::people(m_plant->connection(), {.activeOnly = false}));
        QCOMPARE(all->size(), 5);
    }

    void findsAPersonByLogin()
    {
        GET(person, plant::findPersonByLogin(m_plant->connection(), u" leader "_s));
        QVERIFY(person->has_value());
        QCOMPARE((*person)->id, m_plant->leader);
        QCOMPARE((*person)->areaPath, u"厂区 / 一车间 / 冲压班"_s);
        GET(nobody, plant::findPersonByLogin(m_plant->connection(), u"nobody"_s));
        QVERIFY(!nobody->has_value());
        GET(blank, plant::findPersonByLogin(m_plant->connection(), {}));
        QVERIFY(!blank->has_value());
    }

    void findsPeopleByNameWhateverTheSpaces()
    {
        GET(found, plant::findPeopleByName(m_plant->connection(), u"班 长　乙\n"_s));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, m_plant->leader);
        GET(none, plant::findPeopleByName(m_plant->connection(), u"班长"_s));
        QVERIFY(none->isEmpty());
    }

    void refusesALoginThatSomebodyHas()
    {
        REFUSED(plant::addPerson(m_plant->store(), m_plant->officer,
                                 {.name = u"另一人"_s, .login = u"leader"_s}),
                u"leader"_s);
        GET(person, plant::findPersonByLogin(m_plant->connection(), u"worker"_s));
        (*person)->login = u"leader"_s;
        REFUSED(plant::changePerson(m_plant->store(), m_plant->officer, **person), u"leader"_s);
    }

    void refusesALoginTwiceInOneSave()
    {
        GET(writer, store::Writer::begin(m_plant->store(), m_plant->officer, u"import"_s));
        OK(plant::addPerson(*writer, {.name = u"甲一"_s, .login = u"new"_s}));
        REFUSED(plant::addPerson(*writer, {.name = u"甲二"_s, .login = u"new"_s}), u"new"_s);
    }

    void writesOnlyWhatChanged()
    {
        GET(person, plant::findPersonByLogin(m_plant->connection(), u"worker"_s));
        (*person)->phone = u"10086"_s;
        OK(plant::changePerson(m_plant->store(), m_plant->officer, **person));
        OK(plant::changePerson(m_plant->store(), m_plant->officer, **person));
        GET(entries,
            store::history(m_plant->connection(), m_plant->store().schema(), u"person"_s,
                           m_plant->worker));
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->last().op.fields.size(), 1);
        QCOMPARE(entries->last().op.fields.first().key, u"phone"_s);
    }

    void registersAChangeOfSomethingStale()
    {
        GET(seen,
            store::readRecord(m_plant->connection(), m_plant->schema(), u"person"_s,
                              m_plant->worker));
        GET(person, plant::findPerson(m_plant->connection(), m_plant->worker));
        plant::Person mine = **person;
        plant::Person theirs = **person;
        theirs.phone = u"111"_s;
        mine.phone = u"222"_s;
        OK(plant::changePerson(m_plant->store(), m_plant->officer, theirs, &*seen));
        OK(plant::changePerson(m_plant->store(), m_plant->leader, mine, &*seen));
        auto connection = m_plant->connection();
        auto query = connection.prepare(u"SELECT count(*) FROM conflict WHERE key = 'phone'"_s);
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.value(0).toInt(), 1);
    }

    void findsEquipmentByTextCodeAndArea()
    {
        GET(byText, plant::equipment(m_plant->connection(), {.text = u"jh21"_s}));
        QCOMPARE(byText->size(), 1);
        QCOMPARE(byText->first().responsibleName, u"班长乙"_s);
        QCOMPARE(byText->first().areaPath, u"厂区 / 一车间 / 冲压班"_s);
        GET(byArea, plant::equipment(m_plant->connection(), {.area = m_plant->workshop}));
        QCOMPARE(byArea->size(), 1);
        GET(elsewhere, plant::equipment(m_plant->connection(), {.area = m_plant->otherTeam}));
        QCOMPARE(elsewhere->size(), 0);
        GET(byCode, plant::findEquipmentByCode(m_plant->connection(), u"P-01"_s));
        QCOMPARE((*byCode)->id, m_plant->press);
    }

    void refusesAnEquipmentCodeTwiceAndABadDay()
    {
        REFUSED(plant::addEquipment(m_plant->store(), m_plant->officer,
                                    {.code = u"P-01"_s, .name = u"x"_s}),
                u"P-01"_s);
        REFUSED(plant::addEquipment(
                        m_plant->store(), m_plant->officer,
                        {.code = u"P-02"_s, .name = u"x"_s, .commissionedOn = u"2025-02-30"_s}),
                u"2025-02-30"_s);
    }

private:
    std::unique_ptr<TestPlant> m_plant;
};

QTEST_GUILESS_MAIN(TestPlantEngine)
#include "tst_plant.moc"
