// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/sheet.h"

#include <QHash>

namespace tables {

enum class RowKind {
    Blank,
    Data,
    NumberOnly, // a running number and nothing else
    Total,      // 合计, 小计
    Section,    // one text across the table
    Note,       // 说明, 填写要求, signatures
    Header,     // the header once more, or a row of column numbers
    Example,    // 填写示例
};

// What is remembered of every row until the end of the sheet is known, whatever the row's width.
struct RowShape {
    int row = 0;
    quint32 textHash = 0; // over the texts of all cells
    quint16 filled = 0;
    quint16 firstColumn = 0;
    quint16 numbers = 0;  // number cells and texts of digits only
    quint16 captions = 0; // cells like `填表人：`
    bool startsWithNumber = false;
    bool startsWithNote = false;
    bool startsWithTotal = false;
    bool startsWithExample = false;
    bool unitsOnly = false; // (元), (项): the units of the columns
    bool countsUp = false;  // 1 2 3 4 ... : the numbers of the columns
};

RowShape shapeOf(const Row &row);
bool isNumberLike(const Cell &cell); // a number, or a text such as 12 or 3.1
bool isCaption(QStringView text);    // 填表人：王甲

// How the rows below the header are told apart.
struct RowRules {
    int columns = 0;      // columns of the table
    int numberColumn = 0; // 0 if there is none
    int typicalFill = 0;  // median of filled cells over the rows below the header
    int lastHeaderRow = 0;
    QList<quint32> headerHashes;
    QHash<quint64, CellRange> merged; // by top left corner

    static quint64 corner(int row, int column) { return quint64(row) << 32 | quint32(column); }
    RowKind kindOf(const RowShape &shape) const;
    // Rows that only stand for themselves: below a gap they are notes.
    bool isWeak(const RowShape &shape) const;
    bool isNumbered(const RowShape &shape) const;
};

}
