// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/headerfinder.h"

#include "tables/values.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

constexpr int deepestHeader = 5; // rows

struct Block {
    CellRange span;
    const Cell *cell = nullptr;
    QString name;
    int width() const { return span.right - span.left + 1; }
};

QList<Block> blocksOf(const SheetHead &head, int number)
{
    QList<Block> blocks;
    const Row *row = head.row(number);
    if (!row)
        return blocks;
    for (const Cell &cell : row->cells) {
        if (!cell.isBlank())
            blocks += {head.spanOf(number, cell.column), &cell, columnName(cell.text)};
    }
    return blocks;
}

bool isYearOrMonth(const Cell &cell)
{
    return cell.kind == CellKind::Number && cell.number >= 1990 && cell.number < 2101;
}

bool isLabel(const Block &block)
{
    if (block.cell->kind != CellKind::Text || isNumberLike(*block.cell))
        return isYearOrMonth(*block.cell);
    const bool latin = !block.name.isEmpty() && block.name[0].unicode() < 0x250;
    if (block.name.size() > (latin ? 45 : 26) || block.name.contains(u'。')
        || isCaption(block.name))
        return false;
    return !parseDate(block.name).value;
}

bool soundsLikeTrade(const QString &name)
{
    static constexpr QStringView words[] = {
            u"序号",      u"编号",   u"日期",     u"时间",     u"期限",    u"时限",   u"内容",
            u"描述",      u"问题",   u"隐患",     u"类型",     u"类别",    u"分类",   u"级别",
            u"等级",      u"单位",   u"部门",     u"责任",     u"负责",    u"人员",   u"措施",
            u"要求",      u"结果",   u"情况",     u"状态",     u"备注",    u"姓名",   u"地点",
            u"位置",      u"部位",   u"区域",     u"名称",     u"项目",    u"金额",   u"费用",
            u"数量",      u"来源",   u"原因",     u"依据",     u"照片",    u"电话",   u"工种",
            u"岗位",      u"车间",   u"班组",     u"检查",     u"整改",    u"验收",   u"复查",
            u"销号",      u"资金",   u"工点",     u"date",     u"name",    u"type",   u"level",
            u"descri",    u"status", u"remark",   u"location", u"area",    u"depart", u"person",
            u"responsib", u"action", u"deadline", u"due",      u"result",  u"sector", u"risk",
            u"category",  u"cost",   u"amount",   u"code",     u"finding", u"hazard", u"no."};
    return name.size() <= 24
            && std::any_of(std::begin(words), std::end(words), [&name](QStringView word) {
                   return name.contains(word, Qt::CaseInsensitive);
               });
}

double scoreOf(const SheetHead &head, size_t index)
{
    const QList<Block> blocks = blocksOf(head, head.rows[index].number);
    double labels = 0;
    double words = 0;
    double others = 0;
    std::set<int> columns;
    QStringList names;
    for (const Block &block : blocks) {
        if (!isLabel(block)) {
            others += isCaption(block.name) ? 1 : 2;
            continue;
        }
        if (names.contains(block.name)) // a header seldom says a thing twice, data does
            continue;
        names += block.name;
        ++labels;
        words += soundsLikeTrade(block.name);
        columns.insert(block.cell->column);
    }
    if (labels < 2)
        return 0;
    std::set<int> used;
    const size_t end = std::min(head.rows.size(), index + 11);
    for (size_t i = index + 1; i < end; ++i) {
        for (const Cell &cell : head.rows[i].cells) {
            if (columns.contains(cell.column) && !cell.isBlank())
                used.insert(cell.column);
        }
    }
    const double served = double(used.size()) / double(columns.size());
    return (labels + 1.5 * words - others) * (0.3 + 0.7 * served);
}

int widestRow(const SheetHead &head)
{
    size_t widest = 1;
    for (const Row &row : head.rows)
        widest = std::max(widest, row.cells.size());
    return int(widest);
}

// A header cell of some row above that reaches down into this row.
bool isReachedFromAbove(const SheetHead &head, int first, int row, int width)
{
    return std::any_of(head.merged.cbegin(), head.merged.cend(), [&](const CellRange &range) {
        return range.top >= first && range.top < row && range.bottom >= row
                && range.bottom - range.top < deepestHeader
                && (range.right - range.left + 1) * 10 <= std::max(width, 2) * 6;
    });
}

// The children of parents that stand in the row above: labels only, each below a wide parent or in
// a column that has no label of its own yet.
bool isChildRow(const SheetHead &head, int parentRow, int row)
{
    const QList<Block> parents = blocksOf(head, parentRow);
    const QList<Block> children = blocksOf(head, row);
    if (children.isEmpty() || children.size() > parents.size() * 6)
        return false;
    std::set<int> labelled;
    std::set<int> childColumns;
    for (const Block &parent : parents)
        labelled.insert(parent.cell->column);
    for (const Block &child : children)
        childColumns.insert(child.cell->column);
    int under = 0;
    for (const Block &child : children) {
        if (!isLabel(child))
            return false;
        const int column = child.cell->column;
        const auto parent = std::find_if(parents.cbegin(), parents.cend(), [&](const Block &block) {
            return block.span.left <= column && block.span.right >= column;
        });
        if (parent == parents.cend()) {
            ++under;
        } else if (parent->width() > 1) {
            ++under;
        } else if (labelled.contains(column + 1) || !childColumns.contains(column + 1)) {
            return false; // a label of its own, and what stands below is a value
        } else {
            ++under; // the first child of a parent that was not merged
        }
    }
    // A row of data follows that is wider than the children.
    const Row *next = nullptr;
    for (const Row &candidate : head.rows) {
        if (candidate.number > row) {
            next = &candidate;
            break;
        }
    }
    return under > 1 && next && next->cells.size() > size_t(children.size());
}

// Labels above groups of labels.
bool isParentRow(const SheetHead &head, int row, int below)
{
    const QList<Block> parents = blocksOf(head, row);
    const QList<Block> children = blocksOf(head, below);
    if (parents.isEmpty() || children.size() < 2)
        return false;
    const int firstColumn = children.first().cell->column;
    bool group = false;
    for (const Block &parent : parents) {
        if (!isLabel(parent) || parent.width() * 10 > int(children.size()) * 8)
            return false;
        group = group || parent.width() > 1;
    }
    if (parents.size() == 1)
        return group ? parents.first().span.left > firstColumn
                     : parents.first().cell->column > firstColumn + 1;
    if (group)
        return true;
    // Not merged: every parent but the last must have blanks on its right.
    for (qsizetype i = 0; i + 1 < parents.size(); ++i) {
        if (parents[i + 1].cell->column - parents[i].cell->column > 1)
            group = true;
    }
    return group && parents.size() * 2 <= children.size();
}

}

const Row *SheetHead::row(int number) const
{
    const auto found =
            std::lower_bound(rows.begin(), rows.end(), number,
                             [](const Row &row, int wanted) { return row.number < wanted; });
    return found != rows.end() && found->number == number ? &*found : nullptr;
}

void SheetHead::setMerged(const QList<CellRange> &ranges)
{
    constexpr qsizetype enough = 20'000;
    const int last = rows.empty() ? 0 : rows.back().number;
    for (const CellRange &range : ranges) {
        if (range.top > last)
            continue;
        merged += range;
        for (const Row &row : rows) {
            if (row.number >= range.top && row.number <= range.bottom)
                m_spans[row.number].emplace(range.left, range);
        }
        if (merged.size() == enough)
            break;
    }
}

CellRange SheetHead::spanOf(int row, int column) const
{
    const auto spans = m_spans.constFind(row);
    if (spans != m_spans.constEnd()) {
        auto after = spans->upper_bound(column);
        if (after != spans->begin() && (--after)->second.contains(row, column))
            return after->second;
    }
    return {row, column, row, column};
}

FoundHeader findHeader(const SheetHead &head)
{
    FoundHeader found;
    size_t best = 0;
    for (size_t i = 0; i < head.rows.size(); ++i) {
        const double score = scoreOf(head, i);
        if (score > found.score + 0.01) {
            found.score = score;
            best = i;
        }
    }
    if (found.score <= 0)
        return found;
    found.first = found.last = head.rows[best].number;
    const int width = widestRow(head);
    while (found.last - found.first + 1 < deepestHeader
           && (isReachedFromAbove(head, found.first, found.last + 1, width)
               || isChildRow(head, found.last, found.last + 1)))
        ++found.last;
    while (found.first > 1 && found.last - found.first + 1 < deepestHeader
           && (isReachedFromAbove(head, found.first - 1, found.first, width)
               || isParentRow(head, found.first - 1, found.first)))
        --found.first;
    return found;
}

int tradeWords(const QList<Column> &columns)
{
    return int(std::count_if(columns.cbegin(), columns.cend(),
                             [](const Column &column) { return soundsLikeTrade(column.name); }));
}

QString columnName(QStringView text)
{
    const QString spaced = cleanText(text).simplified();
    QString name;
    for (qsizetype i = 0; i < spaced.size(); ++i) {
        const auto isWide = [](QChar c) { return c.unicode() >= 0x2E80; };
        if (spaced[i] == u' ' && (isWide(spaced[i - 1]) || isWide(spaced[i + 1])))
            continue;
        name += spaced[i];
    }
    return name;
}

}
