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

constexpr int pageSize = 256;

HazardListModel::HazardListModel(store::Store &store, shell::Shell &shell, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_shell(shell)
{
}

int HazardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
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

const Hazard *HazardListModel::hazardAt(int row) const
{
    const QList<Hazard> *page = row < 0 ? nullptr : m_pages.object(row / pageSize);
    if (!page || row >= m_rows.size())
        return nullptr;
    // A row that was taken out meanwhile is missing in its page.
    const HazardRow wanted = m_rows.at(row);
    const auto found = std::find_if(page->begin(), page->end(), [wanted](const Hazard &hazard) {
        return hazard.row == wanted;
    });
    return found == page->end() ? nullptr : &*found;
}

int HazardListModel::indexOf(HazardRow row) const
{
    return int(m_rows.indexOf(row));
}

QVariant HazardListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Hazard *hazard = hazardAt(index.row());
    if (!hazard) {
        if (!m_pages.contains(index.row() / pageSize))
            load(index.row() / pageSize);
        return {};
    }
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
        return m_shell.colours().fill(colourRole(hazard.colour));
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
    const int generation = ++m_generation;
    m_isAsking = true;
    HazardFilter question = m_filter;
    question.moment = momentOf(m_store);
    m_shell.jobs().start<Answer>(
            shell::Lane::Quick, tr("Searching the ledger"), this,
            [store = &m_store, question](core::Progress &) -> core::Result<Answer> {
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
            [this, generation](const core::Result<Answer> &answer) {
                if (generation != m_generation)
                    return;
                m_isAsking = false;
                if (!answer) {
                    Q_EMIT failed(answer.error());
                    return;
                }
                beginResetModel();
                m_rows = answer->rows;
                m_codes = answer->codes;
                m_pages.clear();
                m_loading.clear();
                endResetModel();
                Q_EMIT counted(answer->byState);
            });
}

void HazardListModel::load(int page) const
{
    if (m_loading.contains(page))
        return;
    m_loading.insert(page);
    auto *self = const_cast<HazardListModel *>(this);
    m_shell.jobs().start<QList<Hazard>>(
            shell::Lane::Quick, tr("Reading a page of the ledger"), self,
            [store = &m_store, rows = m_rows.mid(page * pageSize, pageSize)](
                    core::Progress &) -> core::Result<QList<Hazard>> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                return fetch(*connection, rows);
            },
            [self, page, generation = m_generation](const core::Result<QList<Hazard>> &hazards) {
                if (generation != self->m_generation)
                    return;
                self->m_loading.remove(page);
                if (!hazards) {
                    Q_EMIT self->failed(hazards.error());
                    return;
                }
                const int first = page * pageSize;
                const int last = std::min(first + pageSize, self->rowCount()) - 1;
                self->m_pages.insert(page, new QList<Hazard>(*hazards));
                if (last >= first)
                    Q_EMIT self->dataChanged(self->index(first, 0),
                                             self->index(last, ColumnCount - 1));
            });
}

}
