// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/setup.h"

#include "core/clock.h"
#include "core/ids.h"
#include "plant/engine/area.h"
#include "plant/engine/person.h"
#include "store/store.h"
#include "store/writer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plant {

core::Result<QUuid> setUpPlant(store::Store &store, const Person &first)
{
    Person person = first;
    person.id = core::makeUuid7(store.clock().now(), store.rng());
    if (person.role.isEmpty())
        person.role = u"safety_officer"_s;
    auto writer = store::Writer::begin(
            store, person.id,
            QCoreApplication::translate("plant", "%1 set up").arg(store.plant().name));
    if (!writer)
        return core::passOn(writer);
    const auto known = people(writer->connection(), {.activeOnly = false});
    if (!known)
        return core::passOn(known);
    if (!known->isEmpty())
        return core::fail(
                core::ErrorCode::Refused,
                QCoreApplication::translate("plant",
                                            "This plant is set up already. Choose who works now "
                                            "and add further people in their name."));
    const auto tree = AreaTree::load(writer->connection());
    if (!tree)
        return core::passOn(tree);
    const QList<QUuid> roots = tree->children({});
    if (roots.isEmpty()) {
        const auto root = addArea(*writer, {.kind = u"plant"_s, .name = store.plant().name});
        if (!root)
            return root;
        person.area = *root;
    } else if (person.area.isNull()) {
        person.area = roots.first();
    }
    auto id = addPerson(*writer, person);
    if (!id)
        return id;
    if (const auto receipt = writer->commit(); !receipt)
        return core::passOn(receipt);
    return id;
}

}
