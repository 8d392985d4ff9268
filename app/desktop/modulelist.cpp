// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/modulelist.h"

#include "hazards/panel/hazardsmodule.h"
#include "plant/panel/plantmodule.h"

namespace app {

std::vector<std::unique_ptr<shell::Module>> createModules(store::Store &store)
{
    std::vector<std::unique_ptr<shell::Module>> modules;
    modules.push_back(hazards::createModule(store));
    modules.push_back(plant::createModule(store));
    return modules;
}

}
