// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/ledgerfacts.h"

#include <QAbstractTableModel>

namespace hazards {

// The judgements of an import as a table, in the order of the file.
class JudgementModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Row, ColumnName, Value, Action, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setProblems(const QList<ImportProblem> &problems);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ImportProblem> m_problems;
};

}
