// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/conflicts.h"

#include <QScrollArea>

class QBoxLayout;

namespace hazards {

// The open conflicts of one hazard, one below the other: who did what, what stands, what lost, and
// the buttons that decide.
class ConflictList : public QScrollArea
{
    Q_OBJECT
public:
    explicit ConflictList(QWidget *parent = nullptr);
    // What somebody is writing stays while the conflicts are the same.
    void setConflicts(const QList<OpenConflict> &conflicts, const QByteArray &timeZone);

Q_SIGNALS:
    void decided(const QByteArray &conflict, hazards::ConflictChoice choice, const QString &text);

private:
    QWidget *makeEntry(const OpenConflict &conflict, const QByteArray &timeZone);
    void addButtons(const OpenConflict &conflict, QWidget *entry, QBoxLayout *layout);

    QStringList m_shown; // what the entries were made from
};

}
