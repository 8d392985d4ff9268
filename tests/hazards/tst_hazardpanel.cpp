// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/longledger.h"
#include "hazards/panel/hazardlistmodel.h"
#include "hazards/panel/hazardpanel.h"
#include "support/accesswalk.h"
#include "support/expectations.h"
#include "support/testshell.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using hazards::HazardListModel;

class TestHazardPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_ledger = std::make_unique<LongLedger>(); }
    void init();
    void cleanup();
    void asksForTheLedgerOnlyOnceWhenItOpens();
    void showsTheLatestFirst();
    void typingIsSettledBeforeTheLedgerIsAsked();
    void statesSayHowManyAndNarrow();
    void openAndOverdueNarrow();
    void aColourNarrows();
    void saysThatNothingFits();
    void anEmptyLedgerOffersTheFirstSteps();
    void announcesTheSelection();
    void keepsTheSelectionOverARefresh();
    void keepsTheSelectionOverASort();
    void aRefreshLeavesWhatAnotherPanelSelected();
    void announcesARowWhosePageIsStillToCome();
    void opensTheHazardThatIsAskedFor();
    void opensAHazardBeforeTheListIsThere();
    void refreshesWhenAHazardChanges();
    void keepsTheWidthsOfItsColumns();
    void isUsableByKeyboardEyeAndScreenReader();

private:
    void open(store::Store &store);
    QTableView *table() const { return m_panel->findChild<QTableView *>(u"ledger"_s); }
    HazardListModel *model() const { return m_panel->findChild<HazardListModel *>(); }
    template<typename T>
    T *find(const QString &name) const
    {
        return m_panel->findChild<T *>(name);
    }
    bool isSettled() const { return !model()->isAsking() && m_shell->jobs().isIdle(); }
    QString description(int row) const
    {
        return model()->index(row, HazardListModel::Description).data().toString();
    }
    QString currentDescription() const { return description(table()->currentIndex().row()); }
    QString chosen(int hazard) const { return u"隐患%1号"_s.arg(hazard, 4, 10, QChar(u'0')); }
    void choose(QComboBox *box, const QVariant &data)
    {
        box->setCurrentIndex(box->findData(data));
        Q_EMIT box->activated(box->currentIndex());
    }

    std::unique_ptr<LongLedger> m_ledger;
    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<hazards::HazardPanel> m_panel;
};

void TestHazardPanel::init()
{
    m_shell = std::make_unique<TestShell>(m_ledger->plant.store().path());
    open(m_ledger->plant.store());
}

void TestHazardPanel::open(store::Store &store)
{
    m_panel.reset();
    m_panel = std::make_unique<hazards::HazardPanel>(store, *m_shell);
    m_panel->resize(760, 600);
    m_panel->show();
    QTRY_VERIFY(isSettled());
}

void TestHazardPanel::cleanup()
{
    m_panel.reset();
    m_shell.reset();
}

void TestHazardPanel::asksForTheLedgerOnlyOnceWhenItOpens()
{
    hazards::HazardPanel panel(m_ledger->plant.store(), *m_shell);
    QSignalSpy reset(panel.findChild<HazardListModel *>(), &QAbstractItemModel::modelReset);
    panel.show();
    QTRY_VERIFY(reset.count() > 0 && m_shell->jobs().isIdle());
    QCOMPARE(reset.count(), 1);
}

void TestHazardPanel::showsTheLatestFirst()
{
    QCOMPARE(model()->rowCount(), LongLedger::Size);
    QTRY_COMPARE(description(0), chosen(999));
    QCOMPARE(find<QLabel>(u"total"_s)->text(), u"1000 hazard(s)"_s);
}

void TestHazardPanel::typingIsSettledBeforeTheLedgerIsAsked()
{
    QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
    auto *search = find<QLineEdit>(u"search"_s);
    for (const QString &typed : {u"0"_s, u"01"_s, u"012"_s})
        search->setText(typed);
    QTRY_COMPARE(reset.count(), 1);
    QTRY_VERIFY(isSettled());
    QCOMPARE(reset.count(), 1);
    QCOMPARE(m_panel->filter().text, u"012"_s);
    QVERIFY(model()->rowCount() < LongLedger::Size);
}

void TestHazardPanel::statesSayHowManyAndNarrow()
{
    auto *states = find<QComboBox>(u"state"_s);
    const int graded = states->findData(u"graded"_s);
    const QString label = m_ledger->plant.schema().find(u"hazard"_s)->stateLabel(u"graded"_s);
    QCOMPARE(states->itemText(graded), u"%1 (60)"_s.arg(label));
    choose(states, u"graded"_s);
    QTRY_COMPARE(model()->rowCount(), LongLedger::Graded);
    QCOMPARE(states->itemText(states->findData(u"dispatched"_s)).section(u' ', -1), u"(40)"_s);
    find<QLineEdit>(u"search"_s)->setText(u"隐患005"_s); // ten of the graded
    QTRY_COMPARE(states->itemText(graded), u"%1 (10)"_s.arg(label));
}

void TestHazardPanel::openAndOverdueNarrow()
{
    find<QToolButton>(u"overdueOnly"_s)->click();
    QTRY_COMPARE(model()->rowCount(), LongLedger::Dispatched);
    find<QToolButton>(u"openOnly"_s)->click();
    QTRY_VERIFY(isSettled());
    QCOMPARE(model()->rowCount(), LongLedger::Dispatched);
    find<QToolButton>(u"overdueOnly"_s)->click();
    QTRY_COMPARE(model()->rowCount(), LongLedger::Size); // nothing is closed in this ledger
}

void TestHazardPanel::aColourNarrows()
{
    choose(find<QComboBox>(u"colour"_s), u"orange"_s);
    QTRY_COMPARE(model()->rowCount(), 225); // a quarter of the 900 that were not graded
}

void TestHazardPanel::saysThatNothingFits()
{
    find<QLineEdit>(u"search"_s)->setText(u"no such hazard"_s);
    QTRY_COMPARE(model()->rowCount(), 0);
    QVERIFY(!table()->isVisible());
    QStringList texts;
    for (const QLabel *label : m_panel->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY(texts.contains(u"No hazard fits the filter"_s));
    find<QLineEdit>(u"search"_s)->clear();
    QTRY_VERIFY(table()->isVisible());
}

void TestHazardPanel::anEmptyLedgerOffersTheFirstSteps()
{
    TestPlant empty;
    open(empty.store());
    QCOMPARE(model()->rowCount(), 0);
    QVERIFY(!table()->isVisible());
    QStringList steps;
    for (const QPushButton *button : m_panel->findChildren<QPushButton *>()) {
        if (button->isVisible())
            steps << button->text();
    }
    QCOMPARE(steps, QStringList({u"Report a hazard..."_s, u"Take over a ledger..."_s}));
    QCOMPARE(accesswalk::faults(m_panel.get()), QStringList());
    m_panel.reset(); // before its store
}

void TestHazardPanel::announcesTheSelection()
{
    QTRY_COMPARE(m_shell->selection(), shell::Reference({u"hazard"_s, m_ledger->ids.last()}));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(m_shell->selection(), shell::Reference({u"hazard"_s, m_ledger->ids.at(998)}));
}

void TestHazardPanel::keepsTheSelectionOverARefresh()
{
    m_shell->open({u"hazard"_s, m_ledger->ids.at(500)});
    QTRY_COMPARE(currentDescription(), chosen(500));
    QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
    QSignalSpy moved(&m_shell->events(), &shell::Events::selectionChanged);
    m_panel->findChild<QAction *>(u"hazards.refresh"_s)->trigger();
    QTRY_VERIFY(reset.count() == 1 && isSettled());
    QTRY_COMPARE(currentDescription(), chosen(500));
    QCOMPARE(moved.count(), 0);
}

void TestHazardPanel::keepsTheSelectionOverASort()
{
    m_shell->open({u"hazard"_s, m_ledger->ids.at(500)});
    QTRY_COMPARE(currentDescription(), chosen(500));
    table()->sortByColumn(HazardListModel::Number, Qt::AscendingOrder);
    QTRY_VERIFY(isSettled());
    QTRY_COMPARE(currentDescription(), chosen(500));
    QCOMPARE(m_shell->selection().id, m_ledger->ids.at(500));
}

void TestHazardPanel::aRefreshLeavesWhatAnotherPanelSelected()
{
    m_shell->setSelection({u"area"_s, m_ledger->plant.team}); // somebody looks at an area
    QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
    Q_EMIT m_shell->events().storeChanged({u"hazard"_s});
    QTRY_VERIFY(reset.count() == 1 && isSettled());
    QCOMPARE(m_shell->selection(), shell::Reference({u"area"_s, m_ledger->plant.team}));
}

void TestHazardPanel::announcesARowWhosePageIsStillToCome()
{
    m_shell->setSelection({u"area"_s, m_ledger->plant.team});
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(m_shell->selection(), shell::Reference({u"hazard"_s, m_ledger->ids.first()}));
}

void TestHazardPanel::opensTheHazardThatIsAskedFor()
{
    m_shell->open({u"hazard"_s, m_ledger->ids.at(3)});
    QTRY_COMPARE(currentDescription(), chosen(3));
    QCOMPARE(table()->currentIndex().row(), 996);
    QCOMPARE(m_shell->selection(), shell::Reference({u"hazard"_s, m_ledger->ids.at(3)}));
}

void TestHazardPanel::opensAHazardBeforeTheListIsThere()
{
    m_shell->setSelection({u"hazard"_s, m_ledger->ids.at(3)});
    open(m_ledger->plant.store());
    QTRY_COMPARE(currentDescription(), chosen(3));
    QCOMPARE(m_shell->selection(), shell::Reference({u"hazard"_s, m_ledger->ids.at(3)}));
}

void TestHazardPanel::refreshesWhenAHazardChanges()
{
    QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
    Q_EMIT m_shell->events().storeChanged({u"incident"_s});
    QTRY_VERIFY(isSettled());
    QCOMPARE(reset.count(), 0);
    Q_EMIT m_shell->events().storeChanged({u"hazard"_s});
    QTRY_COMPARE(reset.count(), 1);
}

void TestHazardPanel::keepsTheWidthsOfItsColumns()
{
    table()->horizontalHeader()->resizeSection(HazardListModel::Place, 333);
    table()->sortByColumn(HazardListModel::Deadline, Qt::AscendingOrder);
    open(m_ledger->plant.store());
    QCOMPARE(table()->columnWidth(HazardListModel::Place), 333);
}

void TestHazardPanel::isUsableByKeyboardEyeAndScreenReader()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QCOMPARE(accesswalk::faults(m_panel.get()), QStringList());
    QTest::keyClick(m_panel.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>(u"search"_s)->hasFocus());
}

QTEST_MAIN(TestHazardPanel)
#include "tst_hazardpanel.moc"
