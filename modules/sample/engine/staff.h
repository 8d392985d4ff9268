// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "core/rng.h"

#include <QHash>
#include <QList>
#include <QUuid>

namespace store {
class Store;
}

namespace sample {

struct Machine {
    QUuid id;
    QString code;
    QString type;
    QString areaCode;
};

// Who and what there is in the sample plant. Areas go by their code: CY, CY-A, ...
struct Site {
    QUuid administrator;
    QUuid director; // of the plant
    QUuid safetyDirector;
    QList<QUuid> officers; // safety officers; the first four belong to workshopCodes() in order
    QHash<QString, QUuid> areas;
    QHash<QString, QUuid> heads;             // of every area, by its code
    QHash<QString, QList<QUuid>> workers;    // of every team
    QHash<QString, QList<Machine>> machines; // by type
};

QStringList workshopCodes();
QStringList teamCodes(const QString &workshop);

// Areas, people and machines, in one save. Every name is made up.
core::Result<Site> settle(store::Store &store, core::Rng &rng);

}
