// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/registermodel.h"

#include "shell/jobrunner.h"
#include "shell/shell.h"
#include "store/store.h"

namespace plant {

RegisterModel::RegisterModel(const Register &kind, store::Store &store, shell::Shell &shell,
                             QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
    , m_titles(kind.titles())
    , m_store(store)
    , m_shell(shell)
{
}

void RegisterModel::ask(const QString &text, const QUuid &area, const QString &code, bool all)
{
    m_question.text = text;
    m_question.area = area;
    m_question.code = code;
    m_question.all = all;
    refresh();
}

void RegisterModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    m_question.column = column;
    m_question.direction = order;
    refresh();
}

void RegisterModel::refresh()
{
    const int generation = ++m_generation;
    m_shell.jobs().start<RegisterContent>(
            shell::Lane::Quick, m_kind.listName, this,
            [store = &m_store, kind = m_kind,
             question = m_question](core::Progress &) -> core::Result<RegisterContent> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                return readRegister(*connection, kind, question);
            },
            [this, generation](const core::Result<RegisterContent> &content) {
                if (generation != m_generation)
                    return;
                if (!content) {
                    Q_EMIT failed(content.error());
                    return;
                }
                beginResetModel();
                m_rows = content->rows;
                endResetModel();
                Q_EMIT answered(content->areas, content->codes);
            });
}

QUuid RegisterModel::idAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).id : QUuid();
}

int RegisterModel::indexOf(const QUuid &id) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

int RegisterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RegisterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant RegisterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RegisterRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return row.cells.at(index.column());
    case Qt::DecorationRole:
        if (index.column() == m_kind.markedColumn && row.colour)
            return m_shell.colours().fill(*row.colour);
        return {};
    default:
        return {};
    }
}

QVariant RegisterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_titles.value(section);
}

}
