// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/equipment.h"

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

core::Result<QList<Equipment>> readEquipment(const store::Connection &connection,
                                             const sql::Where &where)
{
    const auto tree = AreaTree::load(connection);
    if (!tree)
        return core::passOn(tree);
    QSqlQuery query = connection.prepare(
            u"SELECT e.id, e.code, e.name, e.type, e.area, e.location, e.commissioned_on, "
            "e.risk_level, e.responsible, e.qr_text, p.name FROM equipment e "
            "LEFT JOIN person p ON p.id = e.responsible"_s
            + where.text() + u" ORDER BY e.code, e.row"_s);
    for (const QVariant &value : where.values)
        query.addBindValue(value);
    if (!query.exec())
        return store::failed(query);
    QList<Equipment> found;
    while (query.next()) {
        Equipment row{.id = sql::uuid(query.value(0)),
                      .code = query.value(1).toString(),
                      .name = query.value(2).toString(),
                      .type = query.value(3).toString(),
                      .area = sql::uuid(query.value(4)),
                      .location = query.value(5).toString(),
                      .commissionedOn = query.value(6).toString(),
                      .riskLevel = query.value(7).toString(),
                      .responsible = sql::uuid(query.value(8)),
                      .qrText = query.value(9).toString()};
        row.areaPath = tree->path(row.area);
        row.responsibleName = query.value(10).toString();
        found.append(row);
    }
    return found;
}

core::Result<std::optional<Equipment>> onlyEquipment(const store::Connection &connection,
                                                     const sql::Where &where)
{
    const auto found = readEquipment(connection, where);
    if (!found)
        return core::passOn(found);
    return found->isEmpty() ? std::optional<Equipment>() : found->first();
}

core::Result<> checkEquipment(store::Writer &writer, const Equipment &row)
{
    if (row.name.trimmed().isEmpty())
        return core::fail(
                core::ErrorCode::Invalid,
                QCoreApplication::translate("plant", "A piece of equipment needs a name."));
    if (auto checked = checkDays({row.commissionedOn}); !checked)
        return checked;
    return checkUnique(
            writer, u"equipment"_s, u"code"_s, row.code.trimmed(), row.id,
            QT_TRANSLATE_NOOP("plant", "Another piece of equipment already has the code “%1”."));
}

store::Values valuesOf(const Equipment &row)
{
    return {{u"code"_s, textValue(row.code)},
            {u"name"_s, textValue(row.name)},
            {u"type"_s, textValue(row.type)},
            {u"area"_s, referenceValue(row.area)},
            {u"location"_s, textValue(row.location)},
            {u"commissioned_on"_s, textValue(row.commissionedOn)},
            {u"risk_level"_s, textValue(row.riskLevel)},
            {u"responsible"_s, referenceValue(row.responsible)},
            {u"qr_text"_s, textValue(row.qrText)}};
}

}

core::Result<QList<Equipment>> equipment(const store::Connection &connection,
                                         const EquipmentFilter &filter)
{
    sql::Where where;
    where.add(u"e.is_void = 0"_s);
    if (!filter.text.trimmed().isEmpty())
        where.contains({u"e.code"_s, u"e.name"_s, u"e.type"_s, u"e.location"_s},
                       filter.text.trimmed());
    if (!filter.riskLevel.isEmpty())
        where.add(u"e.risk_level = ?"_s, {filter.riskLevel});
    if (!filter.area.isNull()) {
        const auto tree = AreaTree::load(connection);
        if (!tree)
            return core::passOn(tree);
        where.isOneOf(u"e.area"_s, tree->subtree(filter.area));
    }
    return readEquipment(connection, where);
}

core::Result<std::optional<Equipment>> findEquipment(const store::Connection &connection,
                                                     const QUuid &id)
{
    return onlyEquipment(connection, {{u"e.id = ?"_s, u"e.is_void = 0"_s}, {sql::id(id)}});
}

core::Result<std::optional<Equipment>> findEquipmentByCode(const store::Connection &connection,
                                                           const QString &code)
{
    if (code.trimmed().isEmpty())
        return std::optional<Equipment>();
    return onlyEquipment(connection, {{u"e.code = ?"_s, u"e.is_void = 0"_s}, {code.trimmed()}});
}

core::Result<QUuid> addEquipment(store::Writer &writer, const Equipment &row)
{
    if (auto checked = checkEquipment(writer, row); !checked)
        return core::passOn(checked);
    return writer.create(u"equipment"_s, filled(valuesOf(row)), row.id);
}

core::Result<QUuid> addEquipment(store::Store &store, const QUuid &actor, const Equipment &row)
{
    return addInOneSave(
            store, actor,
            QCoreApplication::translate("plant", "Equipment %1 %2 added").arg(row.code, row.name),
            [&row](store::Writer &writer) { return addEquipment(writer, row); });
}

core::Result<> changeEquipment(store::Store &store, const QUuid &actor, const Equipment &row,
                               const store::Record *seen)
{
    auto writer =
            store::Writer::begin(store, actor,
                                 QCoreApplication::translate("plant", "Equipment %1 %2 changed")
                                         .arg(row.code, row.name));
    if (!writer)
        return core::passOn(writer);
    if (auto checked = checkEquipment(*writer, row); !checked)
        return checked;
    return setChanged(*writer, u"equipment"_s, row.id, valuesOf(row), seen);
}

}
