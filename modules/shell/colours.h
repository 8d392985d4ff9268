// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QList>

class QPalette;

namespace shell {

enum class ColourRole {
    SeverityRed, // response colours 红橙黄蓝
    SeverityOrange,
    SeverityYellow,
    SeverityBlue,
    Overdue,
    Warning,
    Ok,
    Notice,
    MutedText,
};

// Colours by role, for a light and a dark window. A colour is never the only sign: set a word or an
// icon beside it.
class Colours
{
public:
    enum class Theme { Light, Dark };

    explicit Colours(Theme theme)
        : m_theme(theme)
    {
    }

    Theme theme() const { return m_theme; }
    bool isDark() const { return m_theme == Theme::Dark; }
    QColor text(ColourRole role) const;   // readable on the window and on lists, 4.5:1
    QColor fill(ColourRole role) const;   // a badge, a bar, a zone
    QColor onFill(ColourRole role) const; // text upon that fill, 4.5:1
    QPalette palette() const;             // of the whole program

    static QList<ColourRole> roles();
    static double contrast(const QColor &first, const QColor &second); // WCAG 2.1: 1 to 21

private:
    Theme m_theme;
};

}
