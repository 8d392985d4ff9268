// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace store {

class Store;

// A frame as the acceptor of the plant put it in the log.
struct AcceptedFrame {
    QByteArray frame;
    QByteArray env; // the exact bytes that are hashed
};

struct ReceiveReport {
    int operations = 0;
    int repeated = 0; // already in the log
    int ownHome = 0;  // own pending operations that came back
};

// From now on saves wait in the queue for the acceptor, and show as pending until they come home.
core::Result<> join(Store &store);

// Takes accepted frames into the log and folds them, all in one transaction. Records with
// operations of this desk still waiting are folded on their confirmed state, and the waiting ones
// put on top.
core::Result<ReceiveReport> receive(Store &store, const QList<AcceptedFrame> &frames);

}
