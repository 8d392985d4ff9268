// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

namespace documents {

// The cell as a person reads it.
QString cellText(const Cell &cell, const Column &column, const Report &report);

QString instantText(const QDateTime &instant, const Report &report);

}
