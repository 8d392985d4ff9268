// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/incidentpanel.h"

#include "hazards/panel/incidentlistmodel.h"
#include "hazards/panel/incidenttext.h"
#include "hazards/panel/ledgeractions.h"
#include "shell/emptystate.h"
#include "shell/events.h"
#include "shell/jobrunner.h"
#include "shell/messagebar.h"
#include "shell/setting.h"
#include "shell/shell.h"
#include "store/store.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hazards {

static const shell::Setting<QByteArray> incidentHeader{u"hazards.incidents/header"_s, {}};

IncidentPanel::IncidentPanel(store::Store &store, shell::Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_shell(shell)
    , m_model(new IncidentListModel(store, shell, this))
    , m_table(new QTableView(this))
    , m_details(new QTextBrowser(this))
    , m_messages(new shell::MessageBar(shell, this))
    , m_empty(new shell::EmptyState(shell.icon(u"incident"_s), QString(), QString(), this))
    , m_takeOver(m_empty->addButton(tr("Take over a spreadsheet...")))
    , m_stack(new QStackedWidget(this))
    , m_pause(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(makeBar());
    layout->addWidget(m_messages);
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    makeActions();

    m_pause->setSingleShot(true);
    m_pause->setInterval(200);
    connect(m_pause, &QTimer::timeout, this,
            [this] { m_model->setFilter({.text = m_search->text().trimmed()}); });
    connect(m_model, &IncidentListModel::failed, m_messages, &shell::MessageBar::showError);
    connect(m_model, &IncidentListModel::listed, this, &IncidentPanel::showWhatIsThere);
    connect(m_model, &QAbstractItemModel::modelReset, this, &IncidentPanel::restoreSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        const QScopedValueRollback restoring(m_isRestoring, !m_isAwaited);
        followSelection(); // its page has come
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &IncidentPanel::followSelection);
    connect(m_table, &QTableView::clicked, this, &IncidentPanel::followSelection);
    connect(&shell.events(), &shell::Events::storeChanged, this, [this](const QStringList &types) {
        if (types.contains(u"incident"_s) || types.contains(u"area"_s)
            || types.contains(u"custom_field"_s)) {
            m_model->refresh();
            readDetails();
        }
    });
    connect(&shell.events(), &shell::Events::themeChanged, this, &IncidentPanel::readDetails);
    connect(&shell.events(), &shell::Events::referenceOpened, this, &IncidentPanel::showReference);
    showReference(shell.selection());
    m_model->refresh();
}

IncidentPanel::~IncidentPanel()
{
    incidentHeader.set(m_shell.settings(), m_table->horizontalHeader()->saveState());
}

QWidget *IncidentPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search the incidents"));
    m_search->setPlaceholderText(tr("Search number, text, place"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    layout->addWidget(m_search, 1);
    m_total = new QLabel(bar);
    m_total->setObjectName(u"total"_s);
    layout->addWidget(m_total);
    return bar;
}

QWidget *IncidentPanel::makeList()
{
    m_table->setObjectName(u"incidents"_s);
    m_table->setAccessibleName(tr("Incidents"));
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
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int letter = fontMetrics().horizontalAdvance(u'0');
    const int widths[] = {11, 18, 14, 7, 14, 50};
    for (int column = 0; column < IncidentListModel::ColumnCount; ++column)
        header->resizeSection(column, letter * widths[column]);
    header->restoreState(incidentHeader.get(m_shell.settings()));

    m_details->setObjectName(u"details"_s);
    m_details->setAccessibleName(tr("The incident in full"));
    m_details->setOpenLinks(false);
    m_details->setFrameShape(QFrame::NoFrame);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

void IncidentPanel::makeActions()
{
    m_shell.addAction({.id = u"incidents.search"_s,
                       .text = tr("Search the incidents"),
                       .key = QKeySequence::Find,
                       .scope = this,
                       .handler = [this] { m_search->setFocus(Qt::ShortcutFocusReason); }});
    m_shell.addAction({.id = u"incidents.refresh"_s,
                       .text = tr("Refresh the incidents"),
                       .key = QKeySequence::Refresh,
                       .scope = this,
                       .handler = [this] { m_model->refresh(); }});
    m_takeOver->setObjectName(u"takeOver"_s);
    connect(m_takeOver, &QPushButton::clicked, this,
            [this] { importLedger(m_store, m_shell, this); });
}

void IncidentPanel::showWhatIsThere()
{
    const bool isFiltered = !m_search->text().trimmed().isEmpty();
    m_total->setText(tr("%n incident(s)", nullptr, m_model->rowCount()));
    if (isFiltered)
        m_empty->setTexts(tr("No incident fits the search"), {});
    else
        m_empty->setTexts(tr("No incidents are recorded"),
                          tr("Accidents and near misses of a spreadsheet that is taken over come "
                             "to stand here."));
    m_takeOver->setVisible(!isFiltered);
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
}

void IncidentPanel::showReference(const shell::Reference &reference)
{
    if (reference.type != "incident"_L1 || reference.isNull())
        return;
    m_shell.jobs().start<std::optional<IncidentRow>>(
            shell::Lane::Quick, tr("Finding the incident"), this,
            [store = &m_store,
             id = reference.id](core::Progress &) -> core::Result<std::optional<IncidentRow>> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                return incidentRow(*connection, id);
            },
            [this](const core::Result<std::optional<IncidentRow>> &row) {
                if (!row || !*row)
                    return;
                m_selected = **row;
                restoreSelection();
            });
}

// Filling the list does not move the selection of the window.
void IncidentPanel::restoreSelection()
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    int row = m_model->indexOf(m_selected);
    if (row < 0 && m_model->rowCount() > 0)
        row = 0;
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void IncidentPanel::followSelection()
{
    const Incident *incident = m_model->recordAt(m_table->currentIndex().row());
    m_isAwaited = !incident && !m_isRestoring;
    if (!incident)
        return;
    m_selected = incident->row;
    if (!m_isRestoring)
        m_shell.setSelection({u"incident"_s, incident->id});
    if (m_id == incident->id)
        return;
    m_id = incident->id;
    readDetails();
}

void IncidentPanel::readDetails()
{
    const int generation = ++m_generation;
    if (m_id.isNull())
        return;
    m_shell.jobs().start<IncidentDetails>(
            shell::Lane::Quick, tr("Reading the incident"), this,
            [store = &m_store, id = m_id](core::Progress &) { return readIncident(*store, id); },
            [this, generation](const core::Result<IncidentDetails> &details) {
                if (generation != m_generation)
                    return;
                if (details)
                    m_details->setHtml(incidentHtml(*details, m_store.schema(), m_shell.colours()));
                else
                    m_messages->showError(details.error());
            });
}

}
