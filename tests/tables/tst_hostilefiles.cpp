// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rng.h"
#include "tables/layout.h"
#include "tables/limits.h"
#include "tables/packagebuilder.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

// Files made to do harm: each ends in one sentence that names the file and the place, within
// bounded memory and time.
class TestHostileFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString failure(const QString &path)
    {
        core::NoProgress progress;
        const auto read = tables::readRows(
                path, 0, [](const tables::Row &) { return true; }, progress);
        return read ? u"read"_s : read.error().message;
    }

    QString failure(const PackageBuilder &builder)
    {
        const QString path = m_folder.filePath(u"h.xlsx"_s);
        QFile::remove(path);
        return builder.write(path) ? failure(path) : u"not written"_s;
    }

    static PackageBuilder book(const QByteArray &sheet)
    {
        PackageBuilder builder;
        builder.addSheet(u"S"_s, sheet);
        return builder;
    }
    static QByteArray rows(const QByteArray &xml)
    {
        return "<worksheet><sheetData>" + xml + "</sheetData></worksheet>";
    }
    static QByteArray text(const QByteArray &xml)
    {
        return rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + xml
                    + "</t></is></c></row>");
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    static long residentMegabytes()
    {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss / 1024;
    }

private slots:
    void refusesWithASentence_data()
    {
        QTest::addColumn<QByteArray>("sheet");
        QTest::addColumn<QString>("message");
        const QString s = u"h.xlsx, sheet S cannot be read. "_s;
        const QString r1 = u"h.xlsx, sheet S, row 1 cannot be read. "_s;
        const QString r7 = u"h.xlsx, sheet S, row 7 cannot be read. "_s;
        const QString own =
                u"It defines names for text of its own, which no spreadsheet program does. It is "
                "not read, because it could fill the memory."_s;
        const auto row = [](const char *name, const QByteArray &sheet, const QString &message) {
            QTest::newRow(name) << sheet << message;
        };
        row("document type", "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\">]>" + text("&a;"), s + own);
        row("entity bomb",
            "<!DOCTYPE w [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                    + text("&b;"),
            s + own);
        row("external entity",
            "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + text("&x;"), s + own);
        row("undeclared entity", text("&nbsp;"),
            r1 + u"It is broken at line 1, character 70. Open the file in a spreadsheet program and save it again."_s);
        row("broken XML", rows("<row r=\"1\"><c r=\"A1\"><v>1</c></row>"),
            r1 + u"It is broken at line 1, character 51. Open the file in a spreadsheet program and save it again."_s);
        row("XML that ends early", "<worksheet><sheetData><row r=\"1\">",
            r1 + u"It is broken at line 1, character 33. Open the file in a spreadsheet program and save it again."_s);
        row("empty sheet part", "",
            s + u"It is broken at line 1, character 0. Open the file in a spreadsheet program and save it again."_s);
        row("a column too many", rows("<row r=\"7\"><c r=\"XFE7\"><v>1</v></c></row>"),
            r7 + u"A cell stands at XFE7, outside of the 16384 columns of a sheet."_s);
        row("16,385 cells in a row",
            rows("<row r=\"7\">" + QByteArray("<c><v>1</v></c>").repeated(16'385) + "</row>"),
            r7 + u"It has more than 16384 columns."_s);
        row("one column again and again",
            rows("<row r=\"7\">" + QByteArray("<c r=\"A7\"><v>1</v></c>").repeated(20'000)
                 + "</row>"),
            r7 + u"It has more than 16384 columns."_s);
        row("a row too many", rows("<row r=\"1048577\"><c><v>1</v></c></row>"),
            s + u"It has a row 1048577, but a sheet ends at row 1048576."_s);
        row("row number zero", rows("<row r=\"0\"><c><v>1</v></c></row>"),
            s + u"It has a row 0, but a sheet ends at row 1048576."_s);
        row("row number beyond any integer",
            rows("<row r=\"99999999999999999999999999\"><c><v>1</v></c></row>"),
            s + u"It has a row 99999999999999999999, but a sheet ends at row 1048576."_s);
        row("rows going back", rows("<row r=\"5\"/><row r=\"4\"/>"),
            s + u"Row 4 stands after row 5. Open the file in a spreadsheet program and save it again."_s);
        row("a text too long", text(QByteArray(32'768, 'x')),
            r1 + u"A text is longer than 32767 characters, the most that a cell can hold."_s);
        row("a text without end", text(QByteArray(3 << 20, 'x')),
            r1 + u"One piece of it is longer than any cell can be."_s);
        row("an attribute without end",
            rows("<row r=\"1\" x=\"" + QByteArray(3 << 20, 'x') + "\"/>"),
            s + u"One piece of it is longer than any cell can be."_s);
        row("endless nesting", rows(QByteArray("<x>").repeated(100)),
            s + u"It is nested deeper than any spreadsheet. It is not read."_s);
        row("a zero byte", text(QByteArray("a\0b", 3)),
            r1 + u"It is broken at line 1, character 66. Open the file in a spreadsheet program and save it again."_s);
        row("a control character", text("&#1;"),
            r1 + u"It is broken at line 1, character 68. Open the file in a spreadsheet program and save it again."_s);
    }
    void refusesWithASentence()
    {
        QFETCH(QByteArray, sheet);
        QFETCH(QString, message);
        QCOMPARE(failure(book(sheet)), message);
    }

    void survivesAZipBomb()
    {
        // 512 MiB of blanks between two tags, 0.5 MiB packed, and the same as endless empty rows.
        const long before = residentMegabytes();
        QElapsedTimer timer;
        timer.start();
        QByteArray many = QByteArray("<row></row>").repeated(20 << 20);
        PackageBuilder builder;
        builder.addSheet(u"S"_s, "<worksheet><sheetData>" + many);
        const QString path = m_folder.filePath(u"bomb.xlsx"_s);
        QVERIFY(builder.write(path));
        QVERIFY(QFileInfo(path).size() < 4 << 20);
        builder = {};
        many.clear();
        const long made = residentMegabytes();
        const QString message = failure(path);
        QVERIFY2(message
                                 == u"bomb.xlsx, sheet S cannot be read. It unpacks to far more "
                                    u"than a spreadsheet holds. It "
                                    "is not read, because it could fill the memory."_s
                         || message.contains(u"a sheet ends at row 1048576"_s),
                 qPrintable(message));
        QVERIFY2(residentMegabytes() - made < 64,
                 qPrintable(QString::number(residentMegabytes() - before)));
        QVERIFY(timer.elapsed() < 60'000);
    }

    void survivesABombOfBlanks()
    {
        PackageBuilder builder;
        builder.addSheet(u"S"_s,
                         "<worksheet><sheetData>"
                                 + QByteArray("<a/>" + QByteArray(900'000, ' ')).repeated(200));
        const QString path = m_folder.filePath(u"blanks.xlsx"_s);
        QVERIFY(builder.write(path));
        builder = {};
        const long before = residentMegabytes();
        QCOMPARE(failure(path),
                 u"blanks.xlsx, sheet S cannot be read. It unpacks to far more than a spreadsheet "
                 u"holds. It "
                 "is not read, because it could fill the memory."_s);
        QVERIFY(residentMegabytes() - before < 64);
    }

    void boundsSharedStrings()
    {
        PackageBuilder builder = book(rows("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>"));
        builder.addSharedStrings(("<si><t>" + QByteArray(32'768, 'x') + "</t></si>"));
        QCOMPARE(
                failure(builder),
                u"h.xlsx cannot be read. A text is longer than 32767 characters, the most that a cell can hold."_s);
        for (const QByteArray &index : {QByteArray("77"), QByteArray("-1"), QByteArray("x")}) {
            builder = book(rows("<row r=\"4\"><c r=\"C4\" t=\"s\"><v>" + index + "</v></c></row>"));
            builder.addSharedStrings("<si><t>a</t></si>");
            QCOMPARE(failure(builder),
                     u"h.xlsx, sheet S, row 4 cannot be read. Cell C4 points to a text that the "
                     u"file does not "
                     "hold. Open the file in a spreadsheet program and save it again."_s);
        }
    }

    void neverLeavesThePackage()
    {
        for (const QByteArray &target :
             {QByteArray("../../../../etc/passwd"), QByteArray("file:///etc/passwd"),
              QByteArray("C:\\secret.xml"), QByteArray("http://example.invalid/s.xml")}) {
            PackageBuilder builder;
            builder.addPart("xl/workbook.xml",
                            "<workbook "
                            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                            "relationships\">"
                            "<sheets><sheet name=\"S\" r:id=\"k\"/></sheets></workbook>");
            builder.addPart("xl/_rels/workbook.xml.rels",
                            "<Relationships><Relationship Id=\"k\" Type=\"y/worksheet\" Target=\""
                                    + target + "\"/></Relationships>");
            QCOMPARE(
                    failure(builder),
                    u"h.xlsx cannot be read. Its sheet S lies outside the file. Copy the sheet into the file first."_s);
        }
        PackageBuilder external;
        external.addPart(
                "xl/workbook.xml",
                "<workbook "
                "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                "<sheets><sheet name=\"S\" r:id=\"k\"/></sheets></workbook>");
        external.addPart(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"k\" Type=\"y/worksheet\" "
                "TargetMode=\"External\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        external.addPart("xl/worksheets/sheet1.xml", rows({}));
        QCOMPARE(
                failure(external),
                u"h.xlsx cannot be read. Its sheet S lies outside the file. Copy the sheet into the file first."_s);
    }

    void refusesPackagesThatAreNoWorkbook()
    {
        PackageBuilder builder;
        builder.addPart("word/document.xml", "<document/>");
        QCOMPARE(failure(builder),
                 u"h.xlsx is no complete xlsx workbook: its part xl/workbook.xml is missing. Open "
                 u"it in a "
                 "spreadsheet program and save it again."_s);
        PackageBuilder many;
        for (int i = 0; i < 10'001; ++i)
            many.addPart("p" + QByteArray::number(i), "x");
        QCOMPARE(
                failure(many),
                u"h.xlsx holds 10001 packed files, far more than a spreadsheet has. It is not read."_s);
        PackageBuilder missing;
        missing.addPart(
                "xl/workbook.xml",
                "<workbook "
                "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                "<sheets><sheet name=\"S\" r:id=\"k\"/></sheets></workbook>");
        missing.addPart("xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"k\" Type=\"y/worksheet\" "
                        "Target=\"none.xml\"/></Relationships>");
        QCOMPARE(failure(missing),
                 u"h.xlsx is no complete xlsx workbook: its part xl/none.xml is missing. Open it "
                 u"in a "
                 "spreadsheet program and save it again."_s);
    }

    void refusesFilesThatAreCutOffOrDamaged()
    {
        const QString path = m_folder.filePath(u"whole.xlsx"_s);
        PackageBuilder builder = book(text("some words that can be damaged"));
        QVERIFY(builder.write(path));
        const QByteArray whole = bytesOf(path);
        for (const qsizetype size :
             {qsizetype(4), whole.size() / 3, whole.size() / 2, whole.size() - 23}) {
            QVERIFY(put(m_folder.filePath(u"cut.xlsx"_s), whole.first(size)));
            QCOMPARE(
                    failure(m_folder.filePath(u"cut.xlsx"_s)),
                    u"cut.xlsx is cut off or damaged: it cannot be unpacked. Ask for the file again."_s);
        }
        QByteArray damaged = whole;
        const qsizetype at = damaged.indexOf("sheet1.xml") + 60;
        damaged[at] = char(damaged[at] ^ 0x55);
        QVERIFY(put(m_folder.filePath(u"bad.xlsx"_s), damaged));
        const QString message = failure(m_folder.filePath(u"bad.xlsx"_s));
        QVERIFY2(message.startsWith(u"bad.xlsx"_s) && message != u"read"_s, qPrintable(message));
        QCOMPARE(failure(m_folder.filePath(u"none.xlsx"_s)),
                 u"There is no file %1."_s.arg(m_folder.filePath(u"none.xlsx"_s)));
        QVERIFY(failure(m_folder.path()).startsWith(u"There is no file"_s));
    }

    void analysesAbsurdMergedCellsInBoundedTime()
    {
        QByteArray sheet = "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>序号</v></c><c "
                           "t=\"str\"><v>内容</v></c></row>"
                           "<row r=\"2\"><c><v>1</v></c><c "
                           "t=\"str\"><v>x</v></c></row></sheetData><mergeCells>";
        for (int i = 0; i < 200'000; ++i)
            sheet += "<mergeCell ref=\"A" + QByteArray::number(1 + i % 5) + ":XFD1048576\"/>";
        const QString path = m_folder.filePath(u"merged.xlsx"_s);
        QVERIFY(book(sheet + "</mergeCells></worksheet>").write(path));
        QElapsedTimer timer;
        timer.start();
        auto opened = tables::openBook(path);
        QVERIFY(opened);
        core::NoProgress progress;
        const auto layout = tables::analyseBook(**opened, progress);
        Q_UNUSED(layout)
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    // Every byte of a small valid package may be wrong: in its directory, in packed data, and, in
    // the second half of the cases, in the XML itself. A failing case is repeated by its number.
    void survivesMutations_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {20261122, 7, 4711})
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << quint64(seed);
    }
    void survivesMutations()
    {
        QFETCH(quint64, seed);
        core::SeededRng rng(seed);
        const QByteArray sheet =
                PackageBuilder::sheetXml({{u"隐患台账"_s},
                                          {u"序号"_s, u"隐患内容"_s, u"日期"_s, u"备注"_s},
                                          {u"1"_s, u"防护罩缺失"_s, u"#45855"_s},
                                          {u"2"_s, u"线缆破损"_s, u"2025.7.17"_s, u"x"_s}},
                                         {u"A1:D1"_s}, "<autoFilter ref=\"A2:D4\"/>");
        const QByteArray styles =
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy/m/d\"/></numFmts>"
                "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>";
        const QByteArray strings = "<si><r><t>a</t></r></si><si><t>b</t></si>";
        const auto mutate = [&rng](QByteArray bytes) {
            const qint64 changes = 1 + rng.below(2);
            for (qint64 i = 0; i < changes && !bytes.isEmpty(); ++i) {
                const qsizetype at = qsizetype(rng.below(bytes.size()));
                switch (rng.below(4)) {
                case 0:
                    bytes[at] = char(rng.next());
                    break;
                case 1:
                    bytes.remove(at, qsizetype(1 + rng.below(16)));
                    break;
                case 2:
                    bytes.insert(at,
                                 bytes.mid(qsizetype(rng.below(bytes.size())),
                                           qsizetype(rng.below(40))));
                    break;
                default:
                    bytes[at] = char(bytes[at] ^ (1 << rng.below(8)));
                    break;
                }
            }
            return bytes;
        };
        const QString path = m_folder.filePath(u"mutated.xlsx"_s);
        int readable = 0;
        for (int i = 0; i < 300; ++i) {
            QElapsedTimer timer;
            timer.start();
            const bool inside = i % 2 == 0;
            const qint64 part = rng.below(4);
            PackageBuilder builder;
            builder.addSheet(u"S"_s, inside && part < 2 ? mutate(sheet) : sheet);
            builder.addStyles(inside && part == 2 ? mutate(styles) : styles);
            builder.addSharedStrings(inside && part == 3 ? mutate(strings) : strings);
            QFile::remove(path);
            QVERIFY(builder.write(path));
            if (!inside)
                QVERIFY(put(path, mutate(bytesOf(path))));
            core::NoProgress progress;
            auto opened = tables::openBook(path);
            bool good = bool(opened);
            if (opened) {
                const auto layout = tables::analyseBook(**opened, progress);
                good = bool(layout);
                if (layout)
                    good = bool(tables::readRecords(
                            **opened, *layout, [](const tables::Record &) { return true; },
                            progress));
                else
                    QVERIFY(layout.error().message.size() > 10);
            } else {
                QVERIFY(opened.error().message.size() > 10);
            }
            readable += good;
            QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(i)));
        }
        QVERIFY2(readable > 10 && readable < 290,
                 qPrintable(QString::number(readable))); // both ways were taken
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostilefiles.moc"
