// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/judgementmodel.h"

namespace hazards {

void JudgementModel::setProblems(const QList<ImportProblem> &problems)
{
    beginResetModel();
    m_problems = problems;
    endResetModel();
}

int JudgementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int JudgementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant JudgementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Row)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const ImportProblem &problem = m_problems.at(index.row());
    switch (Column(index.column())) {
    case Row:
        return problem.row > 0 ? QVariant(problem.row) : QVariant();
    case ColumnName:
        return problem.column;
    case Value:
        return problem.value.simplified();
    case Action:
        return actionLabel(problem.action);
    case Why:
        return problem.why;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant JudgementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Row:
        return tr("Row");
    case ColumnName:
        return tr("Column");
    case Value:
        return tr("Value");
    case Action:
        return tr("What is done");
    case Why:
        return tr("Why");
    case ColumnCount:
        break;
    }
    return {};
}

}
