// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/panel/pageview.h"
#include "documents/panel/printing.h"
#include "documents/panel/reportpreview.h"
#include "documents/rowsof.h"
#include "documents/samplereport.h"
#include "shell/messagebar.h"
#include "support/accesswalk.h"
#include "support/testshell.h"

#include <QComboBox>
#include <QPointer>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QSemaphore>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace documents;
using namespace samplereport;

class TestReportPreview : public QObject
{
    Q_OBJECT

private slots:
    void isUsableByKeyboardEyeAndScreenReader();
    void turnsPagesByKeyboard();
    void turnsToThePageThatIsTyped();
    void zoomsAlongTheFixedSizes();
    void savesWhatItShows();
    void saysWhyItCannotSave();
    void aDoubleClickOpensTheRecord();
    void showsAnErrorOfTheRowsAndTriesAgain();
    void closingStopsTheWork();
    void printsThePagesOfTheRange();

private:
    static QString pdfText(const QString &file);
    QTemporaryDir m_folder;
};

QString TestReportPreview::pdfText(const QString &file)
{
    QProcess process;
    process.start(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, file, u"-"_s});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

void TestReportPreview::isUsableByKeyboardEyeAndScreenReader()
{
    TestShell shell;
    ReportPreview preview(shell, ledger(60));
    preview.resize(1280, 680);
    preview.show();
    QVERIFY(QTest::qWaitForWindowExposed(&preview));
    QTRY_VERIFY(preview.isReady());
    auto *view = preview.findChild<PageView *>(u"view"_s);
    QTRY_VERIFY(view->sheetSize().isValid());
    QCOMPARE(accesswalk::faults(&preview), QStringList());
    QVERIFY(view->accessibleDescription().contains(u"HZ-2026-000000"_s));
    QVERIFY(view->hasFocus());
}

void TestReportPreview::turnsPagesByKeyboard()
{
    TestShell shell;
    ReportPreview preview(shell, ledger(60));
    preview.show();
    QTRY_VERIFY(preview.isReady());
    auto *view = preview.findChild<PageView *>(u"view"_s);
    auto *zoom = preview.findChild<QComboBox *>(u"zoom"_s);
    zoom->setCurrentIndex(1); // whole page
    QTRY_VERIFY(view->sheetSize().isValid() && view->sheetSize().height() < view->height());

    QTest::keyClick(view, Qt::Key_PageDown);
    QCOMPARE(preview.currentPage(), 1);
    QTRY_VERIFY(view->accessibleDescription().contains(u"HZ-2026-000010"_s));
    QTest::keyClick(view, Qt::Key_End);
    QVERIFY(preview.currentPage() > 2);
    QVERIFY(!preview.findChild<QToolButton *>(u"nextPage"_s)->isEnabled());
    QTest::keyClick(view, Qt::Key_PageDown);
    const int last = preview.currentPage();
    QTest::keyClick(view, Qt::Key_PageUp);
    QCOMPARE(preview.currentPage(), last - 1);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(preview.currentPage(), 0);
    QVERIFY(!preview.findChild<QToolButton *>(u"previousPage"_s)->isEnabled());
}

void TestReportPreview::turnsToThePageThatIsTyped()
{
    TestShell shell;
    ReportPreview preview(shell, ledger(60));
    preview.show();
    QTRY_VERIFY(preview.isReady());
    auto *number = preview.findChild<QSpinBox *>(u"page"_s);
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, u"3"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(preview.currentPage(), 2);
    QVERIFY(preview.isVisible());
}

void TestReportPreview::zoomsAlongTheFixedSizes()
{
    TestShell shell;
    ReportPreview preview(shell, ledger(10));
    preview.show();
    QTRY_VERIFY(preview.isReady());
    auto *view = preview.findChild<PageView *>(u"view"_s);
    auto *zoom = preview.findChild<QComboBox *>(u"zoom"_s);
    zoom->setCurrentIndex(zoom->findData(100));
    QTRY_COMPARE(view->sheetSize().width(),
                 qRound(297 / 25.4 * preview.logicalDpiX())); // as wide as on paper
    QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(zoom->currentData().toInt(), 125);
    QTest::keyClick(view, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(zoom->currentData().toInt(), 75);
}

void TestReportPreview::savesWhatItShows()
{
    TestShell shell;
    ReportPreview preview(shell, ledger(12));
    preview.show();
    QTRY_VERIFY(preview.isReady());
    shell.testPrompts.pathToSave = m_folder.filePath(u"a.pdf"_s);
    QTest::mouseClick(preview.findChild<QPushButton *>(u"savePdf"_s), Qt::LeftButton);
    auto *messages = preview.findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->text().contains(u"a.pdf"_s));
    QVERIFY(pdfText(shell.testPrompts.pathToSave).contains(u"HZ-2026-000011"_s));
    QCOMPARE(shell.testPrompts.fileQuestions.last().suggestedName,
             u"隐患排查治理台账 2026-11-22.pdf"_s);

    shell.testPrompts.pathToSave = m_folder.filePath(u"a.xlsx"_s);
    QTest::mouseClick(preview.findChild<QPushButton *>(u"saveExcel"_s), Qt::LeftButton);
    QTRY_VERIFY(messages->text().contains(u"a.xlsx"_s));
    QFile file(shell.testPrompts.pathToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(2), QByteArray("PK"));
}

void TestReportPreview::saysWhyItCannotSave()
{
    TestShell shell;
    ReportPreview preview(shell, ledger(2));
    preview.show();
    QTRY_VERIFY(preview.isReady());
    shell.testPrompts.pathToSave = m_folder.filePath(u"nowhere/a.pdf"_s);
    QTest::mouseClick(preview.findChild<QPushButton *>(u"savePdf"_s), Qt::LeftButton);
    auto *messages = preview.findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->text().contains(u"nowhere"_s));
}

void TestReportPreview::aDoubleClickOpensTheRecord()
{
    const QUuid id = QUuid::createUuidV5(QUuid(), u"one hazard"_s);
    TestShell shell;
    ReportPreview preview(shell,
                          small({{.cells = {u"A-1"_s, u"甲"_s},
                                  .reference = {u"hazard"_s, id.toString(QUuid::WithoutBraces)}}}));
    preview.show();
    QTRY_VERIFY(preview.isReady());
    auto *view = preview.findChild<PageView *>(u"view"_s);
    QTRY_VERIFY(view->sheetSize().isValid());
    const int middle = view->viewport()->width() / 2;
    for (int y = 0; y < view->viewport()->height() && shell.opened.isEmpty(); y += 8)
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, {middle, y});
    QCOMPARE(shell.opened, QList<shell::Reference>({{u"hazard"_s, id}}));
    QVERIFY(!preview.isVisible());
}

void TestReportPreview::showsAnErrorOfTheRowsAndTriesAgain()
{
    TestShell shell;
    Report report = small({});
    auto asked = std::make_shared<std::atomic<int>>(0);
    report.rows = [asked](const TakeRow &take, core::Progress &) -> core::Result<> {
        if (asked->fetch_add(1) == 0)
            return core::fail(core::ErrorCode::Busy, u"the store is busy"_s);
        take({.cells = {u"A-7"_s}});
        return {};
    };
    ReportPreview preview(shell, report);
    preview.show();
    auto *messages = preview.findChild<shell::MessageBar *>();
    QTRY_COMPARE(messages->text(), u"the store is busy"_s);
    QVERIFY(!preview.findChild<QPushButton *>(u"print"_s)->isEnabled());
    for (QPushButton *button : messages->findChildren<QPushButton *>()) {
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(preview.isReady());
    QVERIFY(preview.findChild<QPushButton *>(u"print"_s)->isEnabled());
}

void TestReportPreview::closingStopsTheWork()
{
    TestShell shell;
    Report report = small({});
    auto begun = std::make_shared<QSemaphore>();
    auto stopped = std::make_shared<QSemaphore>();
    report.rows = [begun, stopped](const TakeRow &take, core::Progress &) -> core::Result<> {
        const Row row{.cells = {u"A"_s, u"B"_s}};
        begun->release();
        while (take(row)) { }
        stopped->release();
        return {};
    };
    QPointer<ReportPreview> preview = ReportPreview::present(shell, report, nullptr);
    QVERIFY(preview->isVisible());
    QVERIFY(begun->tryAcquire(1, 5000));
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!preview);
    QVERIFY(stopped->tryAcquire(1, 5000));
    QTRY_VERIFY(shell.jobs().isIdle());
}

void TestReportPreview::printsThePagesOfTheRange()
{
    core::NoProgress progress;
    const auto pages = PagedReport::layOut(ledger(60), progress);
    QVERIFY(pages);
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(m_folder.filePath(u"printed.pdf"_s));
    printer.setFullPage(true);
    printer.setPageLayout((*pages)->pageLayout());
    printer.setPrintRange(QPrinter::PageRange);
    printer.setFromTo(2, 3);
    QVERIFY(printPages(**pages, printer, progress));
    const QString printed = pdfText(printer.outputFileName());
    QCOMPARE(printed.count(u'\f'), 2);
    QVERIFY(printed.contains(u"Page 2 of"_s));
    QVERIFY(printed.contains(u"Page 3 of"_s));
    const QString second = (*pages)->pageText(1);
    QVERIFY(printed.contains(second.mid(second.indexOf(u"HZ-"_s), 14)));
}

QTEST_MAIN(TestReportPreview)
#include "tst_reportpreview.moc"
