// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/pdfwriter.h"
#include "documents/engine/progressspan.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace documents {

namespace pdfwriter {

tl::unexpected<core::Error> notWritten(const QSaveFile &file)
{
    const QString folder = QDir::toNativeSeparators(QFileInfo(file.fileName()).absolutePath());
    const bool full =
            file.error() == QFileDevice::WriteError || file.error() == QFileDevice::ResourceError;
    const QString message = full
            ? QCoreApplication::translate("documents",
                                          "The document could not be written into %1: the disk is "
                                          "full or cannot be reached. Choose another folder.")
            : QCoreApplication::translate("documents",
                                          "The document cannot be written into %1. Choose a folder "
                                          "that exists and that you may write to.");
    return core::fail(full ? core::ErrorCode::DiskFull : core::ErrorCode::Io, message.arg(folder),
                      file.errorString());
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
        return pdfwriter::notWritten(file);
    {
        QPdfWriter pdf(&file);
        pdf.setResolution(unitsPerInch);
        pdf.setPageLayout(pages.pageLayout());
        pdf.setTitle(pages.title());
        pdf.setCreator(QStringLiteral("Anlan"));
        QPainter painter;
        if (!painter.begin(&pdf))
            return pdfwriter::notWritten(file);
        progress.setRange(pages.pageCount());
        for (int page = 0; page < pages.pageCount(); ++page) {
            if (progress.isCanceled()) {
                painter.end();
                return core::fail(core::ErrorCode::Cancelled,
                                  QCoreApplication::translate("documents", "Cancelled."));
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
        return pdfwriter::notWritten(file);
    return {};
}

}
