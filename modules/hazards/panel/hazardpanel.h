// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazard.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace shell {
class EmptyState;
class MessageBar;
class Shell;
struct Reference;
}
namespace store {
class Store;
}

namespace hazards {

class HazardListModel;

// The hazard ledger: a filter bar and the list. What is selected is the window's selection.
class HazardPanel : public QWidget
{
    Q_OBJECT
public:
    HazardPanel(store::Store &store, shell::Shell &shell, QWidget *parent = nullptr);
    ~HazardPanel() override;

    QSize sizeHint() const override; // wider than the record beside it
    HazardFilter filter() const;     // what the bar asks for now

public Q_SLOTS:
    void showReference(const shell::Reference &reference);

private:
    QWidget *makeBar();
    QHBoxLayout *makeButtons(QWidget *bar);
    void makeActions();
    void applyFilter();
    void showCounts(const QMap<QString, qint64> &byState);
    void followSelection();
    void pageCame();
    void restoreSelection();
    void showWhatIsThere();

    store::Store &m_store;
    shell::Shell &m_shell;
    HazardListModel *m_model;
    QLineEdit *m_search = nullptr;
    QComboBox *m_state = nullptr;
    QComboBox *m_colour = nullptr;
    QToolButton *m_openOnly = nullptr;
    QToolButton *m_overdueOnly = nullptr;
    QLabel *m_total = nullptr;
    QTableView *m_table;
    shell::MessageBar *m_messages;
    shell::EmptyState *m_empty;
    QStackedWidget *m_stack;
    QTimer *m_pause; // typing is settled before the ledger is asked
    HazardRow m_selected{};
    bool m_isRestoring = false; // the row is made current by the list, not by the user
    bool m_isAwaited = false;   // the user went to a row whose page is still to come
    QUuid m_wanted;             // to be selected once the list is there
};

}
