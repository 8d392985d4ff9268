// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardstore.h"

#include "core/ids.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardspecs.h"
#include "hazards/engine/reading.h"
#include "plant/engine/area.h"
#include "plant/engine/codes.h"
#include "plant/engine/equipment.h"
#include "plant/engine/person.h"
#include "plant/engine/sql.h"
#include "store/connection.h"
#include "store/spec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hazards {

QString listed(const QStringList &words)
{
    //: Between the items of a list
    return words.join(QCoreApplication::translate("hazards", ", "));
}

QStringList membersOf(const QString &json)
{
    QStringList members;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &member : array)
        members.append(member.toString());
    return members;
}

namespace {

constexpr qsizetype pageSize = 256;

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
        where.add(u"+state NOT IN ('closed', 'archived', 'merged', 'rejected')"_s);
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

QSqlQuery bound(const store::Connection &connection, const QString &sql, const QVariantList &values)
{
    QSqlQuery query = connection.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query;
}

constexpr auto hazardColumns =
        u"h.row, h.id, h.number, h.state, h.state_since, h.pending, "
        "h.open_conflicts, h.description, h.found_on, h.found_by, "
        "ifnull(finder.name, h.found_by_text), h.check_type, h.area, "
        "h.place_text, h.equipment, equipment.code, equipment.name, "
        "h.category, h.factor, h.accident_types, h.grade, h.response_colour, "
        "h.legal_basis, h.measure, h.interim_measure, h.responsible_area, "
        "h.responsible_unit_text, h.responsible, "
        "ifnull(owner.name, h.responsible_text), h.cost, h.deadline, "
        "h.rectified_by, rectifier.name, h.completed_on, h.reviewer, "
        "ifnull(reviewer.name, h.reviewer_text), h.reviewed_on, "
        "h.review_opinion, h.second_reviewer, second.name, "
        "h.second_reviewed_on, h.second_opinion, "
        "ifnull(supervisor.name, h.supervisor_text), h.closed_on, "
        "h.is_repeat, h.remark, h.source, h.before_photos, h.after_photos, "
        "h.five_measures, h.five_measures_evidence, h.five_responsibility, "
        "h.five_responsibility_evidence, h.five_funds, "
        "h.five_funds_evidence, h.five_time, h.five_time_evidence, "
        "h.five_plan, h.five_plan_evidence";

Hazard readHazard(const QSqlQuery &query, const plant::AreaTree &areas)
{
    int column = 0;
    const auto text = [&] { return query.value(column++).toString(); };
    const auto id = [&] { return plant::sql::uuid(query.value(column++)); };
    const auto flag = [&] { return query.value(column++).toInt() == 1; };
    Hazard row;
    row.row = HazardRow(query.value(column++).toLongLong());
    row.id = id();
    row.number = text();
    row.state = text();
    row.stateSince = text();
    row.isPending = flag();
    row.openConflicts = query.value(column++).toInt();
    row.description = text();
    row.foundOn = text();
    row.foundBy = id();
    row.foundByName = text();
    row.checkType = text();
    row.area = id();
    row.areaPath = areas.path(row.area);
    row.place = text();
    row.equipment = id();
    row.equipmentName = text();
    row.equipmentName = QString(row.equipmentName + u' ' + text()).trimmed();
    row.category = text();
    row.factor = text();
    row.accidentTypes = membersOf(text());
    row.grade = text();
    row.colour = text();
    row.legalBasis = text();
    row.measure = text();
    row.interimMeasure = text();
    row.responsibleArea = id();
    row.responsibleUnit = text();
    if (const QString path = areas.path(row.responsibleArea); !path.isEmpty())
        row.responsibleUnit = path;
    row.responsible = id();
    row.responsibleName = text();
    row.hasCost = !query.value(column).isNull();
    row.costCents = query.value(column++).toLongLong();
    row.deadline = text();
    row.rectifiedBy = id();
    row.rectifiedByName = text();
    row.completedOn = text();
    row.reviewer = id();
    row.reviewerName = text();
    row.reviewedOn = text();
    row.reviewOpinion = text();
    row.secondReviewer = id();
    row.secondReviewerName = text();
    row.secondReviewedOn = text();
    row.secondOpinion = text();
    row.supervisor = text();
    row.closedOn = text();
    row.isRepeat = flag();
    row.remark = text();
    row.source = text();
    row.beforePhotos = membersOf(text());
    row.afterPhotos = membersOf(text());
    for (const QString &key : fiveKeys()) {
        const bool isDone = flag();
        row.five.append({key, isDone, text()});
    }
    return row;
}

}

core::Result<QList<HazardRow>> findRows(const store::Connection &connection,
                                        const HazardFilter &filter, qint64 most)
{
    const auto where = conditionsOf(connection, filter, true);
    if (!where)
        return core::passOn(where);
    QString sql = u"SELECT row FROM hazard"_s + where->text() + orderOf(filter);
    QVariantList values = where->values;
    if (most >= 0) {
        sql += u" LIMIT ?"_s;
        values.append(most);
    }
    QSqlQuery query = bound(connection, sql, values);
    if (!query.exec())
        return store::failed(query);
    QList<HazardRow> rows;
    while (query.next())
        rows.append(HazardRow(query.value(0).toLongLong()));
    return rows;
}

core::Result<QList<Hazard>> fetchPage(const store::Connection &connection,
                                      const plant::AreaTree &areas, const QList<HazardRow> &rows)
{
    QList<Hazard> page;
    if (rows.isEmpty())
        return page;
    QVariantList values;
    QHash<HazardRow, qsizetype> places;
    for (const HazardRow row : rows) {
        places.insert(row, values.size());
        values.append(qint64(row));
    }
    QSqlQuery query =
            bound(connection,
                  u"SELECT "_s + hazardColumns
                          + u" FROM hazard h LEFT JOIN person finder ON finder.id = h.found_by "
                            "LEFT JOIN person owner ON owner.id = h.responsible "
                            "LEFT JOIN person rectifier ON rectifier.id = h.rectified_by "
                            "LEFT JOIN person reviewer ON reviewer.id = h.reviewer "
                            "LEFT JOIN person second ON second.id = h.second_reviewer "
                            "LEFT JOIN person supervisor ON supervisor.id = h.supervisor "
                            "LEFT JOIN equipment ON equipment.id = h.equipment WHERE h.row IN ("_s
                          + plant::sql::marks(values.size()) + u')',
                  values);
    if (!query.exec())
        return store::failed(query);
    while (query.next())
        page.append(readHazard(query, areas));
    std::sort(page.begin(), page.end(), [&places](const Hazard &left, const Hazard &right) {
        return places.value(left.row) < places.value(right.row);
    });
    return page;
}

core::Result<QList<Hazard>> fetch(const store::Connection &connection, const QList<HazardRow> &rows)
{
    const auto areas = plant::AreaTree::load(connection);
    if (!areas)
        return core::passOn(areas);
    return fetchPage(connection, *areas, rows);
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

core::Result<> forEach(const store::Connection &connection, const HazardFilter &filter,
                       core::Progress &progress,
                       const std::function<void(const Hazard &)> &callback)
{
    const auto rows = findRows(connection, filter);
    if (!rows)
        return core::passOn(rows);
    const auto areas = plant::AreaTree::load(connection);
    if (!areas)
        return core::passOn(areas);
    progress.setRange(int(rows->size()));
    for (qsizetype first = 0; first < rows->size(); first += pageSize) {
        const auto page = fetchPage(connection, *areas, rows->mid(first, pageSize));
        if (!page)
            return core::passOn(page);
        for (const Hazard &hazard : *page) {
            if (progress.isCanceled())
                return core::fail(core::ErrorCode::Cancelled,
                                  QCoreApplication::translate("hazards", "Cancelled."));
            callback(hazard);
        }
        progress.setValue(int(std::min(first + pageSize, rows->size())));
    }
    return {};
}

core::Result<std::optional<HazardRow>> rowOf(const store::Connection &connection, const QUuid &id)
{
    QSqlQuery query =
            bound(connection, u"SELECT row FROM hazard WHERE id = ?"_s, {plant::sql::id(id)});
    if (!query.exec())
        return store::failed(query);
    return query.next() ? std::optional(HazardRow(query.value(0).toLongLong())) : std::nullopt;
}

core::Result<std::optional<Hazard>> findHazard(const store::Connection &connection,
                                               const QString &numberOrId)
{
    const QUuid id = core::uuidFromText(numberOrId.trimmed());
    QSqlQuery query = id.isNull()
            ? bound(connection, u"SELECT row FROM hazard WHERE number = ?"_s,
                    {numberOrId.trimmed().toUpper()})
            : bound(connection, u"SELECT row FROM hazard WHERE id = ?"_s, {plant::sql::id(id)});
    if (!query.exec())
        return store::failed(query);
    if (!query.next())
        return std::optional<Hazard>();
    const auto page = fetch(connection, {HazardRow(query.value(0).toLongLong())});
    if (!page)
        return core::passOn(page);
    return page->isEmpty() ? std::optional<Hazard>() : page->first();
}

core::Result<QString> inWords(const store::Connection &connection, const store::Schema &schema,
                              const HazardFilter &filter)
{
    const auto book = plant::CodeBook::load(connection);
    const auto areas = plant::AreaTree::load(connection);
    if (!book)
        return core::passOn(book);
    if (!areas)
        return core::passOn(areas);
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    QStringList parts;
    const auto say = [&parts](const QString &what, const QString &value) {
        //: A condition of a filter: name of the field and its value
        parts.append(QCoreApplication::translate("hazards", "%1: %2").arg(what, value));
    };
    const auto sayCode = [&](const QString &key, const QString &code) {
        if (!code.isEmpty())
            say(spec.fieldLabel(key), book->label(spec.field(key)->of, code));
    };
    if (filter.foundFrom.isValid() || filter.foundTo.isValid())
        say(spec.fieldLabel(u"found_on"_s),
            QCoreApplication::translate("hazards", "%1 to %2")
                    .arg(filter.foundFrom.isValid() ? filter.foundFrom.toString(Qt::ISODate)
                                                    : u"…"_s,
                         filter.foundTo.isValid() ? filter.foundTo.toString(Qt::ISODate) : u"…"_s));
    if (!filter.states.isEmpty()) {
        QStringList labels;
        for (const QString &each : filter.states)
            labels.append(spec.stateLabel(each));
        say(QCoreApplication::translate("hazards", "State"), listed(labels));
    }
    sayCode(u"grade"_s, filter.grade);
    sayCode(u"response_colour"_s, filter.colour);
    sayCode(u"check_type"_s, filter.checkType);
    sayCode(u"category"_s, filter.category);
    if (!filter.area.isNull())
        say(spec.fieldLabel(u"area"_s), areas->path(filter.area));
    if (!filter.equipment.isNull()) {
        const auto found = plant::findEquipment(connection, filter.equipment);
        if (!found)
            return core::passOn(found);
        say(spec.fieldLabel(u"equipment"_s),
            *found ? (*found)->code + u' ' + (*found)->name : u"?"_s);
    }
    if (!filter.responsible.isNull()) {
        const auto found = plant::findPerson(connection, filter.responsible);
        if (!found)
            return core::passOn(found);
        say(spec.fieldLabel(u"responsible"_s), *found ? (*found)->name : u"?"_s);
    }
    if (filter.openOnly)
        parts.append(QCoreApplication::translate("hazards", "open only"));
    if (filter.overdueOnly)
        parts.append(QCoreApplication::translate("hazards", "overdue only"));
    if (!filter.text.trimmed().isEmpty())
        parts.append(
                QCoreApplication::translate("hazards", "contains “%1”").arg(filter.text.trimmed()));
    if (parts.isEmpty())
        return QCoreApplication::translate("hazards", "all hazards");
    //: Between the conditions of a filter
    return parts.join(QCoreApplication::translate("hazards", "; "));
}

}
