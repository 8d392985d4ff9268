// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/headerfinder.h"

#include "tables/values.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

struct HeaderCell {
    CellRange span;
    QString name;
};

// The label that covers each column in one row of the header.
std::map<int, HeaderCell> labelsAt(const SheetHead &head, const FoundHeader &header, int row)
{
    std::map<int, HeaderCell> labels;
    const auto put = [&](const CellRange &span, const Cell &cell) {
        if (labels.contains(span.left)) // ranges that overlap are none of a spreadsheet program
            return;
        const QString name = columnName(cell.text);
        if (name.isEmpty() || isCaption(name))
            return;
        for (int column = span.left; column <= span.right; ++column)
            labels.emplace(column, HeaderCell{span, name});
    };
    if (const Row *own = head.row(row)) {
        for (const Cell &cell : own->cells)
            put(head.spanOf(row, cell.column), cell);
    }
    for (const CellRange &range : head.merged) {
        if (range.top >= header.first && range.top < row && range.bottom >= row) {
            if (const Row *top = head.row(range.top))
                put(range, top->at(range.left));
        }
    }
    return labels;
}

bool isNoteWord(const QString &name)
{
    return name == u"注" || name == u"说明" || name == u"备注" || name.endsWith(u"说明")
            || name.endsWith(u"要求");
}

HeaderFact headerFact(const QString &name, const QString &text, int row, int column)
{
    QString value = cleanText(text);
    if (namesDate(name)) {
        if (const auto date = parseDate(value); date.value)
            value = toIsoText(*date.value);
    }
    return {withoutWhiteSpace(name), value, row, column};
}

// Several facts may stand in one cell: 项目名称：X    填报人：Y.
QList<HeaderFact> factsOf(const QString &text, int row, int column)
{
    static const QRegularExpression name(
            u"(?:^|[\\s，,；;])([^\\s0-9：:，。,;；][^0-9：:，。,;；\\n]{0,13}?)\\s*[：:]"_s);
    QList<HeaderFact> facts;
    QString pending;
    qsizetype start = -1;
    auto matches = name.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (start >= 0)
            facts += headerFact(pending, text.sliced(start, match.capturedStart() - start), row,
                                column);
        pending = match.captured(1);
        start = match.capturedEnd();
    }
    if (start >= 0)
        facts += headerFact(pending, text.sliced(start), row, column);
    return facts;
}

double titleScore(const QString &text, int width)
{
    static const QRegularExpression word(
            u"表|台账|台帐|清单|汇总|记录|统计|明细|名册|目录|ledger|register|list|report|log"_s,
            QRegularExpression::CaseInsensitiveOption);
    return (word.match(text).hasMatch() ? 1000 : 0) + width;
}

}

HeaderNames headerNames(const SheetHead &head, const FoundHeader &header)
{
    std::vector<std::map<int, HeaderCell>> levels;
    int first = 0;
    int last = 0;
    for (int row = header.first; row <= header.last; ++row) {
        levels.push_back(labelsAt(head, header, row));
        if (!levels.back().empty()) {
            first = first == 0 ? levels.back().begin()->first
                               : std::min(first, levels.back().begin()->first);
            last = std::max(last, levels.back().rbegin()->first);
        }
    }
    HeaderNames result;
    for (int column = std::max(first, 1); column <= last; ++column) {
        QStringList names;
        CellRange deepest;
        for (size_t i = 0; i < levels.size(); ++i) {
            auto found = levels[i].find(column);
            const bool hasChild =
                    std::any_of(levels.begin() + qsizetype(i) + 1, levels.end(),
                                [column](const auto &level) { return level.contains(column); });
            if (found == levels[i].end() && hasChild) {
                // A parent that was not merged stands left of blanks and has a child of its own.
                auto left = levels[i].lower_bound(column);
                if (left != levels[i].begin() && (--left)->second.span.right == left->first
                    && left->second.span.left == left->first
                    && left->second.span.top == left->second.span.bottom
                    && std::any_of(levels.begin() + qsizetype(i) + 1, levels.end(),
                                   [&](const auto &level) {
                                       return level.contains(left->first)
                                               && level.at(left->first).name != left->second.name;
                                   }))
                    found = left;
            }
            if (found == levels[i].end())
                continue;
            if (names.isEmpty() || names.constLast() != found->second.name)
                names += found->second.name;
            deepest = found->second.span;
        }
        if (!names.isEmpty() && deepest.left < column && deepest.right >= column)
            result.covered += column;
        result.columns += Column{column, names.join(u'/'), 0};
    }
    return result;
}

HeaderTexts headerTexts(const SheetHead &head, const FoundHeader &header)
{
    HeaderTexts texts;
    double best = -1;
    for (const Row &row : head.rows) {
        if (row.number > header.last)
            break;
        int plain = 0;
        const Cell *title = nullptr;
        for (const Cell &cell : row.cells) {
            const QString text = cleanText(cell.text);
            if (text.isEmpty())
                continue;
            if (!texts.facts.isEmpty() && texts.facts.constLast().row == row.number
                && texts.facts.constLast().value.isEmpty() && !isCaption(text)) {
                HeaderFact &fact = texts.facts.last(); // the value stands in the cell beside
                fact = headerFact(fact.name, text, row.number, fact.column);
                continue;
            }
            if (isCaption(text)) {
                const QList<HeaderFact> facts = factsOf(text, row.number, cell.column);
                for (const HeaderFact &fact : facts) {
                    if (!isNoteWord(fact.name))
                        texts.facts += fact;
                }
                continue;
            }
            ++plain;
            title = &cell;
        }
        if (row.number >= header.first || plain != 1 || title->kind != CellKind::Text)
            continue;
        const CellRange span = head.spanOf(row.number, title->column);
        const double score = titleScore(title->text, span.right - span.left + 1);
        if (score > best) {
            best = score;
            texts.titleRow = row.number;
            texts.title = cleanText(title->text).simplified();
        }
    }
    texts.facts.removeIf([](const HeaderFact &fact) { return fact.value.isEmpty(); });
    return texts;
}

}
