// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QFont>
#include <QHash>
#include <QStringList>

#include <vector>

namespace documents {

// The one typeface of printed pages, with its measures in ems (parts of the font size). It is
// named, never left to substitution: only this one was found to leave a right text layer in the
// PDF. Keeps what it measured, so it belongs to one thread at a time.
class PrintFont
{
public:
    static core::Result<PrintFont> find();

    QFont font(double size) const; // size in the painter's units
    double advance(char32_t character);
    double width(QStringView text);
    double ascent() const { return m_ascent; }
    double descent() const { return m_descent; }

    // The text as it can be printed: no control characters, and a geta mark 〓 for each character
    // that no installed font can show. Those are remembered.
    QString printable(const QString &text);
    const QStringList &missing() const { return m_missing; }

private:
    bool shows(char32_t character);

    QFont m_measured;
    double m_ascent = 0;
    double m_descent = 0;
    std::vector<float> m_advances; // of the basic plane; below 0: not measured yet
    QHash<char32_t, float> m_further;
    QHash<char32_t, bool> m_shown; // for characters that the named font lacks
    QStringList m_missing;
};

}
