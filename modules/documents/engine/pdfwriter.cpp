// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/pdfwriter.h"

#include "documents/engine/documentfile.h"
#include "documents/engine/progressspan.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace documents {

namespace pdfwriter {

tl::unexpected<core::Error> failed(const QSaveFile &file)
{
    const bool full =
            file.error() == QFileDevice::WriteError || file.error() == QFileDevice::ResourceError;
    return notWritten(file.fileName(), full, file.errorString());
}

}

core::Result<> writePdf(const Report &report, const QString &fileName, core::Progress &progress)
{
    progress.setRange(1000);
    ProgressSpan layingOut(progress, 0, 500);
    const auto pages = PagedReport::layOut(report, layingOut);
    if (!pages)
        return core::passOn(pages);
    ProgressSpan writing(progress, 500, 1000);
    return writePdf(**pages, fileName, writing);
}

core::Result<> writePdf(const PagedReport &pages, const QString &fileName, core::Progress &progress)
{
    QSaveFile file(fileName); // goes away by itself unless committed
    if (!file.open(QIODevice::WriteOnly))
        return pdfwriter::failed(file);
    {
        QPdfWriter pdf(&file);
        pdf.setResolution(unitsPerInch);
        pdf.setPageLayout(pages.pageLayout());
        pdf.setTitle(pages.title());
        pdf.setCreator(QStringLiteral("Anlan"));
        QPainter painter;
        if (!painter.begin(&pdf))
            return pdfwriter::failed(file);
        progress.setRange(pages.pageCount());
        for (int page = 0; page < pages.pageCount(); ++page) {
            if (progress.isCanceled()) {
                painter.end();
                return cancelled();
            }
            if (page > 0)
                pdf.newPage();
            if (auto result = pages.paint(painter, page); !result)
                return result;
            progress.setValue(page + 1);
        }
        painter.end();
    }
    if (!file.commit())
        return pdfwriter::failed(file);
    return {};
}

}
