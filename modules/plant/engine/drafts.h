// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "store/record.h"

#include <QStringList>

#include <functional>

namespace store {
class Store;
class Writer;
}

namespace plant {

// What the writes of this module share.
QJsonValue textValue(const QString &text);         // trimmed; null if empty
QJsonValue referenceValue(const QUuid &id);        // null if null
store::Values filled(store::Values values);        // without nulls
core::Result<> checkDays(const QStringList &days); // empty or YYYY-MM-DD
// Nobody else has this value. sentence: marked for translation, with %1 for the value.
core::Result<> checkUnique(store::Writer &writer, const QString &table, const QString &column,
                           const QString &value, const QUuid &self, const char *sentence);
core::Result<QUuid> addInOneSave(store::Store &store, const QUuid &actor, const QString &label,
                                 const std::function<core::Result<QUuid>(store::Writer &)> &add);
// Writes what differs from what the person saw, and commits.
core::Result<> setChanged(store::Writer &writer, const QString &type, const QUuid &id,
                          const store::Values &values, const store::Record *seen);

}
