// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

#include <QPageLayout>
#include <QSizeF>

#include <memory>
#include <optional>

class QPainter;

namespace documents {

inline constexpr int unitsPerInch = 1440; // all measures of a page: twentieths of a point

// A report laid out on pages. Its rows wait in a temporary file, so that memory does not grow with
// them and any page can be painted at any time. Made on one thread, painted on any, one at a time
// (it locks itself).
class PagedReport
{
public:
    struct Hit {
        Reference reference;
        QString columnKey;
        QString text;
    };

    // Needs a QGuiApplication, for its fonts.
    static core::Result<std::shared_ptr<const PagedReport>> layOut(const Report &report,
                                                                   core::Progress &progress);
    ~PagedReport();

    int pageCount() const;
    QString title() const;
    QPageLayout pageLayout() const; // full page, the margins are ours
    QSizeF pageSize() const;
    // The painter's origin is the corner of the sheet; scale it to unitsPerInch.
    core::Result<> paint(QPainter &painter, int page) const;
    std::optional<Hit> hitAt(int page, QPointF position) const;
    // The texts of a page in reading order, for those who cannot see it.
    QString pageText(int page) const;

private:
    struct Private;
    explicit PagedReport(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

}
