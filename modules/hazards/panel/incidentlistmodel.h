// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/incident.h"
#include "plant/engine/codes.h"
#include "shell/pagedlistmodel.h"

namespace store {
class Store;
}

namespace hazards {

// Accidents that happened, the latest first.
class IncidentListModel : public shell::PagedListModel<IncidentRow, Incident>
{
    Q_OBJECT
public:
    enum Column { OccurredOn, Place, Type, Level, PotentialLevel, Description, ColumnCount };

    IncidentListModel(store::Store &store, shell::Shell &shell, QObject *parent = nullptr);

    void setFilter(const IncidentFilter &filter);
    void refresh(); // the same question again, after a commit

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(const core::Error &error);
    void listed(); // after the reset

protected:
    Fetch fetcher() const override;
    QString pageTitle() const override;
    void readingFailed(const core::Error &error) override;

private:
    struct Answer {
        QList<IncidentRow> rows;
        plant::CodeBook codes;
    };

    QString text(const Incident &incident, Column column) const;

    store::Store &m_store;
    IncidentFilter m_filter;
    plant::CodeBook m_codes;
};

}
