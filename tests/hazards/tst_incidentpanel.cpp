// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/incident.h"
#include "hazards/panel/incidentlistmodel.h"
#include "hazards/panel/incidentpanel.h"
#include "support/accesswalk.h"
#include "support/expectations.h"
#include "support/testplant.h"
#include "support/testshell.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

class TestIncidentPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsTheLatestFirst();
    void modelKeepsTheContract();
    void loadsOnlyThePageThatIsLookedAt();
    void searchNarrowsTheList();
    void saysWhatAnEmptyListIsFor();
    void showsEverythingAboutTheOneSelected();
    void ownFieldsGoByTheirName();
    void aValueIsNoMarkup();
    void whatIsPickedIsTheSelectionOfTheWindow();
    void fillingTheListDoesNotMoveTheSelection();
    void opensTheOneThatIsAskedFor();
    void keepsTheSelectionOverARefresh();
    void isUsableByKeyboardEyeAndScreenReader();

private:
    void addMany(int from, int to);
    void open();
    QTableView *table() const { return m_panel->findChild<QTableView *>(u"incidents"_s); }
    hazards::IncidentListModel *model() const
    {
        return m_panel->findChild<hazards::IncidentListModel *>();
    }
    QString cell(int row, hazards::IncidentListModel::Column column) const
    {
        return model()->index(row, column).data().toString();
    }
    QString details() const
    {
        return m_panel->findChild<QTextBrowser *>(u"details"_s)->toPlainText();
    }
    bool isSettled() const { return !model()->isAsking() && m_shell->jobs().isIdle(); }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<hazards::IncidentPanel> m_panel;
    QList<QUuid> m_ids;
};

void TestIncidentPanel::init()
{
    m_plant = std::make_unique<TestPlant>();
    m_shell = std::make_unique<TestShell>(m_plant->store().path());
    m_ids.clear();
}

void TestIncidentPanel::cleanup()
{
    m_panel.reset();
    m_shell.reset();
    m_plant.reset();
}

void TestIncidentPanel::addMany(int from, int to)
{
    auto writer = store::Writer::begin(m_plant->store(), m_plant->officer, u"Incidents"_s);
    QVERIFY(writer);
    for (int i = from; i < to; ++i) {
        const auto added = hazards::addIncident(
                *writer,
                {.occurredOn = QDate(2024, 1, 1).addDays(i).toString(Qt::ISODate),
                 .area = m_plant->team,
                 .place = u"%1号位"_s.arg(i),
                 .level = u"I"_s,
                 .potentialLevel = u"IV"_s,
                 .type = u"1"_s,
                 .description = u"事故%1号"_s.arg(i, 3, 10, QChar(u'0'))});
        QVERIFY(added);
        m_ids << *added;
    }
    OK(writer->commit());
}

void TestIncidentPanel::open()
{
    m_panel = std::make_unique<hazards::IncidentPanel>(m_plant->store(), *m_shell);
    m_panel->resize(640, 600);
    m_panel->show();
    QTRY_VERIFY(isSettled());
}

void TestIncidentPanel::listsTheLatestFirst()
{
    using Model = hazards::IncidentListModel;
    addMany(0, 3);
    open();
    QCOMPARE(model()->rowCount(), 3);
    QTRY_COMPARE(cell(0, Model::Description), u"事故002号"_s);
    QCOMPARE(cell(0, Model::OccurredOn), u"2024-01-03"_s);
    QCOMPARE(cell(0, Model::Place), u"冲压班 · 2号位"_s);
    QCOMPARE(cell(0, Model::Level), u"I"_s);
    QCOMPARE(cell(0, Model::PotentialLevel), u"IV"_s);
    QCOMPARE(m_panel->findChild<QLabel *>(u"total"_s)->text(), u"3 incident(s)"_s);
}

void TestIncidentPanel::modelKeepsTheContract()
{
    addMany(0, 300);
    open();
    QAbstractItemModelTester tester(model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    model()->setFilter({.text = u"事故29"_s});
    QTRY_COMPARE(model()->rowCount(), 10);
    QTRY_COMPARE(cell(9, hazards::IncidentListModel::Description), u"事故290号"_s);
}

void TestIncidentPanel::loadsOnlyThePageThatIsLookedAt()
{
    addMany(0, 600);
    open();
    QVERIFY(model()->recordAt(0)); // in view
    QCOMPARE(model()->recordAt(300), nullptr);
    cell(300, hazards::IncidentListModel::Description);
    QTRY_VERIFY(model()->recordAt(300));
    QCOMPARE(model()->recordAt(599), nullptr);
}

void TestIncidentPanel::searchNarrowsTheList()
{
    addMany(0, 20);
    open();
    auto *search = m_panel->findChild<QLineEdit *>(u"search"_s);
    search->setText(u"事故017"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    search->setText(u"nothing of the kind"_s);
    QTRY_COMPARE(model()->rowCount(), 0);
    QVERIFY(!table()->isVisible());
    QVERIFY(!m_panel->findChild<QPushButton *>(u"takeOver"_s)->isVisible());
    search->clear();
    QTRY_COMPARE(model()->rowCount(), 20);
    QVERIFY(table()->isVisible());
}

void TestIncidentPanel::saysWhatAnEmptyListIsFor()
{
    open();
    QVERIFY(!table()->isVisible());
    QVERIFY(m_panel->findChild<QPushButton *>(u"takeOver"_s)->isVisible());
    QCOMPARE(accesswalk::faults(m_panel.get()), QStringList());
}

void TestIncidentPanel::showsEverythingAboutTheOneSelected()
{
    addMany(0, 3);
    open();
    QTRY_VERIFY(details().contains(u"事故002号"_s)); // the first row is selected
    QVERIFY(details().contains(u"AC-2024-00003"_s));
    QVERIFY(details().contains(u"厂区 / 一车间 / 冲压班"_s));
    QVERIFY(details().contains(u"Potential level"_s));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_VERIFY(details().contains(u"事故001号"_s));
    QVERIFY(!details().contains(u"事故002号"_s));
}

void TestIncidentPanel::ownFieldsGoByTheirName()
{
    addMany(0, 1);
    auto writer = store::Writer::begin(m_plant->store(), m_plant->officer, u"Own fields"_s);
    QVERIFY(writer);
    OK(writer->create(u"custom_field"_s,
                      {{u"entity"_s, u"incident"_s},
                       {u"slug"_s, u"genre"_s},
                       {u"label"_s, u"性别"_s},
                       {u"type"_s, u"text"_s}}));
    OK(writer->set(u"incident"_s, m_ids.first(),
                   {{u"c.genre"_s, u"男"_s}, {u"c.unnamed"_s, u"kept"_s}}));
    OK(writer->commit());
    open();
    QTRY_VERIFY(details().contains(u"性别"_s));
    QVERIFY(details().contains(u"男"_s));
    QVERIFY(!details().contains(u"genre"_s));
    QVERIFY(details().contains(u"unnamed"_s)); // better than nothing
}

void TestIncidentPanel::aValueIsNoMarkup()
{
    OK(hazards::addIncident(
            m_plant->store(), m_plant->officer,
            {.occurredOn = u"2024-01-01"_s, .description = u"<img src='x'><b>bold</b> & more"_s}));
    open();
    QTRY_VERIFY(details().contains(u"<img src='x'><b>bold</b> & more"_s));
}

void TestIncidentPanel::whatIsPickedIsTheSelectionOfTheWindow()
{
    addMany(0, 3);
    open();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(m_shell->selection(), shell::Reference({u"incident"_s, m_ids.at(1)}));
}

void TestIncidentPanel::fillingTheListDoesNotMoveTheSelection()
{
    addMany(0, 3);
    const shell::Reference hazard{u"hazard"_s, QUuid::createUuid()};
    m_shell->setSelection(hazard);
    open();
    QTRY_VERIFY(details().contains(u"事故002号"_s));
    QCOMPARE(m_shell->selection(), hazard);
}

void TestIncidentPanel::opensTheOneThatIsAskedFor()
{
    addMany(0, 600);
    open();
    m_shell->open({u"incident"_s, m_ids.at(5)});
    QTRY_VERIFY(details().contains(u"事故005号"_s));
    QCOMPARE(table()->currentIndex().row(), 594);
}

void TestIncidentPanel::keepsTheSelectionOverARefresh()
{
    addMany(0, 10);
    open();
    m_shell->open({u"incident"_s, m_ids.at(5)});
    QTRY_COMPARE(table()->currentIndex().row(), 4);
    addMany(10, 12);
    Q_EMIT m_shell->events().storeChanged({u"incident"_s});
    QTRY_COMPARE(model()->rowCount(), 12);
    QCOMPARE(table()->currentIndex().row(), 6);
    QTRY_VERIFY(isSettled());
    QVERIFY(details().contains(u"事故005号"_s));
}

void TestIncidentPanel::isUsableByKeyboardEyeAndScreenReader()
{
    addMany(0, 30);
    open();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QTRY_VERIFY(!details().isEmpty());
    QCOMPARE(accesswalk::faults(m_panel.get()), QStringList());
    QTest::keyClick(m_panel.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_panel->findChild<QLineEdit *>(u"search"_s)->hasFocus());
}

QTEST_MAIN(TestIncidentPanel)
#include "tst_incidentpanel.moc"
