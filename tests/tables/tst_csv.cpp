// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/book.h"
#include "tables/csvwriter.h"

#include <QDate>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &bytes, const QString &name = u"table.csv"_s)
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? path
                                                                                  : QString();
    }

    // Rows as number:field|field, or the message of the failure.
    QString rows(const QByteArray &bytes, QString *format = nullptr)
    {
        auto book = tables::openBook(file(bytes));
        if (!book)
            return book.error().message;
        if (format)
            *format = (*book)->format();
        core::NoProgress progress;
        QStringList result;
        const auto read = (*book)->readRows(
                0,
                [&result](const tables::Row &row) {
                    QStringList fields;
                    for (const tables::Cell &cell : row.cells)
                        fields += tables::columnLetters(cell.column) + u'=' + cell.text;
                    result += QString::number(row.number) + u':' + fields.join(u'|');
                    return true;
                },
                progress);
        return read ? result.join(u' ') : read.error().message;
    }

private slots:
    void detectsEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        const QString text =
                u"序号,隐患\r\n1,触电𠮷\r\n"_s; // the last sign takes four bytes in GB18030
        QTest::newRow("UTF-8") << text.toUtf8() << u"csv, UTF-8, comma"_s;
        QTest::newRow("UTF-8 with mark")
                << "\xEF\xBB\xBF" + text.toUtf8() << u"csv, UTF-8, comma"_s;
        for (const char *name : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
            QStringEncoder encoder(name);
            const QByteArray bytes = encoder.encode(text);
            const QByteArray mark = qstrcmp(name, "UTF-16LE") == 0 ? "\xFF\xFE"
                    : qstrcmp(name, "UTF-16BE") == 0               ? "\xFE\xFF"
                                                                   : "";
            QTest::newRow(name) << mark + bytes << u"csv, %1, comma"_s.arg(QLatin1StringView(name));
        }
        QTest::newRow("UTF-16 without mark") << QByteArray("n\0o\0,\0d\0\r\0\n\0"
                                                           "1\0,\0x\0\r\0\n\0",
                                                           22)
                                             << u"csv, UTF-16LE, comma"_s;
    }
    void detectsEncodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, format);
        QString found;
        const QString read = rows(bytes, &found);
        QCOMPARE(found, format);
        QVERIFY2(read == u"1:A=序号|B=隐患 2:A=1|B=触电𠮷"_s || read == u"1:A=no|B=d 2:A=1|B=x"_s,
                 qPrintable(read));
    }

    void guessesSeparators()
    {
        QString format;
        QCOMPARE(rows("a;b;c\n1;2,5;3\n2;3,5;4\n", &format),
                 u"1:A=a|B=b|C=c 2:A=1|B=2,5|C=3 3:A=2|B=3,5|C=4"_s);
        QCOMPARE(format, u"csv, UTF-8, semicolon"_s);
        QCOMPARE(rows("a\tb\n1\t2\n", &format), u"1:A=a|B=b 2:A=1|B=2"_s);
        QCOMPARE(rows("a|b\n1|2\n", &format), u"1:A=a|B=b 2:A=1|B=2"_s);
        QCOMPARE(rows("sep=;\na;b,c\n", &format), u"2:A=a|B=b,c"_s);
        QCOMPARE(rows("title\n\na,b\n\"x;y;z\",2\n", &format),
                 u"1:A=title 3:A=a|B=b 4:A=x;y;z|B=2"_s);
    }

    void readsQuotedFieldsAndLineEnds()
    {
        QCOMPARE(rows("a,b\r\n\"x\r\ny\",\"say \"\"no\"\"\"\r\n3,4"),
                 u"1:A=a|B=b 2:A=x\ny|B=say \"no\" 3:A=3|B=4"_s);
        QCOMPARE(rows("a,b\r1,2\r"), u"1:A=a|B=b 2:A=1|B=2"_s);
        QCOMPARE(rows("a,b\n\n,\n1,5\" pipe\n"), u"1:A=a|B=b 4:A=1|B=5\" pipe"_s);
        QCOMPARE(rows("no,b\n=\"007\",'=1+1\n"), u"1:A=no|B=b 2:A=007|B==1+1"_s);
    }

    void refusesWhatIsNoTextTable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("zero byte")
                << QByteArray("a,b\n1,2\n3,\0\n", 12)
                << u"table.csv, line 3: there is a zero byte, so this is no text file. Save the "
                   "table as .xlsx or .csv."_s;
        QTest::newRow("open quote")
                << QByteArray("a,b\n1,\"2\n3,4\n")
                << u"table.csv, line 2: a quotation mark is opened here and never closed."_s;
        QTest::newRow("long line")
                << QByteArray("a,b\n1,") + QByteArray(1'100'000, 'x')
                << u"table.csv, line 2: the row is longer than 1000000 characters. Look for a "
                   "quotation mark that is not closed."_s;
        QTest::newRow("columns") << QByteArray("a,b\n") + QByteArray(16'384, ',') + "x\n"
                                 << u"table.csv, line 2: there are more than 16384 columns."_s;
        QTest::newRow("no text")
                << QByteArray("a,b\n\x81\xFF,\x80\n")
                << u"table.csv, line 2 is neither UTF-8 nor GB18030 text. Save the file as UTF-8."_s;
        QTest::newRow("empty") << QByteArray() << u"table.csv is empty."_s;
        QTest::newRow("web page")
                << QByteArray("<html><table></table></html>")
                << u"table.csv is no spreadsheet, whatever its name says. Open it in the program "
                   "that made it and save it as .xlsx or .csv."_s;
        QTest::newRow("old xls")
                << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1")
                << u"table.csv is an old .xls file or protected by a password. Open it in a "
                   "spreadsheet program and save it as .xlsx without a password."_s;
    }
    void refusesWhatIsNoTextTable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        QCOMPARE(rows(bytes), message);
    }

    void refusesMoreRowsThanASheetHas()
    {
        QCOMPARE(rows("a,b\n" + QByteArray("\n").repeated(1'048'576)),
                 u"table.csv, line 1048577: there are more than 1048576 rows. Split the file."_s);
    }

    void writesWhatReadsBackTheSame()
    {
        const QString path = m_folder.filePath(u"out.csv"_s);
        auto writer = tables::CsvWriter::create(path, {u"序号"_s, u"内容"_s, u"日期"_s});
        QVERIFY(writer);
        const QString nasty = u"=HYPERLINK(\"x\",\"y\")\n@b"_s;
        QVERIFY((*writer)->writeRow({1, nasty, QDate(2025, 7, 17)}));
        QVERIFY((*writer)->writeRow({2, u"-5, +3"_s, QVariant()}));
        QVERIFY(!QFile::exists(path));
        QVERIFY((*writer)->finish());
        QFile out(path);
        QVERIFY(out.open(QIODevice::ReadOnly));
        const QByteArray bytes = out.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF序号,内容,日期\r\n"));
        QVERIFY(bytes.contains("\"'=HYPERLINK(")); // no spreadsheet program runs it
        QVERIFY(bytes.contains("2,\"'-5, +3\",\r\n"));
        QCOMPARE(rows(bytes),
                 u"1:A=序号|B=内容|C=日期 2:A=1|B=%1|C=2025-07-17 3:A=2|B=-5, +3"_s.arg(nasty));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
