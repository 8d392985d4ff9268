// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "hazards/engine/hazard.h"

#include <QVariant>

class QSqlQuery;

namespace plant {
class AreaTree;
}
namespace store {
class Connection;
}

namespace hazards {

// What the reads of this module share.
QString listed(const QStringList &words);   // "a, b" or "a、b"
QStringList membersOf(const QString &json); // a set column: JSON array of strings
QSqlQuery bound(const store::Connection &connection, const QString &sql,
                const QVariantList &values);
core::Result<QList<Hazard>> fetchPage(const store::Connection &connection,
                                      const plant::AreaTree &areas, const QList<HazardRow> &rows);

}
