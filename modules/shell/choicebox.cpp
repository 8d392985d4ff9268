// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/choicebox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace shell {

namespace {

constexpr int IdRole = Qt::UserRole + 1;
constexpr int LabelRole = Qt::UserRole + 2;

// Shows label and hint in the list, puts the label alone into the line.
class ChoiceCompleter final : public QCompleter
{
public:
    using QCompleter::QCompleter;
    QString pathFromIndex(const QModelIndex &index) const override
    {
        return index.data(LabelRole).toString();
    }
};

}

ChoiceBox::ChoiceBox(QWidget *parent)
    : QLineEdit(parent)
    , m_model(new QStandardItemModel(this))
    , m_completer(new ChoiceCompleter(m_model, this))
{
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(12);
    setCompleter(m_completer);
    setClearButtonEnabled(true);
    setPlaceholderText(tr("Type a part of it, or press the down arrow"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &ChoiceBox::take);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::highlighted), this,
            [this](const QModelIndex &index) { m_marked = index.data(IdRole).toString(); });
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_marked.clear();
        setChosen({});
        if (m_source == Source::Searched)
            Q_EMIT searched(text);
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            setChosen({}); // the clear button is no edit
        Q_EMIT entryChanged();
    });
}

void ChoiceBox::setSource(Source source)
{
    m_source = source;
    m_completer->setCompletionMode(source == Source::List ? QCompleter::PopupCompletion
                                                          : QCompleter::UnfilteredPopupCompletion);
}

void ChoiceBox::setChoices(const QList<Choice> &choices)
{
    m_choices = choices;
    m_isLoaded = true;
    fill();
    if (!m_chosen.isEmpty()) {
        if (const Choice *choice = find(m_chosen))
            setText(choice->label);
    } else if (m_source == Source::Searched && hasFocus() && !text().isEmpty()) {
        m_completer->setCompletionPrefix(text());
        m_completer->complete();
    }
}

void ChoiceBox::fill()
{
    m_model->clear();
    for (const Choice &choice : std::as_const(m_choices)) {
        auto *item = new QStandardItem(
                choice.hint.isEmpty() ? choice.label : choice.label + u"　"_s + choice.hint);
        item->setData(choice.id, IdRole);
        item->setData(choice.label, LabelRole);
        m_model->appendRow(item);
    }
}

const Choice *ChoiceBox::find(const QString &id) const
{
    const auto found = std::find_if(m_choices.cbegin(), m_choices.cend(),
                                    [&id](const Choice &choice) { return choice.id == id; });
    return found == m_choices.cend() ? nullptr : &*found;
}

void ChoiceBox::choose(const QString &id)
{
    m_marked.clear();
    const Choice *choice = find(id);
    if (choice)
        setText(choice->label);
    else if (m_isLoaded || id.isEmpty())
        clear();
    setChosen(choice || !m_isLoaded ? id : QString());
}

void ChoiceBox::setEntry(const QString &text)
{
    m_marked.clear();
    setChosen({});
    setText(text);
    settle();
}

bool ChoiceBox::isUnknown() const
{
    return m_chosen.isEmpty() && !text().trimmed().isEmpty();
}

void ChoiceBox::setChosen(const QString &id)
{
    if (m_chosen == id)
        return;
    m_chosen = id;
    Q_EMIT chosenChanged();
}

void ChoiceBox::take(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(IdRole).toString();
    m_completer->popup()->hide();
    choose(id);
    end(false);
}

void ChoiceBox::settle()
{
    if (!isUnknown())
        return;
    const QString typed = text().trimmed();
    if (const Choice *marked = find(m_marked); marked && marked->label == typed) {
        choose(marked->id);
        return;
    }
    const Choice *equal = nullptr;
    const Choice *part = nullptr;
    int equals = 0;
    int parts = 0;
    for (const Choice &choice : std::as_const(m_choices)) {
        if (choice.label.compare(typed, Qt::CaseInsensitive) == 0) {
            equal = &choice;
            ++equals;
        } else if (choice.label.contains(typed, Qt::CaseInsensitive)
                   || choice.hint.contains(typed, Qt::CaseInsensitive)) {
            part = &choice;
            ++parts;
        }
    }
    // Two of one name: the person has to say which.
    if (equals == 1)
        choose(equal->id);
    else if (equals == 0 && parts == 1)
        choose(part->id);
}

void ChoiceBox::openList()
{
    if (m_source == Source::Searched) {
        Q_EMIT searched(text());
        return;
    }
    m_completer->setCompletionPrefix(m_chosen.isEmpty() ? text() : QString());
    m_completer->complete();
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *list = m_completer->popup();
    const bool isOpen = list && list->isVisible();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isOpen && isEnter && !list->currentIndex().isValid() && list->model()->rowCount() > 0) {
        take(list->model()->index(0, 0));
        event->accept();
        return;
    }
    if (!isOpen && event->key() == Qt::Key_Down) {
        openList();
        event->accept();
        return;
    }
    if (!isOpen && isEnter)
        settle(); // before the dialog looks at what was entered
    QLineEdit::keyPressEvent(event);
}

void ChoiceBox::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m_completer->popup()->hide();
        settle();
    }
    QLineEdit::focusOutEvent(event);
}

}
