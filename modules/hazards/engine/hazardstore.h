// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"
#include "hazards/engine/hazard.h"

#include <QHash>
#include <QMap>

#include <functional>
#include <optional>

namespace store {
class Connection;
class Schema;
}

namespace hazards {

// Row ids in the order asked for. most: at most so many (the first page comes before the rest).
core::Result<QList<HazardRow>> findRows(const store::Connection &connection,
                                        const HazardFilter &filter, qint64 most = -1);
// How SQLite serves the first page of it: one line per step.
core::Result<QStringList> queryPlan(const store::Connection &connection,
                                    const HazardFilter &filter);
// A page, in the order of the rows given. Rows that are gone are left out.
core::Result<QList<Hazard>> fetch(const store::Connection &connection,
                                  const QList<HazardRow> &rows);
// State -> number, without regard to filter.states.
core::Result<QMap<QString, qint64>> countsByState(const store::Connection &connection,
                                                  const HazardFilter &filter);
// Area -> hazards in it that still need somebody, without those of the areas below it.
core::Result<QHash<QUuid, qint64>> openByArea(const store::Connection &connection);
core::Result<qint64> count(const store::Connection &connection, const HazardFilter &filter);
// One after the other in the order asked for, in the memory of one page.
core::Result<> forEach(const store::Connection &connection, const HazardFilter &filter,
                       core::Progress &progress,
                       const std::function<void(const Hazard &)> &callback);
// By number (HZ-2026-00012) or id.
core::Result<std::optional<Hazard>> findHazard(const store::Connection &connection,
                                               const QString &numberOrId);
core::Result<std::optional<HazardRow>> rowOf(const store::Connection &connection, const QUuid &id);

// What a filter asks for, in words: stands on every report made with it.
core::Result<QString> inWords(const store::Connection &connection, const store::Schema &schema,
                              const HazardFilter &filter);

}
