// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/linebreaker.h"
#include "documents/engine/pageimage.h"
#include "documents/engine/printfont.h"
#include "documents/engine/tableheader.h"
#include "documents/rowsof.h"
#include "documents/samplereport.h"

#include <QTest>

using namespace documents;
using namespace samplereport;

class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void linesKeepThePunctuationRules();
    void linesNeverLoseAnything_data();
    void linesNeverLoseAnything();
    void groupsSpanTheirColumns();
    void everyRowStandsOnExactlyOnePage();
    void aHeadingGoesWithItsFirstRow();
    void aFigureLeadsToItsRecord();
    void thePreviewPaintsWhatIsThere();
    void datesAndCodesAreNotCut();

private:
    std::shared_ptr<const PagedReport> pages(const Report &report);
};

std::shared_ptr<const PagedReport> TestPages::pages(const Report &report)
{
    core::NoProgress progress;
    const auto result = PagedReport::layOut(report, progress);
    if (!result) {
        qWarning() << result.error().message;
        return {};
    }
    return *result;
}

void TestPages::linesKeepThePunctuationRules()
{
    auto font = PrintFont::find();
    QVERIFY(font);
    const QString text =
            u"冲床防护罩缺失，急停按钮被遮挡。（现场）《规程》要求“双人确认”；已停机！"_s;
    for (double width = 3; width < 20; width += 0.5) {
        for (const TextLine &line : brokenLines(text, width, *font)) {
            const QString piece = text.mid(line.start, line.length);
            QVERIFY2(!u"，。；！）》”"_s.contains(piece.front()), qPrintable(piece));
            QVERIFY2(!u"（《“"_s.contains(piece.back()), qPrintable(piece));
            QVERIFY(line.width <= width + 0.001);
        }
    }
}

void TestPages::linesNeverLoseAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("newlines only") << u"\n\n"_s;
    QTest::newRow("mixed") << u"JH21-160 冲床（YC-0017）press 机 aaaaaaaaaaaaaaaaaaaaaaaaaaa。"_s;
    QTest::newRow("pairs of surrogates") << u"𠮷𠮷𠮷𠮷𠮷𠮷𠮷x𠮷"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd842)) + u"甲乙"_s;
    QTest::newRow("marks that belong to a letter") << u"e\u0301e\u0301e\u0301e\u0301"_s;
    QTest::newRow("spaces") << u"   a    b      c   "_s;
}

void TestPages::linesNeverLoseAnything()
{
    QFETCH(QString, text);
    auto font = PrintFont::find();
    QVERIFY(font);
    const QString wanted = QString(text).remove(u' ').remove(u'\n');
    for (double width = 0.1; width < 30; width *= 1.3) {
        QString all;
        const QList<TextLine> lines = brokenLines(text, width, *font);
        QVERIFY(!lines.isEmpty());
        for (const TextLine &line : lines) {
            const QString piece = text.mid(line.start, line.length);
            QVERIFY(piece.isEmpty() || !piece.front().isLowSurrogate());
            all += QString(piece).remove(u' ');
        }
        QCOMPARE(all, wanted);
    }
}

void TestPages::groupsSpanTheirColumns()
{
    const QList<Column> columns{{.title = u"部门"_s},
                                {.title = u"排查"_s, .groups = {u"重大"_s}},
                                {.title = u"省级"_s, .groups = {u"重大"_s, u"挂牌督办"_s}},
                                {.title = u"市级"_s, .groups = {u"重大"_s, u"挂牌督办"_s}}};
    QStringList cells;
    for (const HeaderCell &cell : headerCells(columns)) {
        cells += u"%1 c%2+%3 l%4+%5"_s.arg(cell.title)
                         .arg(cell.column)
                         .arg(cell.columns)
                         .arg(cell.level)
                         .arg(cell.levels);
    }
    QCOMPARE(cells,
             QStringList({u"部门 c0+1 l0+3"_s, u"重大 c1+3 l0+1"_s, u"排查 c1+1 l1+2"_s,
                          u"挂牌督办 c2+2 l1+1"_s, u"省级 c2+1 l2+1"_s, u"市级 c3+1 l2+1"_s}));
}

void TestPages::everyRowStandsOnExactlyOnePage()
{
    Report model = ledger(300);
    model.notes.clear();
    model.signatures.clear();
    const auto report = pages(model);
    QVERIFY(report);
    int rows = 0;
    for (int page = 0; page < report->pageCount(); ++page) {
        const QStringList lines = report->pageText(page).split(u'\n');
        QVERIFY(!lines.isEmpty());
        for (const QString &line : lines)
            QVERIFY2(line.startsWith(u"%1; HZ-"_s.arg(++rows)), qPrintable(line));
    }
    QCOMPARE(rows, 300);
}

void TestPages::aHeadingGoesWithItsFirstRow()
{
    for (int before = 10; before < 50; ++before) {
        QList<Row> rows(before, Row{.cells = {u"A"_s, u"甲"_s}});
        rows += Row{.cells = {u"二车间"_s}, .kind = RowKind::Section};
        rows += Row{.cells = {u"B"_s, u"乙"_s}};
        const auto report = pages(small(rows));
        QVERIFY(report);
        for (int page = 0; page < report->pageCount(); ++page)
            QVERIFY(!report->pageText(page).endsWith(u"二车间"_s));
    }
}

void TestPages::aFigureLeadsToItsRecord()
{
    const auto report = pages(ledger(30));
    QVERIFY(report);
    QStringList found;
    const QSizeF size = report->pageSize();
    for (double y = 0; y < size.height(); y += 40) {
        const auto hit = report->hitAt(1, {size.width() * 0.08, y});
        if (!hit || found.contains(hit->reference.id))
            continue;
        QCOMPARE(hit->columnKey, u"code"_s);
        QCOMPARE(hit->reference.type, u"hazard"_s);
        const int number = hit->reference.id.mid(2).toInt();
        QCOMPARE(hit->text, u"HZ-2026-%1"_s.arg(number, 6, 10, QChar(u'0')));
        found += hit->reference.id;
    }
    QCOMPARE(found.size(), report->pageText(1).count(u'\n') + 1);
    QVERIFY(!report->hitAt(1, {1, 1}));
    QVERIFY(!report->hitAt(99, {size.width() / 2, size.height() / 2}));
}

void TestPages::thePreviewPaintsWhatIsThere()
{
    const auto report = pages(ledger(30));
    QVERIFY(report);
    const double scale = 72.0 / unitsPerInch;
    const auto inkOf = [&](int page) {
        const auto image = pageImage(*report, page, scale, 1);
        int ink = 0;
        for (int y = 0; image && y < image->height(); ++y) {
            for (int x = 0; x < image->width(); ++x)
                ink += qGray(image->pixel(x, y)) < 160 ? 1 : 0;
        }
        return ink;
    };
    QVERIFY(inkOf(0) > 4000);
    const int again = inkOf(1);
    QCOMPARE(inkOf(1), again);
    const auto huge = pageImage(*report, 0, 10, 2); // not 700 megapixels
    QVERIFY(huge);
    QVERIFY(huge->width() <= 6000);
}

void TestPages::datesAndCodesAreNotCut()
{
    auto font = PrintFont::find();
    QVERIFY(font);
    const auto report = pages(ledger(100));
    QVERIFY(report);
    // A column is as wide as the distance between the places where hits change.
    const QSizeF size = report->pageSize();
    QHash<QString, double> widths;
    for (double x = 0; x < size.width(); x += 2) {
        if (const auto hit = report->hitAt(0, {x, size.height() / 2}))
            widths[hit->columnKey] += 2;
    }
    const double smallestType = 6.5 * unitsPerInch / 72;
    QVERIFY(widths[u"found"_s] > font->width(u"2026-11-22"_s) * smallestType);
    QVERIFY(widths[u"code"_s] > font->width(u"HZ-2026-000000"_s) * smallestType);
    QVERIFY(widths[u"finder"_s] > 4 * smallestType);
    QVERIFY(widths[u"what"_s] > widths[u"finder"_s]);
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
