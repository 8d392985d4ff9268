// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/plantspecs.h"

#include "store/spec.h"

using namespace Qt::StringLiterals;

namespace plant {

namespace {

using store::FieldType;

store::EntitySpec areaSpec()
{
    return {.name = u"area"_s,
            .table = u"area"_s,
            .context = "plant",
            .label = QT_TRANSLATE_NOOP("plant", "Area"),
            .fields = {{.key = u"parent"_s,
                        .type = FieldType::Reference,
                        .label = QT_TRANSLATE_NOOP("plant", "Part of"),
                        .of = u"area"_s},
                       {.key = u"kind"_s,
                        .type = FieldType::Code,
                        .label = QT_TRANSLATE_NOOP("plant", "Kind"),
                        .of = u"area_kind"_s},
                       {.key = u"name"_s,
                        .label = QT_TRANSLATE_NOOP("plant", "Name"),
                        .searchable = true},
                       {.key = u"code"_s, .label = QT_TRANSLATE_NOOP("plant", "Code")},
                       {.key = u"opened_on"_s,
                        .type = FieldType::Date,
                        .label = QT_TRANSLATE_NOOP("plant", "Opened on")},
                       {.key = u"closed_on"_s,
                        .type = FieldType::Date,
                        .label = QT_TRANSLATE_NOOP("plant", "Closed on")},
                       {.key = u"sort_order"_s,
                        .type = FieldType::Integer,
                        .label = QT_TRANSLATE_NOOP("plant", "Order")}}};
}

store::EntitySpec personSpec()
{
    return {.name = u"person"_s,
            .table = u"person"_s,
            .context = "plant",
            .label = QT_TRANSLATE_NOOP("plant", "Person"),
            .fields = {{.key = u"name"_s,
                        .label = QT_TRANSLATE_NOOP("plant", "Name"),
                        .indexed = true,
                        .searchable = true},
                       {.key = u"login"_s,
                        .label = QT_TRANSLATE_NOOP("plant", "Login"),
                        .indexed = true,
                        .searchable = true},
                       {.key = u"employee_number"_s,
                        .label = QT_TRANSLATE_NOOP("plant", "Employee number"),
                        .indexed = true,
                        .searchable = true},
                       {.key = u"area"_s,
                        .type = FieldType::Reference,
                        .label = QT_TRANSLATE_NOOP("plant", "Area"),
                        .of = u"area"_s},
                       {.key = u"role"_s,
                        .type = FieldType::Code,
                        .label = QT_TRANSLATE_NOOP("plant", "Role"),
                        .of = u"role"_s},
                       {.key = u"phone"_s, .label = QT_TRANSLATE_NOOP("plant", "Phone")},
                       {.key = u"active"_s,
                        .type = FieldType::Flag,
                        .label = QT_TRANSLATE_NOOP("plant", "Active")}}};
}

store::EntitySpec equipmentSpec()
{
    return {.name = u"equipment"_s,
            .table = u"equipment"_s,
            .context = "plant",
            .label = QT_TRANSLATE_NOOP("plant", "Equipment"),
            .fields = {{.key = u"code"_s,
                        .label = QT_TRANSLATE_NOOP("plant", "Code"),
                        .indexed = true,
                        .searchable = true},
                       {.key = u"name"_s,
                        .label = QT_TRANSLATE_NOOP("plant", "Name"),
                        .searchable = true},
                       {.key = u"type"_s,
                        .label = QT_TRANSLATE_NOOP("plant", "Type"),
                        .searchable = true},
                       {.key = u"area"_s,
                        .type = FieldType::Reference,
                        .label = QT_TRANSLATE_NOOP("plant", "Area"),
                        .of = u"area"_s,
                        .indexed = true},
                       {.key = u"location"_s,
                        .label = QT_TRANSLATE_NOOP("plant", "Location"),
                        .searchable = true},
                       {.key = u"commissioned_on"_s,
                        .type = FieldType::Date,
                        .label = QT_TRANSLATE_NOOP("plant", "Commissioned on")},
                       {.key = u"risk_level"_s,
                        .type = FieldType::Code,
                        .label = QT_TRANSLATE_NOOP("plant", "Risk level"),
                        .of = u"risk_level"_s,
                        .mergeAs = store::Merge::Highest,
                        .ranks = {u"blue"_s, u"yellow"_s, u"orange"_s, u"red"_s}},
                       {.key = u"responsible"_s,
                        .type = FieldType::Reference,
                        .label = QT_TRANSLATE_NOOP("plant", "Responsible person"),
                        .of = u"person"_s},
                       {.key = u"qr_text"_s, .label = QT_TRANSLATE_NOOP("plant", "QR text")}}};
}

}

void addSpecs(store::Schema &schema)
{
    schema.add(areaSpec());
    schema.add(personSpec());
    schema.add(equipmentSpec());
}

}
