// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/serialdate.h"
#include "tables/values.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tables::Cell;
using tables::CellKind;

class TestValues : public QObject
{
    Q_OBJECT

    static Cell text(const QString &value) { return {CellKind::Text, 1, false, 0, value}; }
    static Cell number(double value)
    {
        return {CellKind::Number, 1, false, value, tables::numberText(value)};
    }
    static Cell date(double serial)
    {
        return {CellKind::Date, 1, false, serial, tables::serialDateText(serial)};
    }
    template<typename T>
    static QString shown(const tables::Judged<T> &judged, const QString &value)
    {
        if (!judged.value)
            return judged.reason.isEmpty() ? u"blank"_s : u"no: "_s + judged.reason;
        return value + (judged.judged ? u" judged"_s : QString());
    }

private slots:
    void readsDates_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &input, const QString &expected) {
            QTest::newRow(qPrintable(input)) << input << expected;
        };
        row(u"2025.7.17"_s, u"2025-07-17"_s);
        row(u"2025/7/17"_s, u"2025-07-17"_s);
        row(u"2025-07-17"_s, u"2025-07-17"_s);
        row(u"2025年7月17日"_s, u"2025-07-17"_s);
        row(u"2019年 6 月 25 日"_s, u"2019-06-25"_s);
        row(u"２０２５．７．１７"_s, u"2025-07-17"_s);
        row(u"20250717"_s, u"2025-07-17"_s);
        row(u"2025-07-17 14:30"_s, u"2025-07-17T14:30:00"_s);
        row(u"2025-07-17T14:30:05"_s, u"2025-07-17T14:30:05"_s);
        row(u"2025年7月17日14时30分"_s, u"2025-07-17T14:30:00"_s);
        row(u"2016-01-01 00:00:00"_s, u"2016-01-01T00:00:00"_s);
        row(u" 2025.7.17\n"_s, u"2025-07-17"_s);
        row(u"2025.7.17。"_s, u"2025-07-17"_s);
        row(u"2025.7.17前"_s, u"2025-07-17 judged"_s);
        row(u"25.7.17"_s, u"2025-07-17 judged"_s);
        row(u"2025..7.17"_s, u"2025-07-17 judged"_s);
        row(u"17/7/2025"_s, u"2025-07-17 judged"_s);
        row(u"7/17/2025"_s, u"2025-07-17 judged"_s);
        row(u"17-Jul-2025"_s, u"2025-07-17"_s);
        row(u"Jul 17, 2025"_s, u"2025-07-17"_s);
        row(u"3/4/2025"_s,
            u"no: Day and month cannot be told apart: 3/4/2025. Write it as 2025-07-17."_s);
        row(u"2025.2.30"_s, u"no: There is no such day: 2025.2.30."_s);
        row(u"2025.13.1"_s, u"no: There is no such day: 2025.13.1."_s);
        row(u"1025.7.17"_s, u"no: The year 1025 is taken for a mistake: 1025.7.17."_s);
        row(u"9999-12-31"_s, u"no: The year 9999 is taken for a mistake: 9999-12-31."_s);
        row(u"2025年7月"_s, u"no: The day is missing: 2025年7月."_s);
        row(u"7月17日"_s, u"no: The year is missing: 7月17日."_s);
        row(u"已整改"_s, u"no: This is no date: 已整改."_s);
        row(u"2025.7.1-2025.7.5"_s, u"no: This is no date: 2025.7.1-2025.7.5."_s);
        row(u"2025.7.17 25:00"_s, u"no: This is no date: 2025.7.17 25:00."_s);
        row(u"\u200B \n"_s, u"blank"_s);
    }
    void readsDates()
    {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const auto read = tables::parseDate(input);
        QCOMPARE(shown(read, read.value ? tables::toIsoText(*read.value) : QString()), expected);
    }

    void readsDateCellsAndSerialNumbers()
    {
        const auto iso = [](const Cell &cell, bool numbers) {
            const auto read = tables::parseDate(cell, numbers);
            return shown(read, read.value ? tables::toIsoText(*read.value) : QString());
        };
        QCOMPARE(iso(date(45855), false), u"2025-07-17"_s);
        QCOMPARE(iso(date(45855.604166667), false), u"2025-07-17T14:30:00"_s);
        QCOMPARE(iso(date(45854.9999999), false), u"2025-07-17"_s);
        QCOMPARE(iso(number(43613), true), u"2019-05-28 judged"_s);
        QCOMPARE(iso(number(43613), false), u"no: This is a number, no date: 43613."_s);
        QCOMPARE(iso(number(20250717), false), u"2025-07-17"_s);
        QCOMPARE(iso(number(3), true), u"no: The year 1900 is taken for a mistake: 3."_s);
        QCOMPARE(iso(number(2025.7), true), u"no: The day is missing: 2025.7."_s);
        QCOMPARE(iso(number(-1), true), u"no: This is a number, no date: -1."_s);
        QCOMPARE(iso(number(1e12), true), u"no: This is a number, no date: 1000000000000."_s);
        QCOMPARE(iso({CellKind::Date, 1, false, 0.5, u"12:00:00"_s}, true),
                 u"no: This is a time of day without a date: 12:00:00."_s);
        QCOMPARE(iso({}, true), u"blank"_s);
    }

    void countsSerialsAsSpreadsheetsDo()
    {
        QCOMPARE(tables::serialDateText(1), u"1900-01-01"_s);
        QCOMPARE(tables::serialDateText(59), u"1900-02-28"_s);
        QCOMPARE(tables::serialDateText(61), u"1900-03-01"_s);
        QCOMPARE(tables::serialDateText(43613), u"2019-05-28"_s);
        QCOMPARE(tables::serialDateText(2958465), u"9999-12-31"_s);
        QCOMPARE(tables::serialDateText(2958466), QString());
        for (const double serial : {1.0, 59.0, 61.0, 43613.0, 2958465.0})
            QCOMPARE(tables::serialOfDate(tables::dateTimeOfSerial(serial).date()), serial);
    }

    void splitsValuesAndPeople()
    {
        using List = QStringList;
        QCOMPARE(tables::splitValues(u"高处坠落、坍塌"), (List{u"高处坠落"_s, u"坍塌"_s}));
        QCOMPARE(tables::splitValues(u"火灾；灼烫/触电\n火灾 , "),
                 (List{u"火灾"_s, u"灼烫"_s, u"触电"_s}));
        QCOMPARE(tables::splitValues(u"电工（张、李）、焊工"),
                 (List{u"电工（张、李）"_s, u"焊工"_s}));
        QCOMPARE(tables::splitValues(u" \u200B"), List());
        const auto two = tables::splitPeople(u"李甲、吴丙丑 张戊寅");
        QCOMPARE(*two.value, (List{u"李甲"_s, u"吴丙丑"_s, u"张戊寅"_s}));
        QVERIFY(!two.judged);
        const auto spread = tables::splitPeople(u"王　甲");
        QCOMPARE(*spread.value, List{u"王甲"_s});
        QVERIFY(spread.judged);
        QCOMPARE(*tables::splitPeople(u"John Smith").value, List{u"John Smith"_s});
        QCOMPARE(*tables::splitPeople(u"封乙巳\n").value, List{u"封乙巳"_s});
        QVERIFY(!tables::splitPeople(u" ").value);
    }

    void cleansTexts()
    {
        QCOMPARE(tables::cleanText(u"\uFEFF 四化建\u200B\r\n二队 \n"), u"四化建\n二队"_s);
        QCOMPARE(tables::halfWidth(u"Ｑ１２３（Ａ）　"), u"Q123(A) "_s);
        QCOMPARE(tables::withoutWhiteSpace(u"封 乙　巳\n"), u"封乙巳"_s);
    }

    void readsLevels_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("expected"); // number, grade
        const auto row = [](const QString &input, const QString &expected) {
            QTest::newRow(qPrintable(input)) << input << expected;
        };
        row(u"3"_s, u"3,"_s);
        row(u"3级"_s, u"3,"_s);
        row(u"３级"_s, u"3,"_s);
        row(u"三级"_s, u"3,"_s);
        row(u"Ⅲ级"_s, u"3,"_s);
        row(u"IV"_s, u"4,"_s);
        row(u"IX"_s, u"9,"_s);
        row(u"一级"_s, u"1,"_s);
        row(u"一般3级"_s, u"3,一般 judged"_s);
        row(u"一般"_s, u"0,一般"_s);
        row(u"一般事故隐患"_s, u"0,一般"_s);
        row(u"一般隐患"_s, u"0,一般"_s);
        row(u"重大事故隐患"_s, u"0,重大"_s);
        row(u"特别重大"_s, u"0,特别重大"_s);
        row(u"较大风险"_s, u"0,较大"_s);
        row(u"一般，限期整改"_s, u"0,一般 judged"_s);
        row(u"防洪防汛"_s, u"no: This names no level: 防洪防汛."_s);
        row(u" "_s, u"blank"_s);
    }
    void readsLevels()
    {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const auto level = tables::parseLevel(text(input));
        QCOMPARE(shown(level,
                       level.value ? u"%1,%2"_s.arg(level.value->number).arg(level.value->grade)
                                   : QString()),
                 expected);
    }

    void readsLevelNumbersAndRomanNumbers()
    {
        QCOMPARE(tables::parseLevel(number(3)).value->normalised(), u"3"_s);
        QVERIFY(!tables::parseLevel(number(3.5)).value);
        QCOMPARE(tables::romanNumber(u"VI"), std::optional<int>(6));
        QCOMPARE(tables::romanNumber(u"xiv"), std::optional<int>(14));
        QCOMPARE(tables::romanNumber(u"Ⅳ"), std::optional<int>(4));
        QCOMPARE(tables::romanNumber(u"VIIII"), std::nullopt);
        QCOMPARE(tables::romanNumber(u""), std::nullopt);
    }

    void readsAmounts()
    {
        const auto amount = [](const Cell &cell) {
            const auto read = tables::parseAmount(cell);
            return shown(read, read.value ? QString::number(*read.value, 'f', 2) : QString());
        };
        QCOMPARE(amount(number(470894.45)), u"470894.45"_s);
        QCOMPARE(amount(text(u"470,894.45"_s)), u"470894.45"_s);
        QCOMPARE(amount(text(u"￥1,000元"_s)), u"1000.00"_s);
        QCOMPARE(amount(text(u"1.5万元"_s)), u"15000.00 judged"_s);
        QCOMPARE(amount(text(u"(200)"_s)), u"-200.00 judged"_s);
        QCOMPARE(amount(text(u"1,00,0"_s)), u"no: This is no amount: 1,00,0."_s);
        QCOMPARE(amount(text(u"工程结束"_s)), u"no: This is no amount: 工程结束."_s);
        QCOMPARE(amount({}), u"blank"_s);
    }

    void namesCellsAndRanges()
    {
        QCOMPARE(tables::columnLetters(1), u"A"_s);
        QCOMPARE(tables::columnLetters(26), u"Z"_s);
        QCOMPARE(tables::columnLetters(27), u"AA"_s);
        QCOMPARE(tables::columnLetters(16384), u"XFD"_s);
        const auto last = tables::cellPlace(u"XFD1048576");
        QVERIFY(last && last->column == 16384 && last->row == 1048576);
        QVERIFY(!tables::cellPlace(u"XFE1"));
        QVERIFY(!tables::cellPlace(u"A1048577"));
        QVERIFY(!tables::cellPlace(u"A0"));
        QVERIFY(!tables::cellPlace(u"7"));
        QVERIFY(!tables::cellPlace(u"A-1"));
        QCOMPARE(tables::rangeName(*tables::cellRange(u"$R$21:A1")), u"A1:R21"_s);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
