// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/spec.h"

namespace hazards {

store::EntitySpec incidentSpec();

}
