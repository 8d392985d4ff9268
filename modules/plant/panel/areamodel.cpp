// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/areamodel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace plant {

AreaModel::AreaModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void AreaModel::setContent(const AreaContent &content)
{
    beginResetModel();
    m_areas = content.tree.areas();
    m_codes = content.codes;
    m_nodes.clear();
    m_nodes.resize(m_areas.size());
    m_roots.clear();
    QList<int> above; // the way down to the area before
    for (int i = 0; i < int(m_areas.size()); ++i) {
        const Area &area = m_areas.at(i);
        above.resize(area.depth);
        Node &node = m_nodes[i];
        node.parent = above.isEmpty() ? -1 : above.last();
        QList<int> &sisters = above.isEmpty() ? m_roots : m_nodes[above.last()].children;
        node.row = int(sisters.size());
        sisters.append(i);
        node.use = content.use.value(area.id);
        node.openHazards = content.openHazards.value(area.id);
        above.append(i);
    }
    for (int i = int(m_nodes.size()) - 1; i >= 0; --i) {
        if (m_nodes.at(i).parent < 0)
            continue;
        Node &parent = m_nodes[m_nodes.at(i).parent];
        parent.use.people += m_nodes.at(i).use.people;
        parent.use.equipment += m_nodes.at(i).use.equipment;
        parent.openHazards += m_nodes.at(i).openHazards;
    }
    endResetModel();
}

const Area *AreaModel::areaAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_areas.at(qsizetype(index.internalId())) : nullptr;
}

QModelIndex AreaModel::indexOf(const QUuid &area) const
{
    for (int i = 0; i < int(m_areas.size()); ++i) {
        if (m_areas.at(i).id == area)
            return createIndex(m_nodes.at(i).row, 0, quintptr(i));
    }
    return {};
}

const QList<int> &AreaModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? m_nodes.at(qsizetype(parent.internalId())).children : m_roots;
}

QModelIndex AreaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(childrenOf(parent).at(row)));
}

QModelIndex AreaModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int above = m_nodes.at(qsizetype(index.internalId())).parent;
    return above < 0 ? QModelIndex() : createIndex(m_nodes.at(above).row, 0, quintptr(above));
}

int AreaModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(childrenOf(parent).size());
}

int AreaModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant AreaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(int(index.internalId()), Column(index.column()));
    case SearchRole: {
        const int place = int(index.internalId());
        return QStringList{text(place, Name), text(place, Kind), text(place, Code)}.join(u'\n');
    }
    case Qt::ToolTipRole:
        return index.column() == Name ? areaAt(index)->path : QString();
    case Qt::TextAlignmentRole:
        return int((index.column() >= People ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString AreaModel::text(int place, Column column) const
{
    const Area &area = m_areas.at(place);
    const Node &node = m_nodes.at(place);
    const auto number = [](qint64 count) {
        return count == 0 ? QString() : QLocale().toString(count);
    };
    switch (column) {
    case Name:
        return area.name;
    case Kind:
        return m_codes.label(u"area_kind"_s, area.kind);
    case Code:
        return area.code;
    case People:
        return number(node.use.people);
    case Equipment:
        return number(node.use.equipment);
    case OpenHazards:
        return number(node.openHazards);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AreaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= People ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= People)
        return tr("In the area and everything below it");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Area");
    case Kind:
        return tr("Kind");
    case Code:
        return tr("Code");
    case People:
        return tr("People");
    case Equipment:
        return tr("Equipment");
    case OpenHazards:
        return tr("Open hazards");
    case ColumnCount:
        break;
    }
    return {};
}

}
