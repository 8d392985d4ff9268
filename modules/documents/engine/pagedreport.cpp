// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/pagedreport_p.h"

#include "documents/engine/celltext.h"
#include "documents/engine/documentfile.h"
#include "documents/engine/progressspan.h"

#include <QPageSize>

using namespace Qt::StringLiterals;

namespace documents {

namespace pagedreport {

constexpr int longestTitle = 200;
constexpr int linesWorthStarting = 5; // of a row higher than a page, at the foot of one

QPageLayout sheet(Paper paper)
{
    const QMarginsF none(0, 0, 0, 0);
    switch (paper) {
    case Paper::A4Portrait:
        return {QPageSize(QPageSize::A4), QPageLayout::Portrait, none};
    case Paper::A4Landscape:
        return {QPageSize(QPageSize::A4), QPageLayout::Landscape, none};
    case Paper::A3Landscape:
        break;
    }
    return {QPageSize(QPageSize::A3), QPageLayout::Landscape, none};
}

}

PagedReport::PagedReport(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

PagedReport::~PagedReport() = default;

int PagedReport::pageCount() const
{
    return int(d->pages.size());
}

QString PagedReport::title() const
{
    return d->report.title;
}

QPageLayout PagedReport::pageLayout() const
{
    return pagedreport::sheet(d->report.paper);
}

QSizeF PagedReport::pageSize() const
{
    return d->page;
}

core::Result<std::shared_ptr<const PagedReport>> PagedReport::layOut(const Report &report,
                                                                     core::Progress &progress)
{
    Q_ASSERT(!report.columns.isEmpty() && report.rows);
    auto font = PrintFont::find();
    if (!font)
        return core::passOn(font);
    auto d = std::make_unique<Private>();
    d->font = std::move(*font);
    d->report = report;
    d->report.rows = {};
    d->page = pagedreport::sheet(report.paper).fullRect(QPageLayout::Point).size()
            * pagemeasure::point;
    for (Column &column : d->report.columns) {
        column.title = d->font.printable(column.title.left(pagedreport::longestTitle));
        for (QString &group : column.groups)
            group = d->font.printable(group.left(pagedreport::longestTitle));
    }

    QList<ColumnDemand> demands;
    for (const Column &column : std::as_const(d->report.columns))
        demands.append(ColumnDemand(column, column.title, d->font));
    if (auto result = d->spoolRows(report.rows, demands, progress); !result)
        return core::passOn(result);

    const auto measure = tableMeasure(demands, d->right() - d->left());
    if (!measure)
        return core::passOn(measure);
    d->fontSize = measure->fontSize;
    d->edges = {d->left()};
    for (const double width : measure->widths)
        d->edges += d->edges.last() + width;
    d->placeHeading();
    d->placeHeader();
    d->placeTail();
    if (d->headerHeight() > (d->bodyBottom() - d->firstTableTop) / 2)
        return tooManyColumns(report.columns.size());
    if (auto result = d->breakPages(progress); !result)
        return core::passOn(result);
    return std::shared_ptr<const PagedReport>(new PagedReport(std::move(d)));
}

core::Result<> PagedReport::Private::spoolRows(const RowSource &source,
                                               QList<ColumnDemand> &demands,
                                               core::Progress &progress)
{
    if (auto result = spool.open(); !result)
        return result;
    progress.setRange(1000);
    ProgressSpan span(progress, 0, 500);
    span.setRange(qMax(report.expectedRows, 1));
    core::Result<> kept;
    const auto take = [&](const Row &row) {
        if (progress.isCanceled()) {
            kept = cancelled();
            return false;
        }
        SpooledRow spooled{row.kind, {}, row.reference};
        const qsizetype cells = qMin(row.cells.size(), report.columns.size());
        spooled.texts.reserve(cells);
        for (qsizetype i = 0; i < cells; ++i) {
            QString text = font.printable(cellText(row.cells[i], report.columns[i], report));
            if (row.kind != RowKind::Section)
                demands[i].see(text, font);
            spooled.texts += std::move(text);
        }
        kept = spool.append(spooled);
        if (kept && spool.count() % 64 == 0)
            span.setValue(spool.count());
        return kept.has_value();
    };
    CanceledOnly quiet(progress);
    if (auto result = source(take, quiet); !result)
        return result;
    if (!kept)
        return kept;
    if (progress.isCanceled())
        return cancelled();
    return spool.finish();
}

BrokenRow PagedReport::Private::broken(SpooledRow row) const
{
    BrokenRow result;
    if (row.kind == RowKind::Section) {
        const double width = (right() - left()) / fontSize - 2 * cellPadding;
        result.cells += brokenLines(row.texts.value(0), width, font);
        result.lines = int(result.cells.first().size());
    } else {
        for (qsizetype i = 0; i < row.texts.size(); ++i) {
            const double width = (edges[i + 1] - edges[i]) / fontSize - 2 * cellPadding;
            result.cells += brokenLines(row.texts[i], width, font);
            result.lines = qMax(result.lines, int(result.cells.last().size()));
        }
    }
    result.row = std::move(row);
    return result;
}

// Rows stay whole; only a row higher than a page goes on over the next. A section heading never
// ends a page.
core::Result<> PagedReport::Private::breakPages(core::Progress &progress)
{
    ProgressSpan span(progress, 500, 1000);
    span.setRange(qMax(spool.count(), 1));
    if (auto result = spool.seek(0); !result)
        return result;

    PageRecord current;
    current.tableTop = firstTableTop;
    double y = firstTableTop + headerHeight();
    const double fullBody = bodyBottom() - nextTableTop() - headerHeight();
    const int linesOfFullBody = int((fullBody - 2 * rowPadding()) / lineHeight());

    struct {
        qint64 position = 0;
        int rows = 0;
        double height = 0;
    } headings; // section rows at the end of the page so far
    const auto turnPage = [&](qint64 position) {
        pages += current;
        current = {};
        current.position = position;
        current.tableTop = nextTableTop();
        y = current.tableTop + headerHeight();
    };

    for (int i = 0; i < spool.count(); ++i) {
        if (progress.isCanceled())
            return cancelled();
        const qint64 position = spool.position();
        auto read = spool.next();
        if (!read)
            return core::passOn(read);
        const BrokenRow row = broken(std::move(*read));
        const bool isHeading = row.row.kind == RowKind::Section;
        double height = rowHeight(row.lines);
        const double room = bodyBottom() - y;
        const bool goesOver =
                height > fullBody && room > rowHeight(pagedreport::linesWorthStarting);
        if (height > room && current.rows > 0 && !goesOver) {
            if (headings.rows > 0 && headings.rows < current.rows) {
                const auto moved = headings;
                current.rows -= moved.rows;
                turnPage(moved.position);
                current.rows = moved.rows;
                y += moved.height;
            } else if (headings.rows == 0) {
                turnPage(position);
            }
        }
        int firstLine = 0;
        while (y + height > bodyBottom()) { // higher than a page
            int lines = int((bodyBottom() - y - 2 * rowPadding()) / lineHeight());
            if (lines < 1 && current.rows > 0) {
                turnPage(position);
                lines = linesOfFullBody;
            }
            lines = qMax(1, lines);
            if (firstLine + lines >= row.lines)
                break;
            ++current.rows;
            current.lastLines = lines;
            firstLine += lines;
            turnPage(position);
            current.firstLine = firstLine;
            height = rowHeight(row.lines - firstLine);
        }
        ++current.rows;
        y += height;
        if (isHeading && headings.rows == 0)
            headings = {position, 1, height};
        else if (isHeading)
            headings = {headings.position, headings.rows + 1, headings.height + height};
        else
            headings = {};
        if (i % 64 == 0)
            span.setValue(i);
    }
    if (spool.count() == 0)
        y += rowHeight(1);

    // Notes and signatures follow the table, on a further page if they must.
    const auto turnForTail = [&] {
        pages += current;
        current = {};
        current.hasTable = false;
        y = nextTableTop();
    };
    y += pagemeasure::tableGap;
    current.tailTop = y;
    for (int line = 0; line < tail.size(); ++line) {
        if (y + tailLineHeight() > bodyBottom()) {
            turnForTail();
            current.tailTop = y;
            current.tailFirst = line;
        }
        ++current.tailLines;
        y += tailLineHeight();
    }
    if (!report.signatures.isEmpty()) {
        if (y + signaturesHeight() > bodyBottom())
            turnForTail();
        current.signaturesTop = y;
    }
    pages += current;
    span.setValue(qMax(spool.count(), 1));
    return {};
}

}
