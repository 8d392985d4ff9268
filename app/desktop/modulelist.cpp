// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/modulelist.h"

#include "hazards/engine/hazardspecs.h"
#include "plant/engine/plantspecs.h"
#include "store/spec.h"

namespace app {

std::vector<std::unique_ptr<shell::Module>> createModules(store::Store &)
{
    return {};
}

store::Schema createSchema()
{
    store::Schema schema;
    plant::addSpecs(schema);
    hazards::addSpecs(schema);
    return schema;
}

}
