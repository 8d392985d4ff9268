// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/hazardlistmodel.h"

#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardstore.h"
#include "hazards/panel/wording.h"
#include "shell/colours.h"
#include "shell/jobrunner.h"
#include "shell/shell.h"
#include "store/store.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace hazards {

HazardListModel::HazardListModel(store::Store &store, shell::Shell &shell, QObject *parent)
    : PagedListModel(shell, parent)
    , m_store(store)
    , m_shell(shell)
{
}

int HazardListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HazardListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number:
        return tr("Number");
    case FoundOn:
        return tr("Found on");
    case Description:
        return tr("Hazard");
    case Place:
        return tr("Area / place");
    case Colour:
        return tr("Response");
    case Grade:
        return tr("Grade");
    case State:
        return tr("State");
    case Responsible:
        return tr("Responsible");
    case Deadline:
        return tr("Deadline");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HazardListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Hazard *hazard = wanted(index.row());
    if (!hazard)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(*hazard, column);
    case Qt::ToolTipRole:
        return column == Description || column == Place ? text(*hazard, column) : QString();
    case Qt::ForegroundRole:
        return foreground(*hazard, column);
    case Qt::DecorationRole:
        return decoration(*hazard, column);
    default:
        return {};
    }
}

QString HazardListModel::text(const Hazard &hazard, Column column) const
{
    switch (column) {
    case Number:
        return hazard.number;
    case FoundOn:
        return dateText(hazard.foundOn);
    case Description:
        return hazard.description.simplified();
    case Place: {
        const QString inside = hazard.place.isEmpty() ? hazard.equipmentName : hazard.place;
        if (hazard.areaPath.isEmpty())
            return inside;
        const QString area = hazard.areaPath.section(u" / "_s, 1);
        return (area.isEmpty() ? hazard.areaPath : area)
                + (inside.isEmpty() ? QString() : u" · "_s + inside);
    }
    case Colour:
        return m_codes.label(u"response_colour"_s, hazard.colour);
    case Grade:
        return m_codes.label(u"hazard_grade"_s, hazard.grade);
    case State:
        return stateText(m_store.schema(), hazard.state);
    case Responsible:
        return hazard.responsibleName.isEmpty() ? hazard.responsibleUnit : hazard.responsibleName;
    case Deadline:
        return isOverdue(hazard, momentOf(m_store))
                ? tr("%1 overdue", "a deadline that has passed")
                          .arg(instantText(hazard.deadline, m_store.plant().timeZone))
                : instantText(hazard.deadline, m_store.plant().timeZone);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HazardListModel::foreground(const Hazard &hazard, Column column) const
{
    const shell::Colours &colours = m_shell.colours();
    if (column == Deadline && isOverdue(hazard, momentOf(m_store)))
        return colours.text(shell::ColourRole::Overdue);
    if (column == Grade && hazard.grade == "major"_L1)
        return colours.text(shell::ColourRole::SeverityRed);
    return {};
}

QVariant HazardListModel::decoration(const Hazard &hazard, Column column) const
{
    if (column == Colour && !hazard.colour.isEmpty())
        return swatch(m_shell.colours().fill(colourRole(hazard.colour)));
    if (column == Deadline && isOverdue(hazard, momentOf(m_store)))
        return m_shell.icon(u"deadline"_s);
    if (column == Number && hazard.openConflicts > 0)
        return m_shell.icon(u"conflict"_s);
    return {};
}

void HazardListModel::setFilter(const HazardFilter &filter)
{
    const HazardOrder order = m_filter.order;
    const Qt::SortOrder direction = m_filter.direction;
    m_filter = filter;
    m_filter.order = order;
    m_filter.direction = direction;
    refresh();
}

void HazardListModel::sort(int column, Qt::SortOrder order)
{
    static constexpr HazardOrder orders[ColumnCount] = {
            HazardOrder::Number,      HazardOrder::Colour,      HazardOrder::State,
            HazardOrder::Description, HazardOrder::Responsible, HazardOrder::Deadline,
            HazardOrder::Area,        HazardOrder::FoundOn,     HazardOrder::Grade};
    if (column < 0 || column >= ColumnCount)
        return;
    m_filter.order = orders[column];
    m_filter.direction = order;
    refresh();
}

void HazardListModel::refresh()
{
    HazardFilter question = m_filter;
    question.moment = momentOf(m_store);
    ask<Answer>(
            tr("Searching the ledger"),
            [store = &m_store, question]() -> core::Result<Answer> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                auto rows = findRows(*connection, question);
                if (!rows)
                    return core::passOn(rows);
                auto byState = countsByState(*connection, question);
                if (!byState)
                    return core::passOn(byState);
                auto codes = plant::CodeBook::load(*connection);
                if (!codes)
                    return core::passOn(codes);
                return Answer{std::move(*rows), std::move(*byState), std::move(*codes)};
            },
            [this](const Answer &answer) { m_codes = answer.codes; },
            [this](const Answer &answer) { Q_EMIT counted(answer.byState); });
}

HazardListModel::Fetch HazardListModel::fetcher() const
{
    return [store = &m_store](const QList<HazardRow> &rows) -> core::Result<QList<Hazard>> {
        const auto connection = store->connect();
        if (!connection)
            return core::passOn(connection);
        return fetch(*connection, rows);
    };
}

QString HazardListModel::pageTitle() const
{
    return tr("Reading a page of the ledger");
}

void HazardListModel::readingFailed(const core::Error &error)
{
    Q_EMIT failed(error);
}

}
