// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

#include "core/rng.h"

namespace samplereport {

using namespace documents;
using namespace Qt::StringLiterals;

inline Row ledgerRow(int i, core::Rng &rng)
{
    const QStringList kinds{u"日常"_s, u"综合"_s, u"专项"_s, u"季节"_s, u"上级检查"_s};
    const QStringList people{u"甲一"_s, u"乙二三"_s, u"欧阳丙丁"_s, u"戊己"_s};
    const QStringList places{u"一车间冲压工段3号线"_s, u"二车间喷涂线烘干室"_s, u"危化品库"_s,
                             u"三车间（机加）车床组"_s};
    const QStringList machines{u"JH21-160 冲床（YC-0017）"_s, u"叉车 CPD30（CC-004）"_s, u""_s,
                               u"5t 桥式起重机（QZ-02）"_s};
    const QStringList facts{
            u"冲床光电保护装置失效，操作工可将手伸入模区；急停按钮被遮挡。"_s,
            u"烘干室可燃气体探测器未按期校准，最近一次为2025-03-11，已超期；现场无报警记录。"_s,
            u"灭火器压力不足"_s,
            u"车间主通道堆放半成品约12箱，占用疏散通道宽度1."
            u"1m，地面黄线磨损不清，夜班照明照度实测仅"
            "38lx，低于标准要求；班组长称已报修两次未处理。"_s};
    const QStringList measures{
            u"更换光电保护装置并双人确认；移开遮挡物，班前点检表增加急停一项。"_s,
            u"送检校准，校准期间停用烘干室。"_s, u"更换"_s,
            u"当日清空通道，重新划线；更换灯具6套，纳入5S周检。"_s};
    const QStringList bases{u"GB 27607-2011 第5.2条"_s, u"GB/T 50493-2019 第7.0.3条"_s,
                            u"《消防法》第十六条"_s,
                            u"工贸企业重大事故隐患判定标准（应急管理部令第10号）第三条"_s};
    const auto pick = [&rng](const QStringList &from) { return from[rng.below(from.size())]; };
    const QDate found = QDate(2026, 1, 5).addDays(rng.below(300));
    const bool major = rng.chance(8);
    Row row;
    row.reference = {u"hazard"_s, u"h-%1"_s.arg(i)};
    row.cells = {qint64(i + 1),
                 u"HZ-2026-%1"_s.arg(i, 6, 10, QChar(u'0')),
                 found,
                 pick(kinds),
                 pick(people),
                 pick(places),
                 pick(machines),
                 pick(facts),
                 u"物的因素"_s,
                 u"机械伤害"_s,
                 major ? u"重大"_s : u"一般"_s,
                 pick(bases),
                 pick(measures),
                 u"设备动力部"_s,
                 pick(people),
                 Money{rng.below(2'000'000)},
                 found.addDays(7),
                 rng.chance(70) ? Cell(found.addDays(5)) : Cell(),
                 pick(people),
                 u"合格，同意销号"_s,
                 rng.chance(10) ? u"是"_s : u"否"_s};
    return row;
}

// The columns of 《隐患排查治理台账》 without the photographs.
inline Report ledger(int rows, quint64 seed = 7)
{
    Report report;
    report.title = u"隐患排查治理台账"_s;
    report.facts = {{u"期间"_s, u"2026-01-01 至 2026-11-22"_s},
                    {u"范围"_s, u"全厂；状态：全部；等级：一般、重大"_s},
                    {u"依据"_s, u"《中华人民共和国安全生产法》（2021年修正）第四十一条"_s}};
    report.plantName = u"样例精密部件厂"_s;
    report.madeBy = u"甲一"_s;
    report.madeAt = QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC);
    report.locale = QLocale(QLocale::Chinese, QLocale::China);
    const auto column = [&report](const QString &key, const QString &title,
                                  ColumnKind kind = ColumnKind::Text,
                                  const QStringList &groups = {}) {
        report.columns.append({.key = key, .title = title, .kind = kind, .groups = groups});
    };
    column(u"serial"_s, u"序号"_s, ColumnKind::Integer);
    column(u"code"_s, u"隐患编号"_s);
    column(u"found"_s, u"排查日期"_s, ColumnKind::Date, {u"排查"_s});
    column(u"kind"_s, u"排查类型"_s, ColumnKind::Text, {u"排查"_s});
    column(u"finder"_s, u"排查人"_s, ColumnKind::Text, {u"排查"_s});
    column(u"place"_s, u"区域/部位"_s);
    column(u"equipment"_s, u"设备（编号）"_s);
    column(u"what"_s, u"隐患描述"_s, ColumnKind::LongText);
    column(u"factor"_s, u"隐患类别"_s);
    column(u"accident"_s, u"可能事故类型"_s);
    column(u"grade"_s, u"隐患等级"_s);
    column(u"basis"_s, u"判定依据"_s, ColumnKind::LongText);
    column(u"measure"_s, u"整改措施"_s, ColumnKind::LongText, {u"整改"_s});
    column(u"department"_s, u"责任部门"_s, ColumnKind::Text, {u"整改"_s});
    column(u"responsible"_s, u"责任人"_s, ColumnKind::Text, {u"整改"_s});
    column(u"money"_s, u"整改资金（元）"_s, ColumnKind::Money, {u"整改"_s});
    column(u"deadline"_s, u"整改期限"_s, ColumnKind::Date, {u"整改"_s});
    column(u"done"_s, u"完成日期"_s, ColumnKind::Date, {u"整改"_s});
    column(u"reviewer"_s, u"复核人"_s, ColumnKind::Text, {u"复核"_s});
    column(u"verdict"_s, u"验收意见"_s, ColumnKind::Text, {u"复核"_s});
    column(u"recurrence"_s, u"是否重复"_s);
    report.signatures = {u"编制"_s, u"审核"_s, u"批准"_s};
    report.notes = {u"“重大”隐患另附五落实方案。"_s};
    report.expectedRows = rows;
    report.rows = [rows, seed](const TakeRow &take, core::Progress &) -> core::Result<> {
        core::SeededRng rng(seed);
        for (int i = 0; i < rows; ++i) {
            if (!take(ledgerRow(i, rng)))
                break;
        }
        return {};
    };
    return report;
}

}
