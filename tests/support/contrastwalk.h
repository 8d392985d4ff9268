// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

class QWidget;

// Names the texts of a window that are hard to read: less than 4.5:1 (WCAG 2.1 AA) between letters
// and ground, by palette, by what a list gives its cells, and in rich text. Disabled controls are
// exempt, as in WCAG. seen: how many texts were looked at.
namespace contrastwalk {

QStringList faults(QWidget *root, int *seen = nullptr);

}
