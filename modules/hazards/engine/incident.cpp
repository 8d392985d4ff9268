// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/incident.h"

#include "hazards/engine/stepwriting.h"
#include "plant/engine/area.h"
#include "plant/engine/drafts.h"
#include "plant/engine/sql.h"
#include "store/connection.h"
#include "store/writer.h"

#include <QCoreApplication>
#include <QHash>
#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hazards {

core::Result<QList<IncidentRow>> findIncidentRows(const store::Connection &connection,
                                                  const IncidentFilter &filter, qint64 most)
{
    plant::sql::Where where;
    where.add(u"is_void = 0"_s);
    if (filter.from.isValid())
        where.add(u"occurred_on >= ?"_s, {filter.from.toString(Qt::ISODate)});
    if (filter.to.isValid())
        where.add(u"occurred_on <= ?"_s, {filter.to.toString(Qt::ISODate)});
    if (!filter.level.isEmpty())
        where.add(u"level = ?"_s, {filter.level});
    if (!filter.text.trimmed().isEmpty())
        where.contains({u"number"_s, u"description"_s, u"place_text"_s, u"critical_risk"_s},
                       filter.text.trimmed());
    QString sql = u"SELECT row FROM incident"_s + where.text()
            + u" ORDER BY occurred_on DESC, row DESC"_s;
    if (most >= 0)
        where.values.append(most);
    QSqlQuery query = connection.prepare(most >= 0 ? QString(sql + u" LIMIT ?"_s) : sql);
    for (const QVariant &value : std::as_const(where.values))
        query.addBindValue(value);
    if (!query.exec())
        return store::failed(query);
    QList<IncidentRow> rows;
    while (query.next())
        rows.append(IncidentRow(query.value(0).toLongLong()));
    return rows;
}

core::Result<QList<Incident>> fetchIncidents(const store::Connection &connection,
                                             const QList<IncidentRow> &rows)
{
    QList<Incident> page;
    if (rows.isEmpty())
        return page;
    const auto areas = plant::AreaTree::load(connection);
    if (!areas)
        return core::passOn(areas);
    QSqlQuery query = connection.prepare(
            u"SELECT row, id, number, occurred_on, area, place_text, level, potential_level, "
            "accident_type, injured_party, critical_risk, description, source FROM incident "
            "WHERE row IN ("_s
            + plant::sql::marks(rows.size()) + u')');
    QHash<IncidentRow, qsizetype> places;
    for (const IncidentRow row : rows) {
        places.insert(row, places.size());
        query.addBindValue(qint64(row));
    }
    if (!query.exec())
        return store::failed(query);
    while (query.next()) {
        Incident incident{.row = IncidentRow(query.value(0).toLongLong()),
                          .id = plant::sql::uuid(query.value(1)),
                          .number = query.value(2).toString(),
                          .occurredOn = query.value(3).toString(),
                          .area = plant::sql::uuid(query.value(4)),
                          .place = query.value(5).toString(),
                          .level = query.value(6).toString(),
                          .potentialLevel = query.value(7).toString(),
                          .type = query.value(8).toString(),
                          .injuredParty = query.value(9).toString(),
                          .criticalRisk = query.value(10).toString(),
                          .description = query.value(11).toString(),
                          .source = query.value(12).toString()};
        incident.areaPath = areas->path(incident.area);
        page.append(incident);
    }
    std::sort(page.begin(), page.end(), [&places](const Incident &left, const Incident &right) {
        return places.value(left.row) < places.value(right.row);
    });
    return page;
}

core::Result<std::optional<IncidentRow>> incidentRow(const store::Connection &connection,
                                                     const QUuid &id)
{
    QSqlQuery query =
            connection.prepare(u"SELECT row FROM incident WHERE id = ? AND is_void = 0"_s);
    query.addBindValue(plant::sql::id(id));
    if (!query.exec())
        return store::failed(query);
    return query.next() ? std::optional(IncidentRow(query.value(0).toLongLong()))
                        : std::optional<IncidentRow>();
}

core::Result<QUuid> addIncident(store::Writer &writer, const Incident &incident)
{
    if (incident.description.trimmed().isEmpty())
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "hazards", "Say what happened: the description is empty."));
    if (auto checked = checkDay(incident.occurredOn); !checked)
        return core::passOn(checked);
    store::Values values;
    putText(values, u"description"_s, incident.description);
    putText(values, u"occurred_on"_s, incident.occurredOn);
    putReference(values, u"area"_s, incident.area);
    putText(values, u"place_text"_s, incident.place);
    putText(values, u"level"_s, incident.level);
    putText(values, u"potential_level"_s, incident.potentialLevel);
    putText(values, u"accident_type"_s, incident.type);
    putText(values, u"injured_party"_s, incident.injuredParty);
    putText(values, u"critical_risk"_s, incident.criticalRisk);
    putText(values, u"source"_s, incident.source.isEmpty() ? u"desk"_s : incident.source);
    return writer.create(u"incident"_s, values, incident.id);
}

core::Result<QUuid> addIncident(store::Store &store, const QUuid &actor, const Incident &incident)
{
    return plant::addInOneSave(
            store, actor,
            QCoreApplication::translate("hazards", "Incident added: %1")
                    .arg(incident.description.simplified().left(40)),
            [&incident](store::Writer &writer) { return addIncident(writer, incident); });
}

}
