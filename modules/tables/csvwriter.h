// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QSaveFile>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace tables {

// Writes csv as Chinese spreadsheet programs open it at a double click: UTF-8 with byte order mark,
// CRLF, comma. A text that a spreadsheet program would run as a formula gets an apostrophe in
// front, which csvreader takes away again. The file appears only when finish() has succeeded.
class CsvWriter
{
public:
    static core::Result<std::unique_ptr<CsvWriter>> create(const QString &path,
                                                           const QStringList &header);
    core::Result<> writeRow(const QVariantList &values);
    core::Result<> finish();

private:
    explicit CsvWriter(const QString &path);
    QSaveFile m_file;
};

}
