// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardstore.h"
#include "hazards/engine/reading.h"
#include "plant/engine/area.h"
#include "plant/engine/codes.h"
#include "plant/engine/equipment.h"
#include "plant/engine/person.h"
#include "store/spec.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hazards {

core::Result<QString> inWords(const store::Connection &connection, const store::Schema &schema,
                              const HazardFilter &filter)
{
    const auto book = plant::CodeBook::load(connection);
    const auto areas = plant::AreaTree::load(connection);
    if (!book)
        return core::passOn(book);
    if (!areas)
        return core::passOn(areas);
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    QStringList parts;
    const auto say = [&parts](const QString &what, const QString &value) {
        //: A condition of a filter: name of the field and its value
        parts.append(QCoreApplication::translate("hazards", "%1: %2").arg(what, value));
    };
    const auto sayCode = [&](const QString &key, const QString &code) {
        if (!code.isEmpty())
            say(spec.fieldLabel(key), book->label(spec.field(key)->of, code));
    };
    if (filter.foundFrom.isValid() || filter.foundTo.isValid())
        say(spec.fieldLabel(u"found_on"_s),
            QCoreApplication::translate("hazards", "%1 to %2")
                    .arg(filter.foundFrom.isValid() ? filter.foundFrom.toString(Qt::ISODate)
                                                    : u"…"_s,
                         filter.foundTo.isValid() ? filter.foundTo.toString(Qt::ISODate) : u"…"_s));
    if (!filter.states.isEmpty()) {
        QStringList labels;
        for (const QString &each : filter.states)
            labels.append(spec.stateLabel(each));
        say(QCoreApplication::translate("hazards", "State"), listed(labels));
    }
    sayCode(u"grade"_s, filter.grade);
    sayCode(u"response_colour"_s, filter.colour);
    sayCode(u"check_type"_s, filter.checkType);
    sayCode(u"category"_s, filter.category);
    if (!filter.area.isNull())
        say(spec.fieldLabel(u"area"_s), areas->path(filter.area));
    if (!filter.equipment.isNull()) {
        const auto found = plant::findEquipment(connection, filter.equipment);
        if (!found)
            return core::passOn(found);
        say(spec.fieldLabel(u"equipment"_s),
            *found ? (*found)->code + u' ' + (*found)->name : u"?"_s);
    }
    if (!filter.responsible.isNull()) {
        const auto found = plant::findPerson(connection, filter.responsible);
        if (!found)
            return core::passOn(found);
        say(spec.fieldLabel(u"responsible"_s), *found ? (*found)->name : u"?"_s);
    }
    if (filter.openOnly)
        parts.append(QCoreApplication::translate("hazards", "open only"));
    if (filter.overdueOnly)
        parts.append(QCoreApplication::translate("hazards", "overdue only"));
    if (!filter.text.trimmed().isEmpty())
        parts.append(
                QCoreApplication::translate("hazards", "contains “%1”").arg(filter.text.trimmed()));
    if (parts.isEmpty())
        return QCoreApplication::translate("hazards", "all hazards");
    //: Between the conditions of a filter
    return parts.join(QCoreApplication::translate("hazards", "; "));
}

}
