// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardsteps.h"
#include "plant/panel/areamodel.h"
#include "plant/panel/plantpanel.h"
#include "plant/panel/registermodel.h"
#include "shell/messagebar.h"
#include "support/accesswalk.h"
#include "support/expectations.h"
#include "support/testplant.h"
#include "support/testshell.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

class TestPlantPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void modelsKeepTheContract();
    void showsTheTreeWithWhatIsInItAndBelow();
    void findsAnAreaWithTheWayToIt();
    void aCollapsedAreaStaysCollapsedOverARefresh();
    void listsPeopleWithTheirRoleInWords();
    void searchNarrowsThePeople();
    void areaAndRoleNarrowThePeople();
    void thoseWhoLeftAreShownOnlyWhenAsked();
    void sortsEquipmentByNumberInItsCode();
    void sortsEquipmentByHowGraveItsRiskIs();
    void saysTheRiskInWordAndColour();
    void whatIsPickedIsTheSelectionOfTheWindow();
    void fillingTheListsDoesNotMoveTheSelection();
    void opensTheTabOfAReference();
    void keepsTheSelectionOverARefresh();
    void findKeyLeadsToTheSearchOfTheTabInFront();
    void enterOpensTheRecord();
    void asksWhoWorksBeforeAnythingIsWritten();
    void isUsableByKeyboardEyeAndScreenReader();

private:
    QTreeView *tree() const { return m_panel->findChild<QTreeView *>(u"tree"_s); }
    QTableView *table(const QString &page) const
    {
        return m_panel->findChild<QWidget *>(page)->findChild<QTableView *>(u"table"_s);
    }
    template<typename T>
    T *in(const QString &page, const QString &name) const
    {
        return m_panel->findChild<QWidget *>(page)->findChild<T *>(name);
    }
    QStringList column(const QTableView *view, int number) const
    {
        QStringList cells;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            cells << view->model()->index(row, number).data().toString();
        return cells;
    }
    QStringList row(const QModelIndex &first) const
    {
        QStringList cells;
        for (int i = 0; i < first.model()->columnCount(); ++i)
            cells << first.siblingAtColumn(i).data().toString();
        return cells;
    }
    QModelIndex area(const QString &name) const
    {
        const auto found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole,
                                                  name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
    bool isFilled() const
    {
        return tree()->model()->rowCount() > 0 && table(u"person"_s)->model()->rowCount() > 0
                && table(u"equipment"_s)->model()->rowCount() > 0 && m_shell->jobs().isIdle();
    }
    void addEquipment(const QString &code, const QString &level)
    {
        const auto added = plant::addEquipment(m_plant->store(), m_plant->officer,
                                               {.code = code,
                                                .name = u"设备"_s + code,
                                                .area = m_plant->otherTeam,
                                                .riskLevel = level});
        QVERIFY(added);
    }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<plant::PlantPanel> m_panel;
};

void TestPlantPanel::init()
{
    m_plant = std::make_unique<TestPlant>();
    OK(hazards::report(m_plant->store(), m_plant->worker,
                       {.description = u"光幕失效"_s, .equipment = m_plant->press}));
    OK(hazards::report(m_plant->store(), m_plant->worker,
                       {.description = u"通道堵塞"_s, .area = m_plant->workshop}));
    addEquipment(u"P-10"_s, u"red"_s);
    addEquipment(u"P-9"_s, u"blue"_s);
    m_shell = std::make_unique<TestShell>(m_plant->store().path());
    m_shell->setPerson({m_plant->officer, u"安全甲"_s, {}, u"officer"_s});
    m_panel = std::make_unique<plant::PlantPanel>(m_plant->store(), *m_shell);
    m_panel->resize(620, 600);
    m_panel->show();
    QTRY_VERIFY(isFilled());
}

void TestPlantPanel::cleanup()
{
    m_panel.reset();
    m_shell.reset();
    m_plant.reset();
}

void TestPlantPanel::modelsKeepTheContract()
{
    for (QAbstractItemModel *model :
         {tree()->model(), table(u"person"_s)->model(), table(u"equipment"_s)->model()})
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     model);
    new QAbstractItemModelTester(m_panel->findChild<plant::AreaModel *>(),
                                 QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_panel.get());
    Q_EMIT m_shell->events().storeChanged({u"area"_s});
    QTRY_VERIFY(isFilled());
    in<QLineEdit>(u"areas"_s, u"search"_s)->setText(u"冲压"_s);
    table(u"equipment"_s)->sortByColumn(1, Qt::DescendingOrder);
    QTRY_VERIFY(m_shell->jobs().isIdle());
}

void TestPlantPanel::showsTheTreeWithWhatIsInItAndBelow()
{
    QCOMPARE(row(area(u"厂区"_s)),
             QStringList({u"厂区"_s, u"Plant"_s, {}, u"5"_s, u"3"_s, u"2"_s}));
    QCOMPARE(row(area(u"一车间"_s)),
             QStringList({u"一车间"_s, u"Workshop"_s, u"W1"_s, u"4"_s, u"3"_s, u"2"_s}));
    QCOMPARE(row(area(u"冲压班"_s)),
             QStringList({u"冲压班"_s, u"Team"_s, {}, u"2"_s, u"1"_s, u"1"_s}));
    QCOMPARE(row(area(u"焊接班"_s)), QStringList({u"焊接班"_s, u"Team"_s, {}, {}, u"2"_s, {}}));
    QVERIFY(tree()->isExpanded(area(u"一车间"_s)));
}

void TestPlantPanel::findsAnAreaWithTheWayToIt()
{
    in<QLineEdit>(u"areas"_s, u"search"_s)->setText(u"焊接"_s);
    QVERIFY(area(u"焊接班"_s).isValid());
    QCOMPARE(area(u"焊接班"_s).parent().data().toString(), u"一车间"_s);
    QVERIFY(!area(u"冲压班"_s).isValid());
    in<QLineEdit>(u"areas"_s, u"search"_s)->setText(u"5"_s); // a count is no word of it
    QVERIFY(!area(u"厂区"_s).isValid());
    QVERIFY(!tree()->isVisible());
}

void TestPlantPanel::aCollapsedAreaStaysCollapsedOverARefresh()
{
    tree()->collapse(area(u"一车间"_s));
    in<QLineEdit>(u"areas"_s, u"search"_s)->setText(u"焊接"_s);
    QVERIFY(tree()->isExpanded(area(u"一车间"_s))); // what is found is in sight
    in<QLineEdit>(u"areas"_s, u"search"_s)->clear();
    QVERIFY(!tree()->isExpanded(area(u"一车间"_s)));
    QSignalSpy reset(tree()->model(), &QAbstractItemModel::modelReset);
    Q_EMIT m_shell->events().storeChanged({u"hazard"_s});
    QTRY_COMPARE(reset.count(), 1);
    QVERIFY(!tree()->isExpanded(area(u"一车间"_s)));
    QVERIFY(tree()->isExpanded(area(u"厂区"_s)));
}

void TestPlantPanel::listsPeopleWithTheirRoleInWords()
{
    const QTableView *people = table(u"person"_s);
    QCOMPARE(people->model()->rowCount(), 5);
    QCOMPARE(column(people, 2).filter(u"Safety officer"_s).size(), 1);
    const int at = int(column(people, 0).indexOf(u"班长乙"_s));
    QCOMPARE(row(people->model()->index(at, 0)),
             QStringList(
                     {u"班长乙"_s, {}, u"Team leader"_s, u"一车间 / 冲压班"_s, {}, u"leader"_s}));
    QCOMPARE(in<QLabel>(u"person"_s, u"total"_s)->text(), u"5 person(s)"_s);
}

void TestPlantPanel::searchNarrowsThePeople()
{
    in<QLineEdit>(u"person"_s, u"search"_s)->setText(u"丙"_s);
    QTRY_COMPARE(column(table(u"person"_s), 0), QStringList({u"工人丙"_s}));
    in<QLineEdit>(u"person"_s, u"search"_s)->setText(u"nobody"_s);
    QTRY_COMPARE(table(u"person"_s)->model()->rowCount(), 0);
    QVERIFY(!in<QPushButton>(u"person"_s, u"firstStep"_s)->isVisibleTo(m_panel.get()));
    in<QLineEdit>(u"person"_s, u"search"_s)->clear();
    QTRY_COMPARE(table(u"person"_s)->model()->rowCount(), 5);
}

void TestPlantPanel::areaAndRoleNarrowThePeople()
{
    auto *areas = in<QComboBox>(u"person"_s, u"area"_s);
    areas->setCurrentIndex(areas->findData(m_plant->workshop));
    Q_EMIT areas->activated(areas->currentIndex());
    QTRY_COMPARE(table(u"person"_s)->model()->rowCount(), 4);
    QCOMPARE(areas->currentData().toUuid(), m_plant->workshop); // survives the answer
    auto *roles = in<QComboBox>(u"person"_s, u"code"_s);
    roles->setCurrentIndex(roles->findText(u"Worker"_s));
    Q_EMIT roles->activated(roles->currentIndex());
    QTRY_COMPARE(column(table(u"person"_s), 0), QStringList({u"工人丙"_s}));
}

void TestPlantPanel::thoseWhoLeftAreShownOnlyWhenAsked()
{
    GET(worker, plant::findPerson(m_plant->connection(), m_plant->worker));
    plant::Person gone = **worker;
    gone.isActive = false;
    OK(plant::changePerson(m_plant->store(), m_plant->officer, gone));
    Q_EMIT m_shell->events().storeChanged({u"person"_s});
    QTRY_COMPARE(table(u"person"_s)->model()->rowCount(), 4);
    in<QToolButton>(u"person"_s, u"former"_s)->click();
    QTRY_COMPARE(table(u"person"_s)->model()->rowCount(), 5);
    QCOMPARE(column(table(u"person"_s), 0).filter(u"工人丙 (left)"_s).size(), 1);
}

void TestPlantPanel::sortsEquipmentByNumberInItsCode()
{
    QTableView *equipment = table(u"equipment"_s);
    QCOMPARE(column(equipment, 0), QStringList({u"P-01"_s, u"P-9"_s, u"P-10"_s}));
    equipment->sortByColumn(0, Qt::DescendingOrder);
    QTRY_COMPARE(column(equipment, 0), QStringList({u"P-10"_s, u"P-9"_s, u"P-01"_s}));
}

void TestPlantPanel::sortsEquipmentByHowGraveItsRiskIs()
{
    QTableView *equipment = table(u"equipment"_s);
    equipment->sortByColumn(5, Qt::DescendingOrder);
    QTRY_COMPARE(column(equipment, 0), QStringList({u"P-10"_s, u"P-01"_s, u"P-9"_s}));
}

void TestPlantPanel::saysTheRiskInWordAndColour()
{
    const QModelIndex risk = table(u"equipment"_s)->model()->index(2, 5);
    QCOMPARE(risk.data().toString(), u"Major risk"_s);
    QCOMPARE(risk.data(Qt::DecorationRole).value<QColor>(),
             m_shell->colours().fill(shell::ColourRole::SeverityRed));
}

void TestPlantPanel::whatIsPickedIsTheSelectionOfTheWindow()
{
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {},
                      tree()->visualRect(area(u"冲压班"_s)).center());
    QCOMPARE(m_shell->selection(), shell::Reference({u"area"_s, m_plant->team}));
    m_panel->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(2);
    QTableView *equipment = table(u"equipment"_s);
    QTest::mouseClick(equipment->viewport(), Qt::LeftButton, {},
                      equipment->visualRect(equipment->model()->index(0, 0)).center());
    QCOMPARE(m_shell->selection(), shell::Reference({u"equipment"_s, m_plant->press}));
}

void TestPlantPanel::fillingTheListsDoesNotMoveTheSelection()
{
    const shell::Reference hazard{u"hazard"_s, m_plant->press};
    m_shell->setSelection(hazard);
    QSignalSpy reset(tree()->model(), &QAbstractItemModel::modelReset);
    Q_EMIT m_shell->events().storeChanged({u"area"_s});
    QTRY_VERIFY(reset.count() == 1 && m_shell->jobs().isIdle());
    QCOMPARE(m_shell->selection(), hazard);
}

void TestPlantPanel::opensTheTabOfAReference()
{
    m_shell->open({u"equipment"_s, m_plant->press});
    QCOMPARE(m_panel->findChild<QTabWidget *>(u"tabs"_s)->currentIndex(), 2);
    QCOMPARE(table(u"equipment"_s)->currentIndex().siblingAtColumn(0).data().toString(), u"P-01"_s);
    m_shell->open({u"area"_s, m_plant->otherTeam});
    QCOMPARE(m_panel->findChild<QTabWidget *>(u"tabs"_s)->currentIndex(), 0);
    QCOMPARE(tree()->currentIndex().siblingAtColumn(0).data().toString(), u"焊接班"_s);
}

void TestPlantPanel::keepsTheSelectionOverARefresh()
{
    m_shell->open({u"equipment"_s, m_plant->press});
    addEquipment(u"A-01"_s, u"blue"_s); // stands before it
    Q_EMIT m_shell->events().storeChanged({u"equipment"_s});
    QTableView *equipment = table(u"equipment"_s);
    QTRY_COMPARE(equipment->model()->rowCount(), 4);
    QCOMPARE(equipment->currentIndex().row(), 1);
    QCOMPARE(equipment->currentIndex().siblingAtColumn(0).data().toString(), u"P-01"_s);
}

void TestPlantPanel::findKeyLeadsToTheSearchOfTheTabInFront()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
    table(u"person"_s)->setFocus();
    QTest::keyClick(table(u"person"_s), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(in<QLineEdit>(u"person"_s, u"search"_s)->hasFocus());
}

void TestPlantPanel::enterOpensTheRecord()
{
    m_shell->open({u"area"_s, m_plant->team});
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Return);
    auto *dialog = m_panel->findChild<QDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->findChild<QLineEdit *>(u"name"_s)->text(), u"冲压班"_s);
}

void TestPlantPanel::asksWhoWorksBeforeAnythingIsWritten()
{
    m_shell->setPerson({});
    auto *messages = m_panel->findChild<shell::MessageBar *>();
    in<QToolButton>(u"areas"_s, u"add"_s)->click();
    QTRY_VERIFY(messages->text().contains(u"who works now"_s));
    QVERIFY(!m_panel->findChild<QDialog *>());
    m_shell->setPerson({m_plant->officer, u"安全甲"_s, {}, {}});
    QVERIFY(messages->isHidden());
    in<QToolButton>(u"areas"_s, u"add"_s)->click();
    QVERIFY(m_panel->findChild<QDialog *>());
}

void TestPlantPanel::isUsableByKeyboardEyeAndScreenReader()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    for (int tab = 0; tab < 3; ++tab) {
        m_panel->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(tab);
        QCOMPARE(accesswalk::faults(m_panel.get()), QStringList());
    }
}

QTEST_MAIN(TestPlantPanel)
#include "tst_plantpanel.moc"
