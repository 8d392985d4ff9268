// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/registerpage.h"

#include "plant/panel/registermodel.h"
#include "shell/emptystate.h"
#include "shell/events.h"
#include "shell/setting.h"
#include "shell/shell.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plant {

static shell::Setting<QByteArray> registerHeader(const Register &kind)
{
    return {u"plant.people/"_s + kind.entity + u"Header"_s, {}};
}

RegisterPage::RegisterPage(const Register &kind, store::Store &store, shell::Shell &shell,
                           QWidget *parent)
    : PlantPage(parent)
    , m_kind(kind)
    , m_shell(shell)
    , m_model(new RegisterModel(kind, store, shell, this))
    , m_table(new QTableView(this))
    , m_empty(new shell::EmptyState(shell.icon(kind.iconName), QString(), QString(), this))
    , m_firstStep(m_empty->addButton(kind.firstStep))
    , m_stack(new QStackedWidget(this))
    , m_pause(new QTimer(this))
{
    setObjectName(kind.entity);
    m_table->setObjectName(u"table"_s);
    m_table->setAccessibleName(kind.listName);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
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
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int letter = fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < m_model->columnCount(); ++column)
        header->resizeSection(column, letter * kind.widths.at(column));
    header->restoreState(registerHeader(kind).get(shell.settings()));
    header->setSortIndicator(0, Qt::AscendingOrder);
    m_firstStep->setObjectName(u"firstStep"_s);
    connect(m_firstStep, &QPushButton::clicked, this, &PlantPage::addAsked);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(makeBar());
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);

    m_pause->setSingleShot(true);
    m_pause->setInterval(200);
    connect(m_pause, &QTimer::timeout, this, &RegisterPage::applyFilter);
    connect(m_model, &RegisterModel::failed, this, &PlantPage::failed);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { select(m_selected); });
    connect(m_model, &RegisterModel::answered, this, &RegisterPage::offer);
    connect(m_table, &QTableView::clicked, this, [this] { Q_EMIT picked(current()); });
    connect(m_table, &QTableView::activated, this, [this] { Q_EMIT editAsked(current()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_edit->setEnabled(!current().isNull());
        if (m_isRestoring || current().isNull())
            return;
        m_selected = current();
        Q_EMIT picked(m_selected);
    });
    connect(&shell.events(), &shell::Events::themeChanged, m_table->viewport(),
            qOverload<>(&QWidget::update));
    m_table->setSortingEnabled(true); // asks for the first time
}

RegisterPage::~RegisterPage()
{
    registerHeader(m_kind).set(m_shell.settings(), m_table->horizontalHeader()->saveState());
}

QWidget *RegisterPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *lines = new QVBoxLayout(bar);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *first = new QHBoxLayout;
    auto *second = new QHBoxLayout;
    lines->addLayout(first);
    lines->addLayout(second);

    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(m_kind.searchName);
    m_search->setPlaceholderText(m_kind.searchHint);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().horizontalAdvance(u'0') * 16);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    first->addWidget(m_search, 1);
    const auto addButton = [&](const QString &name, const QString &text) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setIcon(m_shell.icon(name));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        first->addWidget(button);
        return button;
    };
    connect(addButton(u"add"_s, tr("Add")), &QToolButton::clicked, this, &PlantPage::addAsked);
    m_edit = addButton(u"edit"_s, tr("Edit"));
    m_edit->setEnabled(false);
    connect(m_edit, &QToolButton::clicked, this, [this] { Q_EMIT editAsked(current()); });
    makeFilters(bar, second);
    return bar;
}

void RegisterPage::makeFilters(QWidget *bar, QHBoxLayout *layout)
{
    const auto addChoice = [&](const QString &name, const QString &says, const QString &any) {
        auto *box = new QComboBox(bar);
        box->setObjectName(name);
        box->setAccessibleName(says);
        box->addItem(any);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        connect(box, &QComboBox::activated, this, &RegisterPage::applyFilter);
        layout->addWidget(box, 1);
        return box;
    };
    m_area = addChoice(u"area"_s, tr("Area"), tr("All areas"));
    m_code = addChoice(u"code"_s, m_kind.codeName, m_kind.anyCode);
    if (m_kind.hasFormer) {
        m_former = new QToolButton(bar);
        m_former->setObjectName(u"former"_s);
        m_former->setText(tr("With those who left"));
        m_former->setCheckable(true);
        connect(m_former, &QToolButton::toggled, this, &RegisterPage::applyFilter);
        layout->addWidget(m_former);
    }
    m_total = new QLabel(bar);
    m_total->setObjectName(u"total"_s);
    layout->addStretch(1);
    layout->addWidget(m_total);
}

void RegisterPage::refresh()
{
    m_model->refresh();
}

void RegisterPage::applyFilter()
{
    m_pause->stop();
    m_model->ask(m_search->text().trimmed(), m_area->currentData().toUuid(),
                 m_code->currentData().toString(), m_former && m_former->isChecked());
}

bool RegisterPage::isFiltered() const
{
    return !m_search->text().trimmed().isEmpty() || m_area->currentIndex() > 0
            || m_code->currentIndex() > 0;
}

void RegisterPage::offer(const AreaTree &areas, const QList<Code> &codes)
{
    const auto refill = [](QComboBox *box, const auto &fill) {
        const QVariant chosen = box->currentData();
        while (box->count() > 1)
            box->removeItem(box->count() - 1);
        fill();
        box->setCurrentIndex(chosen.isValid() ? std::max(0, box->findData(chosen)) : 0);
    };
    refill(m_area, [&] {
        for (const Area &area : areas.areas())
            m_area->addItem(QString(area.depth * 2, u'\u2003') + area.name, area.id);
    });
    refill(m_code, [&] {
        for (const Code &code : codes)
            m_code->addItem(code.label(), code.code);
    });
    m_total->setText(m_kind.count(m_model->rowCount()));
    showWhatIsThere();
}

void RegisterPage::showWhatIsThere()
{
    const bool isEmpty = m_model->rowCount() == 0;
    if (isFiltered())
        m_empty->setTexts(m_kind.noMatch, tr("Take back a part of the filter above to see more."));
    else
        m_empty->setTexts(m_kind.nothingTitle, m_kind.nothingText);
    m_firstStep->setVisible(!isFiltered());
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
}

void RegisterPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QUuid RegisterPage::current() const
{
    return m_model->idAt(m_table->currentIndex().row());
}

void RegisterPage::select(const QUuid &id)
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    m_selected = id;
    const int row = m_model->indexOf(id);
    if (row >= 0)
        m_table->setCurrentIndex(
                m_model->index(row, std::max(0, m_table->currentIndex().column())));
    m_edit->setEnabled(row >= 0);
}

}
