// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/pageimage.h"

#include <QPainter>

namespace documents {

namespace pageimage {
constexpr double longestSide = 6000; // device pixels
}

core::Result<QImage> pageImage(const PagedReport &pages, int page, double scale, double ratio)
{
    const QSizeF size = pages.pageSize() * scale * ratio;
    const double shrink = qMin(1.0, pageimage::longestSide / qMax(size.width(), size.height()));
    QImage image((size * shrink).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale * ratio * shrink, scale * ratio * shrink);
    if (auto painted = pages.paint(painter, page); !painted)
        return core::passOn(painted);
    painter.end();
    image.setDevicePixelRatio(ratio * shrink);
    return image;
}

}
