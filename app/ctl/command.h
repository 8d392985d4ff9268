// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <optional>

class QCommandLineParser;

namespace core {
class Progress;
}

namespace ctl {

// What a command has to say: the same for a person and for a program.
struct Answer {
    QStringList lines;
    QJsonObject json;
    bool isGood = true; // false: done, but what was found is bad (exit 1)
};

enum class Kind { Flag, Text, Integer, Date, DateTime };

struct Option {
    QString name;
    const char *value = ""; // the word for the value in the usage; empty: a flag
    const char *text = "";
    Kind kind = Kind::Text;
    QStringList oneOf = {}; // if only some values are possible
    bool isNeeded = false;
    bool isRepeatable = false;
};

// One call of the program, checked against its command.
class Request
{
public:
    Request(const QCommandLineParser &parser, core::Progress &progress);

    QString argument(qsizetype index) const; // after the words of the command; empty if not given
    bool isSet(const QString &option) const;
    QString text(const QString &option) const;
    QStringList texts(const QString &option) const; // of one that is repeatable
    std::optional<qint64> integer(const QString &option) const;
    QDate date(const QString &option) const;
    QString storePath() const { return text(QStringLiteral("store")); }
    QString login() const { return text(QStringLiteral("as")); }
    core::Progress &progress() const { return m_progress; }

private:
    const QCommandLineParser &m_parser;
    core::Progress &m_progress;
};

struct Command {
    QString group;
    QString name;
    QString arguments; // as they stand in the usage: "FILE", "OUT.{xlsx,csv,pdf}"
    int mostArguments = 0;
    int fewestArguments = 0;
    const char *summary = "";
    QList<Option> options;
    std::function<core::Result<Answer>(const Request &)> run;
    bool needsStore = true;
    bool needsFonts = false; // prints, so fonts have to be found

    QString words() const { return group + u' ' + name; }
};

QList<Command> allCommands();
QList<Command> storeCommands();
QList<Command> ledgerCommands();
QList<Command> hazardCommands();
QList<Command> plantCommands();

// Null if there is none of that name.
const Command *find(const QList<Command> &commands, const QStringList &words);

}
