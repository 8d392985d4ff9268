// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/incidentspec.h"

using namespace Qt::StringLiterals;

namespace hazards {

store::EntitySpec incidentSpec()
{
    using store::FieldType;
    return {.name = u"incident"_s,
            .table = u"incident"_s,
            .context = "hazards",
            .label = QT_TRANSLATE_NOOP("hazards", "Incident"),
            .fields = {{.key = u"occurred_on"_s,
                        .type = FieldType::Date,
                        .label = QT_TRANSLATE_NOOP("hazards", "Occurred on")},
                       {.key = u"description"_s,
                        .type = FieldType::LongText,
                        .label = QT_TRANSLATE_NOOP("hazards", "Description"),
                        .searchable = true},
                       {.key = u"area"_s,
                        .type = FieldType::Reference,
                        .label = QT_TRANSLATE_NOOP("hazards", "Area"),
                        .of = u"area"_s},
                       {.key = u"place_text"_s,
                        .label = QT_TRANSLATE_NOOP("hazards", "Place"),
                        .searchable = true},
                       {.key = u"level"_s, .label = QT_TRANSLATE_NOOP("hazards", "Level")},
                       {.key = u"potential_level"_s,
                        .label = QT_TRANSLATE_NOOP("hazards", "Potential level")},
                       {.key = u"accident_type"_s,
                        .type = FieldType::Code,
                        .label = QT_TRANSLATE_NOOP("hazards", "Accident type"),
                        .of = u"accident_type"_s},
                       {.key = u"injured_party"_s,
                        .label = QT_TRANSLATE_NOOP("hazards", "Injured party")},
                       {.key = u"critical_risk"_s,
                        .label = QT_TRANSLATE_NOOP("hazards", "Critical risk"),
                        .searchable = true},
                       {.key = u"source"_s,
                        .type = FieldType::Code,
                        .label = QT_TRANSLATE_NOOP("hazards", "Source"),
                        .of = u"hazard_source"_s},
                       {.key = u"import_layout"_s,
                        .label = QT_TRANSLATE_NOOP("hazards", "Layout of the source")},
                       {.key = u"import_row"_s,
                        .type = FieldType::Integer,
                        .label = QT_TRANSLATE_NOOP("hazards", "Row of the source")},
                       {.key = u"import_hash"_s,
                        .label = QT_TRANSLATE_NOOP("hazards", "Content of the source row")}},
            .workflow = {},
            .numbering = store::Numbering{u"AC"_s, u"occurred_on"_s},
            .indexes = {{u"is_void"_s, u"occurred_on"_s}, {u"import_layout"_s, u"import_row"_s}}};
}

}
