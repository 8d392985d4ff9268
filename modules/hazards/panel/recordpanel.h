// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/conflicts.h"
#include "hazards/engine/hazard.h"
#include "hazards/engine/hazardhistory.h"
#include "hazards/engine/hazardrules.h"
#include "plant/engine/codes.h"
#include "store/record.h"

#include <QMap>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTabWidget;
class QTextBrowser;
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

class ConflictList;
class StepTrack;

// Everything about the hazard that is selected: where it stands, what can be done next, its facts
// and its history in words.
class RecordPanel : public QWidget
{
    Q_OBJECT
public:
    RecordPanel(store::Store &store, shell::Shell &shell, QWidget *parent = nullptr);
    QSize sizeHint() const override;

public Q_SLOTS:
    void showReference(const shell::Reference &reference);
    void refresh();

private:
    struct Page {
        Hazard hazard;
        store::Record record;
        QList<HistoryLine> history;
        plant::CodeBook codes;
        QMap<QString, QString> ownLabels;
        QList<OpenConflict> conflicts;
    };

    QWidget *makeHeader();
    void fill(const Page &page);
    void fillHeader();
    void fillSteps();
    void fillFacts();
    void fillHistory();
    void fillConflicts();
    bool knowsWhoWorks();
    void take(Step step);
    void decide(const QByteArray &conflict, ConflictChoice choice, const QString &text);

    store::Store &m_store;
    shell::Shell &m_shell;
    QUuid m_id;
    int m_generation = 0;
    std::optional<Page> m_page;
    QLabel *m_number = nullptr;
    QLabel *m_badge = nullptr;
    QLabel *m_description = nullptr;
    StepTrack *m_track = nullptr;
    QWidget *m_steps = nullptr;
    QHBoxLayout *m_stepLayout = nullptr;
    QToolButton *m_more = nullptr;
    QTabWidget *m_tabs = nullptr;
    QTextBrowser *m_facts = nullptr;
    QTextBrowser *m_history = nullptr;
    ConflictList *m_conflicts = nullptr;
    shell::MessageBar *m_messages;
    shell::EmptyState *m_empty;
    QStackedWidget *m_stack;
};

}
