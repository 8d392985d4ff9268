// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/drafts.h"

#include "plant/engine/sql.h"
#include "store/connection.h"
#include "store/writer.h"

#include <QCoreApplication>
#include <QDate>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace plant {

QJsonValue textValue(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? QJsonValue() : QJsonValue(trimmed);
}

QJsonValue referenceValue(const QUuid &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(core::toText(id));
}

store::Values filled(store::Values values)
{
    values.removeIf([](const auto &entry) { return entry.value().isNull(); });
    return values;
}

core::Result<> checkDays(const QStringList &days)
{
    for (const QString &day : days) {
        if (!day.isEmpty() && !QDate::fromString(day, u"yyyy-MM-dd"_s).isValid())
            return core::fail(core::ErrorCode::Invalid,
                              QCoreApplication::translate(
                                      "plant", "“%1” is not a day. Write it as 2026-03-31.")
                                      .arg(day));
    }
    return {};
}

core::Result<> checkUnique(store::Writer &writer, const QString &table, const QString &column,
                           const QString &value, const QUuid &self, const char *sentence)
{
    if (value.isEmpty())
        return {};
    if (auto done = writer.flush(); !done)
        return done;
    QSqlQuery query = writer.connection().prepare(
            u"SELECT id FROM %1 WHERE %2 = ? AND is_void = 0"_s.arg(table, column));
    query.addBindValue(value);
    if (!query.exec())
        return store::failed(query);
    while (query.next()) {
        if (sql::uuid(query.value(0)) != self)
            return core::fail(core::ErrorCode::Invalid,
                              QCoreApplication::translate("plant", sentence).arg(value));
    }
    return {};
}

core::Result<QUuid> addInOneSave(store::Store &store, const QUuid &actor, const QString &label,
                                 const std::function<core::Result<QUuid>(store::Writer &)> &add)
{
    auto writer = store::Writer::begin(store, actor, label);
    if (!writer)
        return core::passOn(writer);
    auto id = add(*writer);
    if (!id)
        return id;
    if (const auto receipt = writer->commit(); !receipt)
        return core::passOn(receipt);
    return id;
}

core::Result<> setChanged(store::Writer &writer, const QString &type, const QUuid &id,
                          const store::Values &values, const store::Record *seen)
{
    const auto now = writer.record(type, id);
    if (!now)
        return core::passOn(now);
    if (!*now)
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate("plant", "This record is not there any more."));
    const store::Record &view = seen ? *seen : **now;
    store::Values changed;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const QJsonValue before =
                view.has(value.key()) ? view.values.value(value.key()) : QJsonValue();
        if (before != value.value())
            changed.insert(value.key(), value.value());
    }
    if (changed.isEmpty())
        return {};
    if (auto done = writer.set(type, id, changed, &view); !done)
        return done;
    if (const auto receipt = writer.commit(); !receipt)
        return core::passOn(receipt);
    return {};
}

}
