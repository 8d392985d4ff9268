// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/incident.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTextBrowser;
class QTimer;

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

class IncidentListModel;

// Accidents and near misses: a list to search, and below it everything about the one selected.
class IncidentPanel : public QWidget
{
    Q_OBJECT
public:
    IncidentPanel(store::Store &store, shell::Shell &shell, QWidget *parent = nullptr);
    ~IncidentPanel() override;

public Q_SLOTS:
    void showReference(const shell::Reference &reference);

private:
    QWidget *makeBar();
    QWidget *makeList();
    void makeActions();
    void showWhatIsThere();
    void restoreSelection();
    void followSelection();
    void readDetails();

    store::Store &m_store;
    shell::Shell &m_shell;
    IncidentListModel *m_model;
    QLineEdit *m_search = nullptr;
    QLabel *m_total = nullptr;
    QTableView *m_table;
    QTextBrowser *m_details;
    shell::MessageBar *m_messages;
    shell::EmptyState *m_empty;
    QPushButton *m_takeOver;
    QStackedWidget *m_stack;
    QTimer *m_pause; // typing is settled before the store is asked
    IncidentRow m_selected{};
    QUuid m_id;
    int m_generation = 0;       // details of another incident are dropped
    bool m_isRestoring = false; // the row is made current by the list, not by the user
    bool m_isAwaited = false;   // the user went to a row whose page is still to come
};

}
