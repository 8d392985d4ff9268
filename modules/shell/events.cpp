// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/events.h"

namespace shell {

Events::Events(QObject *parent)
    : QObject(parent)
{
}

}
