// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QHash>
#include <QList>
#include <QUuid>

namespace store {
class Connection;
class Store;
class Writer;
struct Record;
}

namespace plant {

struct Area {
    QUuid id; // null for a new one
    QUuid parent;
    QString kind; // code of area_kind: plant, workshop, team, post
    QString name;
    QString code;
    QString openedOn; // YYYY-MM-DD
    QString closedOn;
    qint64 order = 0; // among its sisters
    // Set by AreaTree.
    QString path; // "Plant / Workshop 1 / Press team"
    int depth = 0;
};

// The whole organisation, read at once: a plant has hundreds of areas, not more. A sister order by
// order, then name.
class AreaTree
{
public:
    static core::Result<AreaTree> load(const store::Connection &connection);

    const QList<Area> &areas() const { return m_areas; } // parents before their children
    const Area *find(const QUuid &id) const;
    QString path(const QUuid &id) const;              // empty if unknown
    QList<QUuid> children(const QUuid &parent) const; // null: the roots
    QList<QUuid> subtree(const QUuid &id) const;      // itself first
    // By full path, by code, or by a name that only one area has.
    const Area *findByText(const QString &text) const;

private:
    QList<Area> m_areas;
    QHash<QUuid, qsizetype> m_byId;
};

// How many active people and how much equipment stand in an area itself, without those below it.
struct AreaUse {
    qint64 people = 0;
    qint64 equipment = 0;
};
core::Result<QHash<QUuid, AreaUse>> areaUse(const store::Connection &connection);

// Writes. The forms with a Writer join a larger save (import, sample plant).
core::Result<QUuid> addArea(store::Writer &writer, const Area &area);
core::Result<QUuid> addArea(store::Store &store, const QUuid &actor, const Area &area);
// seen: what the person was looking at.
core::Result<> changeArea(store::Store &store, const QUuid &actor, const Area &area,
                          const store::Record *seen = nullptr);
core::Result<> removeArea(store::Store &store, const QUuid &actor, const QUuid &area,
                          const QString &reason);

}
