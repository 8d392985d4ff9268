// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLineEdit>
#include <QList>

class QCompleter;
class QStandardItemModel;

namespace shell {

struct Choice {
    QString id;    // what is chosen; never shown
    QString label; // what stands in the box
    QString hint;  // what tells two equal labels apart: unit, code; found by typing as well
};

// A line to type in that finds one entry of a longer list by any part of its label or hint: people,
// areas, equipment. Down opens the whole list; Enter takes the marked or else the first entry
// found.
class ChoiceBox : public QLineEdit
{
    Q_OBJECT
    // For drafts: the text, and with it the entry that it can only mean.
    Q_PROPERTY(QString entry READ text WRITE setEntry NOTIFY entryChanged USER true)
public:
    // Searched: the entries are found elsewhere; answer searched() with setChoices().
    enum class Source { List, Searched };

    explicit ChoiceBox(QWidget *parent = nullptr);

    void setSource(Source source);
    void setChoices(const QList<Choice> &choices); // keeps what is chosen, if it is among them
    const QList<Choice> &choices() const { return m_choices; }
    bool isLoaded() const { return m_isLoaded; } // choices have come

    QString chosen() const { return m_chosen; } // id; empty if none
    void choose(const QString &id);             // before the choices come: as soon as they do
    void setEntry(const QString &text);
    bool isUnknown() const; // something is typed that is no entry

Q_SIGNALS:
    void chosenChanged();
    void entryChanged();
    void searched(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void fill();
    void take(const QModelIndex &index);
    void settle(); // a text that can only mean one entry means it
    void openList();
    void setChosen(const QString &id);
    const Choice *find(const QString &id) const;

    QList<Choice> m_choices;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QString m_chosen;
    QString m_marked; // marked in the list, its label in the line
    Source m_source = Source::List;
    bool m_isLoaded = false;
};

}
