// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/book.h"
#include "tables/rowshape.h"

#include <QHash>

namespace tables {

struct Column {
    int number = 0; // 1-based, the file's own
    QString name;   // header cells of a column joined as Parent/Child; may be empty
    int filled = 0; // cells with something in them between first and last data row
};

// `项目名称：...` above or inside the header. A value that is a date stands in ISO form.
struct HeaderFact {
    QString name;
    QString value;
    int row = 0;
    int column = 0;
};

// Where the table of a sheet begins and ends. Row numbers are the file's own; 0 means there is
// none.
struct Layout {
    int sheet = -1; // index in Book::sheets()
    QString sheetName;
    QStringList otherSheets;
    int titleRow = 0;
    QString title;
    int firstHeaderRow = 0;
    int lastHeaderRow = 0;
    int firstDataRow = 0;
    int lastDataRow = 0;
    int firstNotesRow = 0; // what stands below the data, blank rows between included
    int lastNotesRow = 0;
    QList<Column> columns;
    QList<HeaderFact> headerFacts;
    int numberColumn = 0; // the column of the running number
    int records =
            0; // data rows: blank, number-only, note, total and repeated header rows not counted
    SheetFrame frame;
    RowRules rules; // tells the kind of any row of this sheet

    // A key of sheet layouts that look alike: column names in order. Not for the eye.
    QString signature() const;
    const Column *column(QStringView name) const; // the first of that name, or null
};

// Reads the sheet once and finds its table. Fails if the sheet holds no table.
core::Result<Layout> analyseSheet(Book &book, int sheet, core::Progress &progress);

// Analyses every sheet and takes the one that looks most like a table; hidden ones only if no
// visible one has any.
core::Result<Layout> analyseBook(Book &book, core::Progress &progress);

// One data row: one cell per column of the layout, in that order, blank where the file has none.
struct Record {
    int row = 0;
    QList<Cell> cells;
};

using RecordVisitor = std::function<bool(const Record &)>;
using SkippedVisitor = std::function<void(int row, RowKind kind)>;

// Hands over the data rows between first and last data row, one by one. Vertically merged cells
// give their value to each row (Cell::filledDown). `skipped`, if given, hears of the rows between
// them that are no records.
core::Result<> readRecords(Book &book, const Layout &layout, const RecordVisitor &visitor,
                           core::Progress &progress, const SkippedVisitor &skipped = {});

}
