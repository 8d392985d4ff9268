// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/book.h"

namespace tables {

// Opens a text of separated values. Encoding: byte order mark, else strict UTF-8, else GB18030.
// Separator: comma, semicolon, tab or bar, whichever cuts the first lines most evenly.
// A row number is the number of the record, as a spreadsheet program counts; messages name lines.
core::Result<std::unique_ptr<Book>> openCsv(const QString &path);

}
