// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QList>
#include <QUuid>

#include <optional>

namespace store {
class Connection;
class Store;
class Writer;
struct Record;
}

namespace plant {

struct Person {
    QUuid id; // null for a new one
    QString name;
    QString login; // empty: no account
    QString employeeNumber;
    QUuid area;
    QString role; // code of role
    QString phone;
    bool isActive = true;
    QString areaPath; // set by the reads
};

struct PersonFilter {
    QString text; // part of name, login or employee number
    QString role;
    QUuid area; // with everything below it
    bool activeOnly = true;
};

core::Result<QList<Person>> people(const store::Connection &connection,
                                   const PersonFilter &filter = {});
core::Result<std::optional<Person>> findPerson(const store::Connection &connection,
                                               const QUuid &id);
core::Result<std::optional<Person>> findPersonByLogin(const store::Connection &connection,
                                                      const QString &login);
// Everybody of that name, white space inside and around it ignored. Two may have one name.
core::Result<QList<Person>> findPeopleByName(const store::Connection &connection,
                                             const QString &name);

core::Result<QUuid> addPerson(store::Writer &writer, const Person &person);
core::Result<QUuid> addPerson(store::Store &store, const QUuid &actor, const Person &person);
core::Result<> changePerson(store::Store &store, const QUuid &actor, const Person &person,
                            const store::Record *seen = nullptr);

}
