// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/incidenttext.h"

#include "hazards/engine/ownfields.h"
#include "plant/engine/area.h"
#include "shell/colours.h"
#include "store/connection.h"
#include "store/store.h"

using namespace Qt::StringLiterals;

namespace hazards {

core::Result<IncidentDetails> readIncident(const store::Store &store, const QUuid &id)
{
    const auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    auto record = store::readRecord(*connection, store.schema(), u"incident"_s, id);
    if (!record)
        return core::passOn(record);
    const auto areas = plant::AreaTree::load(*connection);
    if (!areas)
        return core::passOn(areas);
    auto codes = plant::CodeBook::load(*connection);
    if (!codes)
        return core::passOn(codes);
    auto ownLabels = ownFieldLabels(*connection, u"incident"_s);
    if (!ownLabels)
        return core::passOn(ownLabels);
    const QString area = areas->path(record->reference(u"area"_s));
    return IncidentDetails{std::move(*record), area, std::move(*codes), std::move(*ownLabels)};
}

QString incidentHtml(const IncidentDetails &details, const store::Schema &schema,
                     const shell::Colours &colours)
{
    const store::Record &record = details.record;
    const store::EntitySpec &spec = *schema.find(u"incident"_s);
    const QString muted = colours.text(shell::ColourRole::MutedText).name();
    QString rows;
    const auto row = [&](const QString &label, const QString &value) {
        if (value.trimmed().isEmpty())
            return;
        rows += u"<tr><td width='130' style='color:%1'>%2</td><td>%3</td></tr>"_s.arg(
                muted, label.toHtmlEscaped(), value.toHtmlEscaped().replace(u'\n', "<br/>"_L1));
    };
    for (const store::FieldSpec &field : spec.fields) {
        if (field.key.startsWith("import_"_L1))
            continue; // how it was recognised, nothing for people
        QString value = record.values.value(field.key).toVariant().toString();
        if (field.key == "area"_L1)
            value = details.areaPath;
        else if (field.type == store::FieldType::Code)
            value = details.codes.label(field.of, value);
        else if (field.key == "level"_L1 || field.key == "potential_level"_L1)
            value = details.codes.label(u"incident_level"_s, value);
        row(spec.fieldLabel(field.key), value);
    }
    for (auto value = record.values.cbegin(); value != record.values.cend(); ++value) {
        if (value.key().startsWith("c."_L1))
            row(ownFieldLabel(details.ownLabels, value.key()), value->toVariant().toString());
    }
    return u"<p><b>%1</b></p><table cellspacing='0' cellpadding='2'>%2</table>"_s.arg(
            record.number.toHtmlEscaped(), rows);
}

}
