// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "plant/engine/area.h"
#include "plant/engine/codes.h"

#include <QAbstractItemModel>

namespace plant {

struct AreaContent {
    AreaTree tree;
    CodeBook codes;
    QHash<QUuid, AreaUse> use;
    QHash<QUuid, qint64> openHazards;
};

// The organisation as a tree, each area with what is in it and below it.
class AreaModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Code, People, Equipment, OpenHazards, ColumnCount };
    static constexpr int SearchRole = Qt::UserRole; // of Name: all words of the row

    explicit AreaModel(QObject *parent = nullptr);

    void setContent(const AreaContent &content);
    const Area *areaAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QUuid &area) const; // invalid if it is not there

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        int parent = -1;
        int row = 0;
        QList<int> children;
        AreaUse use; // with everything below it
        qint64 openHazards = 0;
    };

    const QList<int> &childrenOf(const QModelIndex &parent) const;
    QString text(int place, Column column) const;

    QList<Area> m_areas; // parents before their children
    QList<Node> m_nodes; // as m_areas
    QList<int> m_roots;
    CodeBook m_codes;
};

}
