// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/ledgercase.h"
#include "tables/packagebuilder.h"

#include "hazards/engine/ledgerwords.h"
#include "tables/values.h"

using namespace Qt::StringLiterals;

// Ledgers of other hands: headings, kinds, states, dates and levels as they are met in the trade.
class TestLedgerMapping : public QObject
{
    Q_OBJECT

    static QMap<QString, QString> fieldsOf(const hazards::ImportPlan &plan)
    {
        QMap<QString, QString> fields;
        for (const hazards::ColumnPlan &column : plan.columns)
            fields[column.name] = column.field;
        return fields;
    }

private Q_SLOTS:
    void knowsTheHeadingsOfAPlant()
    {
        LedgerCase ledger;
        const auto plan = ledger.plan(ledger.csv(
                u"a.csv"_s,
                {u"某厂2024年安全隐患排查治理台账,,,,,,,,,,,,,,"_s,
                 u"编制单位：安环部,,,,,填表日期：2024.3.31,,,,,,,,,"_s, u",,,,,,,,,,,,,,"_s,
                 u"序号,检查日期,检查部门,检查人员,隐患部位,存在问题（照片编号）,隐患分级,整改措施,整改责任部门,整改责任人,计划完成时间,实际完成时间,验收人,整改情况,整改资金（万元）"_s,
                 u"1,2024.3.1,安环部,张测甲 李测乙,2#冲床,光电保护失效,一般,更换光电,一车间,王测丙,2024.3.5,2024.3.4,李测乙,已完成,0.35"_s,
                 u"2,2024.3.1,安环部,张测甲,配电柜,柜门未关,一般,上锁,二车间,赵测丁,立即,2024.3.1,李测乙,√,"_s,
                 u"3,2024/3/9,生产部,孙测戊,喷漆房,可燃气体报警器未接入,重大,停用,喷漆班,钱测己,2024.4.9,,,整改中,12"_s,
                 u"合计,,,,,,,,,,,,,,12.35"_s}));
        QCOMPARE(plan.entity, u"hazard"_s);
        QCOMPARE(plan.layout.lastHeaderRow, 4);
        QCOMPARE(fieldsOf(plan),
                 (QMap<QString, QString>{{u"序号"_s, u"c.序号"_s},
                                         {u"检查日期"_s, u"found_on"_s},
                                         {u"检查部门"_s, u"c.检查部门"_s},
                                         {u"检查人员"_s, u"found_by"_s},
                                         {u"隐患部位"_s, u"place_text"_s},
                                         {u"存在问题（照片编号）"_s, u"description"_s},
                                         {u"隐患分级"_s, u"grade"_s},
                                         {u"整改措施"_s, u"measure"_s},
                                         {u"整改责任部门"_s, u"responsible_area"_s},
                                         {u"整改责任人"_s, u"responsible"_s},
                                         {u"计划完成时间"_s, u"deadline"_s},
                                         {u"实际完成时间"_s, u"completed_on"_s},
                                         {u"验收人"_s, u"reviewer"_s},
                                         {u"整改情况"_s, u"state"_s},
                                         {u"整改资金（万元）"_s, u"cost"_s}}));
        const auto facts = ledger.run(plan);
        QCOMPARE(facts.imported, 3);
        QCOMPARE(facts.states, (QMap<QString, int>{{u"closed"_s, 2}, {u"rectifying"_s, 1}}));
        const QList<store::Record> records = ledger.records();
        QCOMPARE(records.at(0).integer(u"cost"_s), 350'000);          // 0.35 ten thousands in cents
        QCOMPARE(records.at(1).text(u"deadline"_s), u"2024-03-01"_s); // at once
        QCOMPARE(records.at(1).text(u"c.计划完成时间"_s), u"立即"_s);
        QCOMPARE(records.at(2).text(u"grade"_s), u"major"_s);
        QCOMPARE(records.at(2).text(u"response_colour"_s), u"red"_s);
    }

    void readsTwoHeaderRowsWithParents()
    {
        LedgerCase ledger;
        QVERIFY(PackageBuilder()
                        .addSheet(u"台账"_s,
                                  PackageBuilder::sheetXml(
                                          {{u"事故隐患排查治理情况台账"_s},
                                           {u"填报单位：某某公司"_s},
                                           {u"序号"_s, u"隐患基本情况"_s, QString(), QString(),
                                            u"整改落实"_s, QString(), QString(), QString(),
                                            u"复查销号"_s, QString()},
                                           {QString(), u"排查时间"_s, u"排查人"_s, u"隐患内容"_s,
                                            u"措施"_s, u"责任"_s, u"资金"_s, u"时限"_s, u"日期"_s,
                                            u"是否销号"_s},
                                           {u"1"_s, u"2024年5月3日"_s, u"赵测"_s, u"气瓶间距不足"_s,
                                            u"拉开"_s, u"钱测"_s, u"100"_s, u"2024年5月9日"_s,
                                            u"2024年5月5日"_s, u"是"_s},
                                           {u"2"_s, u"2024年5月8日"_s, u"赵测"_s, u"作业未审批"_s,
                                            u"停工"_s, u"钱测"_s, u"5000"_s, u"2024年5月20日"_s,
                                            QString(), u"否"_s},
                                           {u"3"_s, u"2024年5月9日"_s, u"赵测"_s, u"帽带未系"_s,
                                            u"教育"_s, u"钱测"_s, u"0"_s, u"2024年5月9日"_s,
                                            u"2024年5月9日"_s, u"是"_s}},
                                          {u"A1:J1"_s, u"A2:J2"_s, u"A3:A4"_s, u"B3:D3"_s,
                                           u"E3:H3"_s, u"I3:J3"_s}))
                        .write(ledger.path(u"a.xlsx"_s)));
        const auto plan = ledger.plan(ledger.path(u"a.xlsx"_s));
        const QMap<QString, QString> fields = fieldsOf(plan);
        QCOMPARE(fields[u"隐患基本情况/排查时间"_s], u"found_on"_s);
        QCOMPARE(fields[u"隐患基本情况/排查人"_s], u"found_by"_s);
        QCOMPARE(fields[u"隐患基本情况/隐患内容"_s], u"description"_s);
        QCOMPARE(fields[u"整改落实/措施"_s], u"measure"_s);
        QCOMPARE(fields[u"整改落实/责任"_s], u"responsible"_s);
        QCOMPARE(fields[u"整改落实/资金"_s], u"cost"_s);
        QCOMPARE(fields[u"整改落实/时限"_s], u"deadline"_s);
        QCOMPARE(fields[u"复查销号/日期"_s], u"reviewed_on"_s);
        QCOMPARE(fields[u"复查销号/是否销号"_s], u"state"_s);
        const auto facts = ledger.run(plan);
        QCOMPARE(facts.states, (QMap<QString, int>{{u"closed"_s, 2}, {u"dispatched"_s, 1}}));
        QCOMPARE(ledger.records().first().text(u"closed_on"_s), u"2024-05-05"_s);
    }

    void readsEnglishHeadingsAndTheOrderOfTheDates()
    {
        LedgerCase ledger;
        const auto plan = ledger.plan(ledger.csv(
                u"a.csv"_s,
                {u"Hazard ID,Date_Found,Raised By,Location,Hazard Description,Corrective Action,Responsible Person,Target Date,Status"_s,
                 u"H-1,3/4/2025,J. Doe,Press shop,Guard missing on press 3,Refit,M. Roe,3/11/2025,Closed"_s,
                 u"H-2,3/17/2025,J. Doe,Warehouse,Blocked exit,Clear,M. Roe,3/24/2025,Open"_s,
                 u"H-3,4/5/2025,A. Poe,Yard,Pothole,Fill,M. Roe,4/29/2025,In Progress"_s}));
        const QMap<QString, QString> fields = fieldsOf(plan);
        QCOMPARE(fields[u"Hazard ID"_s], u"c.hazard_id"_s);
        QCOMPARE(fields[u"Date_Found"_s], u"found_on"_s);
        QCOMPARE(fields[u"Raised By"_s], u"found_by"_s);
        QCOMPARE(fields[u"Hazard Description"_s], u"description"_s);
        QCOMPARE(fields[u"Corrective Action"_s], u"measure"_s);
        QCOMPARE(fields[u"Target Date"_s], u"deadline"_s);
        QCOMPARE(fields[u"Status"_s], u"state"_s);
        const auto facts = ledger.run(plan);
        QCOMPARE(facts.dates[u"Date_Found"_s].min, u"2025-03-04"_s);
        QCOMPARE(facts.dates[u"Date_Found"_s].parsed, 3);
        QCOMPARE(problemsOf(facts, u"Date_Found"_s, hazards::judged::taken, u"order"_s).size(), 1);
        QCOMPARE(ledger.records().first().text(u"c.date_found"_s), u"3/4/2025"_s);
    }

    void goesByTheValuesWhereNoHeadingHelps()
    {
        LedgerCase ledger;
        const auto plan = ledger.plan(ledger.csv(
                u"a.csv"_s,
                {u"甲,乙,丙,丁"_s, u"2024-05-01,阀门法兰处持续漏水需要更换垫片,一般隐患,已整改"_s,
                 u"2024-05-02,地沟盖板缺失三块存在坠落风险,一般隐患,未整改"_s,
                 u"2024-05-06,电缆拖地未穿管保护易被车辆碾压,重大隐患,整改中"_s}));
        QCOMPARE(fieldsOf(plan),
                 (QMap<QString, QString>{{u"甲"_s, u"found_on"_s},
                                         {u"乙"_s, u"description"_s},
                                         {u"丙"_s, u"grade"_s},
                                         {u"丁"_s, u"state"_s}}));
    }

    void keepsMeasuresThatOnlySayThatItWasDone()
    {
        LedgerCase ledger;
        const auto plan = ledger.plan(
                ledger.csv(u"a.csv"_s,
                           {u"隐患描述,检查日期,整改措施,完成情况"_s,
                            u"阀门法兰处持续漏水需要更换垫片,2024-05-01,已按要求整改,已完成"_s,
                            u"地沟盖板缺失三块存在坠落风险,2024-05-02,,整改中"_s,
                            u"电缆拖地未穿管保护易被车辆碾压,2024-05-06,已按要求整改,已完成"_s}));
        QCOMPARE(fieldsOf(plan).value(u"整改措施"_s), u"measure"_s);
        QCOMPARE(fieldsOf(plan).value(u"完成情况"_s), u"state"_s);
    }

    void readsTheDayOfTheInspectionFromTheHeadOfTheSheet()
    {
        LedgerCase ledger;
        const auto plan = ledger.plan(
                ledger.csv(u"a.csv"_s,
                           {u"安全检查记录,,,"_s,
                            u"检查时间：2024.3.1,检查人员：张测甲、李测乙,,受检单位：一分厂"_s,
                            u"序号,存在问题,整改要求,整改期限"_s, u"1,配电箱未上锁,上锁,立即"_s,
                            u"2,气瓶无防倾倒,加固定架,3日内"_s, u"3,通道堵塞,清理,2024.3.5前"_s,
                            u"4,护栏松动,紧固,两三天吧"_s}));
        const auto facts = ledger.run(plan);
        const QList<store::Record> records = ledger.records();
        QCOMPARE(records.at(0).text(u"found_on"_s), u"2024-03-01"_s);
        QCOMPARE(records.at(0).text(u"deadline"_s), u"2024-03-01"_s);
        QCOMPARE(records.at(1).text(u"deadline"_s), u"2024-03-04"_s);
        QCOMPARE(records.at(2).text(u"deadline"_s), u"2024-03-05"_s);
        QVERIFY(!records.at(3).has(u"deadline"_s));
        QCOMPARE(records.at(3).text(u"c.整改期限"_s), u"两三天吧"_s);
        QCOMPARE(records.at(3).text(u"found_by_text"_s), u"张测甲、李测乙"_s);
        QCOMPARE(problemsOf(facts, u"检查时间"_s, hazards::judged::derived).size(), 1);
        QCOMPARE(problemsOf(facts, u"检查人员"_s, hazards::judged::derived).size(), 1);
        QCOMPARE(facts.dates[u"整改期限"_s].notADate.size(), 3);
    }

    void readsTheScaleOfTheLevelsFromTheLedger()
    {
        LedgerCase ledger;
        const auto plan = ledger.plan(
                ledger.csv(u"a.csv"_s,
                           {u"隐患排查台账,,,,"_s,
                            u"说明：隐患等级一级为重大、二级为较大、三级为一般、四级为低,,,,"_s,
                            u"序号,隐患名称,隐患等级,发现时间,当前状态"_s,
                            u"1,护栏松动,三级,2024-01-02 08:30,待复核"_s,
                            u"2,储罐泄漏,Ⅰ级,2024-01-03 14:00,整改中"_s,
                            u"3,照明不足,4级,2024-01-05 09:00,待派发"_s,
                            u"4,地面油污,5级,2024-01-06 10:00,已归档"_s}));
        QCOMPARE(plan.scale.words.size(), 4);
        const auto facts = ledger.run(plan);
        QCOMPARE(facts.levels,
                 (QMap<QString, int>{{u"1"_s, 1}, {u"3"_s, 1}, {u"4"_s, 1}, {u"5"_s, 1}}));
        const QList<store::Record> records = ledger.records();
        QCOMPARE(records.at(0).text(u"grade"_s), u"general"_s);
        QCOMPARE(records.at(0).state, u"submitted"_s);
        QCOMPARE(records.at(1).text(u"grade"_s), u"major"_s);
        QVERIFY(!records.at(3).has(u"grade"_s));
        QCOMPARE(records.at(3).text(u"c.隐患等级"_s), u"5级"_s);
        QCOMPARE(records.at(3).state, u"archived"_s);
        QCOMPARE(records.at(1).text(u"c.发现时间"_s), u"2024-01-03 14:00"_s); // time of day kept
        QCOMPARE(problemsOf(facts, u"隐患等级"_s, hazards::judged::aside).first().row, 7);
    }

    void leavesTheGradeBlankWhereNobodySaysWhatALevelMeans()
    {
        LedgerCase ledger;
        const auto facts = ledger.import(ledger.csv(
                u"a.csv"_s,
                {u"序号,隐患名称,隐患等级"_s, u"1,护栏松动,3"_s, u"2,油污,2"_s, u"3,漏水,3"_s}));
        for (const store::Record &record : ledger.records()) {
            QVERIFY(!record.has(u"grade"_s));
            QVERIFY(record.has(u"c.隐患等级"_s));
        }
        QCOMPARE(problemsOf(facts, u"隐患等级"_s, hazards::judged::aside).size(), 2);
    }

    void tellsAccidentsFromHazards_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("headings");
        QTest::addColumn<QString>("entity");
        const auto row = [](const char *name, const QString &title, const QString &headings,
                            const QString &entity) {
            QTest::newRow(name) << title << headings << entity;
        };
        row("accident ledger", u"2023年度生产安全事故台账"_s,
            u"序号,事故时间,事故地点,事故类别,伤亡情况,事故经过"_s, u"incident"_s);
        row("hazards with possible accidents", u"隐患台账"_s,
            u"序号,隐患描述,可能导致的事故类型,整改措施,整改期限"_s, u"hazard"_s);
        row("general accident hazards", {}, u"事故隐患内容,事故隐患级别,日期"_s, u"hazard"_s);
        row("severe injuries", {},
            u"ID,EventDate,Employer,Part of Body,EventTitle,Hospitalized,Amputation,Narrative"_s,
            u"incident"_s);
        row("incident register", {},
            u"Incident No,Date of Incident,Department,Injury Type,Severity,Corrective Action"_s,
            u"incident"_s);
        row("hazard register", {},
            u"Hazard,Date Identified,Corrective Action,Due Date,Inspector,Accident Potential"_s,
            u"hazard"_s);
        row("near misses", u"Near miss reports"_s, u"Date,Place,Description"_s, u"incident"_s);
        row("nothing said", {}, u"日期,内容,备注"_s, u"hazard"_s);
    }
    void tellsAccidentsFromHazards()
    {
        QFETCH(QString, title);
        QFETCH(QString, headings);
        QFETCH(QString, entity);
        hazards::Heading heading{title, {}, {}};
        const QStringList names = headings.split(u',');
        for (const QString &name : names)
            heading.columns.append({int(heading.columns.size()) + 1, name, 1});
        QCOMPARE(hazards::chooseEntity(heading).entity, entity);
    }

    void takesAccidentsForHazardsOnlyWhenTold()
    {
        LedgerCase ledger;
        const QString file = ledger.csv(u"a.csv"_s,
                                        {u"序号,事故时间,事故地点,事故类别,事故经过"_s,
                                         u"1,2023-02-11,一车间,机械伤害,手指被夹"_s,
                                         u"2,2023-07-30,仓库,起重伤害,货物坠落"_s,
                                         u"3,2023-09-03,厂区道路,车辆伤害,叉车碰撞"_s});
        const auto plan = ledger.plan(file);
        ledger.run(plan);
        QCOMPARE(ledger.records(u"hazard"_s).size(), 0);
        QCOMPARE(ledger.records(u"incident"_s).size(), 3);
        QCOMPARE(ledger.records(u"incident"_s).first().text(u"accident_type"_s), u"86-03"_s);
        QCOMPARE(ledger.plan(file, {.mapping = {.entity = u"hazard"_s}}).entity, u"hazard"_s);
    }

    void givesEveryStateAStep_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("state");
        const QStringList pairs{
                u"关闭 closed"_s,         u"开放 dispatched"_s,      u"已整改 closed"_s,
                u"未整改 dispatched"_s,   u"整改中 rectifying"_s,    u"待复查 submitted"_s,
                u"是 closed"_s,           u"否 dispatched"_s,        u"√ closed"_s,
                u"已按要求整改 closed"_s, u"尚未完成 dispatched"_s,  u"正在施工 rectifying"_s,
                u"复查不合格 returned"_s, u"延期至月底 suspended"_s, u"Closed closed"_s,
                u"OPEN reported"_s,       u"销号 closed"_s};
        for (const QString &pair : pairs)
            QTest::newRow(qPrintable(pair.section(u' ', 0, 0)))
                    << pair.section(u' ', 0, 0) << pair.section(u' ', 1);
    }
    void givesEveryStateAStep()
    {
        QFETCH(QString, word);
        QFETCH(QString, state);
        LedgerCase ledger;
        ledger.import(ledger.csv(
                u"a.csv"_s,
                {u"序号,隐患描述,检查日期,隐患状态"_s, u"1,护罩缺失,2025-03-05,"_s + word,
                 u"2,线缆破损,2025-03-06,已整改"_s, u"3,通道堵塞,2025-03-07,整改中"_s}));
        QCOMPARE(ledger.records().first().state, state);
        QCOMPARE(ledger.records().first().text(u"c.隐患状态"_s), word);
    }

    void knowsWhatIsNoPerson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isNone");
        QTest::newRow("name") << u"童壬辰"_s << false;
        QTest::newRow("double name") << u"欧阳测甲"_s << false;
        QTest::newRow("short") << u"李科"_s << false;
        QTest::newRow("dot") << u"买买提·测某某"_s << false;
        QTest::newRow("ending") << u"任乙巳."_s << false;
        QTest::newRow("post in brackets") << u"王甲（安全员）"_s << false;
        QTest::newRow("latin") << u"J. Doe"_s << false;
        QTest::newRow("railway") << u"黄百铁路"_s << true;
        QTest::newRow("project") << u"新建柳梧铁路"_s << true;
        QTest::newRow("department") << u"安环部"_s << true;
        QTest::newRow("line") << u"钦防增二线"_s << true;
        QTest::newRow("number") << u"3号线"_s << true;
    }
    void knowsWhatIsNoPerson()
    {
        QFETCH(QString, text);
        QFETCH(bool, isNone);
        QCOMPARE(hazards::words::namesNoPerson(text), isNone);
    }

    void keepsApartHeadingsThatAreEqualOrBlank()
    {
        LedgerCase ledger;
        const auto plan =
                ledger.plan(ledger.csv(u"a.csv"_s,
                                       {u"序号,隐患描述,备注,备注,"_s, u"1,护罩缺失,一,二,三"_s,
                                        u"2,线缆破损,四,五,六"_s, u"3,通道堵塞,七,八,九"_s}));
        QSet<QString> names;
        QSet<QString> fields;
        for (const hazards::ColumnPlan &column : plan.columns) {
            names.insert(column.name);
            fields.insert(column.field);
        }
        QCOMPARE(names.size(), 5);
        QCOMPARE(fields.size(), 5);
        ledger.run(plan);
        const store::Record first = ledger.records().first();
        QCOMPARE(first.text(u"remark"_s), u"一"_s);
        QCOMPARE(first.text(u"c.备注_d"_s), u"二"_s);
        QCOMPARE(first.text(u"c.column_e"_s), u"三"_s);
    }

    void staysBoundedWithThousandsOfColumnsAndEndlessTexts()
    {
        LedgerCase ledger;
        QStringList headings{u"序号"_s, u"隐患描述"_s};
        for (int i = 0; i < 2000; ++i)
            headings += u"列%1"_s.arg(i);
        QStringList lines{headings.join(u',')};
        for (int row = 1; row <= 3; ++row)
            lines += u"%1,%2"_s.arg(row).arg(QString(20'000, u'漏')) + u",x"_s.repeated(2000);
        const auto plan = ledger.plan(ledger.csv(u"a.csv"_s, lines));
        QCOMPARE(plan.columns.size(), 2002);
        QCOMPARE(ledger.run(plan).imported, 3);
        QCOMPARE(ledger.records().first().text(u"description"_s).size(), 20'000);
    }

    void takesWordsOfAttackForWords()
    {
        LedgerCase ledger;
        const QString text = u"'); VACUUM; -- =cmd|' /C calc'!A0 %1 %n \u2028"_s;
        ledger.import(
                ledger.csv(u"a.csv"_s,
                           {u"序号,隐患描述,检查日期,责任人,c.x\" OR 1=1"_s,
                            u"1,"_s + text + u",9999-99-99,"_s + text + u',' + text,
                            u"2,线缆破损,2025-03-06,测某,1"_s, u"3,通道堵塞,0000-00-00,测某,2"_s}));
        const QList<store::Record> records = ledger.records();
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.first().text(u"description"_s), tables::cleanText(text));
        QVERIFY(!records.first().has(u"found_on"_s));
        QCOMPARE(records.first().text(u"c.检查日期"_s), u"9999-99-99"_s);
    }

    void makesSlugsThatAreEqualEverywhere()
    {
        QCOMPARE(hazards::customSlug(u"整改责任单位/监理"_s), u"整改责任单位_监理"_s);
        QCOMPARE(hazards::customSlug(u"Industry  Sector"_s), u"industry_sector"_s);
        QCOMPARE(hazards::customSlug(u"Ａ１（元）"_s), u"a1_元"_s);
        QVERIFY(hazards::customSlug(u"？？"_s).startsWith(u"f_"_s));
        const QString longOne = hazards::customSlug(QString(100, u'长'));
        QCOMPARE(longOne.size(), 40);
        QVERIFY(longOne != hazards::customSlug(QString(101, u'长')));
        QCOMPARE(hazards::customFieldId(u"hazard"_s, u"a"_s),
                 hazards::customFieldId(u"hazard"_s, u"a"_s));
        QVERIFY(hazards::customFieldId(u"hazard"_s, u"a"_s)
                != hazards::customFieldId(u"incident"_s, u"a"_s));
    }
};

QTEST_GUILESS_MAIN(TestLedgerMapping)
#include "tst_ledgermapping.moc"
