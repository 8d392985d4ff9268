// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "hazards/engine/hazard.h"
#include "plant/engine/codes.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QMap>
#include <QSet>

#include <memory>

namespace shell {
class Shell;
}
namespace store {
class Store;
}

namespace hazards {

// The ledger as a list: every row is known by its id, only the pages a view has looked at are held.
// GUI thread; all reading is done by jobs.
class HazardListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Number,
        Colour,
        State,
        Description,
        Responsible,
        Deadline,
        Place,
        FoundOn,
        Grade,
        ColumnCount
    };

    HazardListModel(store::Store &store, shell::Shell &shell, QObject *parent = nullptr);

    void setFilter(const HazardFilter &filter);
    const HazardFilter &filter() const { return m_filter; }
    void refresh();                        // the same question again, after a commit
    const Hazard *hazardAt(int row) const; // null until its page has come
    int indexOf(HazardRow row) const;      // -1 if it is not in the list
    HazardRow rowAt(int row) const { return m_rows.at(row); }
    bool isSorting() const { return m_isAsking; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void failed(const core::Error &error);
    void counted(const QMap<QString, qint64> &byState); // for the same filter without its states

private:
    struct Answer {
        QList<HazardRow> rows;
        QMap<QString, qint64> byState;
        plant::CodeBook codes;
    };

    void load(int page) const;
    QString text(const Hazard &hazard, Column column) const;
    QVariant foreground(const Hazard &hazard, Column column) const;
    QVariant decoration(const Hazard &hazard, Column column) const;

    store::Store &m_store;
    shell::Shell &m_shell;
    HazardFilter m_filter;
    QList<HazardRow> m_rows;
    plant::CodeBook m_codes;
    int m_generation = 0; // answers to an older question are dropped
    bool m_isAsking = false;
    mutable QCache<int, QList<Hazard>> m_pages{64};
    mutable QSet<int> m_loading;
};

}
