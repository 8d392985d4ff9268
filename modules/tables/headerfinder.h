// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/layout.h"

#include <map>

namespace tables {

// The first rows of a sheet, with what is merged in them.
struct SheetHead {
    static constexpr qsizetype maximumRows = 100;

    std::vector<Row> rows;   // blank ones left out
    QList<CellRange> merged; // those that begin within the rows

    // To be called when the rows are complete; of absurdly many ranges the first ones count.
    void setMerged(const QList<CellRange> &ranges);

    const Row *row(int number) const;
    // The merged range that covers a cell, else the cell alone.
    CellRange spanOf(int row, int column) const;

private:
    QHash<int, std::map<int, CellRange>> m_spans; // by row, then by left column
};

struct FoundHeader {
    int first = 0; // 0 if there is none
    int last = 0;
    double score = 0;
};

FoundHeader findHeader(const SheetHead &head);

// A name for every column that the header covers; columns of a merged cell after its first one have
// none and are in `covered`.
struct HeaderNames {
    QList<Column> columns;
    QList<int> covered;
};
HeaderNames headerNames(const SheetHead &head, const FoundHeader &header);

struct HeaderTexts {
    int titleRow = 0;
    QString title;
    QList<HeaderFact> facts;
};
HeaderTexts headerTexts(const SheetHead &head, const FoundHeader &header);

int tradeWords(const QList<Column> &columns); // how many names sound like those of a ledger
QString columnName(QStringView text); // without line breaks and blanks between Chinese signs

}
