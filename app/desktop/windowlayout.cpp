// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowlayout.h"

#include "shell/setting.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMap>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace app {

namespace {

shell::Setting<QString> chosenPerspective()
{
    return {u"layout/perspective"_s, shell::perspectives::Daily.toString()};
}

shell::Setting<QByteArray> windowGeometry()
{
    return {u"layout/geometry"_s, {}};
}

shell::Setting<QByteArray> dockState(const QString &perspective)
{
    return {u"layout/docks/"_s + perspective, {}};
}

}

WindowLayout::WindowLayout(QMainWindow &window, QSettings &settings)
    : m_window(window)
    , m_settings(settings)
{
}

void WindowLayout::add(QDockWidget *dock, const shell::PanelSpec &panel)
{
    m_places << Place{dock, panel.area, panel.perspectives};
}

void WindowLayout::restore()
{
    const QByteArray geometry = windowGeometry().get(m_settings);
    if (geometry.isEmpty() || !m_window.restoreGeometry(geometry)) {
        const QSize room = m_window.screen()->availableSize();
        m_window.resize(qMin(1440, room.width() * 9 / 10), qMin(900, room.height() * 9 / 10));
        m_window.setWindowState(m_window.windowState() | Qt::WindowMaximized);
    }
    arrangeAsShipped(); // docks that a saved layout does not know stay where this puts them
    if (!restoreSaved())
        arrangeAsShipped();
}

void WindowLayout::save()
{
    windowGeometry().set(m_settings, m_window.saveGeometry());
    dockState(perspective()).set(m_settings, m_window.saveState(Version));
}

void WindowLayout::reset()
{
    dockState(perspective()).reset(m_settings);
    arrangeAsShipped();
}

QString WindowLayout::perspective() const
{
    return chosenPerspective().get(m_settings);
}

void WindowLayout::showPerspective(const QString &name)
{
    if (name == perspective())
        return;
    save();
    chosenPerspective().set(m_settings, name);
    if (!restoreSaved())
        arrangeAsShipped();
}

bool WindowLayout::restoreSaved()
{
    const QByteArray state = dockState(perspective()).get(m_settings);
    const bool isRestored = !state.isEmpty() && m_window.restoreState(state, Version);
    if (isRestored)
        m_isAsShipped = false;
    return isRestored;
}

void WindowLayout::arrangeAsShipped()
{
    const QString current = perspective();
    QMap<Qt::DockWidgetArea, QDockWidget *> first;
    for (const Place &place : std::as_const(m_places)) {
        place.dock->setFloating(false);
        m_window.removeDockWidget(place.dock);
    }
    for (const Place &place : std::as_const(m_places)) {
        const bool isShown = place.perspectives.isEmpty() || place.perspectives.contains(current);
        m_window.addDockWidget(place.area, place.dock);
        place.dock->setVisible(isShown);
        if (!isShown)
            continue;
        if (QDockWidget *leader = first.value(place.area))
            m_window.tabifyDockWidget(leader, place.dock);
        else
            first.insert(place.area, place.dock);
    }
    for (QDockWidget *leader : std::as_const(first))
        leader->raise();
    m_left = first.value(Qt::LeftDockWidgetArea);
    m_right = first.value(Qt::RightDockWidgetArea);
    m_isAsShipped = true;
    balance();
}

void WindowLayout::balance()
{
    constexpr int ListShare = 62; // of a hundred
    if (!m_isAsShipped || !m_left || !m_right)
        return;
    const int width = m_window.width();
    m_window.resizeDocks({m_left, m_right},
                         {width * ListShare / 100, width - width * ListShare / 100},
                         Qt::Horizontal);
}

}
