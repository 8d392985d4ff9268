// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgermapping.h"
#include "hazards/engine/ledgerwords.h"
#include "tables/values.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

// 一般事故隐患 and 可能事故类型 speak of hazards although they hold the word accident.
bool speaksOfHazards(const QString &text)
{
    static const QRegularExpression pattern(
            u"隐患|排查|整改|复查|复核|销号|验收|督办|治理|问题|检查|巡查|"
            "hazard|inspection|finding|corrective|rectif|deadline|due date|non ?conform|observation"_s,
            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

bool speaksOfAccidents(const QString &text)
{
    static const QRegularExpression possible(
            u"事故隐患|(可能|易|潜在风险|预防|防止)[^事]{0,5}事故|事故(隐患|应急|风险)|possible|predicted"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pattern(
            u"事故|事件|受伤|伤亡|死亡|重伤|轻伤|伤者|受害|伤害|损工|工伤|未遂|"
            "accident|incident|injur|fatal|casualt|victim|near miss|lost time|lost "
            "day|hospitali[sz]|amputat|part of body|"
            "body part|event (date|title|type|description)|narrative|nature title"_s,
            QRegularExpression::CaseInsensitiveOption);
    QString rest = text;
    rest.remove(possible);
    return pattern.match(rest).hasMatch();
}

}

EntityChoice chooseEntity(const Heading &heading)
{
    double hazards = 0;
    double accidents = 0;
    QStringList hazardWords;
    QStringList accidentWords;
    const auto weigh = [&](const QString &text, double weight) {
        if (text.isEmpty())
            return;
        const QString word = words::comparable(text);
        if (speaksOfHazards(word)) {
            hazards += weight;
            hazardWords += text;
        } else if (speaksOfAccidents(word)) {
            accidents += weight;
            accidentWords += text;
        }
    };
    weigh(heading.title, 2);
    weigh(heading.sheet, 1);
    for (const tables::Column &column : heading.columns)
        weigh(column.name, 1);
    if (accidents > hazards) {
        return {u"incident"_s,
                QCoreApplication::translate("hazards",
                                            "These are accidents that happened, to judge by: %1")
                        .arg(accidentWords.mid(0, 4).join(u", "_s))};
    }
    if (hazards > 0) {
        return {u"hazard"_s,
                QCoreApplication::translate("hazards", "These are hazards, to judge by: %1")
                        .arg(hazardWords.mid(0, 4).join(u", "_s))};
    }
    return {u"hazard"_s,
            QCoreApplication::translate(
                    "hazards",
                    "Nothing says that these are accidents, so they are taken for hazards.")};
}

LevelScale levelScaleOf(const QString &text)
{
    static const QString word =
            u"(特别重大|特大|重大|较大|突出|一般|轻微|较小|低|major|general|minor)"_s;
    static const QString number = u"(\\d|[一二三四五]|[IVⅠⅡⅢⅣⅤ]{1,3})"_s;
    // 1级为重大隐患 and 1-重大; then 重大隐患为1级 and 重大（1级）.
    static const QRegularExpression numberFirst(
            u"(?<![\\dA-Za-z.])"_s + number
                    + u"\\s*级?\\s*(?:为|是|指|表示|代表|属于?|[:：=＝(（—-])\\s*"_s + word,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression wordFirst(
            word + u"(?:事故|安全)?(?:隐患|问题)?\\s*(?:为|是|指|表示|代表|[:：=＝(（])\\s*"_s
                    + number + u"\\s*级"_s,
            QRegularExpression::CaseInsensitiveOption);
    LevelScale scale;
    const auto gather = [&](const QRegularExpression &pattern, int numberAt, int wordAt) {
        auto matches = pattern.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            tables::Cell cell;
            cell.kind = tables::CellKind::Text;
            cell.text = match.captured(numberAt);
            const auto level = tables::parseLevel(cell);
            if (level.value && level.value->number > 0
                && !scale.words.contains(level.value->number))
                scale.words.insert(level.value->number, match.captured(wordAt).toLower());
        }
    };
    gather(numberFirst, 1, 2);
    if (scale.words.size() < 2) {
        scale.words.clear();
        gather(wordFirst, 2, 1);
    }
    if (scale.words.size() < 2)
        scale.words.clear();
    return scale;
}

}
