// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/opening.h"
#include "app/ctl/words.h"
#include "core/ids.h"
#include "plant/engine/area.h"
#include "plant/engine/codes.h"
#include "plant/engine/equipment.h"
#include "plant/engine/person.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

QString idText(const QUuid &id)
{
    return id.isNull() ? QString() : core::toText(id);
}

QJsonObject personJson(const plant::Person &person)
{
    return {{u"id"_s, idText(person.id)}, {u"name"_s, person.name},
            {u"login"_s, person.login},   {u"employee_number"_s, person.employeeNumber},
            {u"area"_s, person.areaPath}, {u"role"_s, person.role},
            {u"phone"_s, person.phone},   {u"active"_s, person.isActive}};
}

core::Result<Answer> listPeople(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const store::Connection &connection = (*opened)->connection();
    const auto area = areaFor(connection, request.text(u"area"_s));
    if (!area)
        return core::passOn(area);
    const auto found = plant::people(connection,
                                     {.text = request.text(u"text"_s),
                                      .role = request.text(u"role"_s),
                                      .area = *area,
                                      .activeOnly = !request.isSet(u"all"_s)});
    if (!found)
        return core::passOn(found);
    const auto codes = plant::CodeBook::load(connection);
    if (!codes)
        return core::passOn(codes);
    Answer answer;
    QJsonArray rows;
    for (const plant::Person &person : *found) {
        rows.append(personJson(person));
        answer.lines << QStringList{person.login.isEmpty() ? idText(person.id) : person.login,
                                    person.name, codes->label(u"role"_s, person.role),
                                    person.areaPath}
                                .join(u'\t');
    }
    answer.json = {{u"people"_s, rows}, {u"count"_s, rows.size()}};
    return answer;
}

core::Result<Answer> addOnePerson(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    store::Store &store = (*opened)->store();
    const store::Connection &connection = (*opened)->connection();
    const auto area = areaFor(connection, request.text(u"area"_s));
    if (!area)
        return core::passOn(area);
    const auto others = plant::people(connection, {.activeOnly = false});
    if (!others)
        return core::passOn(others);
    // In a plant without people nobody can be the one who adds the first.
    const bool isFirst = others->isEmpty() && request.login().isEmpty();
    const auto actor = isFirst ? core::Result<QUuid>(QUuid()) : (*opened)->actor(request);
    if (!actor)
        return core::passOn(actor);
    const QString role = request.text(u"role"_s);
    const auto codes = plant::CodeBook::load(connection);
    if (!codes)
        return core::passOn(codes);
    if (!role.isEmpty() && !codes->find(u"role"_s, role)) {
        QStringList known;
        for (const plant::Code &code : codes->codes(u"role"_s))
            known.append(code.code);
        return core::fail(
                core::ErrorCode::Invalid,
                Words::tr("There is no role “%1”. There are: %2.").arg(role, known.join(u", "_s)));
    }
    const plant::Person person{.name = request.text(u"name"_s),
                               .login = request.text(u"login"_s),
                               .employeeNumber = request.text(u"number"_s),
                               .area = *area,
                               .role = role.isEmpty() ? u"worker"_s : role,
                               .phone = request.text(u"phone"_s)};
    const auto id = plant::addPerson(store, *actor, person);
    if (!id)
        return core::passOn(id);
    Answer answer;
    answer.json = {{u"id"_s, idText(*id)}, {u"name"_s, person.name}, {u"login"_s, person.login}};
    answer.lines << Words::tr("Added: %1").arg(person.name);
    return answer;
}

core::Result<Answer> listAreas(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const auto tree = plant::AreaTree::load((*opened)->connection());
    if (!tree)
        return core::passOn(tree);
    Answer answer;
    QJsonArray rows;
    for (const plant::Area &area : tree->areas()) {
        rows.append(QJsonObject{{u"id"_s, idText(area.id)},
                                {u"parent"_s, idText(area.parent)},
                                {u"kind"_s, area.kind},
                                {u"name"_s, area.name},
                                {u"code"_s, area.code},
                                {u"path"_s, area.path}});
        answer.lines << area.code + u'\t' + area.path;
    }
    answer.json = {{u"areas"_s, rows}, {u"count"_s, rows.size()}};
    return answer;
}

core::Result<Answer> addOneArea(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const auto parent = areaFor((*opened)->connection(), request.text(u"in"_s));
    if (!parent)
        return core::passOn(parent);
    const auto actor = (*opened)->actor(request);
    if (!actor)
        return core::passOn(actor);
    const plant::Area area{.parent = *parent,
                           .kind = request.text(u"kind"_s),
                           .name = request.text(u"name"_s),
                           .code = request.text(u"code"_s)};
    const auto id = plant::addArea((*opened)->store(), *actor, area);
    if (!id)
        return core::passOn(id);
    Answer answer;
    answer.json = {{u"id"_s, idText(*id)}, {u"name"_s, area.name}, {u"code"_s, area.code}};
    answer.lines << Words::tr("Added: %1").arg(area.name);
    return answer;
}

core::Result<Answer> listEquipment(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const store::Connection &connection = (*opened)->connection();
    const auto area = areaFor(connection, request.text(u"area"_s));
    if (!area)
        return core::passOn(area);
    const auto found =
            plant::equipment(connection, {.text = request.text(u"text"_s), .area = *area});
    if (!found)
        return core::passOn(found);
    Answer answer;
    QJsonArray rows;
    for (const plant::Equipment &each : *found) {
        rows.append(QJsonObject{{u"id"_s, idText(each.id)},
                                {u"code"_s, each.code},
                                {u"name"_s, each.name},
                                {u"type"_s, each.type},
                                {u"area"_s, each.areaPath},
                                {u"location"_s, each.location},
                                {u"commissioned_on"_s, each.commissionedOn},
                                {u"risk_level"_s, each.riskLevel},
                                {u"responsible"_s, each.responsibleName}});
        answer.lines << QStringList{each.code, each.name, each.areaPath, each.responsibleName}.join(
                u'\t');
    }
    answer.json = {{u"equipment"_s, rows}, {u"count"_s, rows.size()}};
    return answer;
}

core::Result<Answer> addOneMachine(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const store::Connection &connection = (*opened)->connection();
    const auto area = areaFor(connection, request.text(u"area"_s));
    const auto responsible = personFor(connection, request.text(u"responsible"_s));
    const auto actor = (*opened)->actor(request);
    for (const auto *found : {&area, &responsible, &actor}) {
        if (!*found)
            return core::passOn(*found);
    }
    const plant::Equipment machine{.code = request.text(u"code"_s),
                                   .name = request.text(u"name"_s),
                                   .type = request.text(u"type"_s),
                                   .area = *area,
                                   .location = request.text(u"location"_s),
                                   .responsible = *responsible};
    const auto id = plant::addEquipment((*opened)->store(), *actor, machine);
    if (!id)
        return core::passOn(id);
    Answer answer;
    answer.json = {{u"id"_s, idText(*id)}, {u"code"_s, machine.code}, {u"name"_s, machine.name}};
    answer.lines << Words::tr("Added: %1").arg(machine.name);
    return answer;
}

}

QList<Command> plantCommands()
{
    const Option area{u"area"_s, QT_TRANSLATE_NOOP("ctl", "area"),
                      QT_TRANSLATE_NOOP("ctl", "Name, code or full name of an area.")};
    const Option text{u"text"_s, QT_TRANSLATE_NOOP("ctl", "text"),
                      QT_TRANSLATE_NOOP("ctl", "What stands in a name, code or number.")};
    const Option name{.name = u"name"_s,
                      .value = QT_TRANSLATE_NOOP("ctl", "name"),
                      .text = QT_TRANSLATE_NOOP("ctl", "The name."),
                      .isNeeded = true};
    const Option role{u"role"_s, QT_TRANSLATE_NOOP("ctl", "role"),
                      QT_TRANSLATE_NOOP("ctl", "Role: worker, team_leader, safety_officer ...")};
    const Option code{u"code"_s, QT_TRANSLATE_NOOP("ctl", "code"),
                      QT_TRANSLATE_NOOP("ctl", "The code on its sign.")};
    return {
            {.group = u"person"_s,
             .name = u"list"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "The people of the plant."),
             .options = {text,
                         role,
                         area,
                         {u"all"_s, "", QT_TRANSLATE_NOOP("ctl", "Also those who have left."),
                          Kind::Flag}},
             .run = listPeople},
            {.group = u"person"_s,
             .name = u"add"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "Add a person."),
             .options = {name,
                         {u"login"_s, QT_TRANSLATE_NOOP("ctl", "login"),
                          QT_TRANSLATE_NOOP("ctl", "Under which the person works here.")},
                         role,
                         area,
                         {u"number"_s, QT_TRANSLATE_NOOP("ctl", "number"),
                          QT_TRANSLATE_NOOP("ctl", "Employee number.")},
                         {u"phone"_s, QT_TRANSLATE_NOOP("ctl", "number"),
                          QT_TRANSLATE_NOOP("ctl", "Telephone number.")}},
             .run = addOnePerson},
            {.group = u"area"_s,
             .name = u"list"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "The areas of the plant."),
             .run = listAreas},
            {.group = u"area"_s,
             .name = u"add"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "Add an area."),
             .options = {name,
                         code,
                         {u"in"_s, QT_TRANSLATE_NOOP("ctl", "area"),
                          QT_TRANSLATE_NOOP("ctl", "The area it is part of.")},
                         {u"kind"_s,
                          QT_TRANSLATE_NOOP("ctl", "kind"),
                          QT_TRANSLATE_NOOP("ctl", "What it is."),
                          Kind::Text,
                          {u"plant"_s, u"workshop"_s, u"team"_s, u"post"_s}}},
             .run = addOneArea},
            {.group = u"equipment"_s,
             .name = u"list"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "The machines of the plant."),
             .options = {text, area},
             .run = listEquipment},
            {.group = u"equipment"_s,
             .name = u"add"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "Add a machine."),
             .options = {name,
                         code,
                         area,
                         {u"type"_s, QT_TRANSLATE_NOOP("ctl", "type"),
                          QT_TRANSLATE_NOOP("ctl", "Kind of machine, such as 冲床.")},
                         {u"location"_s, QT_TRANSLATE_NOOP("ctl", "text"),
                          QT_TRANSLATE_NOOP("ctl", "Where in the area it stands.")},
                         {u"responsible"_s, QT_TRANSLATE_NOOP("ctl", "person"),
                          QT_TRANSLATE_NOOP("ctl", "Login or id of the person responsible.")}},
             .run = addOneMachine},
    };
}

}
