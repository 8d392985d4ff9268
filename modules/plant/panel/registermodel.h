// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "plant/panel/register.h"

#include <QAbstractTableModel>

namespace shell {
class Shell;
}
namespace store {
class Store;
}

namespace plant {

// People or equipment: hundreds of rows, held whole, read and sorted by jobs.
class RegisterModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    RegisterModel(const Register &kind, store::Store &store, shell::Shell &shell,
                  QObject *parent = nullptr);

    void ask(const QString &text, const QUuid &area, const QString &code, bool all);
    void refresh(); // the same question again
    QUuid idAt(int row) const;
    int indexOf(const QUuid &id) const; // -1 if it is not in the list

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void failed(const core::Error &error);
    void answered(const AreaTree &areas, const QList<Code> &codes); // after the reset

private:
    const Register m_kind;
    const QStringList m_titles;
    store::Store &m_store;
    shell::Shell &m_shell;
    RegisterQuestion m_question;
    QList<RegisterRow> m_rows;
    int m_generation = 0; // answers to an older question are dropped
};

}
