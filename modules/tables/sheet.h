// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace tables {

enum class CellKind { Blank, Text, Number, Date, Bool, Error };

// One cell as the file holds it. Column numbers are the file's own, 1-based.
struct Cell {
    CellKind kind = CellKind::Blank;
    int column = 0;
    bool filledDown = false; // the value stands in a merged cell that begins in a row above
    // Number: its value. Date: its serial in the 1900 system, whatever the file's own system is.
    double number = 0;
    // Text as it stands; Number in at most 15 digits; Date as 2025-07-17, 2025-07-17T14:30:00 or,
    // without a day, 14:30:00; Bool TRUE or FALSE; Error as #N/A.
    QString text;

    // True also for a text of nothing but white space and zero-width characters.
    bool isBlank() const;
};

// One row; its cells stand in the order of their columns, blank ones are left out.
struct Row {
    int number = 0; // 1-based, the file's own
    std::vector<Cell> cells;

    const Cell &at(int column) const; // a blank cell if there is none
};

// Both corners belong to it.
struct CellRange {
    int top = 0;
    int left = 0;
    int bottom = 0;
    int right = 0;

    bool isNull() const { return top == 0; }
    bool contains(int row, int column) const
    {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
    friend bool operator==(const CellRange &, const CellRange &) = default;
};

enum class SheetState { Visible, Hidden };

struct SheetInfo {
    QString name;
    SheetState state = SheetState::Visible;
};

// What a sheet says beside its rows; known when its last row has been read.
struct SheetFrame {
    QList<CellRange> merged;
    CellRange autoFilter; // null if there is none
};

// A whole sheet in memory: for small tables and tests.
struct Sheet {
    QString name;
    std::vector<Row> rows; // blank ones are left out
    SheetFrame frame;
};

QString columnLetters(int column);         // 1 -> A, 27 -> AA
QString cellName(int row, int column);     // 3, 2 -> B3
QString rangeName(const CellRange &range); // A1:R21; empty for a null range
struct CellPlace {
    int row = 0;
    int column = 0;
};
// A1, $R$21. None if the text is no such reference or lies outside 1,048,576 x 16,384.
std::optional<CellPlace> cellPlace(QStringView reference);
std::optional<CellRange> cellRange(QStringView reference); // A1:R21, or A1 for a single cell

}
