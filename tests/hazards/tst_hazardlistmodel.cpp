// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/longledger.h"
#include "hazards/panel/hazardlistmodel.h"
#include "store/connection.h"
#include "support/expectations.h"
#include "support/testshell.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using hazards::HazardListModel;

class TestHazardListModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_ledger = std::make_unique<LongLedger>(); }
    void init();
    void cleanup();
    void keepsTheContractOfAModel();
    void knowsTheNumberOfRowsBeforeAnyIsRead();
    void loadsOnlyThePageThatIsLookedAt();
    void asksForAPageOnlyOnce();
    void showsTheFactsOfARow();
    void saysOverdueInWordAndIcon();
    void dropsTheAnswerToAnOlderQuestion();
    void dropsAPageOfAnOlderOrder();
    void searchNarrowsTheList();
    void countsStatesWithoutTheStateFilter();
    void sortsByEachColumn_data();
    void sortsByEachColumn();
    void theOrderSurvivesAFilter();
    void findsARowAgainAfterARefresh();
    void anAreaThatIsGoneHoldsNothing();
    void saysWhatWentWrong();

private:
    bool isSettled() const { return !m_model->isAsking() && m_shell->jobs().isIdle(); }
    QString text(int row, HazardListModel::Column column) const
    {
        return m_model->index(row, column).data().toString();
    }
    // Reads the page of the row, then gives its text.
    QString loaded(int row, HazardListModel::Column column)
    {
        text(row, column);
        if (!QTest::qWaitFor([&] { return m_model->recordAt(row) != nullptr; }))
            return u"never loaded"_s;
        return text(row, column);
    }

    std::unique_ptr<LongLedger> m_ledger;
    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<HazardListModel> m_model;
};

void TestHazardListModel::init()
{
    m_shell = std::make_unique<TestShell>(m_ledger->plant.store().path());
    m_model = std::make_unique<HazardListModel>(m_ledger->plant.store(), *m_shell);
    m_model->refresh();
    QTRY_VERIFY(isSettled());
}

void TestHazardListModel::cleanup()
{
    m_model.reset();
    m_shell.reset();
}

void TestHazardListModel::keepsTheContractOfAModel()
{
    QAbstractItemModelTester tester(m_model.get(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setFilter({.text = u"01"_s});
    QTRY_VERIFY(isSettled());
    m_model->sort(HazardListModel::Deadline, Qt::AscendingOrder);
    QTRY_VERIFY(isSettled());
    QVERIFY(!loaded(0, HazardListModel::Number).isEmpty());
}

void TestHazardListModel::knowsTheNumberOfRowsBeforeAnyIsRead()
{
    QCOMPARE(m_model->rowCount(), LongLedger::Size);
    QCOMPARE(m_model->recordAt(0), nullptr);
}

void TestHazardListModel::loadsOnlyThePageThatIsLookedAt()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QCOMPARE(text(300, HazardListModel::Description), QString());
    QTRY_COMPARE(changed.count(), 1);
    QTRY_VERIFY(isSettled());
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 256);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 511);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_model->recordAt(511));
    QCOMPARE(m_model->recordAt(255), nullptr);
    QCOMPARE(m_model->recordAt(512), nullptr);
    QCOMPARE(loaded(999, HazardListModel::Description), u"隐患0000号"_s); // the short last page
}

void TestHazardListModel::asksForAPageOnlyOnce()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    for (int row = 0; row < 256; ++row)
        text(row, HazardListModel::Number);
    QTRY_VERIFY(changed.count() > 0 && isSettled());
    for (int row = 0; row < 256; ++row)
        QVERIFY(!text(row, HazardListModel::Number).isEmpty());
    QTRY_VERIFY(isSettled());
    QCOMPARE(changed.count(), 1);
}

void TestHazardListModel::showsTheFactsOfARow()
{
    m_model->setFilter({.text = u"隐患0003号"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(loaded(0, HazardListModel::Description), u"隐患0003号"_s);
    QCOMPARE(text(0, HazardListModel::Number), u"HZ-2023-00004"_s);
    QCOMPARE(text(0, HazardListModel::FoundOn), u"2023-01-04"_s);
    QCOMPARE(text(0, HazardListModel::Place), u"一车间 / 冲压班 · 3号位"_s);
    QCOMPARE(text(0, HazardListModel::Responsible), u"班长乙"_s);
    const auto swatch =
            m_model->index(0, HazardListModel::Colour).data(Qt::DecorationRole).value<QIcon>();
    for (const auto mode : {QIcon::Normal, QIcon::Selected}) {
        QCOMPARE(swatch.pixmap(16, mode).toImage().pixelColor(8, 8),
                 m_shell->colours().fill(shell::ColourRole::SeverityYellow));
    }
    QVERIFY(!text(0, HazardListModel::Colour).isEmpty()); // the colour is not the only sign
    QVERIFY(!text(0, HazardListModel::Grade).isEmpty());
    QVERIFY(!text(0, HazardListModel::State).isEmpty());
}

void TestHazardListModel::saysOverdueInWordAndIcon()
{
    m_model->setFilter({.text = u"隐患0003号"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(loaded(0, HazardListModel::Deadline), u"2025-10-20 overdue"_s);
    const QModelIndex deadline = m_model->index(0, HazardListModel::Deadline);
    QVERIFY(!deadline.data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(deadline.data(Qt::ForegroundRole).value<QColor>(),
             m_shell->colours().text(shell::ColourRole::Overdue));
    m_model->setFilter({.text = u"隐患0900号"_s});
    QTRY_VERIFY(isSettled());
    QCOMPARE(loaded(0, HazardListModel::Deadline), QString());
}

void TestHazardListModel::dropsTheAnswerToAnOlderQuestion()
{
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setFilter({.text = u"号"_s}); // all of them
    m_model->setFilter({.text = u"隐患000"_s});
    QTRY_VERIFY(isSettled());
    QCOMPARE(reset.count(), 1);
    QCOMPARE(m_model->rowCount(), 10);
}

void TestHazardListModel::dropsAPageOfAnOlderOrder()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    text(0, HazardListModel::Description);
    m_model->sort(HazardListModel::FoundOn, Qt::AscendingOrder);
    QTRY_VERIFY(isSettled());
    QCOMPARE(changed.count(), 0);
    QCOMPARE(loaded(0, HazardListModel::Description), u"隐患0000号"_s);
}

void TestHazardListModel::searchNarrowsTheList()
{
    m_model->setFilter({.text = u"隐患012"_s});
    QTRY_COMPARE(m_model->rowCount(), 10);
    QCOMPARE(loaded(0, HazardListModel::Description), u"隐患0129号"_s); // found last
    m_model->setFilter({.text = u"no such"_s});
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void TestHazardListModel::countsStatesWithoutTheStateFilter()
{
    QMap<QString, qint64> counts;
    connect(m_model.get(), &HazardListModel::counted, this,
            [&counts](const QMap<QString, qint64> &byState) { counts = byState; });
    m_model->setFilter({.states = {u"graded"_s}});
    QTRY_COMPARE(m_model->rowCount(), LongLedger::Graded);
    QCOMPARE(counts,
             (QMap<QString, qint64>{{u"dispatched"_s, LongLedger::Dispatched},
                                    {u"graded"_s, LongLedger::Graded},
                                    {u"reported"_s, 900}}));
}

void TestHazardListModel::sortsByEachColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("sql");
    const std::pair<HazardListModel::Column, const char *> orders[] = {
            {HazardListModel::Number, "number"},
            {HazardListModel::FoundOn, "found_on"},
            {HazardListModel::Description, "description"},
            {HazardListModel::Place, "(SELECT name FROM area WHERE area.id = hazard.area)"},
            {HazardListModel::Colour, "instr('blue  yellow orange red', response_colour)"},
            {HazardListModel::Grade, "grade"},
            {HazardListModel::State, "state"},
            {HazardListModel::Responsible,
             "(SELECT name FROM person WHERE person.id = hazard.responsible)"},
            {HazardListModel::Deadline, "deadline"}};
    static_assert(std::size(orders) == HazardListModel::ColumnCount);
    for (const auto &[column, sql] : orders)
        QTest::addRow("%s", sql) << int(column) << QString::fromLatin1(sql);
}

// Beside a plain read of the values: never out of order, and every row is there.
void TestHazardListModel::sortsByEachColumn()
{
    QFETCH(int, column);
    QFETCH(QString, sql);
    QHash<qint64, QVariant> keys;
    auto connection = m_ledger->plant.connection();
    QSqlQuery query = connection.prepare(u"SELECT row, %1 FROM hazard"_s.arg(sql));
    QVERIFY(query.exec());
    while (query.next())
        keys.insert(query.value(0).toLongLong(), query.value(1));
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        m_model->sort(column, order);
        QTRY_VERIFY(isSettled());
        QCOMPARE(m_model->rowCount(), LongLedger::Size);
        QSet<qint64> seen;
        QVariant before;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const auto id = qint64(m_model->rowAt(row));
            seen.insert(id);
            const QVariant key = keys.value(id);
            const bool isNumber = key.typeId() == QMetaType::LongLong;
            if (row > 0 && !key.isNull() && !before.isNull()) {
                const int compared = isNumber ? int(before.toLongLong() - key.toLongLong())
                                              : before.toString().compare(key.toString());
                QVERIFY2(order == Qt::AscendingOrder ? compared <= 0 : compared >= 0,
                         qUtf8Printable(u"row %1: %2, %3"_s.arg(row).arg(before.toString(),
                                                                         key.toString())));
            }
            before = key;
        }
        QCOMPARE(seen.size(), LongLedger::Size);
    }
}

void TestHazardListModel::theOrderSurvivesAFilter()
{
    m_model->sort(HazardListModel::FoundOn, Qt::AscendingOrder);
    m_model->setFilter({.text = u"隐患012"_s});
    QTRY_VERIFY(isSettled());
    QCOMPARE(loaded(0, HazardListModel::Description), u"隐患0120号"_s);
}

void TestHazardListModel::findsARowAgainAfterARefresh()
{
    const hazards::HazardRow row = m_model->rowAt(700);
    m_model->sort(HazardListModel::FoundOn, Qt::AscendingOrder);
    QTRY_VERIFY(isSettled());
    QCOMPARE(m_model->indexOf(row), 299);
    QCOMPARE(m_model->indexOf(hazards::HazardRow(-1)), -1);
}

void TestHazardListModel::anAreaThatIsGoneHoldsNothing()
{
    QSignalSpy failed(m_model.get(), &HazardListModel::failed);
    m_model->setFilter({.area = QUuid::createUuid()});
    QTRY_COMPARE(m_model->rowCount(), 0);
    QCOMPARE(failed.count(), 0);
}

void TestHazardListModel::saysWhatWentWrong()
{
    TestPlant other;
    HazardListModel model(other.store(), *m_shell);
    QSignalSpy failed(&model, &HazardListModel::failed);
    QVERIFY(QFile::remove(other.store().path()));
    model.refresh();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!failed.at(0).at(0).value<core::Error>().message.isEmpty());
    QVERIFY(!model.isAsking());
}

QTEST_MAIN(TestHazardListModel)
#include "tst_hazardlistmodel.moc"
