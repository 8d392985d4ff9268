// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "store/op.h"
#include "store/reducer.h"
#include "store/writer.h"

namespace store {

class Connection;
class Schema;
class Store;

// One operation in the life of a record, with what stood there before.
struct HistoryEntry {
    qint64 seq = 0;
    Op op;
    Values before; // what stood in the fields it wrote
    Outcome outcome = Outcome::Applied;
    QStringList lost;      // fields whose value did not take effect: somebody else's stands there
    bool isDenied = false; // refused by role, not folded
    bool isPending = false;
};

// All operations on one record, oldest first.
core::Result<QList<HistoryEntry>> history(const Connection &connection, const Schema &schema,
                                          const QString &type, const QUuid &entity);

// One save of a person on this machine.
struct Action {
    qint64 id = 0;
    QUuid actor;
    qint64 time = 0;
    QString label;
    qint64 firstSeq = 0;
    qint64 lastSeq = 0;
    bool isUndone = false;
};

// Newest first.
core::Result<QList<Action>> actions(const Connection &connection, const QUuid &actor, int most);

struct UndoReport {
    Action action;
    Receipt receipt;  // no operations: nothing of it could be taken back
    QStringList kept; // what could not be taken back since somebody changed it later, in words
};

// Takes one's own action back by compensating operations; nothing is erased. Fields that somebody
// wrote later stay and are named.
core::Result<UndoReport> undo(Store &store, const QUuid &actor, qint64 action,
                              core::Progress &progress);
core::Result<UndoReport> undoLast(Store &store, const QUuid &actor, core::Progress &progress);

}
