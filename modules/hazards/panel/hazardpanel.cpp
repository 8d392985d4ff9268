// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/hazardpanel.h"

#include "hazards/engine/hazardstore.h"
#include "hazards/panel/hazardlistmodel.h"
#include "hazards/panel/ledgeractions.h"
#include "hazards/panel/wording.h"
#include "shell/emptystate.h"
#include "shell/events.h"
#include "shell/jobrunner.h"
#include "shell/messagebar.h"
#include "shell/setting.h"
#include "shell/shell.h"
#include "store/store.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hazards {

static const shell::Setting<QByteArray> headerState{u"hazards.list/header"_s, {}};

HazardPanel::HazardPanel(store::Store &store, shell::Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_shell(shell)
    , m_model(new HazardListModel(store, shell, this))
    , m_table(new QTableView(this))
    , m_messages(new shell::MessageBar(shell, this))
    , m_empty(new shell::EmptyState(shell.icon(u"ledger"_s), {}, {}, this))
    , m_stack(new QStackedWidget(this))
    , m_pause(new QTimer(this))
{
    m_table->setObjectName(u"ledger"_s);
    m_table->setAccessibleName(tr("Hazard ledger"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int letter = fontMetrics().horizontalAdvance(u'0');
    const int widths[] = {15, 10, 14, 33, 10, 20, 26, 13, 14};
    for (int column = 0; column < HazardListModel::ColumnCount; ++column)
        header->resizeSection(column, letter * widths[column]);
    header->restoreState(headerState.get(shell.settings()));
    header->setSortIndicator(HazardListModel::FoundOn, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(makeBar());
    layout->addWidget(m_messages);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    makeActions();

    m_pause->setSingleShot(true);
    m_pause->setInterval(200);
    connect(m_pause, &QTimer::timeout, this, &HazardPanel::applyFilter);
    connect(m_model, &HazardListModel::failed, m_messages, &shell::MessageBar::showError);
    connect(m_model, &HazardListModel::counted, this, &HazardPanel::showCounts);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HazardPanel::restoreSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HazardPanel::pageCame);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HazardPanel::followSelection);
    connect(m_table, &QTableView::clicked, this, &HazardPanel::followSelection);
    connect(&shell.events(), &shell::Events::storeChanged, this, [this](const QStringList &types) {
        if (types.contains(u"hazard"_s) || types.contains(u"person"_s) || types.contains(u"area"_s))
            m_model->refresh();
    });
    connect(&shell.events(), &shell::Events::themeChanged, m_table->viewport(),
            qOverload<>(&QWidget::update));
    connect(&shell.events(), &shell::Events::referenceOpened, this, &HazardPanel::showReference);
    showReference(shell.selection());
}

HazardPanel::~HazardPanel()
{
    headerState.set(m_shell.settings(), m_table->horizontalHeader()->saveState());
}

QWidget *HazardPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(makeButtons(bar));
    auto *layout = new QHBoxLayout;
    rows->addLayout(layout);

    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search the ledger"));
    m_search->setPlaceholderText(tr("Search number, text, place, name"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().horizontalAdvance(u'0') * 18);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    layout->addWidget(m_search, 1);

    m_state = new QComboBox(bar);
    m_state->setObjectName(u"state"_s);
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("All states"));
    const store::EntitySpec *spec = m_store.schema().find(u"hazard"_s);
    for (const store::StateSpec &state : spec->workflow->states)
        m_state->addItem(spec->text(state.label), state.key);
    connect(m_state, &QComboBox::activated, this, &HazardPanel::applyFilter);
    layout->addWidget(m_state);

    m_colour = new QComboBox(bar);
    m_colour->setObjectName(u"colour"_s);
    m_colour->setAccessibleName(tr("Response colour"));
    m_colour->addItem(tr("All colours"));
    for (const auto &[key, text] :
         {std::pair(u"red"_s, tr("Red")), std::pair(u"orange"_s, tr("Orange")),
          std::pair(u"yellow"_s, tr("Yellow")), std::pair(u"blue"_s, tr("Blue"))})
        m_colour->addItem(text, key);
    connect(m_colour, &QComboBox::activated, this, &HazardPanel::applyFilter);
    layout->addWidget(m_colour);

    const auto makeSwitch = [this, bar, layout](const QString &name, const QString &text) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setText(text);
        button->setCheckable(true);
        connect(button, &QToolButton::toggled, this, &HazardPanel::applyFilter);
        layout->addWidget(button);
        return button;
    };
    m_openOnly = makeSwitch(u"openOnly"_s, tr("Open"));
    m_overdueOnly = makeSwitch(u"overdueOnly"_s, tr("Overdue"));
    return bar;
}

QHBoxLayout *HazardPanel::makeButtons(QWidget *bar)
{
    auto *layout = new QHBoxLayout;
    const auto add = [&](const QString &name, const QString &icon, const QString &text,
                         auto handler) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setText(text);
        button->setIcon(m_shell.icon(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::clicked, this, handler);
        layout->addWidget(button);
    };
    add(u"report"_s, u"report"_s, tr("Report a hazard"),
        [this] { reportHazard(m_store, m_shell, this); });
    add(u"import"_s, u"import"_s, tr("Take over a ledger"),
        [this] { importLedger(m_store, m_shell, this); });
    add(u"print"_s, u"print"_s, tr("Print"),
        [this] { printLedger(m_store, m_shell, m_model->filter(), this); });
    layout->addStretch(1);
    m_total = new QLabel(bar);
    m_total->setObjectName(u"total"_s);
    layout->addWidget(m_total);
    return layout;
}

void HazardPanel::makeActions()
{
    m_shell.addAction({.id = u"hazards.search"_s,
                       .text = tr("Search the ledger"),
                       .key = QKeySequence::Find,
                       .scope = this,
                       .handler = [this] { m_search->setFocus(Qt::ShortcutFocusReason); }});
    m_shell.addAction({.id = u"hazards.refresh"_s,
                       .text = tr("Refresh the ledger"),
                       .key = QKeySequence::Refresh,
                       .scope = this,
                       .handler = [this] { m_model->refresh(); }});
    connect(m_empty->addButton(tr("Report a hazard...")), &QPushButton::clicked, this,
            [this] { reportHazard(m_store, m_shell, this); });
    connect(m_empty->addButton(tr("Take over a ledger...")), &QPushButton::clicked, this,
            [this] { importLedger(m_store, m_shell, this); });
}

QSize HazardPanel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 110, 600};
}

HazardFilter HazardPanel::filter() const
{
    HazardFilter filter;
    filter.text = m_search->text().trimmed();
    if (m_state->currentIndex() > 0)
        filter.states = {m_state->currentData().toString()};
    filter.colour = m_colour->currentData().toString();
    filter.openOnly = m_openOnly->isChecked();
    filter.overdueOnly = m_overdueOnly->isChecked();
    return filter;
}

void HazardPanel::applyFilter()
{
    m_pause->stop();
    m_model->setFilter(filter());
}

void HazardPanel::showCounts(const QMap<QString, qint64> &byState)
{
    const store::EntitySpec *spec = m_store.schema().find(u"hazard"_s);
    for (int i = 1; i < m_state->count(); ++i) {
        const QString key = m_state->itemData(i).toString();
        m_state->setItemText(
                i,
                tr("%1 (%2)", "state, number of hazards in it")
                        .arg(spec->stateLabel(key), QLocale().toString(byState.value(key))));
    }
    m_total->setText(tr("%n hazard(s)", nullptr, m_model->rowCount()));
    showWhatIsThere();
}

void HazardPanel::showWhatIsThere()
{
    const bool isFiltered = !m_search->text().trimmed().isEmpty() || m_state->currentIndex() > 0
            || m_colour->currentIndex() > 0 || m_openOnly->isChecked()
            || m_overdueOnly->isChecked();
    const bool isEmpty = m_model->rowCount() == 0;
    if (isEmpty && isFiltered)
        m_empty->setTexts(tr("No hazard fits the filter"),
                          tr("Take back a part of the filter above to see more."));
    else
        m_empty->setTexts(
                tr("The ledger is empty"),
                tr("Report the first hazard, or take over the ledger you keep in a spreadsheet."));
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
}

void HazardPanel::showReference(const shell::Reference &reference)
{
    if (reference.type != "hazard"_L1 || reference.isNull())
        return;
    m_shell.jobs().start<std::optional<HazardRow>>(
            shell::Lane::Quick, tr("Finding the hazard"), this,
            [store = &m_store,
             id = reference.id](core::Progress &) -> core::Result<std::optional<HazardRow>> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                return rowOf(*connection, id);
            },
            [this](const core::Result<std::optional<HazardRow>> &row) {
                if (!row || !*row)
                    return;
                m_selected = **row;
                restoreSelection();
            });
}

void HazardPanel::restoreSelection()
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    int row = m_model->indexOf(m_selected);
    if (row < 0 && m_model->rowCount() > 0)
        row = 0;
    if (row >= 0)
        m_table->setCurrentIndex(
                m_model->index(row, std::max(0, m_table->currentIndex().column())));
}

void HazardPanel::followSelection()
{
    const Hazard *hazard = m_model->recordAt(m_table->currentIndex().row());
    m_isAwaited = !hazard && !m_isRestoring;
    if (!hazard)
        return;
    m_selected = hazard->row;
    // Filling the list does not take the eye off what another panel shows.
    const QString shown = m_shell.selection().type;
    if (!m_isRestoring || shown.isEmpty() || shown == "hazard"_L1)
        m_shell.setSelection({u"hazard"_s, hazard->id});
}

void HazardPanel::pageCame()
{
    const QScopedValueRollback restoring(m_isRestoring, !m_isAwaited);
    followSelection();
}

}
