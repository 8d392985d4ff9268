// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QVariant>

#include <memory>

namespace tables {

enum class ColumnType { Text, WrappedText, Integer, Amount, Date, DateTime };

struct ColumnSpec {
    QString title;
    ColumnType type = ColumnType::Text;
    double width = 12; // in characters of the standard font
};

struct SheetSpec {
    QString name;
    QString title; // above the header, across all columns; empty for none
    QList<ColumnSpec> columns;
    QStringList facts; // one row between title and header, such as 单位：...; empty for none
};

// Writes an xlsx file row by row; memory does not grow with the rows. The file appears under its
// name only when finish() has succeeded; a writer that is destroyed before leaves nothing behind.
class SheetWriter
{
public:
    static core::Result<std::unique_ptr<SheetWriter>> create(const QString &path,
                                                             const SheetSpec &spec);
    ~SheetWriter();
    SheetWriter(const SheetWriter &) = delete;
    SheetWriter &operator=(const SheetWriter &) = delete;

    // One value per column. QDate and QDateTime become dates, numbers numbers; all else is text,
    // also what begins with =. A null value leaves the cell empty.
    core::Result<> writeRow(const QVariantList &values);
    // A text across all columns, below the rows.
    core::Result<> writeNote(const QString &text);
    core::Result<> finish();

private:
    SheetWriter();
    struct Private;
    std::unique_ptr<Private> d;
};

}
