// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/pagedreport.h"

#include <QImage>

namespace documents {

// A page on white paper. `scale` is in device-independent pixels per unit of the page, `ratio` the
// device pixels for each of those; a picture larger than a screen needs is made coarser.
core::Result<QImage> pageImage(const PagedReport &pages, int page, double scale, double ratio);

}
