// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/shell.h"

#include <memory>
#include <vector>

namespace store {
class Store;
}

namespace app {

// Every module, once, in the order of its panels and menus.
std::vector<std::unique_ptr<shell::Module>> createModules(store::Store &store);

}
