// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/package.h"
#include "tables/sheet.h"

#include <QStringList>

#include <vector>

namespace tables {

enum class NumberMeaning : quint8 { Plain, Date, Time, Padded };

// What a number format makes of a number. Padded: zeros in front, as in a code such as 00042.
struct NumberFormat {
    NumberMeaning meaning = NumberMeaning::Plain;
    quint8 digits = 0; // of a padded number
};

NumberFormat builtInFormat(int id);
NumberFormat customFormat(QStringView code);

struct WorkbookSheet {
    SheetInfo info;
    QString part;
};

struct WorkbookParts {
    QList<WorkbookSheet> sheets;
    bool date1904 = false;
    QString sharedStrings; // part names; empty if there is none
    QString styles;
};

core::Result<WorkbookParts> readWorkbook(Package &package);
core::Result<std::vector<NumberFormat>> readStyles(Package &package, const QString &part);
core::Result<QStringList> readSharedStrings(Package &package, const QString &part);

// _x000D_ and the like, which stand for characters that XML cannot hold; NUL is dropped.
QString decodeEscapes(QString text);

}
