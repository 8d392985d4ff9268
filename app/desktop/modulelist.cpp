// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/modulelist.h"

namespace app {

std::vector<std::unique_ptr<shell::Module>> createModules(store::Store &)
{
    return {};
}

}
