// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/layout.h"

#include "tables/headerfinder.h"
#include "tables/values.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <deque>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

// What one pass over a sheet leaves behind.
struct SheetSurvey {
    static constexpr size_t keptAtEnd = 200;

    SheetHead head;
    std::vector<RowShape> shapes;
    std::deque<Row> tail; // the last rows
    QHash<int, int> filledByColumn;
    SheetFrame frame;

    void take(const Row &row)
    {
        const RowShape shape = shapeOf(row);
        if (shape.filled == 0)
            return;
        shapes.push_back(shape);
        for (const Cell &cell : row.cells)
            filledByColumn[cell.column] += cell.isBlank() ? 0 : 1;
        if (qsizetype(head.rows.size()) < SheetHead::maximumRows) {
            head.rows.push_back(row);
            return;
        }
        tail.push_back(row);
        if (tail.size() > keptAtEnd)
            tail.pop_front();
    }
};

int numberColumnOf(const HeaderNames &names, const SheetHead &head, int lastHeaderRow)
{
    static const QRegularExpression pattern(
            u"^(序号?|项次|行号|no\\.?|№|s/?n|seq\\.?|index|#|item)$"_s,
            QRegularExpression::CaseInsensitiveOption);
    for (const Column &column : names.columns) {
        if (pattern.match(column.name).hasMatch())
            return column.number;
    }
    // A column that counts.
    int first = 0;
    for (const Row &row : head.rows) {
        if (row.number > lastHeaderRow && !row.cells.empty()) {
            first = row.cells.front().column;
            break;
        }
    }
    int counted = 0;
    double before = 0;
    for (const Row &row : head.rows) {
        const Cell &cell = row.at(first);
        if (row.number <= lastHeaderRow || !isNumberLike(cell))
            continue;
        const double number = cell.text.toDouble();
        if (counted > 0 && number != before + 1)
            return 0;
        before = number;
        if (++counted == 10)
            break;
    }
    return counted > 2 ? first : 0;
}

RowRules rulesOf(const SheetSurvey &survey, const HeaderNames &names, const FoundHeader &header)
{
    RowRules rules;
    rules.lastHeaderRow = header.last;
    rules.columns = int(names.columns.size());
    rules.numberColumn = numberColumnOf(names, survey.head, header.last);
    for (const CellRange &range : survey.frame.merged)
        rules.merged.insert(RowRules::corner(range.top, range.left), range);
    std::vector<quint16> fills;
    for (const RowShape &shape : survey.shapes) {
        if (shape.row > header.last && shape.filled > 1)
            fills.push_back(shape.filled);
        else if (shape.row >= header.first && shape.row <= header.last && shape.filled > 1)
            rules.headerHashes += shape.textHash;
    }
    if (!fills.empty()) {
        const auto middle = fills.begin() + qsizetype(fills.size() / 2);
        std::nth_element(fills.begin(), middle, fills.end());
        rules.typicalFill = *middle;
    } else {
        rules.typicalFill = 1;
    }
    return rules;
}

// First and last data row. Below a gap or a note a row counts only if it looks like the others.
void findDataRows(const SheetSurvey &survey, Layout &layout)
{
    const RowRules &rules = layout.rules;
    int data = 0; // rows before the end was seen, and those of them with a running number
    int numbered = 0;
    bool ended = false; // a note, a total or several blank rows were seen
    int before = layout.lastHeaderRow;
    bool gap = false;
    for (const RowShape &shape : survey.shapes) {
        if (shape.row <= layout.lastHeaderRow)
            continue;
        const RowKind kind = rules.kindOf(shape);
        gap = gap || shape.row > before + 1;
        ended = ended || (layout.lastDataRow > 0 && shape.row > before + 2);
        before = shape.row;
        if (kind == RowKind::Note || kind == RowKind::Total || kind == RowKind::Section) {
            ended = ended || kind != RowKind::Section;
            gap = true;
            continue;
        }
        if (kind != RowKind::Data)
            continue;
        const bool mostlyNumbered = data > 2 && numbered * 10 >= data * 8;
        const bool stranger = (gap && layout.lastDataRow > 0 && rules.isWeak(shape))
                || (ended && mostlyNumbered && !rules.isNumbered(shape));
        if (stranger)
            continue;
        if (layout.firstDataRow == 0)
            layout.firstDataRow = shape.row;
        layout.lastDataRow = shape.row;
        data += !ended;
        numbered += !ended && rules.isNumbered(shape);
        gap = false;
    }
}

void findNotes(const SheetSurvey &survey, Layout &layout)
{
    int first = layout.lastDataRow + 1;
    int last = 0;
    for (const RowShape &shape : survey.shapes) {
        if (shape.row <= layout.lastDataRow)
            continue;
        if (layout.rules.kindOf(shape) == RowKind::NumberOnly) {
            if (shape.row == first)
                ++first;
        } else {
            last = shape.row;
        }
    }
    if (last == 0)
        return;
    for (const CellRange &range : layout.frame.merged) {
        if (range.top > layout.lastDataRow && range.top <= last)
            last = std::max(last, range.bottom);
    }
    layout.firstNotesRow = first;
    layout.lastNotesRow = last;
}

// Columns with a name, and those without one that hold something.
QList<Column> columnsOf(const SheetSurvey &survey, const HeaderNames &names, const Layout &layout)
{
    QHash<int, int> filled = survey.filledByColumn;
    const auto leaveOut = [&](const auto &rows) {
        for (const Row &row : rows) {
            if (row.number >= layout.firstDataRow && row.number <= layout.lastDataRow)
                continue;
            for (const Cell &cell : row.cells) {
                if (!cell.isBlank())
                    --filled[cell.column];
            }
        }
    };
    leaveOut(survey.head.rows);
    leaveOut(survey.tail);
    QList<Column> columns;
    QList<int> known;
    for (Column column : names.columns) {
        known += column.number;
        column.filled = filled.value(column.number);
        const bool isCovered = names.covered.contains(column.number);
        if (column.filled > 0 || (!column.name.isEmpty() && !isCovered))
            columns += column;
    }
    for (auto it = filled.cbegin(); it != filled.cend(); ++it) {
        if (it.value() > 0 && !known.contains(it.key()))
            columns += Column{it.key(), QString(), it.value()};
    }
    std::sort(columns.begin(), columns.end(),
              [](const Column &a, const Column &b) { return a.number < b.number; });
    return columns;
}

tl::unexpected<core::Error> noTable(Book &book, int sheet)
{
    return core::fail(core::ErrorCode::NotFound,
                      QCoreApplication::translate(
                              "tables",
                              "%1, sheet %2: no table was found. A table needs a row of column "
                              "headings and at least one row below it.")
                              .arg(book.fileName(), book.sheets().at(sheet).name));
}

}

QString Layout::signature() const
{
    QStringList names;
    for (const Column &column : columns)
        names += column.name;
    return names.join(u'\x1F');
}

const Column *Layout::column(QStringView name) const
{
    for (const Column &candidate : columns) {
        if (candidate.name == name)
            return &candidate;
    }
    return nullptr;
}

core::Result<Layout> analyseSheet(Book &book, int sheet, core::Progress &progress)
{
    SheetSurvey survey;
    auto frame = book.readRows(
            sheet,
            [&survey](const Row &row) {
                survey.take(row);
                return true;
            },
            progress);
    if (!frame)
        return core::passOn(frame);
    survey.frame = std::move(*frame);
    if (survey.shapes.empty())
        return noTable(book, sheet);
    survey.head.setMerged(survey.frame.merged);

    Layout layout;
    layout.sheet = sheet;
    layout.sheetName = book.sheets().at(sheet).name;
    for (qsizetype i = 0; i < book.sheets().size(); ++i) {
        if (i != sheet)
            layout.otherSheets += book.sheets().at(i).name;
    }
    const FoundHeader header = findHeader(survey.head);
    if (header.first == 0)
        return noTable(book, sheet);
    layout.firstHeaderRow = header.first;
    layout.lastHeaderRow = header.last;
    const HeaderTexts texts = headerTexts(survey.head, header);
    layout.titleRow = texts.titleRow;
    layout.title = texts.title;
    layout.headerFacts = texts.facts;
    const HeaderNames names = headerNames(survey.head, header);
    layout.rules = rulesOf(survey, names, header);
    layout.numberColumn = layout.rules.numberColumn;
    layout.frame = std::move(survey.frame);
    findDataRows(survey, layout);
    if (layout.lastDataRow == 0)
        return noTable(book, sheet);
    findNotes(survey, layout);
    layout.columns = columnsOf(survey, names, layout);
    for (const RowShape &shape : survey.shapes) {
        if (shape.row >= layout.firstDataRow && shape.row <= layout.lastDataRow
            && layout.rules.kindOf(shape) == RowKind::Data)
            ++layout.records;
    }
    return layout;
}

core::Result<Layout> analyseBook(Book &book, core::Progress &progress)
{
    std::optional<Layout> best;
    double bestScore = 0;
    std::optional<core::Error> noTableFound;
    for (const SheetState state : {SheetState::Visible, SheetState::Hidden}) {
        for (int i = 0; i < int(book.sheets().size()) && !(state == SheetState::Hidden && best);
             ++i) {
            if (book.sheets().at(i).state != state)
                continue;
            auto layout = analyseSheet(book, i, progress);
            if (!layout) {
                // A sheet without a table is nothing unusual; one that cannot be read is.
                if (layout.error().code != core::ErrorCode::NotFound)
                    return layout;
                if (!noTableFound)
                    noTableFound = layout.error();
                continue;
            }
            const double score = std::min<double>(double(layout->columns.size()), 20)
                            * std::log2(1.0 + layout->records)
                    + 3.0 * tradeWords(layout->columns);
            if (score > bestScore) {
                bestScore = score;
                best = std::move(*layout);
            }
        }
    }
    if (best)
        return *best;
    return tl::unexpected<core::Error>(*noTableFound);
}

core::Result<> readRecords(Book &book, const Layout &layout, const RecordVisitor &visitor,
                           core::Progress &progress, const SkippedVisitor &skipped)
{
    struct MergedDown {
        Cell cell;
        int bottom;
    };
    QHash<int, MergedDown> mergedDown; // by column
    int before = layout.firstDataRow - 1;
    const auto frame = book.readRows(
            layout.sheet,
            [&](const Row &row) {
                if (row.number < layout.firstDataRow)
                    return true;
                if (row.number > layout.lastDataRow)
                    return false;
                const RowKind kind = layout.rules.kindOf(shapeOf(row));
                for (++before; skipped && before < row.number; ++before)
                    skipped(before, RowKind::Blank);
                before = row.number;
                if (kind != RowKind::Data) {
                    if (skipped)
                        skipped(row.number, kind);
                    return true;
                }
                Record record{row.number, {}};
                record.cells.reserve(layout.columns.size());
                for (const Column &column : layout.columns) {
                    Cell cell = row.at(column.number);
                    const CellRange range =
                            layout.rules.merged.value(RowRules::corner(row.number, column.number));
                    if (range.bottom > row.number) {
                        mergedDown.insert(column.number, {cell, range.bottom});
                    } else if (cell.kind == CellKind::Blank && mergedDown.contains(column.number)) {
                        const MergedDown &above = mergedDown[column.number];
                        if (above.bottom >= row.number) {
                            cell = above.cell;
                            cell.filledDown = true;
                        } else {
                            mergedDown.remove(column.number);
                        }
                    }
                    record.cells += std::move(cell);
                }
                return visitor(record);
            },
            progress);
    if (!frame)
        return core::passOn(frame);
    return {};
}

}
