// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/rowshape.h"

#include "tables/values.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

// Only the beginning of a long text is looked at.
QString beginning(const Cell &cell)
{
    return cleanText(QStringView(cell.text).left(80));
}

template<size_t N>
bool beginsWith(const QString &text, const QStringView (&words)[N])
{
    return std::any_of(std::begin(words), std::end(words), [&text](QStringView word) {
        return text.startsWith(word, Qt::CaseInsensitive);
    });
}

bool isNote(const QString &text)
{
    static constexpr QStringView whole[] = {
            u"填写要求", u"填写说明", u"填表说明", u"填报说明", u"编制说明", u"填表须知", u"备注：",
            u"备注:",    u"说明：",   u"说明:",    u"注：",     u"注:",      u"注意",     u"注1",
            u"注１",     u"note:",    u"notes:",   u"remark:",  u"remarks:", u"* "};
    const QString bare = withoutWhiteSpace(text);
    return beginsWith(text, whole) || beginsWith(bare, whole) || bare == u"说明" || bare == u"注"
            || bare == u"备注" || bare.compare(u"note", Qt::CaseInsensitive) == 0
            || bare.compare(u"notes", Qt::CaseInsensitive) == 0;
}

bool isTotal(const QString &text)
{
    static const QRegularExpression pattern(u"^(本页|本月|本年|累计|全部|全年|各项)?(合计|总计|"
                                            u"小计|共计|累计|总和|平均)([(（].{0,12}[)）])?[：:]?$"
                                            "|^(sub-?|grand)?total[s:]?$|^sum:?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString bare = withoutWhiteSpace(text);
    return bare.size() <= 24 && pattern.match(bare).hasMatch();
}

bool isUnit(const QString &text)
{
    return (text.startsWith(u'(') && text.endsWith(u')'))
            || (text.startsWith(u'（') && text.endsWith(u'）'));
}

bool isExample(const QString &text)
{
    static constexpr QStringView words[] = {u"示例",     u"样例", u"例：",   u"例:",
                                            u"填写示例", u"例如", u"example"};
    const QString bare = withoutWhiteSpace(text);
    return bare == u"例" || (bare.size() <= 12 && beginsWith(bare, words));
}

}

bool isNumberLike(const Cell &cell)
{
    if (cell.kind == CellKind::Number)
        return true;
    if (cell.kind != CellKind::Text || cell.text.size() > 24)
        return false;
    // Most texts show by their first sign that they are no number.
    if (!cell.text.isEmpty() && cell.text[0].isLetter())
        return false;
    const QString text = withoutWhiteSpace(halfWidth(cell.text));
    return !text.isEmpty() && text.count(u'.') < 2
            && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
                   return (c >= u'0' && c <= u'9') || c == u'.' || c == u',';
               });
}

bool isCaption(QStringView text)
{
    static const QRegularExpression pattern(u"^[^0-9：:，。,;；]{1,14}[：:]"_s);
    return text.size() <= 120 && !text.startsWith(u"http")
            && pattern.match(text.left(20).toString()).hasMatch();
}

RowShape shapeOf(const Row &row)
{
    RowShape shape;
    shape.row = row.number;
    shape.countsUp = true;
    shape.unitsOnly = true;
    size_t hash = 0;
    bool textSeen = false;
    for (const Cell &cell : row.cells) {
        if (cell.isBlank())
            continue;
        hash = qHash(QStringView(cell.text).left(80), hash);
        ++shape.filled;
        const bool number = isNumberLike(cell);
        if (shape.filled == 1) {
            shape.firstColumn = quint16(cell.column);
            shape.startsWithNumber = number;
        }
        shape.numbers += number;
        shape.countsUp = shape.countsUp && number && cell.text.toInt() == shape.filled;
        shape.unitsOnly = shape.unitsOnly && cell.text.size() < 12 && isUnit(cleanText(cell.text));
        if (cell.kind != CellKind::Text || number)
            continue;
        const bool hasColon =
                cell.text.size() <= 40 && (cell.text.contains(u'：') || cell.text.contains(u':'));
        shape.captions += hasColon && isCaption(cleanText(cell.text));
        if (textSeen)
            continue;
        textSeen = true;
        const QString text = beginning(cell);
        shape.startsWithNote = isNote(text);
        shape.startsWithTotal = isTotal(text);
        shape.startsWithExample = isExample(text);
    }
    shape.textHash = quint32(hash);
    return shape;
}

bool RowRules::isNumbered(const RowShape &shape) const
{
    return numberColumn > 0 && shape.firstColumn == numberColumn && shape.startsWithNumber
            && shape.filled > 1;
}

bool RowRules::isWeak(const RowShape &shape) const
{
    if (isNumbered(shape) || typicalFill <= 3)
        return false;
    return shape.filled <= std::max(2, typicalFill / 3);
}

RowKind RowRules::kindOf(const RowShape &shape) const
{
    if (shape.filled == 0)
        return RowKind::Blank;
    if (shape.filled > 1 && headerHashes.contains(shape.textHash))
        return RowKind::Header;
    if (((shape.countsUp && shape.filled > 3) || shape.unitsOnly) && shape.row <= lastHeaderRow + 2)
        return RowKind::Header;
    if (shape.startsWithExample)
        return RowKind::Example;
    if (shape.startsWithTotal)
        return RowKind::Total;
    if (shape.numbers == shape.filled && columns > 2
        && ((shape.filled == 1 && typicalFill > 1) || shape.filled <= typicalFill / 3))
        return RowKind::NumberOnly;
    if (shape.startsWithNote && (shape.filled <= 3 || isWeak(shape)))
        return RowKind::Note;
    const CellRange across = merged.value(corner(shape.row, shape.firstColumn));
    if (!across.isNull() && shape.filled <= 2 && columns > 2
        && (across.right - across.left + 1) * 10 >= columns * 6)
        return RowKind::Section;
    if (shape.captions > 0 && shape.captions * 2 >= shape.filled - shape.numbers
        && (shape.filled <= 2 || isWeak(shape) || shape.captions * 2 >= shape.filled)
        && !isNumbered(shape))
        return RowKind::Note;
    if (shape.filled == 1 && columns > 3 && typicalFill > 2
        && shape.firstColumn <= 1 + (numberColumn > 1 ? numberColumn - 1 : 0))
        return RowKind::Section;
    return RowKind::Data;
}

}
