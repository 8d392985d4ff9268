// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace store {
class Schema;
}

namespace app {

// The kinds of record of all modules: the same in every program.
store::Schema createSchema();

}
