// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/book.h"
#include "tables/packagebuilder.h"
#include "tables/sheetwriter.h"
#include "tables/xlsxparts.h"

#include <QDate>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestXlsx : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // Cells as A1=text, dates marked ~, numbers #; or the message of the failure.
    QString cells(const QString &path, int sheet = 0, tables::SheetFrame *frame = nullptr)
    {
        QStringList result;
        core::NoProgress progress;
        const auto read = tables::readRows(
                path, sheet,
                [&result](const tables::Row &row) {
                    for (const tables::Cell &cell : row.cells) {
                        const QString sign = cell.kind == tables::CellKind::Date ? u"~"_s
                                : cell.kind == tables::CellKind::Number          ? u"#"_s
                                : cell.kind == tables::CellKind::Bool            ? u"?"_s
                                : cell.kind == tables::CellKind::Error           ? u"!"_s
                                                                                 : QString();
                        result +=
                                tables::cellName(row.number, cell.column) + u'=' + sign + cell.text;
                    }
                    return true;
                },
                progress);
        if (!read)
            return read.error().message;
        if (frame)
            *frame = *read;
        return result.join(u' ');
    }

    QString cells(const PackageBuilder &builder, tables::SheetFrame *frame = nullptr)
    {
        const QString path = m_folder.filePath(u"book.xlsx"_s);
        QFile::remove(path);
        return builder.write(path) ? cells(path, 0, frame) : u"not written"_s;
    }

    static QByteArray sheet(const QByteArray &rows, const QByteArray &after = {})
    {
        return "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>";
    }

private slots:
    void readsEveryKindOfCell()
    {
        PackageBuilder builder;
        builder.addSheet(
                u"表"_s,
                sheet("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" "
                      "t=\"s\"><v>1</v></c>"
                      "<c r=\"D2\" t=\"inlineStr\"><is><r><t>rich "
                      "</t></r><r><t>text</t></r></is></c>"
                      "<c r=\"E2\"><f>1+1</f><v>2</v></c><c r=\"F2\" "
                      "t=\"str\"><f>A1</f><v>cached</v></c>"
                      "<c r=\"G2\" t=\"b\"><v>1</v></c><c r=\"H2\" t=\"e\"><v>#N/A</v></c>"
                      "<c r=\"I2\" t=\"d\"><v>2025-07-17</v></c><c r=\"J2\" s=\"1\"/></row>"
                      "<row><c><v>0.30000000000000004</v></c><c r=\"D3\"><v>1E3</v></c></row>"));
        builder.addSharedStrings(
                "<si>\n <r><t>多</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">段 </t></r>"
                "<rPh sb=\"0\" "
                "eb=\"1\"><t>PHONETIC</t></rPh></si><si><t>a_x000A_b_x0000_</t></si>");
        QCOMPARE(cells(builder),
                 u"B2=多段  C2=a\nb D2=rich text E2=#2 F2=cached G2=?TRUE H2=!#N/A I2=~2025-07-17 "
                 "A3=#0.3 D3=#1000"_s);
    }

    void readsDatesByTheirNumberFormat()
    {
        PackageBuilder builder;
        builder.addStyles("<numFmts><numFmt numFmtId=\"164\" "
                          "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
                          "<numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts>"
                          "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                          "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
                          "numFmtId=\"164\"/><xf numFmtId=\"58\"/>"
                          "<xf numFmtId=\"20\"/><xf numFmtId=\"165\"/></cellXfs>");
        builder.addSheet(u"表"_s,
                         sheet("<row r=\"1\"><c s=\"0\"><v>45855</v></c><c "
                               "s=\"1\"><v>45855</v></c><c s=\"2\"><v>45855.5</v></c>"
                               "<c s=\"3\"><v>45855</v></c><c s=\"4\"><v>0.604166667</v></c><c "
                               "s=\"5\"><v>42</v></c>"
                               "<c s=\"1\"><v>-3</v></c><c s=\"1\"><v>1e300</v></c><c "
                               "s=\"99\"><v>1</v></c></row>"));
        const QString expected = u"A1=#45855 B1=~2025-07-17 C1=~2025-07-17T12:00:00 D1=~2025-07-17 "
                                 "E1=~14:30:00 F1=#00042 G1=#-3 H1=#1e+300 I1=#1"_s;
        QCOMPARE(cells(builder), expected);
        builder.setWorkbookProperties("<workbookPr date1904=\"1\"/>");
        QVERIFY(cells(builder).contains(u"B1=~2029-07-18 "_s));
    }

    void tellsDateFormatsFromOthers_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("meaning");
        const auto row = [](const QString &code, tables::NumberMeaning meaning) {
            QTest::newRow(qPrintable(code)) << code << int(meaning);
        };
        using enum tables::NumberMeaning;
        row(u"yyyy/m/d;@"_s, Date);
        row(u"[$-804]yyyy\"年\"m\"月\"d\"日\""_s, Date);
        row(u"m\"月\"d\"日\";@"_s, Date);
        row(u"yyyy年m月"_s, Date);
        row(u"[DBNum1][$-804]m\"月\"d\"日\""_s, Date);
        row(u"d-mmm-yy"_s, Date);
        row(u"aaaa"_s, Date);
        row(u"h:mm:ss"_s, Time);
        row(u"[h]:mm"_s, Plain);
        row(u"General"_s, Plain);
        row(u"G/通用格式"_s, Plain);
        row(u"0.00E+00"_s, Plain);
        row(u"#,##0.00\"元/day\""_s, Plain);
        row(u"_ * #,##0_ ;[Red]-#,##0"_s, Plain);
        row(u"@"_s, Plain);
        row(u"0.0\\d"_s, Plain);
        row(u"000"_s, Padded);
        row(u"0"_s, Plain);
    }
    void tellsDateFormatsFromOthers()
    {
        QFETCH(QString, code);
        QFETCH(int, meaning);
        QCOMPARE(int(tables::customFormat(code).meaning), meaning);
    }

    void listsSheetsAndReadsTheFrame()
    {
        PackageBuilder builder;
        builder.addSheet(u"一月"_s,
                         sheet("<row r=\"1\"><c><v>1</v></c></row>",
                               "<autoFilter ref=\"A1:R21\"/><mergeCells><mergeCell "
                               "ref=\"A1:B2\"/></mergeCells>"));
        builder.addSheet(u"隐藏"_s, sheet({}), "state=\"hidden\"");
        tables::SheetFrame frame;
        QCOMPARE(cells(builder, &frame), u"A1=#1"_s);
        QCOMPARE(frame.merged, (QList<tables::CellRange>{{1, 1, 2, 2}}));
        QCOMPARE(tables::rangeName(frame.autoFilter), u"A1:R21"_s);
        const auto sheets = tables::listSheets(m_folder.filePath(u"book.xlsx"_s));
        QVERIFY(sheets);
        QCOMPARE(sheets->size(), 2);
        QCOMPARE(sheets->at(0).name, u"一月"_s);
        QCOMPARE(sheets->at(1).state, tables::SheetState::Hidden);
    }

    void followsRelationsOfEveryForm()
    {
        // As other programs write: absolute targets, other folders, strict namespaces, back
        // slashes.
        PackageBuilder builder;
        builder.addPart("_rels/.rels",
                        "<Relationships><Relationship Id=\"a\" Target=\"/book/main.xml\" "
                        "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/"
                        "officeDocument\"/></Relationships>");
        builder.addPart("book/main.xml",
                        "<x:workbook xmlns:x=\"m\" "
                        "xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\">"
                        "<x:sheets><x:sheet name=\"S\" q:id=\"k\"/></x:sheets></x:workbook>");
        builder.addPart("book/_rels/main.xml.rels",
                        "<Relationships><Relationship Id=\"k\" Type=\"y/worksheet\" "
                        "Target=\"../Tables\\One.xml\"/></Relationships>");
        builder.addPart("tables\\one.xml",
                        "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c "
                        "r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>");
        QCOMPARE(cells(builder), u"A1=#5"_s);
    }

    void stopsWhenItIsCancelled()
    {
        struct Cancelling final : core::Progress {
            int rows = 0;
            void setRange(int) override { }
            void setValue(int) override { ++rows; }
            bool isCanceled() const override { return rows >= 3; }
        } progress;
        QByteArray rows;
        for (int i = 1; i < 100; ++i)
            rows += "<row r=\"" + QByteArray::number(i) + "\"><c><v>1</v></c></row>";
        PackageBuilder builder;
        builder.addSheet(u"表"_s, sheet(rows));
        const QString path = m_folder.filePath(u"cancel.xlsx"_s);
        QVERIFY(builder.write(path));
        int seen = 0;
        const auto read = tables::readRows(
                path, 0, [&seen](const tables::Row &) { return ++seen > 0; }, progress);
        QVERIFY(!read);
        QCOMPARE(read.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(seen, 3);
    }

    void writesWhatReadsBackTheSame()
    {
        const QString path = m_folder.filePath(u"out.xlsx"_s);
        using tables::ColumnType;
        auto writer = tables::SheetWriter::create(path,
                                                  {u"隐患/台账"_s,
                                                   u"隐患排查治理台账"_s,
                                                   {{u"序号"_s, ColumnType::Integer, 6},
                                                    {u"内容"_s, ColumnType::WrappedText, 40},
                                                    {u"日期"_s, ColumnType::Date, 12},
                                                    {u"时刻"_s, ColumnType::DateTime, 16},
                                                    {u"金额"_s, ColumnType::Amount, 12}},
                                                   {u"单位：铸造车间"_s, u"填报人：张甲"_s}});
        QVERIFY(writer);
        const QDateTime moment(QDate(2025, 7, 17), QTime(14, 30));
        QVERIFY((*writer)->writeRow({1, u"=1+1\n第二行"_s, moment.date(), moment, 470894.45}));
        QVERIFY((*writer)->writeRow(
                {2, u"https://example.invalid/?a=<&>"_s, QVariant(), QDate(), QVariant()}));
        QVERIFY((*writer)->writeNote(u"说明：每月填写。"_s));
        QVERIFY(!QFile::exists(path));
        QVERIFY((*writer)->finish());
        tables::SheetFrame frame;
        const QString found = cells(path, 0, &frame);
        QVERIFY2(found
                         == u"A1=隐患排查治理台账 A2=单位：铸造车间    填报人：张甲 A3=序号 "
                            u"B3=内容 C3=日期 "
                            u"D3=时刻 E3=金额 "
                            "A4=#1 B4==1+1\n第二行 C4=~2025-07-17 D4=~2025-07-17T14:30:00 "
                            "E4=#470894.45 "
                            "A5=#2 B5=https://example.invalid/?a=<&> A6=说明：每月填写。"_s,
                 qPrintable(found));
        QCOMPARE(tables::rangeName(frame.autoFilter), u"A3:E5"_s);
        QCOMPARE(tables::listSheets(path)->first().name, u"隐患 台账"_s);
        QCOMPARE(QDir(m_folder.path()).entryList({u".anlan*"_s}, QDir::Dirs | QDir::Hidden).size(),
                 0);
    }

    void leavesNothingBehindWhenAWriterIsGivenUp()
    {
        QTemporaryDir folder;
        {
            auto writer = tables::SheetWriter::create(folder.filePath(u"x.xlsx"_s),
                                                      {u"S"_s, {}, {{u"A"_s}}, {}});
            QVERIFY(writer);
            QVERIFY((*writer)->writeRow({u"text"_s}));
        }
        QVERIFY(QDir(folder.path())
                        .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        const auto none =
                tables::SheetWriter::create(u"/nonexistent/x.xlsx"_s, {u"S"_s, {}, {{u"A"_s}}, {}});
        QVERIFY(!none);
        QVERIFY(none.error().message.startsWith(u"x.xlsx cannot be written: "_s));
    }
};

QTEST_GUILESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
