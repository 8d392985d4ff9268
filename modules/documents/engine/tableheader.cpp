// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/tableheader.h"

namespace documents {

int headerLevels(const QList<Column> &columns)
{
    qsizetype groups = 0;
    for (const Column &column : columns)
        groups = qMax(groups, column.groups.size());
    return int(groups) + 1;
}

QList<HeaderCell> headerCells(const QList<Column> &columns)
{
    QList<HeaderCell> result;
    const int levels = headerLevels(columns);
    for (int level = 0; level < levels; ++level) {
        int column = 0;
        while (column < columns.size()) {
            const QStringList &groups = columns[column].groups;
            if (level < groups.size()) {
                int end = column + 1;
                while (end < columns.size()
                       && columns[end].groups.mid(0, level + 1) == groups.mid(0, level + 1))
                    ++end;
                result.append({groups[level], column, end - column, level, 1});
                column = end;
            } else {
                if (level == groups.size())
                    result.append({columns[column].title, column, 1, level, levels - level});
                ++column;
            }
        }
    }
    return result;
}

}
