// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"

#include <QDate>
#include <QString>

namespace store {
class Schema;
}

namespace sample {

struct Options {
    quint64 seed = 1;
    int hazards = 1200;
    QDate until;       // its life begins 24 months earlier and ends in the night before this day
    QString plantName; // that of the sample if empty
};

// A made-up plant with about 300 people, 120 machines and two years of hazards, each step an
// operation by a person through the rules. Equal options give an equal digest. The file must not
// exist; nothing is left behind on failure.
core::Result<> createPlant(const QString &path, const store::Schema &schema, const Options &options,
                           core::Progress &progress);

}
