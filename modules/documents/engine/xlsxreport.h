// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

namespace documents {

// The report as a workbook: real numbers and dates, frozen header, filter, ready to print. Written
// beside the file and renamed at the end.
core::Result<> writeXlsx(const Report &report, const QString &fileName, core::Progress &progress);

}
