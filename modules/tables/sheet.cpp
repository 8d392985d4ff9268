// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sheet.h"

#include "tables/limits.h"
#include "tables/values.h"

#include <algorithm>

namespace tables {

bool Cell::isBlank() const
{
    return kind == CellKind::Blank
            || (kind == CellKind::Text && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
                    return c.isSpace() || isInvisible(c);
                }));
}

const Cell &Row::at(int column) const
{
    static const Cell blank;
    const auto found =
            std::lower_bound(cells.begin(), cells.end(), column,
                             [](const Cell &cell, int wanted) { return cell.column < wanted; });
    return found != cells.end() && found->column == column ? *found : blank;
}

QString columnLetters(int column)
{
    QString letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.prepend(QChar(u'A' + (column - 1) % 26));
    return letters;
}

QString cellName(int row, int column)
{
    return columnLetters(column) + QString::number(row);
}

QString rangeName(const CellRange &range)
{
    if (range.isNull())
        return {};
    return cellName(range.top, range.left) + u':' + cellName(range.bottom, range.right);
}

std::optional<CellPlace> cellPlace(QStringView reference)
{
    CellPlace place;
    qsizetype i = 0;
    const auto skipDollar = [&] {
        if (i < reference.size() && reference[i] == u'$')
            ++i;
    };
    skipDollar();
    for (; i < reference.size(); ++i) {
        char16_t letter = reference[i].unicode();
        if (letter >= u'a' && letter <= u'z')
            letter -= u'a' - u'A';
        if (letter < u'A' || letter > u'Z')
            break;
        place.column = place.column * 26 + (letter - u'A' + 1);
        if (place.column > limits::columns)
            return std::nullopt;
    }
    skipDollar();
    for (; i < reference.size(); ++i) {
        const char16_t digit = reference[i].unicode();
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        place.row = place.row * 10 + (digit - u'0');
        if (place.row > limits::rows)
            return std::nullopt;
    }
    if (place.row == 0 || place.column == 0)
        return std::nullopt;
    return place;
}

std::optional<CellRange> cellRange(QStringView reference)
{
    const qsizetype colon = reference.indexOf(u':');
    const auto first = cellPlace(colon < 0 ? reference : reference.first(colon));
    const auto last = colon < 0 ? first : cellPlace(reference.sliced(colon + 1));
    if (!first || !last)
        return std::nullopt;
    return CellRange{std::min(first->row, last->row), std::min(first->column, last->column),
                     std::max(first->row, last->row), std::max(first->column, last->column)};
}

}
