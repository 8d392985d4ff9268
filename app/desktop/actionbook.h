// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/shell.h"

#include <QAction>
#include <QObject>
#include <QPointer>

namespace app {

// Every action of the window by its id, with the keys that the user chose. GUI thread.
class ActionBook : public QObject
{
    Q_OBJECT
public:
    struct Entry {
        QString id;
        QString text; // without mnemonic
        QKeySequence byDefault;
        QKeySequence key;
        bool isOfWindow = true; // else of one panel
    };

    ActionBook(QSettings &settings, QWidget *window);

    QAction *add(const shell::ActionSpec &spec);
    QAction *action(const QString &id) const; // null once its panel is gone
    QList<Entry> entries() const;             // by text
    void setKey(const QString &id, const QKeySequence &key);

    // Which entry's key would be ambiguous with this one; null if none.
    static const Entry *conflict(const QList<Entry> &entries, const Entry &asked);

private:
    struct Page {
        QPointer<QAction> action;
        QKeySequence byDefault;
    };

    QSettings &m_settings;
    QWidget *m_window;
    QMap<QString, Page> m_pages;
};

}
