// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "hazards/engine/hazard.h"
#include "plant/engine/codes.h"
#include "shell/pagedlistmodel.h"

#include <QMap>

namespace store {
class Store;
}

namespace hazards {

// The ledger as a list.
class HazardListModel : public shell::PagedListModel<HazardRow, Hazard>
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
    void refresh(); // the same question again, after a commit

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void failed(const core::Error &error);
    void counted(const QMap<QString, qint64> &byState); // for the same filter without its states

protected:
    Fetch fetcher() const override;
    QString pageTitle() const override;
    void readingFailed(const core::Error &error) override;

private:
    struct Answer {
        QList<HazardRow> rows;
        QMap<QString, qint64> byState;
        plant::CodeBook codes;
    };

    QString text(const Hazard &hazard, Column column) const;
    QVariant foreground(const Hazard &hazard, Column column) const;
    QVariant decoration(const Hazard &hazard, Column column) const;

    store::Store &m_store;
    shell::Shell &m_shell;
    HazardFilter m_filter;
    plant::CodeBook m_codes;
};

}
