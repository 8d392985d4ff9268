// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/importfields.h"

#include "hazards/engine/ledgerimport.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hazards {

ImportFields::ImportFields(store::Writer &writer, const ImportPlan &plan)
    : m_writer(writer)
    , m_entity(plan.entity)
{
    for (const ColumnPlan &column : plan.columns)
        m_fields.insert(column.aside, {column.label, column.type});
    for (const HeaderColumn &header : plan.headerColumns)
        m_fields.insert(header.column.aside, {header.column.label, header.column.type});
    m_fields.insert(equalRow.toString(),
                    {QCoreApplication::translate("hazards", "Same content as row"), u"number"_s});
}

core::Result<> ImportFields::ensure(const store::Values &values)
{
    for (auto value = values.lowerBound(u"c."_s);
         value != values.cend() && value.key().startsWith("c."_L1); ++value) {
        if (m_known.contains(value.key()))
            continue;
        m_known.insert(value.key());
        if (auto done = declare(value.key()); !done)
            return done;
    }
    return {};
}

core::Result<> ImportFields::declare(const QString &key)
{
    const QString slug = key.mid(2);
    const QString type = u"custom_field"_s;
    const QUuid id = customFieldId(m_entity, slug);
    const Field field = m_fields.value(key);
    const auto found = m_writer.record(type, id);
    if (!found)
        return core::passOn(found);
    if (!*found) {
        const auto made = m_writer.create(type,
                                          {{u"entity"_s, m_entity},
                                           {u"slug"_s, slug},
                                           {u"label"_s, field.label},
                                           {u"type"_s, field.type}},
                                          id);
        return made ? core::Result<>() : core::Result<>(core::passOn(made));
    }
    if ((*found)->isVoid)
        return m_writer.unvoid(type, id);
    // Said again, so that an undo of the import that made it leaves it to this one.
    return m_writer.set(type, id, {{u"label"_s, (*found)->text(u"label"_s)}});
}

}
