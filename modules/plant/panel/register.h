// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "plant/engine/area.h"
#include "plant/engine/codes.h"
#include "shell/colours.h"

#include <QStringList>

#include <optional>

namespace store {
class Connection;
}

namespace plant {

struct RegisterQuestion {
    QString text;
    QUuid area;       // with everything below it
    QString code;     // of the register's code table
    bool all = false; // also what is not in use any more
    int column = 0;   // sorted by
    Qt::SortOrder direction = Qt::AscendingOrder;
};

struct RegisterRow {
    QUuid id;
    QStringList cells;                       // one per column
    std::optional<shell::ColourRole> colour; // of the cell in the marked column
    int rank = 0;                            // sorts the marked column
};

struct RegisterContent {
    QList<RegisterRow> rows;
    AreaTree areas;
    QList<Code> codes;
};

// What tells the list of people and that of equipment apart.
struct Register {
    QString entity;
    QString codeTable;
    QString iconName;
    int markedColumn;  // -1: none
    bool hasFormer;    // records can be out of use
    QList<int> widths; // of the columns, in letters
    QStringList (*titles)();
    core::Result<QList<RegisterRow>> (*read)(const store::Connection &connection,
                                             const RegisterQuestion &question,
                                             const CodeBook &codes);
    // Texts of the screen.
    QString listName;
    QString searchName;
    QString searchHint;
    QString codeName;
    QString anyCode;
    QString nothingTitle;
    QString nothingText;
    QString firstStep;
    QString noMatch;
    QString (*count)(int rows);
};

Register peopleRegister();
Register equipmentRegister();

// One read: rows in the order asked for, and what the filters offer.
core::Result<RegisterContent> readRegister(const store::Connection &connection,
                                           const Register &kind, const RegisterQuestion &question);

}
