// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "plant/engine/codes.h"
#include "shell/choicebox.h"

#include <QObject>
#include <QUuid>

#include <functional>

namespace shell {
class Shell;
}
namespace store {
class Store;
}

namespace hazards {

// What the forms of the ledger offer to choose from.
struct PlantChoices {
    QList<shell::Choice> people; // active ones, with unit
    QList<shell::Choice> areas;
    QList<shell::Choice> places;            // equipment and areas in one list, see placeOf()
    QList<std::pair<QString, QUuid>> units; // person -> area
    plant::CodeBook codes;
};

struct PlaceChoice {
    QUuid area;
    QUuid equipment;
};
PlaceChoice placeOf(const QString &choice);
QString placeChoice(const QUuid &area, const QUuid &equipment);

// Read by a job; done is not called if the receiver is gone.
void loadPlantChoices(store::Store &store, shell::Shell &shell, QObject *receiver,
                      std::function<void(const core::Result<PlantChoices> &)> done);

}
