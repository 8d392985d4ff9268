// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "store/op.h"

#include <QDataStream>
#include <QTemporaryFile>

#include <functional>

namespace hazards {

// What is written of a row once the whole file was read.
struct SpooledRow {
    int row = 0;
    store::Values values;
    QString state;
    QString hash;
};

// Rows on their way into the store, in a file that goes with the spool: a long ledger is read
// without the write lock, in the memory of one row.
class DraftSpool
{
public:
    core::Result<> add(const SpooledRow &row);
    int size() const { return m_size; }
    // In the order they were added.
    core::Result<> forEach(const std::function<core::Result<>(SpooledRow &)> &visit);

private:
    core::Result<> broken() const;

    QTemporaryFile m_file;
    QDataStream m_stream;
    int m_size = 0;
};

}
