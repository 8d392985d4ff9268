// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/pagedreport.h"

class QPrinter;

namespace documents {

// Paints the pages of the printer's range on its paper, smaller if that is smaller than theirs. May
// run on any thread, as long as nobody else touches the printer.
core::Result<> printPages(const PagedReport &pages, QPrinter &printer, core::Progress &progress);

}
