// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/colours.h"

#include <QPalette>

#include <cmath>

namespace shell {

namespace {

struct RoleColours {
    QRgb text;
    QRgb fill;
    QRgb onFill;
};

RoleColours lightColours(ColourRole role)
{
    switch (role) {
    case ColourRole::SeverityRed:
        return {0xb3141d, 0xc8202a, 0xffffff};
    case ColourRole::SeverityOrange:
        return {0x964600, 0xf0851a, 0x1c1200};
    case ColourRole::SeverityYellow:
        return {0x735600, 0xf5cf2e, 0x1c1800};
    case ColourRole::SeverityBlue:
        return {0x1257a8, 0x1b66bd, 0xffffff};
    case ColourRole::Overdue:
        return {0xa3123f, 0xa3123f, 0xffffff};
    case ColourRole::Warning:
        return {0x8a4b00, 0xf9e2bf, 0x553000};
    case ColourRole::Ok:
        return {0x1b6b34, 0xd4edda, 0x14532d};
    case ColourRole::Notice:
        return {0x1257a8, 0xdbe8f8, 0x123f75};
    case ColourRole::MutedText:
        return {0x565d68, 0xe3e6ea, 0x444b55};
    }
    Q_UNREACHABLE();
}

RoleColours darkColours(ColourRole role)
{
    switch (role) {
    case ColourRole::SeverityRed:
        return {0xff8f8a, 0xc8323a, 0xffffff};
    case ColourRole::SeverityOrange:
        return {0xffad66, 0xe8842a, 0x1c1200};
    case ColourRole::SeverityYellow:
        return {0xecd25a, 0xe6c42f, 0x1c1800};
    case ColourRole::SeverityBlue:
        return {0x8ac0ff, 0x2468b8, 0xffffff};
    case ColourRole::Overdue:
        return {0xff8fae, 0xb42a55, 0xffffff};
    case ColourRole::Warning:
        return {0xffb870, 0x4d3a1c, 0xffd9a0};
    case ColourRole::Ok:
        return {0x7fd195, 0x1f4029, 0xb5e6c2};
    case ColourRole::Notice:
        return {0x8ac0ff, 0x1f3654, 0xc3dcff};
    case ColourRole::MutedText:
        return {0xa9b1bd, 0x383d45, 0xc8ced6};
    }
    Q_UNREACHABLE();
}

RoleColours coloursOf(ColourRole role, Colours::Theme theme)
{
    return theme == Colours::Theme::Dark ? darkColours(role) : lightColours(role);
}

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
            + 0.0722 * linear(colour.blueF());
}

// Fusion draws frames and separators from Light, Midlight, Mid, Dark and Shadow: left unset they
// stay those of the system, white lines in a dark window.
struct Surfaces {
    QRgb window, base, alternate, text, button, highlight, highlightedText, link, disabled;
    QRgb light, midlight, mid, dark, shadow, placeholder, toolTip;
};

constexpr Surfaces LightSurfaces{0xf1f3f5, 0xffffff, 0xf5f7f9, 0x1d2129, 0xf6f7f9, 0x1257a8,
                                 0xffffff, 0x1257a8, 0x868d97, 0xffffff, 0xe4e7eb, 0xc3c8cf,
                                 0xa4abb5, 0x6b727c, 0x646b76, 0xfffbe6};
constexpr Surfaces DarkSurfaces{0x25282d, 0x1b1e22, 0x202429, 0xe6e8eb, 0x30343a, 0x2468b8,
                                0xffffff, 0x8ac0ff, 0x7b828c, 0x454a52, 0x3a3f46, 0x33373d,
                                0x17191c, 0x0c0d0f, 0x969da8, 0x33373d};

}

QColor Colours::text(ColourRole role) const
{
    return coloursOf(role, m_theme).text;
}

QColor Colours::fill(ColourRole role) const
{
    return coloursOf(role, m_theme).fill;
}

QColor Colours::onFill(ColourRole role) const
{
    return coloursOf(role, m_theme).onFill;
}

QPalette Colours::palette() const
{
    const Surfaces &s = isDark() ? DarkSurfaces : LightSurfaces;
    QPalette palette;
    palette.setColor(QPalette::Window, s.window);
    palette.setColor(QPalette::WindowText, s.text);
    palette.setColor(QPalette::Base, s.base);
    palette.setColor(QPalette::AlternateBase, s.alternate);
    palette.setColor(QPalette::Text, s.text);
    palette.setColor(QPalette::Button, s.button);
    palette.setColor(QPalette::ButtonText, s.text);
    palette.setColor(QPalette::BrightText, text(ColourRole::SeverityRed));
    palette.setColor(QPalette::Highlight, s.highlight);
    palette.setColor(QPalette::HighlightedText, s.highlightedText);
    palette.setColor(QPalette::Link, s.link);
    palette.setColor(QPalette::LinkVisited, s.link);
    palette.setColor(QPalette::ToolTipBase, s.toolTip);
    palette.setColor(QPalette::ToolTipText, s.text);
    palette.setColor(QPalette::PlaceholderText, s.placeholder);
    palette.setColor(QPalette::Light, s.light);
    palette.setColor(QPalette::Midlight, s.midlight);
    palette.setColor(QPalette::Mid, s.mid);
    palette.setColor(QPalette::Dark, s.dark);
    palette.setColor(QPalette::Shadow, s.shadow);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, s.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, s.mid);
    return palette;
}

QList<ColourRole> Colours::roles()
{
    return {ColourRole::SeverityRed,  ColourRole::SeverityOrange, ColourRole::SeverityYellow,
            ColourRole::SeverityBlue, ColourRole::Overdue,        ColourRole::Warning,
            ColourRole::Ok,           ColourRole::Notice,         ColourRole::MutedText};
}

double Colours::contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

}
