// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardstore.h"
#include "hazards/panel/importdialog.h"
#include "hazards/panel/judgementmodel.h"
#include "shell/messagebar.h"
#include "store/history.h"
#include "support/accesswalk.h"
#include "support/expectations.h"
#include "support/keyboard.h"
#include "support/testplant.h"
#include "support/testshell.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace hazards;

class TestImportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isUsableByKeyboardEyeAndScreenReader();
    void showsWhatIsInTheFileBeforeAnythingIsWritten();
    void takesTheRowsOverAndOneUndoTakesThemBack();
    void theSameFileAgainHasNothingToTakeOver();
    void aColumnIsSentElsewhereByKeyboard();
    void aMappingThatIsRefusedIsTakenBackWithAWord();
    void saysWhyAFileCannotBeTakenOver();
    void closingStopsTheReading();

private:
    QString write(const QString &name, const QByteArray &content);
    QString ledger();
    void open(const QString &path);
    qint64 hazardCount();
    template<typename T>
    T *part(const QString &name) const
    {
        T *found = m_dialog->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QString fieldOf(const QString &heading) const;

    QTemporaryDir m_folder;
    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<ImportDialog> m_dialog;
    Keyboard m_keys;
};

void TestImportDialog::init()
{
    m_plant = std::make_unique<TestPlant>();
    m_shell = std::make_unique<TestShell>(m_plant->store().path());
    m_shell->setPerson({.id = m_plant->officer, .name = u"安全甲"_s});
    m_keys = {};
}

void TestImportDialog::cleanup()
{
    m_dialog.reset();
    m_shell.reset();
    m_plant.reset();
}

QString TestImportDialog::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QString TestImportDialog::ledger()
{
    return write(u"ledger.csv"_s,
                 "序号,隐患描述,排查日期,隐患等级,责任人,备注\n"
                 "1,冲床光电保护装置失效,2025-09-01,一般,班长乙,\n"
                 "2,气瓶未固定,2025-09-02,一般,张无名,尽快\n"
                 "3,通道堆放杂物,去年底,一般,班长乙,\n");
}

void TestImportDialog::open(const QString &path)
{
    m_dialog = std::make_unique<ImportDialog>(m_plant->store(), *m_shell, path);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_VERIFY(m_shell->jobs().isIdle());
    QCoreApplication::processEvents();
}

qint64 TestImportDialog::hazardCount()
{
    const auto connection = m_plant->connection();
    return *count(connection, {});
}

QString TestImportDialog::fieldOf(const QString &heading) const
{
    const auto *table = part<QTableWidget>(u"columns"_s);
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text() == heading)
            return table->item(row, 1)->data(Qt::UserRole).toString();
    }
    return u"no such column"_s;
}

void TestImportDialog::isUsableByKeyboardEyeAndScreenReader()
{
    open(ledger());
    QVERIFY(m_dialog->isReady());
    QCOMPARE(accesswalk::faults(m_dialog.get()).join(u'\n'), QString());
}

void TestImportDialog::showsWhatIsInTheFileBeforeAnythingIsWritten()
{
    open(ledger());
    QVERIFY(m_dialog->isReady());
    QCOMPARE(m_dialog->facts()->read, 3);
    QCOMPARE(fieldOf(u"隐患描述"_s), u"description"_s);
    QCOMPARE(fieldOf(u"排查日期"_s), u"found_on"_s);
    QVERIFY(part<QLabel>(u"found"_s)->text().contains(u"row 1"_s));
    QVERIFY(part<QLabel>(u"summary"_s)->text().startsWith(u"3 row"_s));
    auto *judgements = m_dialog->findChild<JudgementModel *>();
    const QAbstractItemModelTester tester(judgements);
    QCOMPARE(judgements->rowCount(), m_dialog->facts()->problems.size());
    bool namesTheDate = false;
    for (int row = 0; row < judgements->rowCount(); ++row)
        namesTheDate |= judgements->index(row, JudgementModel::Row).data().toInt() == 4
                && judgements->index(row, JudgementModel::Value).data() == u"去年底"_s;
    QVERIFY(namesTheDate);
    QCOMPARE(hazardCount(), 0);
}

void TestImportDialog::takesTheRowsOverAndOneUndoTakesThemBack()
{
    open(ledger());
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    auto *messages = m_dialog->findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY2(messages->text().startsWith(u"3 row"_s), qUtf8Printable(messages->text()));
    QCOMPARE(hazardCount(), 3);
    QVERIFY(!part<QPushButton>(u"save"_s)->isVisible());
    QCOMPARE(accesswalk::faults(m_dialog.get()).join(u'\n'), QString());
    core::NoProgress progress;
    OK(store::undoLast(m_plant->store(), m_plant->officer, progress));
    QCOMPARE(hazardCount(), 0);
    m_keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog->isVisible());
}

void TestImportDialog::theSameFileAgainHasNothingToTakeOver()
{
    const QString path = ledger();
    open(path);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(hazardCount(), 3);
    m_dialog.reset();
    open(path);
    QVERIFY(m_dialog->isReady());
    QCOMPARE(m_dialog->facts()->duplicates, 3);
    QVERIFY(!part<QPushButton>(u"save"_s)->isEnabled());
    QVERIFY(part<QLabel>(u"reason"_s)->text().contains(u"already"_s));
}

void TestImportDialog::aColumnIsSentElsewhereByKeyboard()
{
    open(ledger());
    QCOMPARE(fieldOf(u"备注"_s), u"remark"_s);
    auto *table = part<QTableWidget>(u"columns"_s);
    QVERIFY(m_keys.tabTo(table));
    table->setCurrentCell(5, 1);
    m_keys.press(Qt::Key_F2);
    auto *box = table->findChild<QComboBox *>();
    QVERIFY(box);
    box->setCurrentIndex(box->findData(u"measure"_s)); // the arrows do the same
    m_keys.press(Qt::Key_Return);
    QTRY_COMPARE(fieldOf(u"备注"_s), u"measure"_s);
    QTRY_VERIFY(m_dialog->isReady());
    QVERIFY(m_dialog->isVisible());
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(hazardCount(), 3);
    const auto connection = m_plant->connection();
    HazardFilter filter;
    filter.text = u"气瓶"_s;
    GET(rows, findRows(connection, filter));
    QCOMPARE(rows->size(), 1);
    QCOMPARE(fetch(connection, *rows)->constFirst().measure, u"尽快"_s);
}

void TestImportDialog::aMappingThatIsRefusedIsTakenBackWithAWord()
{
    open(ledger());
    auto *table = part<QTableWidget>(u"columns"_s);
    table->item(4, 1)->setData(Qt::UserRole, u"measure"_s);
    QTRY_COMPARE(table->item(4, 2)->text(), u"You chose it."_s);
    table->item(5, 1)->setData(Qt::UserRole, u"measure"_s); // two columns of one field
    auto *messages = m_dialog->findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY2(messages->text().contains(u"two columns"_s), qUtf8Printable(messages->text()));
    QCOMPARE(fieldOf(u"责任人"_s), u"measure"_s);
    QCOMPARE(fieldOf(u"备注"_s), u"remark"_s);
    QVERIFY(part<QPushButton>(u"save"_s)->isEnabled());
}

void TestImportDialog::saysWhyAFileCannotBeTakenOver()
{
    open(write(u"empty.xlsx"_s, "this is no workbook"));
    auto *messages = m_dialog->findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY2(messages->text().contains(u"empty.xlsx"_s), qUtf8Printable(messages->text()));
    QVERIFY(!part<QPushButton>(u"save"_s)->isEnabled());
    QCOMPARE(accesswalk::faults(m_dialog.get()).join(u'\n'), QString());
    m_shell->testPrompts.pathToOpen = ledger();
    QVERIFY(m_keys.tabTo(part<QPushButton>(u"chooseFile"_s)));
    m_keys.press(Qt::Key_Space);
    QTRY_VERIFY(m_dialog->isReady());
    QVERIFY(part<QPushButton>(u"save"_s)->isEnabled());
    QVERIFY(!messages->isVisible());
}

void TestImportDialog::closingStopsTheReading()
{
    QByteArray rows = "序号,隐患描述,排查日期\n";
    for (int i = 1; i <= 60'000; ++i)
        rows += QByteArray::number(i) + ",气瓶未固定第" + QByteArray::number(i) + "处,2025-09-02\n";
    m_dialog =
            std::make_unique<ImportDialog>(m_plant->store(), *m_shell, write(u"long.csv"_s, rows));
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_COMPARE(m_shell->jobs().listedJobs().size(), 1);
    m_keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog->isVisible());
    QTRY_VERIFY(m_shell->jobs().isIdle());
    QCOMPARE(m_dialog->facts(), nullptr);
    QCOMPARE(hazardCount(), 0);
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
