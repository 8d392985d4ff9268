// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

namespace documents {

class PrintFont;

// What the cells of one column ask for, in ems; gathered while the rows go by.
class ColumnDemand
{
public:
    ColumnDemand(const Column &column, const QString &title, PrintFont &font);
    void see(const QString &text, PrintFont &font);

    double least() const;   // below this, words are cut
    double most() const;    // above this, nothing is gained
    double typical() const; // one line of a typical cell; long ones count more

private:
    ColumnKind m_kind;
    double m_weight;
    double m_title = 0;
    double m_word = 0;
    double m_widest = 0;
    double m_fourthPowers = 0;
    qint64 m_seen = 0;
};

struct TableMeasure {
    double fontSize = 0;  // in page units
    QList<double> widths; // in page units, cell padding included; they fill the table
};

inline constexpr double cellPadding = 0.35; // left and right, in ems

tl::unexpected<core::Error> tooManyColumns(qsizetype columns);

// The largest type in which the table is comfortable, and columns in which no column makes the rows
// higher than the others do. Fails if the columns cannot stand side by side on this paper.
core::Result<TableMeasure> tableMeasure(const QList<ColumnDemand> &demands, double tableWidth);

}
