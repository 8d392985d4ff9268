// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/shell.h"

class QDockWidget;
class QMainWindow;

namespace app {

// Where the docks stand: three perspectives, each kept as the user left it. GUI thread.
class WindowLayout
{
public:
    static constexpr int Version = 1; // a saved layout of another version is not used

    WindowLayout(QMainWindow &window, QSettings &settings);

    void add(QDockWidget *dock, const shell::PanelSpec &panel);
    void restore(); // once, after all docks are added
    void save();
    void reset(); // of this perspective, to how the program ships
    QString perspective() const;
    void showPerspective(const QString &name);
    // As long as the docks stand as shipped, the list has the larger share of any window.
    void balance();
    void keepShares() { m_isAsShipped = false; } // the user has moved a border

private:
    struct Place {
        QDockWidget *dock;
        Qt::DockWidgetArea area;
        QStringList perspectives;
    };

    void arrangeAsShipped();
    bool restoreSaved();

    QMainWindow &m_window;
    QSettings &m_settings;
    QList<Place> m_places;
    QDockWidget *m_left = nullptr; // in front of their areas, as shipped
    QDockWidget *m_right = nullptr;
    bool m_isAsShipped = false;
};

}
