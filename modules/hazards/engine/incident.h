// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDate>
#include <QList>
#include <QUuid>

#include <optional>

namespace store {
class Connection;
class Store;
class Writer;
}

namespace hazards {

enum class IncidentRow : qint64 {};

// An accident that happened. Not a hazard: no steps, only a list.
struct Incident {
    IncidentRow row{};
    QUuid id; // null for a new one
    QString number;
    QString occurredOn; // YYYY-MM-DD
    QUuid area;
    QString areaPath;
    QString place;
    QString level; // as the source has it: I to VI, or a code of incident_level
    QString potentialLevel;
    QString type;         // code of accident_type, or words
    QString injuredParty; // employee, third party
    QString criticalRisk;
    QString description;
    QString source;
};

struct IncidentFilter {
    QString text;
    QString level;
    QDate from;
    QDate to;
};

core::Result<QList<IncidentRow>> findIncidentRows(const store::Connection &connection,
                                                  const IncidentFilter &filter = {},
                                                  qint64 most = -1);
core::Result<QList<Incident>> fetchIncidents(const store::Connection &connection,
                                             const QList<IncidentRow> &rows);
core::Result<std::optional<IncidentRow>> incidentRow(const store::Connection &connection,
                                                     const QUuid &id);
core::Result<QUuid> addIncident(store::Writer &writer, const Incident &incident);
core::Result<QUuid> addIncident(store::Store &store, const QUuid &actor, const Incident &incident);

}
