// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/plantchoices.h"

#include "core/ids.h"
#include "plant/engine/area.h"
#include "plant/engine/equipment.h"
#include "plant/engine/person.h"
#include "shell/jobrunner.h"
#include "shell/shell.h"
#include "store/store.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

const QString areaMark = u"area:"_s;
const QString equipmentMark = u"equipment:"_s;

// Without the plant itself, which is the same for all.
QString withinPlant(const QString &path)
{
    const QString inside = path.section(u" / "_s, 1);
    return inside.isEmpty() ? path : inside;
}

core::Result<PlantChoices> readPlantChoices(const store::Store &store)
{
    const auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    PlantChoices choices;
    const auto people = plant::people(*connection);
    if (!people)
        return core::passOn(people);
    for (const plant::Person &person : *people) {
        const QString id = core::toText(person.id);
        choices.people.append({id, person.name, withinPlant(person.areaPath)});
        choices.units.append({id, person.area});
    }
    const auto equipment = plant::equipment(*connection);
    if (!equipment)
        return core::passOn(equipment);
    for (const plant::Equipment &each : *equipment)
        choices.places.append({equipmentMark + core::toText(each.id),
                               QString(each.code + u' ' + each.name).trimmed(),
                               withinPlant(each.areaPath)});
    const auto areas = plant::AreaTree::load(*connection);
    if (!areas)
        return core::passOn(areas);
    for (const plant::Area &area : areas->areas()) {
        choices.areas.append({core::toText(area.id), withinPlant(area.path), area.code});
        choices.places.append(
                {areaMark + core::toText(area.id), withinPlant(area.path), area.code});
    }
    auto codes = plant::CodeBook::load(*connection);
    if (!codes)
        return core::passOn(codes);
    choices.codes = std::move(*codes);
    return choices;
}

}

PlaceChoice placeOf(const QString &choice)
{
    if (choice.startsWith(areaMark))
        return {.area = core::uuidFromText(choice.mid(areaMark.size()))};
    if (choice.startsWith(equipmentMark))
        return {.equipment = core::uuidFromText(choice.mid(equipmentMark.size()))};
    return {};
}

QString placeChoice(const QUuid &area, const QUuid &equipment)
{
    if (!equipment.isNull())
        return equipmentMark + core::toText(equipment);
    return area.isNull() ? QString() : areaMark + core::toText(area);
}

void loadPlantChoices(store::Store &store, shell::Shell &shell, QObject *receiver,
                      std::function<void(const core::Result<PlantChoices> &)> done)
{
    shell.jobs().start<PlantChoices>(
            shell::Lane::Quick,
            QCoreApplication::translate("hazards", "Reading people, areas and equipment"), receiver,
            [store = &store](core::Progress &) { return readPlantChoices(*store); },
            std::move(done));
}

}
