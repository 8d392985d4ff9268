// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace store {
class Schema;
}

namespace plant {

// The kinds area, person and equipment.
void addSpecs(store::Schema &schema);

}
