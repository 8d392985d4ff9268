// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QList>
#include <QUuid>

namespace store {
class Connection;
class Schema;
}

namespace hazards {

struct HistoryChange {
    QString field; // in words
    QString before;
    QString after;
};

struct HistoryLine {
    qint64 seq = 0;
    qint64 time = 0; // milliseconds UTC
    QUuid actor;
    QString who;
    QString what; // "Dispatched", "Changed", "Comment"
    QList<HistoryChange> changes;
    bool isPending = false;

    QString text() const; // one sentence: what and all changes
};

// The life of one record in words, oldest first: names for references, labels for codes. Works for
// every kind.
core::Result<QList<HistoryLine>> historyLines(const store::Connection &connection,
                                              const store::Schema &schema, const QString &type,
                                              const QUuid &id,
                                              const QByteArray &timeZone = "Asia/Shanghai");

}
