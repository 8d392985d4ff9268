// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/shell.h"

#include <memory>

namespace store {
class Store;
}

namespace plant {

std::unique_ptr<shell::Module> createModule(store::Store &store);

}
