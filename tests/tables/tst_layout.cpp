// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/layout.h"
#include "tables/packagebuilder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Rows = QList<QStringList>;

// Ledgers as people keep them, each with one peculiarity, and where their table is.
class TestLayout : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    std::unique_ptr<tables::Book> book(const PackageBuilder &builder)
    {
        const QString path = m_folder.filePath(u"book.xlsx"_s);
        QFile::remove(path);
        if (!builder.write(path))
            return nullptr;
        auto opened = tables::openBook(path);
        return opened ? std::move(*opened) : nullptr;
    }

    tables::Layout layout(const Rows &rows, const QStringList &merged = {})
    {
        const auto opened =
                book(PackageBuilder().addSheet(u"表"_s, PackageBuilder::sheetXml(rows, merged)));
        core::NoProgress progress;
        const auto result = tables::analyseBook(*opened, progress);
        if (!result) {
            qWarning() << result.error().message;
            return {};
        }
        return *result;
    }

    static QString text(const tables::Layout &layout)
    {
        QStringList names;
        for (const tables::Column &column : layout.columns)
            names += tables::columnLetters(column.number) + u':' + column.name;
        return u"title %1 header %2-%3 data %4-%5 (%6) notes %7-%8 | %9"_s.arg(layout.titleRow)
                .arg(layout.firstHeaderRow)
                .arg(layout.lastHeaderRow)
                .arg(layout.firstDataRow)
                .arg(layout.lastDataRow)
                .arg(layout.records)
                .arg(layout.firstNotesRow)
                .arg(layout.lastNotesRow)
                .arg(names.join(u' '));
    }

    static QStringList record(int number)
    {
        return {QString::number(number),
                u"第%1台泵的防护罩缺失，存在绞伤风险"_s.arg(number),
                u"2025.7.%1"_s.arg(number),
                u"一般"_s,
                u"张甲"_s,
                u"已整改"_s};
    }
    static QStringList header()
    {
        return {u"序号"_s, u"隐患内容"_s, u"检查日期"_s, u"隐患等级"_s, u"责任人"_s, u"整改情况"_s};
    }
    static QString plainColumns()
    {
        return u"A:序号 B:隐患内容 C:检查日期 D:隐患等级 E:责任人 F:整改情况"_s;
    }

private slots:
    void findsTables_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<QStringList>("merged");
        QTest::addColumn<QString>("expected");
        const QString plain = plainColumns();
        const QStringList h = header();
        const auto row = [](const Rows &rows, const QStringList &merged, const QString &expected,
                            const char *name) {
            QTest::newRow(name) << rows << merged << expected;
        };
        row({h, record(1), record(2), record(3)}, {},
            u"title 0 header 1-1 data 2-4 (3) notes 0-0 | "_s + plain, "header in the first row");
        row({{u"某厂隐患排查治理台账"_s},
             {u"单位：一车间"_s, {}, {}, {}, u"日期：2025年7月"_s},
             h,
             record(1),
             record(2),
             record(3)},
            {u"A1:F1"_s}, u"title 1 header 3-3 data 4-6 (3) notes 0-0 | "_s + plain,
            "title and facts above the header");
        row({{}, {u"化工一厂"_s}, {u"隐患排查治理台账"_s}, {}, h, record(1), record(2), record(3)},
            {u"A2:F2"_s, u"A3:F3"_s}, u"title 3 header 5-5 data 6-8 (3) notes 0-0 | "_s + plain,
            "header in row 5");
        row({h,
             record(1),
             record(2),
             {},
             record(3),
             {u"4"_s},
             {u"5"_s},
             record(6),
             {u"7"_s},
             {u"8"_s}},
            {}, u"title 0 header 1-1 data 2-8 (4) notes 0-0 | "_s + plain,
            "blank rows and rows of a number only");
        row({h,
             record(1),
             record(2),
             {u"合计"_s, {}, {}, {}, {}, u"2"_s},
             {},
             {u"填表人：张甲"_s, {}, {}, u"审核人：李乙"_s}},
            {}, u"title 0 header 1-1 data 2-3 (2) notes 4-6 | "_s + plain,
            "total and signatures below");
        row({h,
             record(1),
             record(2),
             {u"注：1. 隐患等级按照判定标准填写。"_s},
             {u"2. 每月25日前上报。"_s}},
            {}, u"title 0 header 1-1 data 2-3 (2) notes 4-5 | "_s + plain,
            "notes below, not merged");
        row({h, {u"一、机械车间"_s}, record(1), record(2), {u"二、铸造车间"_s}, record(3)},
            {u"A2:F2"_s, u"A5:F5"_s}, u"title 0 header 1-1 data 3-6 (3) notes 0-0 | "_s + plain,
            "headings between the rows");
        row({h, record(1), record(2), h, record(3), record(4)}, {},
            u"title 0 header 1-1 data 2-6 (4) notes 0-0 | "_s + plain, "header repeated per page");
        row({h, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}, record(1), record(2), record(3)},
            {}, u"title 0 header 1-1 data 3-5 (3) notes 0-0 | "_s + plain,
            "numbers of the columns");
        row({h,
             {u"示例"_s, u"楼梯间堆放杂物"_s, u"2025.1.1"_s, u"一般"_s, u"王丙"_s, u"已整改"_s},
             record(1),
             record(2)},
            {}, u"title 0 header 1-1 data 3-4 (2) notes 0-0 | "_s + plain, "an example to fill in");
        Rows shifted{{}, {}};
        for (const QStringList &line : Rows{h, record(1), record(2), record(3)})
            shifted += QStringList{QString(), QString()} + line;
        row(shifted, {},
            u"title 0 header 3-3 data 4-6 (3) notes 0-0 | C:序号 D:隐患内容 E:检查日期 F:隐患等级 G:责任人 H:整改情况"_s,
            "blank columns in front");
        row({{u"序号"_s, u"隐患内容"_s, u"整改"_s, {}, {}, u"备注"_s},
             {{}, {}, u"责任人"_s, u"期限"_s, u"结果"_s},
             {u"1"_s, u"电缆破损"_s, u"张甲"_s, u"2025-7-1"_s, u"完成"_s},
             {u"2"_s, u"通道堵塞"_s, u"李乙"_s, u"2025-7-2"_s, u"完成"_s, u"复查"_s}},
            {},
            u"title 0 header 1-2 data 3-4 (2) notes 0-0 | A:序号 B:隐患内容 C:整改/责任人 D:整改/期限 E:整改/结果 F:备注"_s,
            "parents that are not merged");
        row({{u"统计表"_s},
             {u"部门"_s, u"排查治理情况"_s, {}, {}, {}},
             {{}, u"一般隐患"_s, {}, u"重大隐患"_s, {}},
             {{}, u"排查数"_s, u"整改数"_s, u"排查数"_s, u"整改数"_s},
             {u"铸造车间"_s, u"12"_s, u"11"_s, u"1"_s, u"0"_s},
             {u"机械车间"_s, u"7"_s, u"7"_s, u"0"_s, u"0"_s}},
            {u"A1:E1"_s, u"A2:A4"_s, u"B2:E2"_s, u"B3:C3"_s, u"D3:E3"_s},
            u"title 1 header 2-4 data 5-6 (2) notes 0-0 | A:部门 B:排查治理情况/一般隐患/排查数 C:排查治理情况/一般隐患/整改数 D:排查治理情况/重大隐患/排查数 E:排查治理情况/重大隐患/整改数"_s,
            "three levels of header");
        row({{u"序 号"_s, u"隐患\n内容"_s, u"Found\nby"_s},
             {u"1"_s, u"甲"_s, u"x"_s},
             {u"2"_s, u"乙"_s, u"y"_s}},
            {}, u"title 0 header 1-1 data 2-3 (2) notes 0-0 | A:序号 B:隐患内容 C:Found by"_s,
            "blanks and line breaks in the headings");
        row({h,
             {u"1"_s, u"只写了内容的一条"_s},
             record(2),
             {{}, u"没有序号的一条"_s, u"2025.7.3"_s},
             record(4)},
            {}, u"title 0 header 1-1 data 2-5 (4) notes 0-0 | "_s + plain,
            "records that are nearly empty");
        row({h + QStringList{QString()}, record(1) + QStringList{u"补充说明"_s}, record(2)}, {},
            u"title 0 header 1-1 data 2-3 (2) notes 0-0 | "_s + plain + u" G:"_s,
            "a column without a heading");
        row({{u"name"_s, u"department"_s}, {u"Li"_s, u"Casting"_s}, {u"Wang"_s, u"Machining"_s}},
            {}, u"title 0 header 1-1 data 2-3 (2) notes 0-0 | A:name B:department"_s,
            "two columns of text");
        row({{u"附件1"_s},
             {u"安全隐患排查整改清单"_s},
             {u"填报单位："_s, u"铸造车间"_s, {}, {}, u"填报时间："_s, u"2025.8.1"_s},
             h,
             record(1),
             record(2)},
            {u"A2:F2"_s}, u"title 2 header 4-4 data 5-6 (2) notes 0-0 | "_s + plain,
            "attachment number above the title, facts beside their captions");
        row({{u"隐患台账"_s},
             {u"项目名称：某项目"_s, {}, {}, u"填报人：张甲"_s},
             h,
             record(1),
             record(2)},
            {u"A1:F1"_s, u"A2:C2"_s, u"D2:F2"_s},
            u"title 1 header 3-3 data 4-5 (2) notes 0-0 | "_s + plain,
            "merged facts above the header");
        row({h, record(1), record(2), {}, {u"编制："_s, {}, u"审核："_s, {}, u"批准："_s}}, {},
            u"title 0 header 1-1 data 2-3 (2) notes 4-5 | "_s + plain, "signatures to fill in");
        row({h,
             record(1),
             record(2),
             {{}, u"合 计"_s, {}, {}, {}, u"2"_s},
             record(3),
             {{}, u"总计"_s, {}, {}, {}, u"3"_s}},
            {}, u"title 0 header 1-1 data 2-5 (3) notes 6-6 | "_s + plain,
            "subtotals between the rows");
        row({h, {{}, {}, {}, {}, {}, u"（项）"_s}, record(1), record(2)}, {},
            u"title 0 header 1-1 data 3-4 (2) notes 0-0 | "_s + plain, "units below the headings");
        row({h,
             record(1),
             record(2),
             record(3),
             {},
             {},
             {u"类型"_s, u"数量"_s, u"占比"_s},
             {u"触电"_s, u"2"_s, u"60%"_s}},
            {}, u"title 0 header 1-1 data 2-4 (3) notes 5-8 | "_s + plain, "a small table below");
        row({{u"序号"_s, u"部位"_s, u"隐患内容"_s, u"责任人"_s},
             {u"1"_s, u"一车间"_s, u"甲"_s, u"张甲"_s},
             {{}, {}, u"乙"_s, u"张甲"_s},
             {u"2"_s, u"二车间"_s, u"丙"_s, u"李乙"_s}},
            {u"A2:A3"_s, u"B2:B3"_s},
            u"title 0 header 1-1 data 2-4 (3) notes 0-0 | A:序号 B:部位 C:隐患内容 D:责任人"_s,
            "two hazards under one number");
        row({{u"某公司安全检查表"_s},
             {u"序号"_s, u"检查情况"_s, {}, u"整改情况"_s, {}, u"备注"_s},
             {{}, u"检查日期"_s, u"问题描述"_s, u"责任部门"_s, u"完成日期"_s},
             {u"1"_s, u"2025.1.1"_s, u"甲"_s, u"一车间"_s, u"2025.1.3"_s},
             {u"2"_s, u"2025.1.2"_s, u"乙"_s, u"二车间"_s, u"2025.1.3"_s}},
            {u"A1:F1"_s, u"A2:A3"_s, u"B2:C2"_s, u"D2:E2"_s, u"F2:F3"_s},
            u"title 1 header 2-3 data 4-5 (2) notes 0-0 | A:序号 B:检查情况/检查日期 C:检查情况/问题描述 D:整改情况/责任部门 E:整改情况/完成日期 F:备注"_s,
            "groups with a title");
        row({{u"No."_s, u"Date"_s, u"Finding"_s, u"Level"_s, u"Owner"_s},
             {u"1"_s, u"#45855"_s, u"Guard missing on the press"_s, u"II"_s, u"Smith"_s},
             {u"2"_s, u"#45856"_s, u"Oil on the floor"_s, u"I"_s, u"Brown"_s},
             {u"Note: levels go from I to VI"_s}},
            {},
            u"title 0 header 1-1 data 2-3 (2) notes 4-4 | A:No. B:Date C:Finding D:Level E:Owner"_s,
            "English");
        row({h,
             {{}, u"甲"_s, {}, {}, u"张甲"_s},
             {{}, u"乙"_s, u"2025.7.2"_s},
             {},
             {{}, u"丙"_s, {}, {}, u"李乙"_s}},
            {}, u"title 0 header 1-1 data 2-5 (3) notes 0-0 | "_s + plain,
            "sparse rows without numbers");
    }
    void findsTables()
    {
        QFETCH(Rows, rows);
        QFETCH(QStringList, merged);
        QFETCH(QString, expected);
        QCOMPARE(text(layout(rows, merged)), expected);
    }

    void takesANumberWithADateForARecord()
    {
        const tables::Layout found =
                layout({header(), record(1), {u"2"_s, {}, u"2025.7.17"_s}, record(3)});
        QCOMPARE(found.records, 3);
    }

    void readsFactsBesideTheirCaptionsAndSeveralInOneCell()
    {
        const tables::Layout found = layout({{u"隐患清单"_s},
                                             {u"填报单位：铸造车间    填报人：张甲  电话：123"_s,
                                              {},
                                              {},
                                              {},
                                              u"填报时间："_s,
                                              u"2025.8.1"_s},
                                             header(),
                                             record(1),
                                             record(2)},
                                            {u"A1:F1"_s});
        QStringList facts;
        for (const tables::HeaderFact &fact : found.headerFacts)
            facts += fact.name + u'=' + fact.value;
        QCOMPARE(facts,
                 (QStringList{u"填报单位=铸造车间"_s, u"填报人=张甲"_s, u"电话=123"_s,
                              u"填报时间=2025-08-01"_s}));
        QCOMPARE(found.title, u"隐患清单"_s);
    }

    void givesVerticallyMergedValuesToEachRow()
    {
        const auto opened = book(PackageBuilder().addSheet(
                u"表"_s,
                PackageBuilder::sheetXml({{u"序号"_s, u"检查日期"_s, u"隐患内容"_s},
                                          {u"1"_s, u"2025.7.1"_s, u"甲"_s},
                                          {u"2"_s, {}, u"乙"_s},
                                          {u"3"_s, {}, u"丙"_s},
                                          {u"4"_s, {}, u"丁"_s}},
                                         {u"B2:B4"_s})));
        core::NoProgress progress;
        const auto found = tables::analyseBook(*opened, progress);
        QVERIFY(found);
        QStringList dates;
        QVERIFY(tables::readRecords(
                *opened, *found,
                [&dates](const tables::Record &record) {
                    dates += record.cells[1].text
                            + (record.cells[1].filledDown ? u"*"_s : QString());
                    return true;
                },
                progress));
        QCOMPARE(dates, (QStringList{u"2025.7.1"_s, u"2025.7.1*"_s, u"2025.7.1*"_s, QString()}));
    }

    void takesTheSheetWithTheTableAndHiddenOnesLast()
    {
        core::NoProgress progress;
        const QByteArray big =
                PackageBuilder::sheetXml({header(), record(1), record(2), record(3)});
        const QByteArray codes = PackageBuilder::sheetXml(
                {{u"类型"_s, u"代码"_s}, {u"触电"_s, u"6"_s}, {u"火灾"_s, u"9"_s}});
        const QByteArray none = PackageBuilder::sheetXml({});
        auto opened = book(PackageBuilder()
                                   .addSheet(u"封面"_s, none)
                                   .addSheet(u"字典"_s, codes)
                                   .addSheet(u"台账"_s, big));
        auto found = tables::analyseBook(*opened, progress);
        QVERIFY(found);
        QCOMPARE(found->sheetName, u"台账"_s);
        QCOMPARE(found->otherSheets, (QStringList{u"封面"_s, u"字典"_s}));
        opened = book(PackageBuilder()
                              .addSheet(u"字典"_s, codes)
                              .addSheet(u"台账"_s, big, "state=\"hidden\""));
        found = tables::analyseBook(*opened, progress);
        QVERIFY(found);
        QCOMPARE(found->sheetName, u"字典"_s);
        opened = book(PackageBuilder()
                              .addSheet(u"封面"_s, none)
                              .addSheet(u"台账"_s, big, "state=\"veryHidden\""));
        found = tables::analyseBook(*opened, progress);
        QVERIFY(found);
        QCOMPARE(found->sheetName, u"台账"_s);
    }

    void saysWhenThereIsNoTable()
    {
        core::NoProgress progress;
        const auto opened = book(
                PackageBuilder().addSheet(u"空表"_s, PackageBuilder::sheetXml({{u"一句话"_s}})));
        const auto found = tables::analyseBook(*opened, progress);
        QVERIFY(!found);
        QCOMPARE(found.error().message,
                 u"book.xlsx, sheet 空表: no table was found. A table needs a row of column "
                 u"headings and "
                 "at least one row below it."_s);
    }

    void namesTheRowsItLeavesOut()
    {
        core::NoProgress progress;
        const auto opened = book(PackageBuilder().addSheet(
                u"表"_s,
                PackageBuilder::sheetXml(
                        {header(), record(1), {}, {u"2"_s}, record(3), header(), record(4)})));
        const auto found = tables::analyseBook(*opened, progress);
        QVERIFY(found);
        QList<std::pair<int, tables::RowKind>> skipped;
        QVERIFY(tables::readRecords(
                *opened, *found, [](const tables::Record &) { return true; }, progress,
                [&skipped](int row, tables::RowKind kind) {
                    skipped += {row, kind};
                }));
        using tables::RowKind;
        QCOMPARE(skipped,
                 (QList<std::pair<int, RowKind>>{
                         {3, RowKind::Blank}, {4, RowKind::NumberOnly}, {6, RowKind::Header}}));
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
