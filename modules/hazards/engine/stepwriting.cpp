// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/stepwriting.h"

#include "core/clock.h"
#include "hazards/engine/conflicts.h"
#include "hazards/engine/hazardrules.h"
#include "store/connection.h"
#include "store/spec.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace hazards {

void putText(store::Values &values, const QString &key, const QString &text)
{
    if (!text.trimmed().isEmpty())
        values.insert(key, text.trimmed());
}

void putReference(store::Values &values, const QString &key, const QUuid &id)
{
    if (!id.isNull())
        values.insert(key, core::toText(id));
}

void putSet(store::Values &values, const QString &key, const QStringList &members)
{
    if (!members.isEmpty())
        values.insert(key, QJsonArray::fromStringList(members));
}

core::Result<> checkDay(const QString &day)
{
    if (!QDate::fromString(day, u"yyyy-MM-dd"_s).isValid())
        return core::fail(
                core::ErrorCode::Invalid,
                QCoreApplication::translate("hazards", "“%1” is not a day. Write it as 2026-03-31.")
                        .arg(day));
    return {};
}

core::Result<> checkDeadline(const QString &deadline, const QString &foundOn,
                             const store::Store &store)
{
    if (deadline.isEmpty())
        return {};
    const bool isDay = QDate::fromString(deadline, u"yyyy-MM-dd"_s).isValid();
    const QDateTime instant = core::fromInstantText(deadline);
    if (!isDay
        && !(instant.isValid() && deadline == core::toInstantText(instant.toMSecsSinceEpoch())))
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("hazards",
                                                      "“%1” is not a deadline. Write a day "
                                                      "(2026-03-31), or a day and a time.")
                                  .arg(deadline));
    const QString day =
            isDay ? deadline : momentAt(instant.toMSecsSinceEpoch(), store.plant().timeZone).today;
    if (!foundOn.isEmpty() && day < foundOn)
        return core::fail(
                core::ErrorCode::Invalid,
                QCoreApplication::translate(
                        "hazards", "The deadline (%1) lies before the day it was found (%2).")
                        .arg(day, foundOn));
    return {};
}

core::Result<> checkNotBefore(const QString &day, const QString &earliest, const QString &key,
                              const store::Schema &schema)
{
    if (earliest.isEmpty() || day >= earliest)
        return {};
    return core::fail(core::ErrorCode::Invalid,
                      //: day, field of the record, its day
                      QCoreApplication::translate("hazards", "%1 lies before “%2” (%3).")
                              .arg(day, schema.find(u"hazard"_s)->fieldLabel(key), earliest));
}

core::Result<> checkCode(store::Writer &writer, const QString &table, const QString &code)
{
    if (code.isEmpty())
        return {};
    QSqlQuery query = writer.connection().prepare(
            u"SELECT code FROM seed_code WHERE code_table = ? ORDER BY ord"_s);
    query.addBindValue(table);
    if (!query.exec())
        return store::failed(query);
    QStringList known;
    while (query.next())
        known.append(query.value(0).toString());
    if (known.contains(code))
        return {};
    return core::fail(
            core::ErrorCode::Invalid,
            QCoreApplication::translate("hazards", "“%1” is not known here. Choose one of: %2.")
                    .arg(code, known.join(u", "_s)));
}

core::Result<store::Record> checkPerson(store::Writer &writer, const QUuid &id)
{
    const auto person = writer.record(u"person"_s, id);
    if (!person)
        return core::passOn(person);
    const bool isActive = *person && !(*person)->isVoid
            && (!(*person)->has(u"active"_s) || (*person)->integer(u"active"_s) == 1);
    if (!isActive)
        return core::fail(core::ErrorCode::NotFound,
                          QCoreApplication::translate(
                                  "hazards",
                                  "The person named is not among the active people of this plant. "
                                  "Choose somebody else."));
    return **person;
}

namespace {

core::Result<store::Record> currentHazard(store::Writer &writer, const QUuid &hazard)
{
    auto record = writer.record(u"hazard"_s, hazard);
    if (!record)
        return core::passOn(record);
    if (!*record)
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate("hazards", "This hazard is not in this store."));
    return **record;
}

QStringList without(const QStringList &members, const QStringList &others)
{
    QStringList rest;
    for (const QString &member : members) {
        if (!others.contains(member))
            rest.append(member);
    }
    return rest;
}

// Why the step written last was not taken: in the words of what the reducer registered.
core::Result<QString> whyParked(store::Writer &writer, const store::Record &hazard)
{
    if (auto done = writer.flush(); !done)
        return core::passOn(done);
    QSqlQuery query = writer.connection().prepare(
            u"SELECT kind FROM conflict WHERE entity = ? AND type = 'hazard' AND state = 'open' "
            "ORDER BY lose_o DESC LIMIT 1"_s);
    query.addBindValue(hazard.id.toRfc4122());
    if (!query.exec())
        return store::failed(query);
    const QString kind = query.next() ? query.value(0).toString() : QString();
    return QCoreApplication::translate("hazards",
                                       "%1 Your step was not taken. What you entered is kept under "
                                       "the conflicts of the hazard.")
            .arg(whyRegistered(writer.schema(), kind, hazard));
}

// Makes a set field have exactly these members.
core::Result<> writeSet(store::Writer &writer, const QUuid &hazard, const QString &key,
                        const QStringList &wanted, const store::Record &view,
                        const store::Record *seen)
{
    const QStringList before = view.list(key);
    const QStringList gone = without(before, wanted);
    const QStringList added = without(wanted, before);
    if (!gone.isEmpty()) {
        if (auto done = writer.remove(u"hazard"_s, hazard, key, gone, seen); !done)
            return done;
    }
    return added.isEmpty() ? core::Result<>() : writer.add(u"hazard"_s, hazard, key, added);
}

// A save outside the steps.
core::Result<store::Receipt> saveHazard(
        store::Store &store, const QUuid &actor, const QUuid &hazard, const QString &label,
        const std::function<core::Result<>(store::Writer &, const store::Record &)> &write)
{
    auto writer = store::Writer::begin(store, actor, label);
    if (!writer)
        return core::passOn(writer);
    const auto record = currentHazard(*writer, hazard);
    if (!record)
        return core::passOn(record);
    if (auto done = write(*writer, *record); !done)
        return core::passOn(done);
    return writer->commit();
}

}

core::Result<StepResult> takeStep(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                  const QString &label, const store::Record *seen,
                                  const Planner &planner)
{
    auto writer = store::Writer::begin(store, actor, label);
    if (!writer)
        return core::passOn(writer);
    const auto now = currentHazard(*writer, hazard);
    if (!now)
        return core::passOn(now);
    writer->setLabel(label.arg(now->number));
    const store::Record &view = seen ? *seen : *now;
    // Fields may have changed since the person looked; rules are asked of what stands. Where the
    // hazard itself went elsewhere the step will be parked, and is planned as it was meant.
    const bool standsAsSeen = now->state == view.state && now->isVoid == view.isVoid;
    const store::Record &judged = standsAsSeen ? *now : view;
    auto plan = planner(*writer, judged);
    if (!plan)
        return core::passOn(plan);
    if (const QString sentence = objection(store.schema(), judged, plan->to, plan->values);
        !sentence.isEmpty())
        return core::fail(core::ErrorCode::Refused, sentence);
    if (!standsAsSeen && now->state == plan->to) {
        // Somebody took the same step: what is added to it keeps to the rules of the step.
        store::Record before = *now;
        before.state = view.state;
        if (const QString sentence = objection(store.schema(), before, plan->to, plan->values);
            !sentence.isEmpty())
            return core::fail(core::ErrorCode::Refused, sentence);
    }
    // Part of the step itself, so that a parked one keeps them.
    for (auto set = plan->sets.cbegin(); set != plan->sets.cend(); ++set)
        putSet(plan->values, set.key(),
               standsAsSeen ? without(set.value(), now->list(set.key())) : set.value());
    if (auto done = writer->move(u"hazard"_s, hazard, plan->to, plan->values, &view); !done)
        return core::passOn(done);
    const auto after = currentHazard(*writer, hazard);
    if (!after)
        return core::passOn(after);
    StepResult result;
    result.isTaken = after->state == plan->to && after->isVoid == view.isVoid;
    if (result.isTaken) {
        for (auto set = plan->sets.cbegin(); set != plan->sets.cend(); ++set) {
            const QStringList gone = without(view.list(set.key()), set.value());
            if (gone.isEmpty())
                continue;
            if (auto done = writer->remove(u"hazard"_s, hazard, set.key(), gone, &view); !done)
                return core::passOn(done);
        }
    } else {
        auto why = whyParked(*writer, *after);
        if (!why)
            return core::passOn(why);
        result.message = *why;
    }
    auto receipt = writer->commit();
    if (!receipt)
        return core::passOn(receipt);
    result.receipt = *receipt;
    return result;
}

core::Result<store::Receipt> change(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                    const store::Values &values, const store::Record *seen)
{
    return saveHazard(
            store, actor, hazard, QCoreApplication::translate("hazards", "Hazard changed"),
            [&](store::Writer &writer, const store::Record &now) -> core::Result<> {
                const store::Record &view = seen ? *seen : now;
                const store::EntitySpec &spec = *store.schema().find(u"hazard"_s);
                if (values.contains(u"description"_s)
                    && values.value(u"description"_s).toString().trimmed().isEmpty())
                    return core::fail(
                            core::ErrorCode::Invalid,
                            QCoreApplication::translate(
                                    "hazards", "Say what was found: the description is empty."));
                if (const QString sentence = changeObjection(writer.schema(), now, values, seen);
                    !sentence.isEmpty())
                    return core::fail(core::ErrorCode::Refused, sentence);
                if (values.contains(u"deadline"_s)) {
                    if (auto checked = checkDeadline(values.value(u"deadline"_s).toString(),
                                                     now.text(u"found_on"_s), store);
                        !checked)
                        return checked;
                }
                store::Values plain;
                for (auto value = values.cbegin(); value != values.cend(); ++value) {
                    const store::FieldSpec *field = spec.field(value.key());
                    if (field && field->type == store::FieldType::Date && value->isString()) {
                        if (auto checked = checkDay(value->toString()); !checked)
                            return checked;
                    }
                    if (!field || !field->isSet()) {
                        plain.insert(value.key(), *value);
                        continue;
                    }
                    QStringList wanted;
                    const QJsonArray members = value->toArray();
                    for (const auto &member : members)
                        wanted.append(member.toString());
                    if (auto done = writeSet(writer, hazard, value.key(), wanted, view, &view);
                        !done)
                        return done;
                }
                return plain.isEmpty() ? core::Result<>()
                                       : writer.set(u"hazard"_s, hazard, plain, &view);
            });
}

core::Result<store::Receipt> comment(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                     const QString &text)
{
    if (text.trimmed().isEmpty())
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("hazards", "The comment is empty."));
    return saveHazard(store, actor, hazard, QCoreApplication::translate("hazards", "Comment"),
                      [&](store::Writer &writer, const store::Record &) {
                          return writer.append(u"hazard"_s, hazard, u"comments"_s,
                                               {{u"text"_s, text.trimmed()}});
                      });
}

core::Result<store::Receipt> addPhotos(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                       const QString &key, const QStringList &shas)
{
    const store::FieldSpec *field = store.schema().find(u"hazard"_s)->field(key);
    if (!field || field->type != store::FieldType::FileSet)
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("hazards", "“%1” holds no photos.").arg(key));
    return saveHazard(store, actor, hazard, QCoreApplication::translate("hazards", "Photos added"),
                      [&](store::Writer &writer, const store::Record &) {
                          return writer.add(u"hazard"_s, hazard, key, shas);
                      });
}

core::Result<store::Receipt> voidHazard(store::Store &store, const QUuid &actor,
                                        const QUuid &hazard, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("hazards", "Say why the hazard is deleted."));
    return saveHazard(store, actor, hazard,
                      QCoreApplication::translate("hazards", "Hazard deleted"),
                      [&](store::Writer &writer, const store::Record &) {
                          return writer.setVoid(u"hazard"_s, hazard, reason.trimmed());
                      });
}

}
