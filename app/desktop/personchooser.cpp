// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/personchooser.h"

#include "shell/icons.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

PersonChooser::PersonChooser(const QList<shell::Person> &people, const QUuid &current,
                             QWidget *parent)
    : QDialog(parent)
    , m_people(people)
    , m_current(current)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Who works now"));
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(tr("Part of the name, post or login"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_list->setObjectName(u"people"_s);
    m_list->setAccessibleName(tr("People"));
    m_list->setUniformItemSizes(true);
    auto *label = new QLabel(tr("&Search"), this);
    label->setBuddy(m_filter);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_choose = buttons->addButton(tr("C&hoose"), QDialogButtonBox::AcceptRole);
    m_choose->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);

    connect(m_filter, &QLineEdit::textChanged, this, &PersonChooser::applyFilter);
    connect(m_list, &QListWidget::itemActivated, this, &PersonChooser::choose);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_choose->setEnabled(row >= 0); });
    connect(buttons, &QDialogButtonBox::accepted, this, &PersonChooser::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    applyFilter();
    const int line = fontMetrics().height();
    resize(line * 24, line * 26);
}

bool PersonChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown
            || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_list, event); // the list moves, the typing goes on
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PersonChooser::applyFilter()
{
    const QString part = m_filter->text().trimmed();
    m_list->clear();
    for (qsizetype i = 0; i < m_people.size(); ++i) {
        const shell::Person &person = m_people.at(i);
        if (!person.name.contains(part, Qt::CaseInsensitive)
            && !person.post.contains(part, Qt::CaseInsensitive)
            && !person.login.contains(part, Qt::CaseInsensitive))
            continue;
        const QString text =
                person.post.isEmpty() ? person.name : tr("%1, %2").arg(person.name, person.post);
        auto *item = new QListWidgetItem(shell::icon(u"person"_s), text, m_list);
        item->setData(Qt::UserRole, int(i));
        if (person.id == m_current)
            m_list->setCurrentItem(item);
    }
    if (m_list->count() == 0) {
        auto *nobody = new QListWidgetItem(
                m_people.isEmpty() ? tr("Nobody has been entered in this plant yet.")
                                   : tr("Nobody is called that."),
                m_list);
        nobody->setFlags(Qt::NoItemFlags);
    } else if (!m_list->currentItem()) {
        m_list->setCurrentRow(0);
    }
    m_choose->setEnabled(m_list->currentItem());
}

void PersonChooser::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const shell::Person person = m_people.at(item->data(Qt::UserRole).toInt());
    accept();
    Q_EMIT chosen(person);
}

}
