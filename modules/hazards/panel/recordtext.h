// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazard.h"
#include "hazards/engine/hazardhistory.h"

#include <QMap>

namespace plant {
class CodeBook;
}
namespace shell {
class Colours;
}
namespace store {
class Store;
struct Record;
}

namespace hazards {

// The record and its history as text to read and copy. All values are escaped. ownLabels: see
// ownFieldLabels.
QString factsHtml(const Hazard &hazard, const store::Record &record, const plant::CodeBook &codes,
                  const QMap<QString, QString> &ownLabels, const store::Store &store,
                  const shell::Colours &colours);
QString historyHtml(const QList<HistoryLine> &lines, const QByteArray &timeZone,
                    const shell::Colours &colours);

}
