// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/book.h"

namespace tables {

// Opens an Office Open XML workbook. Its sheets are read as a stream: a file of any length takes
// the memory of its shared strings and of one row. What a hostile file could do is bounded in
// limits.h.
core::Result<std::unique_ptr<Book>> openXlsx(const QString &path);

}
