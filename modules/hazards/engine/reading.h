// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"
#include "hazards/engine/hazard.h"

#include <QVariant>

#include <functional>

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
// As forEach; stops without an error when the callback answers false.
core::Result<> eachWhile(const store::Connection &connection, const HazardFilter &filter,
                         core::Progress &progress,
                         const std::function<bool(const Hazard &)> &callback);
core::Result<QList<Hazard>> fetchPage(const store::Connection &connection,
                                      const plant::AreaTree &areas, const QList<HazardRow> &rows);

}
