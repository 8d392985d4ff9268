// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/ledgerrow.h"

namespace hazards {

// A cell on its way into a record.
struct RowReader::Place {
    const tables::Cell &cell;
    const ColumnPlan &column;
    const store::FieldSpec *field; // null: a field of the plant's own
    DraftRow &draft;
};

QString instantOf(const tables::DateValue &moment, const QByteArray &timeZone);

}
