// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/panel/printing.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPrinter>

namespace documents {

core::Result<> printPages(const PagedReport &pages, QPrinter &printer, core::Progress &progress)
{
    const bool isPart = printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0;
    const int first = isPart ? qBound(1, printer.fromPage(), pages.pageCount()) : 1;
    const int last =
            isPart ? qBound(first, printer.toPage(), pages.pageCount()) : pages.pageCount();

    QPainter painter;
    if (!painter.begin(&printer)) {
        return core::fail(core::ErrorCode::Io,
                          QCoreApplication::translate("documents",
                                                      "The printer does not answer. Choose another "
                                                      "one, or save as PDF and print that."));
    }
    const QRectF paper = printer.pageLayout().fullRect(QPageLayout::Inch);
    const QSizeF size = pages.pageSize() / unitsPerInch;
    const double fit =
            qMin(1.0, qMin(paper.width() / size.width(), paper.height() / size.height()));
    const double scale = fit * printer.resolution() / unitsPerInch;

    progress.setRange(last - first + 1);
    for (int page = first; page <= last; ++page) {
        if (progress.isCanceled()) {
            printer.abort();
            return core::fail(core::ErrorCode::Cancelled,
                              QCoreApplication::translate("documents", "Cancelled."));
        }
        if (page > first && !printer.newPage()) {
            return core::fail(core::ErrorCode::Io,
                              QCoreApplication::translate("documents",
                                                          "Printing stopped at page %1. Look at "
                                                          "the printer and print the rest again.")
                                      .arg(page));
        }
        painter.resetTransform();
        painter.scale(scale, scale);
        if (auto result = pages.paint(painter, page - 1); !result) {
            printer.abort();
            return result;
        }
        progress.setValue(page - first + 1);
    }
    return {};
}

}
