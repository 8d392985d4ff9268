// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/person.h"

#include "plant/engine/area.h"
#include "plant/engine/drafts.h"
#include "plant/engine/sql.h"
#include "store/connection.h"
#include "store/writer.h"

#include <QCoreApplication>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace plant {

namespace {

core::Result<QList<Person>> readPeople(const store::Connection &connection, const sql::Where &where)
{
    const auto tree = AreaTree::load(connection);
    if (!tree)
        return core::passOn(tree);
    QSqlQuery query = connection.prepare(
            u"SELECT id, name, login, employee_number, area, role, phone, active FROM person"_s
            + where.text() + u" ORDER BY name, row"_s);
    for (const QVariant &value : where.values)
        query.addBindValue(value);
    if (!query.exec())
        return store::failed(query);
    QList<Person> found;
    while (query.next()) {
        Person person{.id = sql::uuid(query.value(0)),
                      .name = query.value(1).toString(),
                      .login = query.value(2).toString(),
                      .employeeNumber = query.value(3).toString(),
                      .area = sql::uuid(query.value(4)),
                      .role = query.value(5).toString(),
                      .phone = query.value(6).toString(),
                      .isActive = query.value(7).isNull() || query.value(7).toInt() != 0};
        person.areaPath = tree->path(person.area);
        found.append(person);
    }
    return found;
}

core::Result<std::optional<Person>> onlyPerson(const store::Connection &connection,
                                               const sql::Where &where)
{
    const auto found = readPeople(connection, where);
    if (!found)
        return core::passOn(found);
    return found->isEmpty() ? std::optional<Person>() : found->first();
}

core::Result<> checkPerson(store::Writer &writer, const Person &person)
{
    if (person.name.trimmed().isEmpty())
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("plant", "A person needs a name."));
    const QString login = person.login.trimmed();
    for (const QChar letter : login) {
        if (letter.isSpace())
            return core::fail(
                    core::ErrorCode::Invalid,
                    QCoreApplication::translate("plant", "A login may not contain spaces."));
    }
    if (auto checked = checkUnique(
                writer, u"person"_s, u"login"_s, login, person.id,
                QT_TRANSLATE_NOOP("plant", "Somebody else already has the login “%1”."));
        !checked)
        return checked;
    return checkUnique(
            writer, u"person"_s, u"employee_number"_s, person.employeeNumber.trimmed(), person.id,
            QT_TRANSLATE_NOOP("plant", "Somebody else already has the employee number “%1”."));
}

store::Values valuesOf(const Person &person)
{
    return {{u"name"_s, textValue(person.name)},
            {u"login"_s, textValue(person.login)},
            {u"employee_number"_s, textValue(person.employeeNumber)},
            {u"area"_s, referenceValue(person.area)},
            {u"role"_s, textValue(person.role)},
            {u"phone"_s, textValue(person.phone)},
            {u"active"_s, person.isActive ? 1 : 0}};
}

}

core::Result<QList<Person>> people(const store::Connection &connection, const PersonFilter &filter)
{
    sql::Where where;
    where.add(u"is_void = 0"_s);
    if (filter.activeOnly)
        where.add(u"ifnull(active, 1) <> 0"_s);
    if (!filter.text.trimmed().isEmpty())
        where.contains({u"name"_s, u"login"_s, u"employee_number"_s}, filter.text.trimmed());
    if (!filter.role.isEmpty())
        where.add(u"role = ?"_s, {filter.role});
    if (!filter.area.isNull()) {
        const auto tree = AreaTree::load(connection);
        if (!tree)
            return core::passOn(tree);
        where.isOneOf(u"area"_s, tree->subtree(filter.area));
    }
    return readPeople(connection, where);
}

core::Result<std::optional<Person>> findPerson(const store::Connection &connection, const QUuid &id)
{
    return onlyPerson(connection, {{u"id = ?"_s, u"is_void = 0"_s}, {sql::id(id)}});
}

core::Result<std::optional<Person>> findPersonByLogin(const store::Connection &connection,
                                                      const QString &login)
{
    if (login.trimmed().isEmpty())
        return std::optional<Person>();
    return onlyPerson(connection, {{u"login = ?"_s, u"is_void = 0"_s}, {login.trimmed()}});
}

core::Result<QList<Person>> findPeopleByName(const store::Connection &connection,
                                             const QString &name)
{
    QString bare = name;
    bare.removeIf([](QChar letter) { return letter.isSpace(); });
    if (bare.isEmpty())
        return QList<Person>();
    // Written with the space (張 三) or without; a plant has hundreds of people, not more.
    return readPeople(connection,
                      {{u"(name = ? OR replace(replace(name, ' ', ''), '\u3000', '') = ?)"_s,
                        u"is_void = 0"_s},
                       {name.trimmed(), bare}});
}

core::Result<QUuid> addPerson(store::Writer &writer, const Person &person)
{
    if (auto checked = checkPerson(writer, person); !checked)
        return core::passOn(checked);
    return writer.create(u"person"_s, filled(valuesOf(person)), person.id);
}

core::Result<QUuid> addPerson(store::Store &store, const QUuid &actor, const Person &person)
{
    return addInOneSave(store, actor,
                        QCoreApplication::translate("plant", "%1 added").arg(person.name),
                        [&person](store::Writer &writer) { return addPerson(writer, person); });
}

core::Result<> changePerson(store::Store &store, const QUuid &actor, const Person &person,
                            const store::Record *seen)
{
    auto writer = store::Writer::begin(
            store, actor, QCoreApplication::translate("plant", "%1 changed").arg(person.name));
    if (!writer)
        return core::passOn(writer);
    if (auto checked = checkPerson(*writer, person); !checked)
        return checked;
    return setChanged(*writer, u"person"_s, person.id, valuesOf(person), seen);
}

}
