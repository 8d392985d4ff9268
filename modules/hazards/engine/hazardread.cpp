// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardstore.h"
#include "hazards/engine/reading.h"
#include "plant/engine/area.h"
#include "plant/engine/sql.h"
#include "store/connection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
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

core::Result<> eachWhile(const store::Connection &connection, const HazardFilter &filter,
                         core::Progress &progress,
                         const std::function<bool(const Hazard &)> &callback)
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
            if (!callback(hazard))
                return {};
        }
        progress.setValue(int(std::min(first + pageSize, rows->size())));
    }
    return {};
}

core::Result<> forEach(const store::Connection &connection, const HazardFilter &filter,
                       core::Progress &progress,
                       const std::function<void(const Hazard &)> &callback)
{
    return eachWhile(connection, filter, progress, [&callback](const Hazard &hazard) {
        callback(hazard);
        return true;
    });
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

}
