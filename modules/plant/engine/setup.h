// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QUuid>

namespace store {
class Store;
}

namespace plant {

struct Person;

// The first save of a new plant, which has nobody who could make it: an area at the top named after
// the plant, and the person who sets it up, as a safety officer unless another role is given. Both
// are recorded as made by that person, whose id is returned. An area that is there already stays.
// Refused once somebody is recorded.
core::Result<QUuid> setUpPlant(store::Store &store, const Person &first);

}
