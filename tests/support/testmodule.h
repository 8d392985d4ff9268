// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/emptystate.h"
#include "shell/events.h"
#include "shell/shell.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>
#include <vector>

// A small module of the tests' own: two panels on the left, one on the right, an action each.
class TestModule final : public shell::Module
{
public:
    explicit TestModule(QStringList *made)
        : m_made(made)
    {
    }

    void addTo(shell::Shell &shell) override
    {
        addPanel(shell, QStringLiteral("test.list"), QStringLiteral("List"), Qt::LeftDockWidgetArea,
                 1);
        addPanel(shell, QStringLiteral("test.rounds"), QStringLiteral("Rounds"),
                 Qt::LeftDockWidgetArea, 2);
        addPanel(shell, QStringLiteral("test.detail"), QStringLiteral("Detail"),
                 Qt::RightDockWidgetArea, 3);
        shell.addMenu(QStringLiteral("test"), QStringLiteral("&Test"));
        shell.addAction({.id = QStringLiteral("test.report"),
                         .text = QStringLiteral("&Report"),
                         .key = QKeySequence(QStringLiteral("Ctrl+N")),
                         .menu = QStringLiteral("test"),
                         .icon = shell.icon(QStringLiteral("report")),
                         .handler = [&shell] { shell.announce(QStringLiteral("reported")); }});
    }

    static std::vector<std::unique_ptr<shell::Module>> list(QStringList *made)
    {
        std::vector<std::unique_ptr<shell::Module>> modules;
        modules.push_back(std::make_unique<TestModule>(made));
        return modules;
    }

private:
    void addPanel(shell::Shell &shell, const QString &id, const QString &title,
                  Qt::DockWidgetArea area, int number)
    {
        shell.addPanel({.id = id,
                        .title = title,
                        .icon = shell.icon(QStringLiteral("ledger")),
                        .area = area,
                        .shortcut = QKeySequence(QStringLiteral("Ctrl+%1").arg(number)),
                        .opens = {id},
                        .create = [id, &shell, made = m_made](QWidget *parent) {
                            *made << id;
                            auto *panel = new QWidget(parent);
                            auto *column = new QVBoxLayout(panel);
                            auto *label = new QLabel(QStringLiteral("&Search"));
                            auto *search = new QLineEdit;
                            search->setObjectName(QStringLiteral("search"));
                            label->setBuddy(search);
                            column->addWidget(label);
                            column->addWidget(search);
                            auto *empty =
                                    new shell::EmptyState(shell.icon(QStringLiteral("ledger")),
                                                          QStringLiteral("Nothing yet"),
                                                          QStringLiteral("Add the first record."));
                            empty->addButton(QStringLiteral("Add"));
                            column->addWidget(empty, 1);
                            shell.addAction({.id = id + QStringLiteral(".search"),
                                             .text = QStringLiteral("Search in %1").arg(id),
                                             .key = QKeySequence(QKeySequence::Find),
                                             .scope = panel,
                                             .handler = [search] { search->setFocus(); }});
                            QObject::connect(&shell.events(), &shell::Events::referenceOpened,
                                             panel, [search](const shell::Reference &reference) {
                                                 search->setText(reference.type);
                                             });
                            return panel;
                        }});
    }

    QStringList *m_made;
};
