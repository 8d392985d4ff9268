// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "store/op.h"

#include <QHash>
#include <QSet>

namespace store {
class Writer;
}

namespace hazards {

struct ImportPlan;

// The plant's own fields that an import needs. One comes to be when the first value needs it, with
// an id that is the same on every desk.
class ImportFields
{
public:
    static constexpr QStringView equalRow = u"c.equal_to_row";

    ImportFields(store::Writer &writer, const ImportPlan &plan);
    core::Result<> ensure(const store::Values &values);

private:
    struct Field {
        QString label;
        QString type;
    };

    core::Result<> declare(const QString &key);

    store::Writer &m_writer;
    QString m_entity;
    QHash<QString, Field> m_fields;
    QSet<QString> m_known;
};

}
