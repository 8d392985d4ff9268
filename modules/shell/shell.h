// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>
#include <QKeySequence>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>

class QAction;
class QSettings;
class QWidget;

namespace core {
class Clock;
}

namespace shell {

class Colours;
class Events;
class JobRunner;
class Prompts;

// A dock of the window, filled when it is first seen.
struct PanelSpec {
    QString id; // "hazards.list": keys the saved layout; never translated or renamed
    QString title;
    QIcon icon;
    Qt::DockWidgetArea area = Qt::LeftDockWidgetArea;
    QKeySequence shortcut;    // brings the panel to the front
    QStringList opens;        // types of the references it shows, see Shell::open
    QStringList perspectives; // where it is in view by default: perspectives::Daily ...; empty: all
    std::function<QWidget *(QWidget *parent)> create;
};

// One thing the user can do: in a menu, by its key, and in the command search.
struct ActionSpec {
    QString id; // "hazards.report": keys the user's own shortcut; never translated or renamed
    QString text;
    QKeySequence key; // the default, the user may change it
    QString menu;     // menus::File ... or one added with addMenu; empty: in no menu
    QIcon icon;
    QWidget *scope = nullptr; // a panel: the key works only while the focus is inside of it
    std::function<void()> handler;
};

namespace menus {
inline constexpr QStringView File = u"file";
inline constexpr QStringView Edit = u"edit";
inline constexpr QStringView View = u"view";
inline constexpr QStringView Window = u"window";
inline constexpr QStringView Help = u"help";
}

namespace perspectives {
inline constexpr QStringView Daily = u"daily";
inline constexpr QStringView Review = u"review";
inline constexpr QStringView Management = u"management";
}

// One record, wherever it lives: {"hazard", id}.
struct Reference {
    QString type; // entity name
    QUuid id;

    bool isNull() const { return id.isNull(); }
    friend bool operator==(const Reference &, const Reference &) = default;
};

// Who works now.
struct Person {
    QUuid id;
    QString name;
    QString post; // what tells two equal names apart: unit, post
    QString login;

    bool isNull() const { return id.isNull(); }
    friend bool operator==(const Person &, const Person &) = default;
};

// What a module may ask of the window. Lives on the GUI thread and outlives every panel.
class Shell
{
public:
    virtual ~Shell() = default;

    virtual void addPanel(PanelSpec panel) = 0;
    virtual void addMenu(const QString &id, const QString &title) = 0; // stands before "Window"
    virtual QAction *addAction(ActionSpec action) = 0; // owned by its scope, else by the window

    virtual Events &events() = 0;
    virtual JobRunner &jobs() = 0;
    virtual Prompts &prompts() = 0;
    virtual QSettings &settings() = 0;
    virtual const core::Clock &clock() const = 0;

    virtual QIcon icon(const QString &name) const = 0; // by name of the file in resources/icons
    virtual const Colours &colours() const = 0;        // of the theme of the moment

    virtual QString storePath() const = 0;   // empty on the start page
    virtual QString draftFolder() const = 0; // see FormDraft
    virtual Person person() const = 0;       // null if none is chosen

    virtual void open(const Reference &reference) = 0; // shows the record in the panel for its type
    virtual Reference selection() const = 0; // what the user looks at; panels follow each other
    virtual void setSelection(const Reference &reference) = 0;
    virtual void announce(const QString &text) = 0; // a passing word in the status bar
};

// One subject of the customer's trade. It names its panels and actions, nothing else.
class Module
{
public:
    virtual ~Module() = default;
    virtual void addTo(Shell &shell) = 0;
};

}

Q_DECLARE_METATYPE(shell::Reference)
Q_DECLARE_METATYPE(shell::Person)
