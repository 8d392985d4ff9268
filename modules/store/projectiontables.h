// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/spec.h"

namespace store {

// How a record kind is laid out as a table; createProjections() makes them.
bool hasColumn(const FieldSpec &field);
QString sqlType(const FieldSpec &field);
QString tableOf(const EntitySpec *spec); // null: of the kinds this version does not know

}
