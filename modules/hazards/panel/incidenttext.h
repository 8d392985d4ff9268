// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "plant/engine/codes.h"
#include "store/record.h"

#include <QMap>

namespace shell {
class Colours;
}
namespace store {
class Schema;
class Store;
}

namespace hazards {

struct IncidentDetails {
    store::Record record;
    QString areaPath;
    plant::CodeBook codes;
    QMap<QString, QString> ownLabels; // see ownFieldLabels
};

core::Result<IncidentDetails> readIncident(const store::Store &store, const QUuid &id);
// Everything about it as text to read and copy. All values are escaped.
QString incidentHtml(const IncidentDetails &details, const store::Schema &schema,
                     const shell::Colours &colours);

}
