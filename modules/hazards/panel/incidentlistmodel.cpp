// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/incidentlistmodel.h"

#include "hazards/panel/wording.h"
#include "store/store.h"

using namespace Qt::StringLiterals;

namespace hazards {

IncidentListModel::IncidentListModel(store::Store &store, shell::Shell &shell, QObject *parent)
    : PagedListModel(shell, parent)
    , m_store(store)
{
}

void IncidentListModel::setFilter(const IncidentFilter &filter)
{
    m_filter = filter;
    refresh();
}

void IncidentListModel::refresh()
{
    ask<Answer>(
            tr("Searching the incidents"),
            [store = &m_store, filter = m_filter]() -> core::Result<Answer> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                auto rows = findIncidentRows(*connection, filter);
                if (!rows)
                    return core::passOn(rows);
                auto codes = plant::CodeBook::load(*connection);
                if (!codes)
                    return core::passOn(codes);
                return Answer{std::move(*rows), std::move(*codes)};
            },
            [this](const Answer &answer) { m_codes = answer.codes; },
            [this](const Answer &) { Q_EMIT listed(); });
}

IncidentListModel::Fetch IncidentListModel::fetcher() const
{
    return [store = &m_store](const QList<IncidentRow> &rows) -> core::Result<QList<Incident>> {
        const auto connection = store->connect();
        if (!connection)
            return core::passOn(connection);
        return fetchIncidents(*connection, rows);
    };
}

QString IncidentListModel::pageTitle() const
{
    return tr("Reading a page of the incidents");
}

void IncidentListModel::readingFailed(const core::Error &error)
{
    Q_EMIT failed(error);
}

int IncidentListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant IncidentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Incident *incident = wanted(index.row());
    if (!incident)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return text(*incident, Column(index.column()));
    default:
        return {};
    }
}

QString IncidentListModel::text(const Incident &incident, Column column) const
{
    switch (column) {
    case OccurredOn:
        return dateText(incident.occurredOn);
    case Place: {
        const QString area = incident.areaPath.section(u" / "_s, -1);
        if (area.isEmpty() || incident.place.isEmpty())
            return area + incident.place;
        return area + u" · "_s + incident.place;
    }
    case Type:
        return m_codes.label(u"accident_type"_s, incident.type);
    case Level:
        return m_codes.label(u"incident_level"_s, incident.level);
    case PotentialLevel:
        return m_codes.label(u"incident_level"_s, incident.potentialLevel);
    case Description:
        return incident.description.simplified();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant IncidentListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case OccurredOn:
        return tr("Occurred on");
    case Place:
        return tr("Place");
    case Type:
        return tr("Accident type");
    case Level:
        return tr("Level");
    case PotentialLevel:
        return tr("Potential level");
    case Description:
        return tr("What happened");
    case ColumnCount:
        break;
    }
    return {};
}

}
