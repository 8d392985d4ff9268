// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

namespace ctl {

QList<Command> allCommands()
{
    return storeCommands() + ledgerCommands() + hazardCommands() + plantCommands();
}

}
