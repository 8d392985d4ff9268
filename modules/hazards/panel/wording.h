// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QIcon>
#include <QString>

namespace shell {
enum class ColourRole;
}
namespace store {
class Schema;
}

namespace hazards {

// Stored values as people read them, in the language of the screen.
QString dateText(const QString &stored);                                // YYYY-MM-DD
QString instantText(const QString &stored, const QByteArray &timeZone); // an instant or a date
QString stateText(const store::Schema &schema, const QString &state);
shell::ColourRole colourRole(const QString &responseColour);
QIcon swatch(const QColor &colour); // beside a word, never alone

}
