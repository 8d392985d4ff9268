// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/setting.h"

namespace app {

inline shell::Setting<QString> languageSetting()
{
    return {QStringLiteral("window/language"), {}}; // empty: as the system
}

inline shell::Setting<QString> themeSetting()
{
    return {QStringLiteral("window/theme"), QStringLiteral("system")};
}

inline shell::Setting<QString> lastPersonSetting(const QString &storeKey)
{
    return {QStringLiteral("person/") + storeKey, {}};
}

}
