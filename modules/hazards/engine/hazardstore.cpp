// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardstore.h"

#include "hazards/engine/hazardrules.h"
#include "hazards/engine/reading.h"
#include "plant/engine/area.h"
#include "plant/engine/sql.h"
#include "store/connection.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace hazards {

QSqlQuery bound(const store::Connection &connection, const QString &sql, const QVariantList &values)
{
    QSqlQuery query = connection.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query;
}

namespace {

// The planner has no statistics: a + before a column keeps it from choosing that column's index
// where the index of the order serves better.
core::Result<plant::sql::Where> conditionsOf(const store::Connection &connection,
                                             const HazardFilter &filter, bool withStates)
{
    plant::sql::Where where;
    where.add(filter.order == HazardOrder::Number ? u"+is_void = 0"_s : u"is_void = 0"_s);
    const bool byFoundOn = filter.order == HazardOrder::FoundOn;
    // Only one equality may lead; the rest filters what the index gives in order.
    bool isLed = !byFoundOn;
    const auto lead = [&isLed](const QString &column) {
        return std::exchange(isLed, true) ? u'+' + column : column;
    };
    if (!filter.equipment.isNull())
        where.add(lead(u"equipment"_s) + u" = ?"_s, {plant::sql::id(filter.equipment)});
    if (!filter.responsible.isNull())
        where.add(lead(u"responsible"_s) + u" = ?"_s, {plant::sql::id(filter.responsible)});
    if (!filter.area.isNull()) {
        const auto tree = plant::AreaTree::load(connection);
        if (!tree)
            return core::passOn(tree);
        const QList<QUuid> areas = tree->subtree(filter.area);
        if (areas.size() == 1)
            where.add(lead(u"area"_s) + u" = ?"_s, {plant::sql::id(areas.first())});
        else
            where.isOneOf(u"+area"_s, areas);
    }
    if (withStates && filter.states.size() == 1)
        where.add(lead(u"state"_s) + u" = ?"_s, {filter.states.first()});
    else if (withStates && !filter.states.isEmpty())
        where.isOneOf(u"+state"_s, filter.states);
    if (filter.openOnly)
        where.isOneOf(u"+state"_s, openStates());
    if (!filter.grade.isEmpty())
        where.add(u"grade = ?"_s, {filter.grade});
    if (!filter.colour.isEmpty())
        where.add(u"response_colour = ?"_s, {filter.colour});
    if (!filter.checkType.isEmpty())
        where.add(u"check_type = ?"_s, {filter.checkType});
    if (!filter.category.isEmpty())
        where.add(u"category = ?"_s, {filter.category});
    const QString foundOn = byFoundOn ? u"found_on"_s : u"+found_on"_s;
    if (filter.foundFrom.isValid())
        where.add(foundOn + u" >= ?"_s, {filter.foundFrom.toString(Qt::ISODate)});
    if (filter.foundTo.isValid())
        where.add(foundOn + u" <= ?"_s, {filter.foundTo.toString(Qt::ISODate)});
    if (filter.overdueOnly) {
        Q_ASSERT(!filter.moment.now.isEmpty());
        where.isOneOf(u"+state"_s, overdueStates());
        where.add(u"+deadline < ? AND (length(deadline) > 10 OR deadline < ?)"_s,
                  {filter.moment.now, filter.moment.today});
    }
    if (!filter.text.trimmed().isEmpty())
        where.contains({u"number"_s, u"description"_s, u"place_text"_s, u"measure"_s,
                        u"found_by_text"_s, u"responsible_text"_s, u"responsible_unit_text"_s},
                       filter.text.trimmed());
    return where;
}

QString orderOf(const HazardFilter &filter)
{
    QString column;
    switch (filter.order) {
    case HazardOrder::FoundOn:
        column = u"found_on"_s;
        break;
    case HazardOrder::Number:
        column = u"number"_s;
        break;
    case HazardOrder::State:
        column = u"state"_s;
        break;
    case HazardOrder::StateSince:
        column = u"state_since"_s;
        break;
    case HazardOrder::Grade:
        column = u"grade"_s;
        break;
    case HazardOrder::Colour:
        column = u"CASE response_colour WHEN 'blue' THEN 1 WHEN 'yellow' THEN 2 "
                 "WHEN 'orange' THEN 3 WHEN 'red' THEN 4 ELSE 0 END"_s;
        break;
    case HazardOrder::Deadline:
        column = u"deadline"_s;
        break;
    case HazardOrder::Area:
        column = u"(SELECT name FROM area WHERE area.id = hazard.area)"_s;
        break;
    case HazardOrder::Responsible:
        column = u"(SELECT name FROM person WHERE person.id = hazard.responsible)"_s;
        break;
    case HazardOrder::CompletedOn:
        column = u"completed_on"_s;
        break;
    case HazardOrder::Description:
        column = u"description"_s;
        break;
    }
    const QString direction = filter.direction == Qt::DescendingOrder ? u" DESC"_s : u" ASC"_s;
    return u" ORDER BY "_s + column + direction + u", row"_s + direction;
}

struct Asked {
    QString sql;
    QVariantList values;
};

core::Result<Asked> rowsQuery(const store::Connection &connection, const HazardFilter &filter,
                              qint64 most)
{
    const auto where = conditionsOf(connection, filter, true);
    if (!where)
        return core::passOn(where);
    Asked asked{u"SELECT row FROM hazard"_s + where->text() + orderOf(filter), where->values};
    if (most >= 0) {
        asked.sql += u" LIMIT ?"_s;
        asked.values.append(most);
    }
    return asked;
}

}

core::Result<QList<HazardRow>> findRows(const store::Connection &connection,
                                        const HazardFilter &filter, qint64 most)
{
    auto asked = rowsQuery(connection, filter, most);
    if (!asked)
        return core::passOn(asked);
    QSqlQuery query = bound(connection, asked->sql, asked->values);
    if (!query.exec())
        return store::failed(query);
    QList<HazardRow> rows;
    while (query.next())
        rows.append(HazardRow(query.value(0).toLongLong()));
    return rows;
}

core::Result<QStringList> queryPlan(const store::Connection &connection, const HazardFilter &filter)
{
    constexpr qint64 firstPage = 256;
    const auto asked = rowsQuery(connection, filter, firstPage);
    if (!asked)
        return core::passOn(asked);
    QSqlQuery query = bound(connection, u"EXPLAIN QUERY PLAN "_s + asked->sql, asked->values);
    if (!query.exec())
        return store::failed(query);
    QStringList lines;
    while (query.next())
        lines.append(query.value(3).toString());
    return lines;
}

core::Result<QMap<QString, qint64>> countsByState(const store::Connection &connection,
                                                  const HazardFilter &filter)
{
    const auto where = conditionsOf(connection, filter, false);
    if (!where)
        return core::passOn(where);
    QSqlQuery query =
            bound(connection,
                  u"SELECT state, count(*) FROM hazard"_s + where->text() + u" GROUP BY state"_s,
                  where->values);
    if (!query.exec())
        return store::failed(query);
    QMap<QString, qint64> counts;
    while (query.next())
        counts.insert(query.value(0).toString(), query.value(1).toLongLong());
    return counts;
}

core::Result<qint64> count(const store::Connection &connection, const HazardFilter &filter)
{
    const auto where = conditionsOf(connection, filter, true);
    if (!where)
        return core::passOn(where);
    QSqlQuery query =
            bound(connection, u"SELECT count(*) FROM hazard"_s + where->text(), where->values);
    if (!query.exec() || !query.next())
        return store::failed(query);
    return query.value(0).toLongLong();
}

core::Result<QHash<QUuid, qint64>> openByArea(const store::Connection &connection)
{
    plant::sql::Where where;
    where.add(u"is_void = 0"_s);
    where.isOneOf(u"state"_s, openStates());
    where.add(u"+area IS NOT NULL"_s); // its index would read the closed ones too
    QSqlQuery query =
            bound(connection,
                  u"SELECT area, count(*) FROM hazard"_s + where.text() + u" GROUP BY +area"_s,
                  where.values);
    if (!query.exec())
        return store::failed(query);
    QHash<QUuid, qint64> counts;
    while (query.next())
        counts.insert(plant::sql::uuid(query.value(0)), query.value(1).toLongLong());
    return counts;
}

}
