// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/xlsxreport.h"
#include "documents/rowsof.h"
#include "documents/samplereport.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <minizip/unzip.h>

using namespace documents;
using namespace samplereport;

namespace {

QByteArray partOf(const QString &file, const char *name)
{
    unzFile zip = unzOpen64(QFile::encodeName(file).constData());
    QByteArray result;
    if (zip && unzLocateFile(zip, name, 1) == UNZ_OK && unzOpenCurrentFile(zip) == UNZ_OK) {
        QByteArray block(65536, Qt::Uninitialized);
        int got = 0;
        while ((got = unzReadCurrentFile(zip, block.data(), unsigned(block.size()))) > 0)
            result += block.left(got);
        unzCloseCurrentFile(zip);
    }
    if (zip)
        unzClose(zip);
    return result;
}

struct XlsxCell {
    QString type; // "s" or "inlineStr" for texts, empty for numbers
    QString value;
    int style = 0;
};

// Every cell of the first sheet by its name (A1); reads both ways in which texts may be kept.
QHash<QString, XlsxCell> cellsOf(const QString &file)
{
    QHash<QString, XlsxCell> result;
    QXmlStreamReader xml(partOf(file, "xl/worksheets/sheet1.xml"));
    QString name;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"c") {
            name = xml.attributes().value(u"r"_s).toString();
            result[name] = {xml.attributes().value(u"t"_s).toString(),
                            {},
                            xml.attributes().value(u"s"_s).toInt()};
        } else if (xml.name() == u"f") {
            result[name].type = u"formula"_s;
        } else if (xml.name() == u"v" || xml.name() == u"t") {
            result[name].value = xml.readElementText();
        }
    }
    if (xml.hasError())
        qWarning() << xml.errorString();
    return result;
}

QStringList columnNames(int count)
{
    QStringList result;
    for (int i = 0; i < count; ++i)
        result += i < 26 ? QString(QChar(u'A' + i)) : u"A"_s + QChar(u'A' + i - 26);
    return result;
}

}

class TestXlsxReport : public QObject
{
    Q_OBJECT

private slots:
    void valuesEqualTheData();
    void textsStayTexts_data();
    void textsStayTexts();
    void theHeaderIsFrozenRepeatedAndFiltered();
    void groupsAreMerged();
    void instantsAreInPlantTime();
    void aTextTooLongForExcelSaysSo();
    void noRowsSayWhy();
    void totalsStandOutsideTheFilter();
    void cancelLeavesNothing();
    void anUnwritableFolderIsAPlainError();
    void anOldFileIsReplaced();
    void moreRowsThanExcelHoldsAreRefused();

private:
    bool write(const Report &report);
    QString path() const { return m_folder.filePath(u"台账.xlsx"_s); }

    QTemporaryDir m_folder;
};

bool TestXlsxReport::write(const Report &report)
{
    core::NoProgress progress;
    const auto result = writeXlsx(report, path(), progress);
    if (!result)
        qWarning() << result.error().message << result.error().detail;
    return result.has_value();
}

void TestXlsxReport::valuesEqualTheData()
{
    const Report report = ledger(500);
    QVERIFY(write(report));
    const auto cells = cellsOf(path());
    const QStringList names = columnNames(int(report.columns.size()));
    // title, three facts, two levels of header
    int line = 6;
    QStringList wrong;
    const auto compare = [&](const Row &row) {
        ++line;
        for (int i = 0; i < row.cells.size(); ++i) {
            const XlsxCell cell = cells.value(names[i] + QString::number(line));
            const Cell &wanted = row.cells[i];
            bool equal = false;
            if (const auto *text = std::get_if<QString>(&wanted))
                equal = cell.value == *text && (text->isEmpty() || cell.type == u"inlineStr");
            else if (const auto *number = std::get_if<qint64>(&wanted))
                equal = cell.type.isEmpty() && cell.value.toLongLong() == *number;
            else if (const auto *money = std::get_if<Money>(&wanted))
                equal = cell.type.isEmpty() && qRound64(cell.value.toDouble() * 100) == money->fen;
            else if (const auto *date = std::get_if<QDate>(&wanted))
                equal = cell.type.isEmpty()
                        && QDate(1899, 12, 30).addDays(cell.value.toLongLong()) == *date;
            else
                equal = cell.value.isEmpty();
            if (!equal)
                wrong += u"%1%2: %3"_s.arg(names[i]).arg(line).arg(cell.value);
        }
        return wrong.isEmpty();
    };
    core::NoProgress progress;
    QVERIFY(report.rows(compare, progress));
    QCOMPARE(wrong, QStringList());
    QCOMPARE(line, 506);
    QCOMPARE(cells.value(u"A1"_s).value, u"隐患排查治理台账"_s);
    QCOMPARE(cells.value(u"A2"_s).value, u"期间: 2026-01-01 至 2026-11-22"_s);
    QCOMPARE(cells.value(u"C5"_s).value, u"排查"_s);
    QCOMPARE(cells.value(u"C6"_s).value, u"排查日期"_s);

    // The date column shows a date: its style names a format that is one.
    const QString styles = QString::fromUtf8(partOf(path(), "xl/styles.xml"));
    const QRegularExpression format(u"numFmtId=\"(\\d+)\" formatCode=\"yyyy-mm-dd\""_s);
    const QString id = format.match(styles).captured(1);
    QVERIFY(!id.isEmpty());
    const qsizetype formats = styles.indexOf(u"<cellXfs"_s);
    const QStringList xfs = styles.mid(formats).split(u"<xf "_s);
    QVERIFY(xfs.value(cells.value(u"C7"_s).style + 1).contains(u"numFmtId=\"%1\""_s.arg(id)));
}

void TestXlsxReport::textsStayTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("formula") << u"=HYPERLINK(\"http://example.invalid\")"_s;
    QTest::newRow("plus") << u"+86 000"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s;
    QTest::newRow("digits") << u"0012345678901234567890"_s;
    QTest::newRow("newlines") << u"一\n二"_s;
    QTest::newRow("spaces at the ends") << u"  甲  "_s;
    QTest::newRow("markup") << u"<a&b>\"'"_s;
    QTest::newRow("rare") << u"𠮷龘䶮"_s;
}

void TestXlsxReport::textsStayTexts()
{
    QFETCH(QString, text);
    QVERIFY(write(small({{.cells = {u"A"_s, text}}})));
    const XlsxCell cell = cellsOf(path()).value(u"B3"_s);
    QCOMPARE(cell.value, text);
    QCOMPARE(cell.type, u"inlineStr"_s);
}

void TestXlsxReport::theHeaderIsFrozenRepeatedAndFiltered()
{
    QVERIFY(write(ledger(40)));
    const QString sheet = QString::fromUtf8(partOf(path(), "xl/worksheets/sheet1.xml"));
    QVERIFY(sheet.contains(u"ySplit=\"6\""_s));
    QVERIFY(sheet.contains(u"state=\"frozen\""_s));
    QVERIFY(sheet.contains(u"<autoFilter ref=\"A6:U46\"/>"_s));
    QVERIFY(sheet.contains(u"orientation=\"landscape\""_s));
    QVERIFY(sheet.contains(u"paperSize=\"9\""_s));
    QVERIFY(sheet.contains(u"fitToHeight=\"0\""_s));
    QVERIFY(sheet.contains(u"Page &amp;P of &amp;N"_s));
    const QString book = QString::fromUtf8(partOf(path(), "xl/workbook.xml"));
    QVERIFY(book.contains(u"Print_Titles"_s));
    QVERIFY(book.contains(u"$5:$6"_s));
    QVERIFY(book.contains(u"name=\"隐患排查治理台账\""_s));
}

void TestXlsxReport::groupsAreMerged()
{
    QVERIFY(write(ledger(3)));
    const QString sheet = QString::fromUtf8(partOf(path(), "xl/worksheets/sheet1.xml"));
    for (const QString &range :
         {u"A1:U1"_s, u"A5:A6"_s, u"U5:U6"_s, u"C5:E5"_s, u"M5:R5"_s, u"S5:T5"_s})
        QVERIFY2(sheet.contains(u"<mergeCell ref=\"%1\"/>"_s.arg(range)), qPrintable(range));
    const auto cells = cellsOf(path());
    QCOMPARE(cells.value(u"A5"_s).value, u"序号"_s);
    QCOMPARE(cells.value(u"M5"_s).value, u"整改"_s);
    QCOMPARE(cells.value(u"M6"_s).value, u"整改措施"_s);
}

void TestXlsxReport::instantsAreInPlantTime()
{
    Report report = small({});
    report.columns[1].kind = ColumnKind::Instant;
    report.rows = rowsOf({{.cells = {u"A"_s, QDateTime(QDate(2026, 1, 1), QTime(20, 0), Qt::UTC)}},
                          {.cells = {u"B"_s, QDate(1850, 1, 1)}}});
    QVERIFY(write(report));
    const auto cells = cellsOf(path());
    // 2026-01-02 04:00 in Shanghai
    QCOMPARE(cells.value(u"B3"_s).value.toDouble(),
             QDate(1899, 12, 30).daysTo(QDate(2026, 1, 2)) + 4.0 / 24);
    QCOMPARE(cells.value(u"B4"_s).value, u"1850-01-01"_s); // before Excel's calendar: a text
}

void TestXlsxReport::aTextTooLongForExcelSaysSo()
{
    QVERIFY(write(small({{.cells = {u"A"_s, QString(40000, u'长')}}})));
    const QString value = cellsOf(path()).value(u"B3"_s).value;
    QCOMPARE(value.size(), 32767);
    QVERIFY(value.endsWith(u"(cut here: a cell of Excel holds no more)"_s));
}

void TestXlsxReport::noRowsSayWhy()
{
    QVERIFY(write(small({})));
    QCOMPARE(cellsOf(path()).value(u"A3"_s).value, u"No records."_s);
}

void TestXlsxReport::totalsStandOutsideTheFilter()
{
    QVERIFY(write(small({{.cells = {u"一车间"_s}, .kind = RowKind::Section},
                         {.cells = {u"A"_s, u"甲"_s}},
                         {.cells = {u"合计"_s, u"1"_s}, .kind = RowKind::Total}})));
    const QString sheet = QString::fromUtf8(partOf(path(), "xl/worksheets/sheet1.xml"));
    QVERIFY(sheet.contains(u"<autoFilter ref=\"A2:B4\"/>"_s));
    QCOMPARE(cellsOf(path()).value(u"A5"_s).value, u"合计"_s);
}

void TestXlsxReport::cancelLeavesNothing()
{
    QTemporaryDir folder;
    CancelAt progress(300);
    const auto result = writeXlsx(ledger(1000), folder.filePath(u"a.xlsx"_s), progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
}

void TestXlsxReport::anUnwritableFolderIsAPlainError()
{
    core::NoProgress progress;
    const QString folder = m_folder.filePath(u"没有"_s);
    const auto result = writeXlsx(ledger(1), folder + u"/a.xlsx"_s, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Io);
    QVERIFY2(result.error().message.contains(folder), qPrintable(result.error().message));
}

void TestXlsxReport::anOldFileIsReplaced()
{
    QFile old(path());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QVERIFY(write(small({{.cells = {u"A"_s, u"新"_s}}})));
    QCOMPARE(cellsOf(path()).value(u"B3"_s).value, u"新"_s);
}

void TestXlsxReport::moreRowsThanExcelHoldsAreRefused()
{
    Report report = small({});
    report.columns.resize(1);
    report.rows = [](const TakeRow &take, core::Progress &) -> core::Result<> {
        const Row row{.cells = {qint64(1)}};
        for (int i = 0; i < 1'100'000; ++i) {
            if (!take(row))
                return {};
        }
        return {};
    };
    const QString file = m_folder.filePath(u"zu gross.xlsx"_s);
    core::NoProgress progress;
    const auto result = writeXlsx(report, file, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Invalid);
    QVERIFY(result.error().message.contains(u"1048576"_s));
    QVERIFY(!QFile::exists(file));
}

QTEST_MAIN(TestXlsxReport)
#include "tst_xlsxreport.moc"
