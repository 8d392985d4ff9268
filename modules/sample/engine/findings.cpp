// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/engine/findings.h"

#include <QFile>
#include <QMap>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sample {

namespace {

// One word of the list, its code by GB 6441-1986 and by GB 6441-2025.
const QMap<QString, std::pair<QString, QString>> &accidentCodes()
{
    static const QMap<QString, std::pair<QString, QString>> codes{
            {u"打击"_s, {u"86-01"_s, u"WSA10001"_s}}, {u"车辆"_s, {u"86-02"_s, u"WSA10002"_s}},
            {u"机械"_s, {u"86-03"_s, u"WSA10004"_s}}, {u"起重"_s, {u"86-04"_s, u"WSA10005"_s}},
            {u"触电"_s, {u"86-05"_s, u"WSA10006"_s}}, {u"灼烫"_s, {u"86-07"_s, u"WSA10008"_s}},
            {u"火灾"_s, {u"86-08"_s, u"WSA10009"_s}}, {u"坠落"_s, {u"86-09"_s, u"WSA10010"_s}},
            {u"跌落"_s, {u"86-20"_s, u"WSA10011"_s}}, {u"坍塌"_s, {u"86-10"_s, u"WSA10012"_s}},
            {u"水害"_s, {u"86-20"_s, u"WSA10013"_s}}, {u"容器"_s, {u"86-17"_s, u"WSA10014"_s}},
            {u"气爆"_s, {u"86-18"_s, u"WSA10016"_s}}, {u"液爆"_s, {u"86-18"_s, u"WSA10017"_s}},
            {u"尘爆"_s, {u"86-18"_s, u"WSA10018"_s}}, {u"中毒"_s, {u"86-19"_s, u"WSA10023"_s}},
            {u"窒息"_s, {u"86-19"_s, u"WSA10024"_s}}, {u"其他"_s, {u"86-20"_s, u"WSA10099"_s}}};
    return codes;
}

}

bool Finding::happensIn(int month) const
{
    return firstMonth <= lastMonth ? month >= firstMonth && month <= lastMonth
                                   : month >= firstMonth || month <= lastMonth;
}

QString Finding::accidentCode(const QDate &day) const
{
    const auto codes = accidentCodes().value(accident);
    return day < QDate(2026, 7, 1) ? codes.first : codes.second;
}

QString Finding::colourCode() const
{
    switch (colour.unicode()) {
    case u'o':
        return u"orange"_s;
    case u'y':
        return u"yellow"_s;
    case u'b':
        return u"blue"_s;
    default:
        return u"red"_s;
    }
}

core::Result<QList<Finding>> loadFindings()
{
    QFile file(u":/sample/findings.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::Io, file.errorString(), file.fileName());
    const QStringList lines =
            QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts).mid(1);
    QList<Finding> findings;
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        Q_ASSERT(cells.size() == 12 && accidentCodes().contains(cells.at(5)));
        Finding finding{.where = cells.at(0),
                        .colour = cells.at(3).front(),
                        .factor = cells.at(4),
                        .accident = cells.at(5),
                        .weight = cells.at(6).toInt(),
                        .yuan = cells.at(7).toInt(),
                        .who = cells.at(8).front(),
                        .description = cells.at(9),
                        .measure = cells.at(10),
                        .basis = cells.at(11)};
        if (const QStringList months = cells.at(1).split(u'-', Qt::SkipEmptyParts);
            months.size() == 2) {
            finding.firstMonth = months.at(0).toInt();
            finding.lastMonth = months.at(1).toInt();
        }
        if (cells.at(2) != u"-")
            finding.hour = cells.at(2).toInt();
        findings.append(std::move(finding));
    }
    return findings;
}

QString spellOut(const QString &pattern, core::Rng &rng)
{
    QString text = pattern;
    while (true) {
        // The innermost brace first: one may stand inside an alternative of another.
        const qsizetype close = text.indexOf(u'}');
        const qsizetype open = close < 0 ? -1 : text.lastIndexOf(u'{', close);
        if (open < 0)
            return text;
        const QStringList choices = text.mid(open + 1, close - open - 1).split(u';');
        text.replace(open, close - open + 1, choices.at(rng.below(choices.size())));
    }
}

}
