// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgerwords.h"

#include "tables/values.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hazards::words {

namespace {

bool isHan(QChar c)
{
    return c.unicode() >= 0x3400 && c.unicode() <= 0x9FFF;
}

bool hasHan(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(), isHan);
}

}

bool namesNoPerson(const QString &text)
{
    static const QRegularExpression unit(
            u"(公司|集团|项目|铁路|车间|班组|单位|部门|中心|标段|监理|指挥部|项目部|工区|工班|"
            "安全部|安环部|安监部|安质部|生产部|设备部|工程部|技术部|管理部|保卫部|办公室|"
            "[一-龥]{2,}(局|处|科|部|站|线|段|厂|院|所|组|队|班|室|办|标))$"_s);
    static const QRegularExpression mark(u"[0-9０-９#＃]"_s);
    static const QRegularExpression ending(u"[（(][^）)]*[）)]$|[.。,，]+$"_s); // 王甲（安全员）
    const QString bare = tables::withoutWhiteSpace(text);
    if (bare.isEmpty())
        return false;
    if (mark.match(bare).hasMatch())
        return true;
    if (!hasHan(bare))
        return bare.size() > 60;
    // Han names have two to four signs; those of other peoples carry a dot.
    if (bare.contains(u'·') || bare.contains(u'•'))
        return bare.size() > 20;
    QString name = bare;
    name.remove(ending);
    return name.size() > 4 || unit.match(name).hasMatch();
}

std::optional<bool> yesOrNo(const QString &text)
{
    static const QStringList yes{u"是"_s, u"√"_s,  u"✓"_s,    u"y"_s, u"yes"_s,
                                 u"有"_s, u"对"_s, u"true"_s, u"1"_s, u"已"_s};
    static const QStringList no{u"否"_s,   u"×"_s,    u"x"_s,     u"n"_s, u"no"_s, u"无"_s,
                                u"没有"_s, u"不是"_s, u"false"_s, u"0"_s, u"未"_s};
    const QString word = comparable(text);
    if (yes.contains(word))
        return true;
    if (no.contains(word))
        return false;
    return std::nullopt;
}

QString guessedState(const QString &text)
{
    static const QRegularExpression returned(u"不合格|不通过|未通过|退回|返工|重新整改"_s);
    static const QRegularExpression review(u"待(复查|复核|验收|验证|销号|关闭|确认)|"
                                           "(已整改|整改完|完成).{0,3}(待|未)(复查|验收|销号)"_s);
    static const QRegularExpression doing(u"(整改|处理|治理|施工|进行|实施|落实)中|正在|部分"_s);
    static const QRegularExpression extended(u"延期|挂起|暂缓"_s);
    static const QRegularExpression open(
            u"未|待|没有|尚|开放|限期|open|pending|not |outstanding|overdue"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression closed(
            u"已|完成|完毕|关闭|闭环|销号|合格|消除|通过|closed|done|complete|resolved|fixed"_s,
            QRegularExpression::CaseInsensitiveOption);
    if (text.size() > 24)
        return {};
    if (returned.match(text).hasMatch())
        return u"returned"_s;
    if (review.match(text).hasMatch())
        return u"submitted"_s;
    if (doing.match(text).hasMatch())
        return u"rectifying"_s;
    if (extended.match(text).hasMatch())
        return u"suspended"_s;
    if (open.match(text).hasMatch())
        return u"dispatched"_s;
    if (closed.match(text).hasMatch())
        return u"closed"_s;
    return {};
}

bool isPassed(const QString &opinion)
{
    static const QRegularExpression passed(
            u"合格|已整改|整改完|已完成|通过|闭环|同意|符合|ok|pass|accept|satisf"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression failed(u"不|未|没|not |fail|reject"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return passed.match(opinion).hasMatch() && !failed.match(opinion).hasMatch();
}

bool couldBeDate(const tables::Cell &cell)
{
    if (cell.kind == tables::CellKind::Date)
        return true;
    if (cell.kind != tables::CellKind::Text || cell.text.size() < 6 || cell.text.size() > 60)
        return cell.kind == tables::CellKind::Number && cell.number > 19'000'000;
    const auto digits = std::count_if(cell.text.cbegin(), cell.text.cend(),
                                      [](QChar c) { return c.isDigit(); });
    return digits >= 3;
}

QString comparable(QStringView heading)
{
    static const QRegularExpression marks(u"^[*＊#]+|[*＊：:]+$"_s);
    static const QRegularExpression joints(u"[_\\-.\\s]+"_s);
    static const QRegularExpression camel(u"(?<=[a-z])(?=[A-Z])"_s);
    QString text = tables::halfWidth(tables::cleanText(heading));
    text = text.replace(camel, u" "_s).toLower();
    text.remove(marks);
    if (hasHan(text))
        return tables::withoutWhiteSpace(text);
    return text.replace(joints, u" "_s).trimmed();
}

QString withoutBrackets(const QString &text)
{
    static const QRegularExpression brackets(u"[(（\\[【][^)）\\]】]*[)）\\]】]"_s);
    QString result = text;
    return result.remove(brackets).trimmed();
}

}
