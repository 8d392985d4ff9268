// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/columnwidths.h"
#include "documents/engine/linebreaker.h"
#include "documents/engine/pagedreport.h"
#include "documents/engine/printfont.h"
#include "documents/engine/rowspool.h"
#include "documents/engine/tableheader.h"

#include <QMutex>
#include <QRectF>

namespace documents {

// A piece of text with its place: `top` is the upper edge of the line.
struct PlacedText {
    QString text;
    double left = 0;
    double top = 0;
    double size = 0;
};

struct PageRecord {
    qint64 position = 0; // of the first row in the spool
    int rows = 0;
    int firstLine = 0; // of the first row: above 0 if it began on an earlier page
    int lastLines = 0; // of the last row: above 0 if it goes on
    double tableTop = 0;
    bool hasTable = true;
    double tailTop = 0; // notes
    int tailFirst = 0;
    int tailLines = 0;
    double signaturesTop = 0; // 0: not on this page
};

// A row made ready to be placed: broken into lines.
struct BrokenRow {
    SpooledRow row;
    QList<QList<TextLine>> cells;
    int lines = 1;
};

struct PagedReport::Private {
    mutable QMutex mutex;
    Report report; // without its rows
    mutable PrintFont font;
    mutable RowSpool spool;

    QSizeF page;
    double fontSize = 0;
    QList<double> edges; // of the columns, one more than there are columns
    QList<HeaderCell> header;
    QList<double> levelEdges;  // of the header, from 0
    QList<PlacedText> heading; // of the first page
    double firstTableTop = 0;
    QStringList tail;
    QList<PageRecord> pages;

    double left() const;
    double right() const { return page.width() - left(); }
    double bodyBottom() const;
    double headerHeight() const { return levelEdges.last(); }
    double lineHeight() const;
    double rowPadding() const;
    double rowHeight(int lines) const { return lines * lineHeight() + 2 * rowPadding(); }
    double nextTableTop() const;
    double tailLineHeight() const;
    double signaturesHeight() const;
    BrokenRow broken(SpooledRow row) const;
    QRectF cellRect(int column, double top, double height) const;

    core::Result<> spoolRows(const RowSource &source, QList<ColumnDemand> &demands,
                             core::Progress &progress);
    core::Result<> breakPages(core::Progress &progress);
    void placeHeading();
    void placeHeader();
    void placeTail();

    struct RowPlace {
        BrokenRow row;
        double top = 0;
        int firstLine = 0;
        int lines = 0;
        bool whole = true;
    };
    using TakePlace = std::function<bool(const RowPlace &)>;
    core::Result<> eachRow(const PageRecord &page, const TakePlace &take) const;
};

namespace pagemeasure {
inline constexpr double point = unitsPerInch / 72.0;
inline constexpr double millimetre = unitsPerInch / 25.4;
inline constexpr double margin = 12 * millimetre;
inline constexpr double titleSize = 16 * point;
inline constexpr double subtitleSize = 10 * point;
inline constexpr double factSize = 8.5 * point;
inline constexpr double footSize = 7.5 * point;
inline constexpr double noteSize = 8 * point;
inline constexpr double footHeight = 20 * point;    // the band above the lower margin
inline constexpr double runningHeight = 18 * point; // the band with the title on later pages
inline constexpr double signaturesHeight = 44 * point;
inline constexpr double tableGap = 6 * point;
}

}
