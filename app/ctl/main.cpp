// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"
#include "app/ctl/console.h"
#include "app/ctl/words.h"
#include "app/language.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QLocale>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

enum Exit { Done = 0, Failed = 1, WrongUsage = 2 };

QString errorName(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::Invalid:
        return u"invalid"_s;
    case core::ErrorCode::Refused:
        return u"refused"_s;
    case core::ErrorCode::NotFound:
        return u"not_found"_s;
    case core::ErrorCode::Cancelled:
        return u"cancelled"_s;
    case core::ErrorCode::Busy:
        return u"busy"_s;
    case core::ErrorCode::DiskFull:
        return u"disk_full"_s;
    case core::ErrorCode::ReadOnly:
        return u"read_only"_s;
    case core::ErrorCode::Newer:
        return u"newer"_s;
    case core::ErrorCode::Damaged:
        return u"damaged"_s;
    case core::ErrorCode::Database:
        return u"database"_s;
    case core::ErrorCode::Io:
        return u"io"_s;
    case core::ErrorCode::Network:
        return u"network"_s;
    }
    return {};
}

QString toJsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
}

void reportError(const QString &name, const QString &message, bool isJson)
{
    if (isJson)
        ctl::writeOut(toJsonText(
                {{u"error"_s, QJsonObject{{u"code"_s, name}, {u"message"_s, message}}}}));
    ctl::writeError(u"anlanctl: "_s + message);
}

// Standard error says what a person has to know in one line; what was survived is not that.
void writeOnlyWhatWasLost(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        ctl::writeError(u"anlanctl: "_s + message);
}

int run(const ctl::CommandLine &line, const QList<ctl::Command> &commands)
{
    if (line.asksForVersion) {
        ctl::writeOut(line.isJson ? toJsonText({{u"version"_s, QStringLiteral(ANLAN_VERSION)}})
                                  : u"anlanctl "_s + QStringLiteral(ANLAN_VERSION));
        return Done;
    }
    const ctl::Command *command = ctl::find(commands, line.words);
    if (!command) {
        QList<ctl::Command> shown;
        for (const ctl::Command &each : commands) {
            if (line.words.isEmpty() || each.group == line.words.constFirst())
                shown.append(each);
        }
        const QString help = ctl::overview(shown.isEmpty() ? commands : shown);
        if (line.asksForHelp) {
            ctl::writeOut(help);
            return Done;
        }
        reportError(
                u"usage"_s,
                line.words.isEmpty()
                        ? ctl::Words::tr("Which command?")
                        : ctl::Words::tr("There is no command “%1”.").arg(line.words.join(u' ')),
                line.isJson);
        ctl::writeError(help);
        return WrongUsage;
    }
    if (line.asksForHelp) {
        ctl::writeOut(ctl::usage(*command));
        return Done;
    }
    QCommandLineParser parser;
    if (const QString wrong = ctl::parse(parser, *command, line.rest); !wrong.isEmpty()) {
        reportError(u"usage"_s, wrong, line.isJson);
        ctl::writeError(ctl::usage(*command));
        return WrongUsage;
    }
    core::Result<ctl::Answer> answer;
    {
        ctl::ConsoleProgress progress;
        answer = command->run(ctl::Request(parser, progress));
    }
    if (!answer) {
        const QString message = answer.error().message.isEmpty()
                        && answer.error().code == core::ErrorCode::Cancelled
                ? ctl::Words::tr("Cancelled. Nothing was changed.")
                : answer.error().message.simplified();
        reportError(errorName(answer.error().code), message, line.isJson);
        return Failed;
    }
    ctl::writeOut(line.isJson ? toJsonText(answer->json) : answer->lines.join(u'\n'));
    return answer->isGood ? Done : Failed;
}

}

int main(int argc, char *argv[])
{
    qInstallMessageHandler(writeOnlyWhatWasLost);
    // Before there is an application: which command decides whether fonts are needed.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const ctl::CommandLine line = ctl::split(arguments);
    const QList<ctl::Command> commands = ctl::allCommands();
    const ctl::Command *command = ctl::find(commands, line.words);

    std::unique_ptr<QCoreApplication> application;
    if (command && command->needsFonts) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(u"anlanctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ANLAN_VERSION));
    const app::Language words(app::chooseLanguage(line.language, {}, QLocale::system()));
    return run(line, commands);
}
