// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

#include <QDataStream>
#include <QTemporaryFile>

namespace documents {

struct SpooledRow {
    RowKind kind = RowKind::Record;
    QStringList texts;
    Reference reference;
};

// The rows of a report in a temporary file that only this user can read and that goes with the
// object. Write all, then read from any place onwards.
class RowSpool
{
public:
    core::Result<> open();
    core::Result<> append(const SpooledRow &row);
    core::Result<> finish();
    int count() const { return m_count; }

    core::Result<> seek(qint64 position);
    qint64 position() const { return m_file.pos(); }
    core::Result<SpooledRow> next();

private:
    QTemporaryFile m_file;
    QDataStream m_stream;
    int m_count = 0;
};

}
