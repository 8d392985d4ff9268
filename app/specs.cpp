// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/specs.h"

#include "hazards/engine/hazardspecs.h"
#include "plant/engine/plantspecs.h"
#include "store/spec.h"

namespace app {

store::Schema createSchema()
{
    store::Schema schema;
    plant::addSpecs(schema);
    hazards::addSpecs(schema);
    return schema;
}

}
