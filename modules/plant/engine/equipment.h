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

struct Equipment {
    QUuid id; // null for a new one
    QString code;
    QString name;
    QString type;
    QUuid area;
    QString location;       // inside the area, in words
    QString commissionedOn; // YYYY-MM-DD
    QString riskLevel;      // code of risk_level: blue, yellow, orange, red
    QUuid responsible;
    QString qrText;
    // Set by the reads.
    QString areaPath;
    QString responsibleName;
};

struct EquipmentFilter {
    QString text; // part of code, name, type or location
    QUuid area;   // with everything below it
    QString riskLevel;
};

core::Result<QList<Equipment>> equipment(const store::Connection &connection,
                                         const EquipmentFilter &filter = {});
core::Result<std::optional<Equipment>> findEquipment(const store::Connection &connection,
                                                     const QUuid &id);
core::Result<std::optional<Equipment>> findEquipmentByCode(const store::Connection &connection,
                                                           const QString &code);

core::Result<QUuid> addEquipment(store::Writer &writer, const Equipment &equipment);
core::Result<QUuid> addEquipment(store::Store &store, const QUuid &actor,
                                 const Equipment &equipment);
core::Result<> changeEquipment(store::Store &store, const QUuid &actor, const Equipment &equipment,
                               const store::Record *seen = nullptr);

}
