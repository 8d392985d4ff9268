// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

namespace documents {

// One cell of the head of the table, counted in columns and levels.
struct HeaderCell {
    QString title;
    int column = 0;
    int columns = 1;
    int level = 0;
    int levels = 1;
};

// Column titles below their groups; a title without a group reaches up to the top.
QList<HeaderCell> headerCells(const QList<Column> &columns);
int headerLevels(const QList<Column> &columns);

}
