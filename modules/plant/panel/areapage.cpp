// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/areapage.h"

#include "hazards/engine/hazardstore.h"
#include "plant/panel/areamodel.h"
#include "shell/emptystate.h"
#include "shell/jobrunner.h"
#include "shell/shell.h"
#include "store/store.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plant {

static core::Result<AreaContent> readAreas(const store::Store &store)
{
    const auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    auto tree = AreaTree::load(*connection);
    if (!tree)
        return core::passOn(tree);
    auto codes = CodeBook::load(*connection);
    if (!codes)
        return core::passOn(codes);
    auto use = areaUse(*connection);
    if (!use)
        return core::passOn(use);
    auto openHazards = hazards::openByArea(*connection);
    if (!openHazards)
        return core::passOn(openHazards);
    return AreaContent{std::move(*tree), std::move(*codes), std::move(*use),
                       std::move(*openHazards)};
}

AreaPage::AreaPage(store::Store &store, shell::Shell &shell, QWidget *parent)
    : PlantPage(parent)
    , m_store(store)
    , m_shell(shell)
    , m_model(new AreaModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_tree(new QTreeView(this))
    , m_nothing(new shell::EmptyState(shell.icon(u"area"_s), tr("No areas yet"),
                                      tr("Begin with the plant itself; its workshops and teams "
                                         "come below it."),
                                      this))
    , m_noMatch(new shell::EmptyState(shell.icon(u"search"_s), tr("No area fits the search"),
                                      QString(), this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"areas"_s);
    m_shown->setSourceModel(m_model);
    m_shown->setRecursiveFilteringEnabled(true);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(AreaModel::Name);
    m_shown->setFilterRole(AreaModel::SearchRole);
    m_tree->setObjectName(u"tree"_s);
    m_tree->setAccessibleName(tr("Areas"));
    m_tree->setModel(m_shown);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(false); // a double click opens the area
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(AreaModel::Name, QHeaderView::Stretch);
    const int letter = fontMetrics().horizontalAdvance(u'0');
    const int widths[] = {26, 11, 10, 9, 11, 13};
    for (int column = 0; column < AreaModel::ColumnCount; ++column)
        m_tree->header()->resizeSection(column, letter * widths[column]);

    connect(m_nothing->addButton(tr("Add the first area...")), &QPushButton::clicked, this,
            &PlantPage::addAsked);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(makeBar());
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_noMatch);
    layout->addWidget(m_stack, 1);

    connect(m_tree, &QTreeView::clicked, this, [this] { Q_EMIT picked(current()); });
    connect(m_tree, &QTreeView::activated, this, [this] { Q_EMIT editAsked(current()); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (const Area *area = m_model->areaAt(m_shown->mapToSource(index)))
            m_collapsed.insert(area->id);
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (const Area *area = m_model->areaAt(m_shown->mapToSource(index)))
            m_collapsed.remove(area->id);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_edit->setEnabled(!current().isNull());
        if (m_isRestoring || current().isNull())
            return;
        m_selected = current();
        Q_EMIT picked(m_selected);
    });
    refresh();
}

QWidget *AreaPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search the areas"));
    m_search->setPlaceholderText(tr("Search name, kind, code"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &AreaPage::applySearch);
    layout->addWidget(m_search, 1);
    const auto addButton = [&](const QString &name, const QString &icon, const QString &text) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setIcon(m_shell.icon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        layout->addWidget(button);
        return button;
    };
    connect(addButton(u"add"_s, u"add"_s, tr("Add")), &QToolButton::clicked, this,
            &PlantPage::addAsked);
    m_edit = addButton(u"edit"_s, u"edit"_s, tr("Edit"));
    m_edit->setEnabled(false);
    connect(m_edit, &QToolButton::clicked, this, [this] { Q_EMIT editAsked(current()); });
    return bar;
}

QString AreaPage::kind() const
{
    return u"area"_s;
}

void AreaPage::refresh()
{
    const int generation = ++m_generation;
    m_shell.jobs().start<AreaContent>(
            shell::Lane::Quick, tr("Reading the areas"), this,
            [store = &m_store](core::Progress &) { return readAreas(*store); },
            [this, generation](const core::Result<AreaContent> &content) {
                if (generation != m_generation)
                    return;
                if (!content) {
                    Q_EMIT failed(content.error());
                    return;
                }
                const QScopedValueRollback restoring(m_isRestoring, true);
                m_model->setContent(*content);
                restoreView();
            });
}

void AreaPage::applySearch()
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    m_shown->setFilterFixedString(m_search->text().trimmed());
    restoreView();
}

void AreaPage::restoreView()
{
    const QSet<QUuid> collapsed = m_collapsed;
    m_tree->expandAll(); // what a search finds is in sight
    if (m_search->text().trimmed().isEmpty()) {
        for (const QUuid &id : collapsed) {
            const QModelIndex index = m_shown->mapFromSource(m_model->indexOf(id));
            if (index.isValid())
                m_tree->collapse(index);
        }
    }
    m_collapsed = collapsed;
    const QModelIndex index = m_shown->mapFromSource(m_model->indexOf(m_selected));
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
    m_edit->setEnabled(!current().isNull());
    showWhatIsThere();
}

void AreaPage::showWhatIsThere()
{
    if (m_model->rowCount() == 0)
        m_stack->setCurrentWidget(m_nothing);
    else
        m_stack->setCurrentWidget(m_shown->rowCount() == 0 ? static_cast<QWidget *>(m_noMatch)
                                                           : m_tree);
}

void AreaPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QUuid AreaPage::current() const
{
    const Area *area = m_model->areaAt(m_shown->mapToSource(m_tree->currentIndex()));
    return area ? area->id : QUuid();
}

void AreaPage::select(const QUuid &id)
{
    m_selected = id;
    const QScopedValueRollback restoring(m_isRestoring, true);
    restoreView();
}

}
