// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandsearch.h"

#include "app/desktop/actionbook.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

CommandSearch::CommandSearch(const ActionBook &actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Find a command"));
    m_filter->setObjectName(u"filter"_s);
    m_filter->setAccessibleName(tr("Part of a command's name"));
    m_filter->setPlaceholderText(tr("Part of a command's name"));
    m_filter->installEventFilter(this);
    m_list->setObjectName(u"commands"_s);
    m_list->setAccessibleName(tr("Commands"));
    auto *hint = new QLabel(tr("Enter runs the command, Esc closes."), this);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(hint);
    connect(m_filter, &QLineEdit::textChanged, this, &CommandSearch::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, &CommandSearch::run);
    connect(m_list, &QListWidget::itemActivated, this, &CommandSearch::run);
    applyFilter();
    const int line = fontMetrics().height();
    resize(line * 30, line * 24);
}

bool CommandSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown
            || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandSearch::applyFilter()
{
    m_list->clear();
    const QString part = m_filter->text().trimmed();
    for (const ActionBook::Entry &entry : m_actions.entries()) {
        const QAction *action = m_actions.action(entry.id);
        if (!action->isEnabled() || entry.id == "help.commands"_L1
            || !entry.text.contains(part, Qt::CaseInsensitive))
            continue;
        const QString key = entry.key.toString(QKeySequence::NativeText);
        const QString text = key.isEmpty() ? entry.text : tr("%1   [%2]").arg(entry.text, key);
        auto *item = new QListWidgetItem(action->icon(), text, m_list);
        item->setData(Qt::UserRole, entry.id);
    }
    m_list->setCurrentRow(0);
}

void CommandSearch::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QPointer<QAction> action = m_actions.action(item->data(Qt::UserRole).toString());
    accept();
    if (action)
        action->trigger();
}

}
