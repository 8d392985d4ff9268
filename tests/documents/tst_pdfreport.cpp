// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/celltext.h"
#include "documents/engine/pdfwriter.h"
#include "documents/rowsof.h"
#include "documents/samplereport.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace documents;
using namespace samplereport;

namespace {

QString withoutSpace(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (!c.isSpace())
            result += c;
    }
    return result;
}

}

class TestPdfReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCellIsInTheTextLayer();
    void fontsAreEmbeddedAndMapped();
    void headerAndPageNumberStandOnEveryPage();
    void titleAndCreatorAreInTheFile();
    void aTextHigherThanAPageGoesOn();
    void unusualCharactersSurvive_data();
    void unusualCharactersSurvive();
    void whatNoFontShowsIsNamed();
    void noRowsSayWhy();
    void notesFactsAndSignaturesStandOnThePaper();
    void fiveThousandRowsKeepTheirOrder();
    void cancelLeavesTheOldFile_data();
    void cancelLeavesTheOldFile();
    void aFolderThatIsNotThereIsAPlainError();
    void tooManyColumnsAreRefused();
    void anErrorOfTheRowsIsHandedOn();

private:
    QString text(const Report &report, int page = 0);
    QString run(const QString &program, const QStringList &arguments);
    QString path() const { return m_folder.filePath(u"报告.pdf"_s); }

    QTemporaryDir m_folder;
};

void TestPdfReport::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty(),
             "poppler-utils is missing; it is in the package list");
    QVERIFY(m_folder.isValid());
}

QString TestPdfReport::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qWarning() << program << process.readAllStandardError();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString TestPdfReport::text(const Report &report, int page)
{
    core::NoProgress progress;
    const auto written = writePdf(report, path(), progress);
    if (!written) {
        qWarning() << written.error().message;
        return {};
    }
    QStringList arguments{u"-raw"_s, u"-enc"_s, u"UTF-8"_s};
    if (page > 0)
        arguments += {u"-f"_s, QString::number(page), u"-l"_s, QString::number(page)};
    return run(u"pdftotext"_s, arguments + QStringList{path(), u"-"_s});
}

void TestPdfReport::everyCellIsInTheTextLayer()
{
    const Report report = ledger(200);
    const QString printed = withoutSpace(text(report));
    core::NoProgress progress;
    qsizetype at = 0;
    QStringList lost;
    const auto look = [&](const Row &row) {
        for (int i = 0; i < row.cells.size(); ++i) {
            const QString cell = withoutSpace(cellText(row.cells[i], report.columns[i], report));
            const qsizetype found = printed.indexOf(cell, at);
            if (found < 0)
                lost += cell;
            else
                at = found + cell.size();
        }
        return lost.isEmpty();
    };
    QVERIFY(report.rows(look, progress));
    QCOMPARE(lost, QStringList());
}

void TestPdfReport::fontsAreEmbeddedAndMapped()
{
    QVERIFY(!text(ledger(5)).isEmpty());
    const QStringList lines = run(u"pdffonts"_s, {path()}).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3); // heading, rule, the one font
    QVERIFY2(lines[2].startsWith(u"WenQuanYiMicroHei"_s), qPrintable(lines[2]));
    const QStringList words = lines[2].simplified().split(u' ');
    QCOMPARE(words.mid(words.size() - 5, 3), QStringList({u"yes"_s, u"no"_s, u"yes"_s}));
}

void TestPdfReport::headerAndPageNumberStandOnEveryPage()
{
    const QStringList pages = text(ledger(150)).split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 5);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QString page = withoutSpace(pages[i]);
        QVERIFY2(page.contains(u"隐患编号"_s) && page.contains(u"整改资金（元）"_s),
                 qPrintable(pages[i]));
        QVERIFY(page.contains(u"隐患排查治理台账"_s));
        QVERIFY(page.contains(u"样例精密部件厂"_s));
        QVERIFY2(page.endsWith(u"Page%1of%2"_s.arg(i + 1).arg(pages.size())),
                 qPrintable(page.right(40)));
    }
}

void TestPdfReport::titleAndCreatorAreInTheFile()
{
    QVERIFY(!text(ledger(1)).isEmpty());
    const QString facts = run(u"pdfinfo"_s, {path()});
    QVERIFY(facts.contains(u"隐患排查治理台账"_s));
    QVERIFY(facts.contains(u"Anlan"_s));
    QVERIFY(facts.contains(u"(A4)"_s));
}

void TestPdfReport::aTextHigherThanAPageGoesOn()
{
    QString sentence;
    for (int i = 0; i < 6000; ++i)
        sentence += u"第%1句，整改。"_s.arg(i);
    const Report report = small({{.cells = {u"A-1"_s, u"前"_s}},
                                 {.cells = {u"A-2"_s, sentence}},
                                 {.cells = {u"A-3"_s, u"后"_s}}});
    const QStringList pages = text(report).split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 3);
    QString whole;
    for (const QString &page : pages) {
        QString piece = withoutSpace(page);
        piece.remove(0, piece.indexOf(u"编号内容"_s) + 4);
        piece.truncate(piece.lastIndexOf(u"Page"_s));
        whole += piece;
    }
    QCOMPARE(whole, u"A-1前A-2"_s + sentence + u"A-3后"_s);
}

void TestPdfReport::unusualCharactersSurvive_data()
{
    QTest::addColumn<QString>("cell");
    QTest::newRow("rare characters") << u"龘靐齉爩犇猋骉镕堃喆煊昇啰瑢玥"_s;
    QTest::newRow("those that other fonts turn into radicals") << u"人一大门火水木金土山石"_s;
    QTest::newRow("full-width punctuation")
            << u"《办法》（试行）：“甲”、‘乙’；丙——丁……！？【戊】％￥～"_s;
    QTest::newRow("code beside Chinese") << u"编号HZ-2026-000000号"_s;
    QTest::newRow("units") << u"≤0.5m² ±3℃ ×2 №5 ①②③ Ⅳ级 φ20 μm ‰"_s;
    QTest::newRow("newlines") << u"一、停机\n二、断电\r\n三、挂牌"_s;
    QTest::newRow("a word wider than the column")
            << u"https://example.invalid/"_s + QString(300, u'a') + u"/end"_s;
    QTest::newRow("looks like a formula") << u"=1+1"_s;
    QTest::newRow("looks like a tag") << u"<b>&amp;</b> \\n (括号) %1 %2"_s;
}

void TestPdfReport::unusualCharactersSurvive()
{
    QFETCH(QString, cell);
    const QString printed = text(small({{.cells = {u"前"_s, cell}}, {.cells = {cell, u"后"_s}}}));
    QCOMPARE(withoutSpace(printed).count(withoutSpace(cell)), 2);
}

void TestPdfReport::whatNoFontShowsIsNamed()
{
    const QString unassigned = QString::fromUcs4(U"\U000E0FFF");
    const QString printed = withoutSpace(text(small({{.cells = {u"刘"_s + unassigned, u"x"_s}}})));
    QVERIFY(printed.contains(u"刘〓"_s));
    QVERIFY(printed.contains(u"U+E0FFF"_s));
}

void TestPdfReport::noRowsSayWhy()
{
    Report report = small({});
    QVERIFY(text(report).contains(u"No records."_s));
    report.emptyText = u"本期无隐患记录"_s;
    const QString printed = text(report);
    QVERIFY(printed.contains(u"本期无隐患记录"_s));
    QVERIFY(printed.contains(u"编号"_s));
    QVERIFY(printed.contains(u"Page 1 of 1"_s));
}

void TestPdfReport::notesFactsAndSignaturesStandOnThePaper()
{
    Report report = ledger(3);
    report.subtitles = {u"（2026年第三季度）"_s};
    for (int i = 0; i < 60; ++i)
        report.facts += {u"条件%1"_s.arg(i), u"设备动力部、三车间（机加）%1"_s.arg(i)};
    const QString printed = withoutSpace(text(report));
    for (const Fact &fact : std::as_const(report.facts))
        QVERIFY2(printed.contains(withoutSpace(fact.value)), qPrintable(fact.value));
    QVERIFY(printed.contains(u"（2026年第三季度）"_s));
    QVERIFY(printed.contains(u"“重大”隐患另附五落实方案。"_s));
    QVERIFY(printed.contains(u"编制:审核:批准:"_s));
    QVERIFY(printed.contains(u"Madeby甲一at2026-11-2214:30"_s)); // plant time
}

void TestPdfReport::fiveThousandRowsKeepTheirOrder()
{
    const QString printed = text(ledger(5000));
    qsizetype at = 0;
    for (int i = 0; i < 5000; ++i) {
        const QString code = u"HZ-2026-%1"_s.arg(i, 6, 10, QChar(u'0'));
        at = printed.indexOf(code, at);
        QVERIFY2(at >= 0, qPrintable(code));
    }
    const qsizetype pages = printed.count(u'\f');
    QVERIFY(printed.contains(u"Page %1 of %1"_s.arg(pages)));
}

void TestPdfReport::cancelLeavesTheOldFile_data()
{
    QTest::addColumn<int>("at");
    QTest::newRow("while the rows come") << 100;
    QTest::newRow("while the pages are broken") << 300;
    QTest::newRow("while they are painted") << 750;
}

void TestPdfReport::cancelLeavesTheOldFile()
{
    QFETCH(int, at);
    QTemporaryDir folder;
    CancelAt progress(at);
    const QString file = folder.filePath(u"a.pdf"_s);
    auto result = writePdf(ledger(1000), file, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());

    QFile old(file);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    CancelAt again(at);
    QVERIFY(!writePdf(ledger(1000), file, again));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
}

void TestPdfReport::aFolderThatIsNotThereIsAPlainError()
{
    core::NoProgress progress;
    const QString folder = m_folder.filePath(u"没有"_s);
    const auto result = writePdf(ledger(1), folder + u"/a.pdf"_s, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Io);
    QVERIFY2(result.error().message.contains(folder), qPrintable(result.error().message));
    QVERIFY(!QDir(folder).exists());
}

void TestPdfReport::tooManyColumnsAreRefused()
{
    Report report = small({});
    for (int i = 0; i < 300; ++i)
        report.columns.append({.key = QString::number(i), .title = u"列%1"_s.arg(i)});
    core::NoProgress progress;
    const auto result = writePdf(report, path(), progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Invalid);
    QVERIFY(result.error().message.contains(u"302"_s));
}

void TestPdfReport::anErrorOfTheRowsIsHandedOn()
{
    Report report = small({});
    report.rows = [](const TakeRow &take, core::Progress &) -> core::Result<> {
        take({.cells = {u"A"_s, u"B"_s}});
        return core::fail(core::ErrorCode::Database, u"the store is gone"_s);
    };
    core::NoProgress progress;
    const QString file = m_folder.filePath(u"none.pdf"_s);
    const auto result = writePdf(report, file, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().message, u"the store is gone"_s);
    QVERIFY(!QFile::exists(file));
}

QTEST_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"
