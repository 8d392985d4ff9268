// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/opening.h"

#include "app/ctl/words.h"
#include "app/specs.h"
#include "core/ids.h"
#include "plant/engine/area.h"
#include "plant/engine/equipment.h"
#include "plant/engine/person.h"

namespace ctl {

Services::Services()
    : schema(app::createSchema())
{
}

core::Result<std::unique_ptr<Opened>> Opened::open(const Request &request)
{
    std::unique_ptr<Opened> opened(new Opened);
    auto store = store::Store::open(request.storePath(), opened->m_services.environment(),
                                    request.progress());
    if (!store)
        return core::passOn(store);
    opened->m_store = std::move(*store);
    auto connection = opened->m_store->connect();
    if (!connection)
        return core::passOn(connection);
    opened->m_connection = std::make_unique<store::Connection>(std::move(*connection));
    return opened;
}

core::Result<QUuid> Opened::actor(const Request &request) const
{
    if (request.login().isEmpty())
        return core::fail(core::ErrorCode::Refused,
                          Words::tr("Who does this? Name the person by --as LOGIN."));
    return personFor(connection(), request.login());
}

core::Result<QUuid> personFor(const store::Connection &connection, const QString &text)
{
    if (text.isEmpty())
        return QUuid();
    const auto byLogin = plant::findPersonByLogin(connection, text);
    if (!byLogin)
        return core::passOn(byLogin);
    if (*byLogin)
        return (*byLogin)->id;
    if (const QUuid id = core::uuidFromText(text); !id.isNull()) {
        const auto byId = plant::findPerson(connection, id);
        if (!byId)
            return core::passOn(byId);
        if (*byId)
            return id;
    }
    const auto byName = plant::findPeopleByName(connection, text);
    if (!byName)
        return core::passOn(byName);
    if (byName->size() == 1)
        return byName->constFirst().id;
    if (byName->isEmpty())
        return core::fail(
                core::ErrorCode::NotFound,
                Words::tr("Nobody has the login “%1”. “anlanctl person list” shows them all.")
                        .arg(text));
    return core::fail(
            core::ErrorCode::Invalid,
            Words::tr("Several people are called “%1”. Name the person by login or id.").arg(text));
}

core::Result<QUuid> areaFor(const store::Connection &connection, const QString &text)
{
    if (text.isEmpty())
        return QUuid();
    const auto tree = plant::AreaTree::load(connection);
    if (!tree)
        return core::passOn(tree);
    const plant::Area *area = tree->findByText(text);
    if (!area)
        area = tree->find(core::uuidFromText(text));
    if (area)
        return area->id;
    return core::fail(
            core::ErrorCode::NotFound,
            Words::tr("No single area is called “%1”. “anlanctl area list” shows their full names.")
                    .arg(text));
}

core::Result<QUuid> equipmentFor(const store::Connection &connection, const QString &text)
{
    if (text.isEmpty())
        return QUuid();
    const auto byCode = plant::findEquipmentByCode(connection, text);
    if (!byCode)
        return core::passOn(byCode);
    if (*byCode)
        return (*byCode)->id;
    const auto all = plant::equipment(connection);
    if (!all)
        return core::passOn(all);
    const QUuid id = core::uuidFromText(text);
    QList<QUuid> found;
    for (const plant::Equipment &each : *all) {
        if (each.name == text || (!id.isNull() && each.id == id))
            found.append(each.id);
    }
    if (found.size() == 1)
        return found.constFirst();
    return core::fail(core::ErrorCode::NotFound,
                      Words::tr("No single machine is called “%1”. “anlanctl "
                                "equipment list” shows their codes.")
                              .arg(text));
}

}
