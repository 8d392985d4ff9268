// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QIcon>
#include <QString>

#include <optional>

namespace shell {
enum class ColourRole;
}
namespace store {
class Schema;
struct Record;
}

namespace hazards {

// Stored values as people read them, in the language of the screen.
QString dateText(const QString &stored);                                // YYYY-MM-DD
QString instantText(const QString &stored, const QByteArray &timeZone); // an instant or a date
QString stateText(const store::Schema &schema, const QString &state);
shell::ColourRole colourRole(const QString &responseColour);
// Money as people write it; cents inside.
QString yuanText(const store::Record &record, const QString &key); // empty if there is none
std::optional<qint64> centsOf(const QString &yuan);                // none if it is no amount
QIcon swatch(const QColor &colour);                                // beside a word, never alone

}
