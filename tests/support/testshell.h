// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "shell/colours.h"
#include "shell/events.h"
#include "shell/icons.h"
#include "shell/jobrunner.h"
#include "shell/prompts.h"
#include "shell/shell.h"
#include "shell/theme.h"

#include <QAction>
#include <QSettings>
#include <QTemporaryDir>
#include <QWidget>

#include <memory>
#include <vector>

// Answers every question at once, with what the test has put in; remembers what was asked.
class TestPrompts final : public shell::Prompts
{
public:
    QString pathToOpen; // empty: the user cancels
    QString pathToSave;
    bool accept = true;
    QList<shell::FileQuestion> fileQuestions;
    QList<shell::Question> questions;
    QStringList told;

    void openFile(QWidget *, const shell::FileQuestion &question, FileAnswer answer) override
    {
        fileQuestions << question;
        if (!pathToOpen.isEmpty())
            answer(pathToOpen);
    }
    void openFiles(QWidget *, const shell::FileQuestion &question, FilesAnswer answer) override
    {
        fileQuestions << question;
        if (!pathToOpen.isEmpty())
            answer({pathToOpen});
    }
    void saveFile(QWidget *, const shell::FileQuestion &question, FileAnswer answer) override
    {
        fileQuestions << question;
        if (!pathToSave.isEmpty())
            answer(pathToSave);
    }
    void ask(QWidget *, const shell::Question &question, Answer answer) override
    {
        questions << question;
        answer(accept);
    }
    void tell(QWidget *, const QString &, const QString &text) override { told << text; }
};

// A Shell without a window, for tests of panels: temporary settings, a clock that stands, questions
// answered by the test. Declare it before the panel, so that the panel dies first.
class TestShell final : public shell::Shell
{
public:
    static constexpr qint64 Noon = 1'777'003'200'000; // 2026-04-24T12:00 in Shanghai

    explicit TestShell(QString storePath = {})
        : manualClock(Noon)
        , m_storePath(std::move(storePath))
        , m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
    }

    shell::Theme theme; // the program's own style and colours

    core::ManualClock manualClock;
    TestPrompts testPrompts;
    std::vector<shell::PanelSpec> panels;
    QList<shell::Reference> opened;
    QStringList announced;

    void addPanel(shell::PanelSpec panel) override { panels.push_back(std::move(panel)); }
    void addMenu(const QString &, const QString &) override { }
    QAction *addAction(shell::ActionSpec spec) override
    {
        QWidget *owner = spec.scope ? spec.scope : &m_window;
        auto *action = new QAction(spec.icon, spec.text, owner);
        action->setObjectName(spec.id);
        action->setShortcut(spec.key);
        action->setShortcutContext(spec.scope ? Qt::WidgetWithChildrenShortcut
                                              : Qt::WindowShortcut);
        owner->addAction(action);
        QObject::connect(action, &QAction::triggered, owner, [handler = std::move(spec.handler)] {
            if (handler)
                handler();
        });
        return action;
    }
    QAction *action(const QString &id) const { return m_window.findChild<QAction *>(id); }

    shell::Events &events() override { return m_events; }
    shell::JobRunner &jobs() override { return m_jobs; }
    shell::Prompts &prompts() override { return testPrompts; }
    QSettings &settings() override { return m_settings; }
    const core::Clock &clock() const override { return manualClock; }
    QIcon icon(const QString &name) const override { return shell::icon(name); }
    const shell::Colours &colours() const override { return theme.colours(); }
    QString storePath() const override { return m_storePath; }
    QString draftFolder() const override { return m_folder.filePath(QStringLiteral("drafts")); }
    shell::Person person() const override { return m_person; }
    void setPerson(const shell::Person &person)
    {
        m_person = person;
        Q_EMIT m_events.personChanged(person);
    }
    void open(const shell::Reference &reference) override
    {
        opened << reference;
        Q_EMIT m_events.referenceOpened(reference);
    }
    shell::Reference selection() const override { return m_selection; }
    void setSelection(const shell::Reference &reference) override
    {
        if (m_selection == reference)
            return;
        m_selection = reference;
        Q_EMIT m_events.selectionChanged(reference);
    }
    void announce(const QString &text) override { announced << text; }

private:
    QTemporaryDir m_folder;
    QString m_storePath;
    QSettings m_settings;
    QWidget m_window;
    shell::Events m_events;
    shell::JobRunner m_jobs;
    shell::Person m_person;
    shell::Reference m_selection;
};
