// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/recordpanel.h"

#include "hazards/engine/hazardstore.h"
#include "hazards/engine/ownfields.h"
#include "hazards/panel/conflictlist.h"
#include "hazards/panel/recordtext.h"
#include "hazards/panel/stepdialogs.h"
#include "hazards/panel/steptrack.h"
#include "hazards/panel/wording.h"
#include "shell/colours.h"
#include "shell/emptystate.h"
#include "shell/events.h"
#include "shell/jobrunner.h"
#include "shell/messagebar.h"
#include "shell/shell.h"
#include "store/store.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hazards {

RecordPanel::RecordPanel(store::Store &store, shell::Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_shell(shell)
    , m_messages(new shell::MessageBar(shell, this))
    , m_empty(new shell::EmptyState(
              shell.icon(u"ledger"_s), tr("No hazard is selected"),
              tr("Choose one in the ledger to see its facts, its history and the next step."),
              this))
    , m_stack(new QStackedWidget(this))
{
    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->addWidget(makeHeader());
    m_tabs = new QTabWidget(page);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Facts and history"));
    const auto makeText = [this](const QString &name, const QString &title) {
        auto *text = new QTextBrowser(m_tabs);
        text->setObjectName(name);
        text->setAccessibleName(title);
        text->setOpenLinks(false);
        text->setFrameShape(QFrame::NoFrame);
        m_tabs->addTab(text, title);
        return text;
    };
    m_facts = makeText(u"facts"_s, tr("Facts"));
    m_history = makeText(u"history"_s, tr("History"));
    m_conflicts = new ConflictList(m_tabs);
    m_conflicts->setObjectName(u"conflicts"_s);
    m_tabs->setTabVisible(m_tabs->addTab(m_conflicts, tr("Conflicts")), false);
    connect(m_conflicts, &ConflictList::decided, this, &RecordPanel::decide);
    pageLayout->addWidget(m_tabs, 1);

    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);

    connect(&shell.events(), &shell::Events::selectionChanged, this, &RecordPanel::showReference);
    connect(&shell.events(), &shell::Events::referenceOpened, this, &RecordPanel::showReference);
    connect(&shell.events(), &shell::Events::storeChanged, this, &RecordPanel::refresh);
    connect(&shell.events(), &shell::Events::personChanged, this, &RecordPanel::refresh);
    connect(&shell.events(), &shell::Events::themeChanged, this, &RecordPanel::refresh);
    showReference(shell.selection());
}

QSize RecordPanel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 62, 600};
}

QWidget *RecordPanel::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 4);
    auto *line = new QHBoxLayout;
    m_number = new QLabel(header);
    m_number->setObjectName(u"number"_s);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = m_number->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_number->setFont(large);
    m_badge = new QLabel(header);
    m_badge->setObjectName(u"badge"_s);
    m_badge->setAutoFillBackground(true);
    m_badge->setContentsMargins(8, 2, 8, 2);
    line->addWidget(m_number);
    line->addStretch(1);
    line->addWidget(m_badge);
    layout->addLayout(line);
    m_description = new QLabel(header);
    m_description->setObjectName(u"description"_s);
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    layout->addWidget(m_description);
    m_track = new StepTrack(m_shell, header);
    layout->addWidget(m_track);
    m_steps = new QWidget(header);
    m_steps->setObjectName(u"steps"_s);
    m_stepLayout = new QHBoxLayout(m_steps);
    m_stepLayout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_steps);
    return header;
}

void RecordPanel::showReference(const shell::Reference &reference)
{
    if (reference.type != "hazard"_L1 || reference.id == m_id)
        return;
    m_id = reference.id;
    m_messages->dismiss();
    refresh();
}

void RecordPanel::refresh()
{
    const int generation = ++m_generation;
    if (m_id.isNull()) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_shell.jobs().start<std::optional<Page>>(
            shell::Lane::Quick, tr("Reading the hazard"), this,
            [store = &m_store, id = m_id](core::Progress &) -> core::Result<std::optional<Page>> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                auto hazard = findHazard(*connection, core::toText(id));
                if (!hazard)
                    return core::passOn(hazard);
                if (!*hazard)
                    return std::optional<Page>();
                auto record = store::readRecord(*connection, store->schema(), u"hazard"_s, id);
                if (!record)
                    return core::passOn(record);
                auto history = historyLines(*connection, store->schema(), u"hazard"_s, id,
                                            store->plant().timeZone);
                if (!history)
                    return core::passOn(history);
                auto codes = plant::CodeBook::load(*connection);
                if (!codes)
                    return core::passOn(codes);
                auto ownLabels = ownFieldLabels(*connection, u"hazard"_s);
                if (!ownLabels)
                    return core::passOn(ownLabels);
                auto conflicts =
                        openConflicts(*connection, store->schema(), id, store->plant().timeZone);
                if (!conflicts)
                    return core::passOn(conflicts);
                return std::optional(Page{std::move(**hazard), std::move(*record),
                                          std::move(*history), std::move(*codes),
                                          std::move(*ownLabels), std::move(*conflicts)});
            },
            [this, generation](const core::Result<std::optional<Page>> &page) {
                if (generation != m_generation)
                    return;
                if (!page) {
                    m_messages->showError(page.error());
                    return;
                }
                if (*page)
                    fill(**page);
                m_stack->setCurrentIndex(*page ? 1 : 0);
            });
}

void RecordPanel::fill(const Page &page)
{
    m_page = page;
    fillHeader();
    fillSteps();
    fillFacts();
    fillHistory();
    fillConflicts();
}

void RecordPanel::fillHeader()
{
    const Hazard &hazard = m_page->hazard;
    m_number->setText(hazard.number);
    m_description->setText(hazard.description);
    const shell::ColourRole role = colourRole(hazard.colour);
    QStringList words{stateText(m_store.schema(), hazard.state)};
    if (!hazard.colour.isEmpty())
        words.prepend(m_page->codes.label(u"response_colour"_s, hazard.colour));
    if (hazard.grade == "major"_L1)
        words.prepend(m_page->codes.label(u"hazard_grade"_s, hazard.grade));
    m_badge->setText(words.join(u" · "_s));
    QPalette colours = m_badge->palette();
    colours.setColor(QPalette::Window, m_shell.colours().fill(role));
    colours.setColor(QPalette::WindowText, m_shell.colours().onFill(role));
    m_badge->setPalette(colours);
    m_track->setState(hazard.state);
}

void RecordPanel::fillSteps()
{
    const bool hadFocus = m_steps->isAncestorOf(focusWidget());
    qDeleteAll(m_steps->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    while (QLayoutItem *item = m_stepLayout->takeAt(0))
        delete item;
    const QList<AvailableStep> steps =
            availableSteps(m_store.schema(), m_page->record, m_shell.person().id);
    QString whyNot;
    QMenu *more = nullptr;
    for (const AvailableStep &step : steps) {
        const bool isAside =
                step.step == Step::Reject || step.step == Step::Merge || step.step == Step::Suspend;
        if (isAside && step.isPossible) {
            if (!more)
                more = new QMenu(m_steps);
            more->addAction(step.label, this, [this, which = step.step] { take(which); });
            continue;
        }
        if (isAside)
            continue;
        auto *button = new QPushButton(step.label, m_steps);
        button->setObjectName(u"step_"_s + stepKey(step.step));
        button->setEnabled(step.isPossible);
        button->setToolTip(step.whyNot);
        button->setAccessibleDescription(step.whyNot);
        connect(button, &QPushButton::clicked, this, [this, which = step.step] { take(which); });
        m_stepLayout->addWidget(button);
        if (!step.isPossible && whyNot.isEmpty())
            whyNot = step.whyNot;
        if (hadFocus && m_stepLayout->count() == 1)
            button->setFocus();
    }
    if (isMajor(m_page->record)
        && std::any_of(steps.cbegin(), steps.cend(), [](const AvailableStep &step) {
               return step.step == Step::Dispatch || step.step == Step::Start;
           })) {
        auto *button = new QPushButton(tr("Treatment plan..."), m_steps);
        button->setObjectName(u"plan"_s);
        connect(button, &QPushButton::clicked, this,
                [this] { openPlan(m_store, m_shell, m_page->record.id, this); });
        m_stepLayout->addWidget(button);
    }
    if (more) {
        auto *button = new QToolButton(m_steps);
        button->setObjectName(u"moreSteps"_s);
        button->setText(tr("More"));
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(more);
        m_stepLayout->addWidget(button);
    }
    auto *reason = new QLabel(whyNot, m_steps);
    reason->setObjectName(u"whyNot"_s);
    reason->setWordWrap(true);
    m_stepLayout->addWidget(reason, 1);
}

bool RecordPanel::knowsWhoWorks()
{
    if (!m_shell.person().isNull())
        return true;
    m_messages->showText(shell::ColourRole::Notice,
                         tr("Choose at the right of the status bar who works now. Each step is "
                            "recorded under a name."));
    return false;
}

void RecordPanel::fillConflicts()
{
    const int tab = m_tabs->indexOf(m_conflicts);
    const int open = int(m_page->conflicts.size());
    if (open == 0 && m_tabs->currentIndex() == tab)
        m_tabs->setCurrentIndex(0);
    m_tabs->setTabVisible(tab, open > 0);
    m_tabs->setTabText(tab, tr("Conflicts (%n)", nullptr, open));
    m_conflicts->setConflicts(m_page->conflicts, m_store.plant().timeZone);
}

void RecordPanel::decide(const QByteArray &conflict, ConflictChoice choice, const QString &text)
{
    if (!knowsWhoWorks())
        return;
    m_conflicts->setEnabled(false);
    m_shell.jobs().start<store::Receipt>(
            shell::Lane::Writer, tr("Deciding a conflict"), this,
            [store = &m_store, actor = m_shell.person().id, conflict, choice,
             text](core::Progress &) {
                return decideConflict(*store, actor, conflict, choice, text);
            },
            [this](const core::Result<store::Receipt> &done) {
                m_conflicts->setEnabled(true);
                if (!done) {
                    m_messages->showError(done.error());
                    return;
                }
                m_messages->dismiss();
                refresh();
            });
}

void RecordPanel::take(Step step)
{
    if (!knowsWhoWorks())
        return;
    openStep(step, m_store, m_shell, m_page->record, this);
}

void RecordPanel::fillFacts()
{
    const int scrolled = m_facts->verticalScrollBar()->value();
    m_facts->setHtml(factsHtml(m_page->hazard, m_page->record, m_page->codes, m_page->ownLabels,
                               m_store, m_shell.colours()));
    m_facts->verticalScrollBar()->setValue(scrolled);
}

void RecordPanel::fillHistory()
{
    m_history->setHtml(historyHtml(m_page->history, m_store.plant().timeZone, m_shell.colours()));
    m_tabs->setTabText(1, tr("History (%n)", nullptr, int(m_page->history.size())));
}

}
