// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"
#include "tables/sheet.h"

#include <functional>
#include <memory>

namespace tables {

// Gets one row after the other; false stops the reading without an error.
using RowVisitor = std::function<bool(const Row &)>;

// A spreadsheet file that is open for reading, whatever its format. Nothing of it is kept in memory
// but what a row needs. Use it on one thread at a time.
class Book
{
public:
    virtual ~Book() = default;
    // Sheets in the order of the file; a csv file is one sheet with the name of the file.
    virtual const QList<SheetInfo> &sheets() const = 0;
    virtual QString fileName() const = 0; // without folder
    // How the file is made, for the user: "xlsx", "csv, GB18030, comma".
    virtual QString format() const = 0;
    // Hands over every row that holds something, in order. Row numbers are those a spreadsheet
    // program shows. Formulas give the value that was saved with them, never more.
    virtual core::Result<SheetFrame> readRows(int sheet, const RowVisitor &visitor,
                                              core::Progress &progress) = 0;
};

// Opens xlsx or csv by what the file holds, not by its name. Every failure is a sentence for the
// user that names the file and says what to do.
core::Result<std::unique_ptr<Book>> openBook(const QString &path);

core::Result<QList<SheetInfo>> listSheets(const QString &path);
core::Result<SheetFrame> readRows(const QString &path, int sheet, const RowVisitor &visitor,
                                  core::Progress &progress);
core::Result<Sheet> readSheet(Book &book, int sheet, core::Progress &progress);

}
