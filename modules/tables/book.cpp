// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/book.h"

#include "tables/csvreader.h"
#include "tables/xlsxreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tables {

core::Result<std::unique_ptr<Book>> openBook(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile()) {
        return core::fail(core::ErrorCode::NotFound,
                          QCoreApplication::translate("tables", "There is no file %1.").arg(path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return core::fail(core::ErrorCode::Io,
                          QCoreApplication::translate("tables", "%1 cannot be opened: %2.")
                                  .arg(info.fileName(), file.errorString()));
    }
    const QByteArray start = file.read(1024);
    file.close();
    if (start.isEmpty()) {
        return core::fail(
                core::ErrorCode::Invalid,
                QCoreApplication::translate("tables", "%1 is empty.").arg(info.fileName()));
    }
    if (start.startsWith("PK"))
        return openXlsx(path);
    if (start.startsWith("\xD0\xCF\x11\xE0")) {
        return core::fail(core::ErrorCode::Refused,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1 is an old .xls file or protected by a password. Open "
                                  "it in a spreadsheet program and save it as .xlsx without "
                                  "a password.")
                                  .arg(info.fileName()));
    }
    const QByteArray first =
            start.trimmed().first(std::min<qsizetype>(start.trimmed().size(), 15)).toLower();
    if (first.startsWith("<html") || first.startsWith("<table") || first.startsWith("<!doctype")
        || first.startsWith("<?xml") || first.startsWith("%pdf") || first.startsWith("{\\rtf")) {
        return core::fail(core::ErrorCode::Refused,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1 is no spreadsheet, whatever its name says. Open it in "
                                  "the program that made it and save it as .xlsx or .csv.")
                                  .arg(info.fileName()));
    }
    return openCsv(path);
}

core::Result<QList<SheetInfo>> listSheets(const QString &path)
{
    const auto book = openBook(path);
    if (!book)
        return core::passOn(book);
    return (*book)->sheets();
}

core::Result<SheetFrame> readRows(const QString &path, int sheet, const RowVisitor &visitor,
                                  core::Progress &progress)
{
    const auto book = openBook(path);
    if (!book)
        return core::passOn(book);
    if (sheet < 0 || sheet >= (*book)->sheets().size()) {
        return core::fail(core::ErrorCode::NotFound,
                          QCoreApplication::translate("tables", "%1 has no sheet number %2.")
                                  .arg((*book)->fileName())
                                  .arg(sheet + 1));
    }
    return (*book)->readRows(sheet, visitor, progress);
}

core::Result<Sheet> readSheet(Book &book, int sheet, core::Progress &progress)
{
    Sheet result;
    result.name = book.sheets().at(sheet).name;
    const auto frame = book.readRows(
            sheet,
            [&result](const Row &row) {
                result.rows.push_back(row);
                return true;
            },
            progress);
    if (!frame)
        return core::passOn(frame);
    result.frame = *frame;
    return result;
}

}
