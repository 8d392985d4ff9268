// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "plant/panel/plantpage.h"
#include "plant/panel/register.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace shell {
class EmptyState;
class Shell;
}
namespace store {
class Store;
}

namespace plant {

class RegisterModel;

// The list of people, or that of equipment, with its filters.
class RegisterPage : public PlantPage
{
    Q_OBJECT
public:
    RegisterPage(const Register &kind, store::Store &store, shell::Shell &shell,
                 QWidget *parent = nullptr);
    ~RegisterPage() override;

    QString kind() const override { return m_kind.entity; }
    void refresh() override;
    void focusSearch() override;
    QUuid current() const override;
    void select(const QUuid &id) override;

private:
    QWidget *makeBar();
    void makeFilters(QWidget *bar, QHBoxLayout *layout);
    void applyFilter();
    bool isFiltered() const;
    void offer(const AreaTree &areas, const QList<Code> &codes);
    void showWhatIsThere();

    const Register m_kind;
    shell::Shell &m_shell;
    RegisterModel *m_model;
    QLineEdit *m_search = nullptr;
    QComboBox *m_area = nullptr;
    QComboBox *m_code = nullptr;
    QToolButton *m_former = nullptr;
    QToolButton *m_edit = nullptr;
    QLabel *m_total = nullptr;
    QTableView *m_table;
    shell::EmptyState *m_empty;
    QPushButton *m_firstStep;
    QStackedWidget *m_stack;
    QTimer *m_pause; // typing is settled before the store is asked
    QUuid m_selected;
    bool m_isRestoring = false;
};

}
