// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/ctl/command.h"

#include <QCommandLineParser>

namespace ctl {

// What was typed, as far as it can be told without knowing the command.
struct CommandLine {
    QStringList words; // at most two: the command
    QStringList rest;  // everything else in its order, the program first
    QString language;
    bool isJson = false;
    bool asksForHelp = false;
    bool asksForVersion = false;
};

CommandLine split(const QStringList &arguments);
// Fills the parser; returns what is wrong with the call, empty if nothing.
QString parse(QCommandLineParser &parser, const Command &command, const QStringList &arguments);
QString usage(const Command &command);
QString overview(const QList<Command> &commands);

}
