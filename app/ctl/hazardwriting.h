// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/ctl/command.h"
#include "hazards/engine/conflicts.h"
#include "hazards/engine/hazard.h"

namespace store {
class Connection;
class Store;
}

namespace ctl {

// By number or id. That there is none is an error in words.
core::Result<hazards::Hazard> hazardFor(const store::Connection &connection,
                                        const QString &numberOrId);
// The code of an option (check-type, category, grade, colour) by its code or label; empty for an
// empty text.
core::Result<QString> codeFor(const store::Connection &connection, const QString &option,
                              const QString &text);
QJsonObject hazardJson(const hazards::Hazard &hazard);
Answer conflictsInWords(const QString &number, const QList<hazards::OpenConflict> &conflicts,
                        const QByteArray &timeZone);
// All facts with a value, then the history.
core::Result<Answer> hazardInWords(const store::Store &store, const store::Connection &connection,
                                   const QString &numberOrId);

}
