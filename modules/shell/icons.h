// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QIcon>
#include <QStringList>

namespace shell {

// An icon of resources/icons: one colour, painted from the palette of the moment, so that it
// follows the theme by itself. An unknown name gives a null icon and a line in the log.
QIcon icon(const QString &name);
QIcon tinted(const QString &name, const QColor &colour); // in one colour whatever the theme
QStringList iconNames();

}
