// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/colours.h"

#include <QObject>

namespace shell {

enum class ThemeChoice { System, Light, Dark };

QString toText(ThemeChoice choice); // "system", "light", "dark": settings and command line
ThemeChoice themeFromText(const QString &text); // System if the text is none

// Fusion with targets of at least 24 px for the mouse. Call once, before the first widget.
void installStyle();

// The look of the whole program. Lives on the GUI thread as long as the application.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    void choose(ThemeChoice choice);
    ThemeChoice choice() const { return m_choice; }
    const Colours &colours() const { return m_colours; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    ThemeChoice m_choice = ThemeChoice::System;
    Colours m_colours{Colours::Theme::Light};
    bool m_isApplying = false;
};

}
