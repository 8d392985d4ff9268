// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace ctl {

// The texts of this program in the language of the call.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(ctl)
};

}
