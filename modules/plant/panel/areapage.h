// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "plant/panel/plantpage.h"

#include <QSet>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace shell {
class EmptyState;
class Shell;
}
namespace store {
class Store;
}

namespace plant {

class AreaModel;

// The organisation as a tree.
class AreaPage : public PlantPage
{
    Q_OBJECT
public:
    AreaPage(store::Store &store, shell::Shell &shell, QWidget *parent = nullptr);

    QString kind() const override;
    void refresh() override;
    void focusSearch() override;
    QUuid current() const override;
    void select(const QUuid &id) override;

private:
    QWidget *makeBar();
    void applySearch();
    void restoreView();
    void showWhatIsThere();

    store::Store &m_store;
    shell::Shell &m_shell;
    AreaModel *m_model;
    QSortFilterProxyModel *m_shown; // hundreds of areas, not more
    QLineEdit *m_search = nullptr;
    QToolButton *m_edit = nullptr;
    QTreeView *m_tree;
    shell::EmptyState *m_nothing; // as yet
    shell::EmptyState *m_noMatch;
    QStackedWidget *m_stack;
    QSet<QUuid> m_collapsed;
    QUuid m_selected;
    int m_generation = 0;
    bool m_isRestoring = false;
};

}
