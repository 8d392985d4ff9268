// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/pagedreport.h"

namespace documents {

// Write beside the file and rename at the end: after an error or a cancel the old file, or none, is
// there.
core::Result<> writePdf(const Report &report, const QString &fileName, core::Progress &progress);
core::Result<> writePdf(const PagedReport &pages, const QString &fileName,
                        core::Progress &progress);

}
