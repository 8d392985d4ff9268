// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desk.h"
#include "app/desktop/desktopsettings.h"
#include "app/desktop/logdialog.h"
#include "app/desktop/logfile.h"
#include "app/desktop/modulelist.h"
#include "app/desktop/storeplants.h"
#include "app/language.h"
#include "app/specs.h"
#include "core/rng.h"
#include "sample/engine/sampleplant.h"
#include "shell/dialogprompts.h"
#include "shell/jobrunner.h"
#include "shell/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

struct Options {
    QString store;
    QString login;
    QString language;
    QString theme;
};

class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
public:
    static Options parse(const QCoreApplication &application);
};

Options CommandLine::parse(const QCoreApplication &application)
{
    const QCommandLineOption store(u"store"_s, tr("Open the plant in <file>."), u"file"_s);
    const QCommandLineOption as(u"as"_s, tr("Work as the person with <login>."), u"login"_s);
    const QCommandLineOption language(u"lang"_s, tr("Language: zh_CN or en."), u"language"_s);
    const QCommandLineOption theme(u"theme"_s, tr("Theme: system, light or dark."), u"theme"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Anlan, the safety officer's desk"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({store, as, language, theme});
    parser.addPositionalArgument(u"file"_s, tr("The plant to open."), u"[file]"_s);
    parser.process(application);
    Options options{parser.value(store), parser.value(as), parser.value(language),
                    parser.value(theme)};
    if (options.store.isEmpty() && !parser.positionalArguments().isEmpty())
        options.store = parser.positionalArguments().constFirst();
    return options;
}

}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"anlan"_s);
    QApplication::setApplicationVersion(QStringLiteral(ANLAN_VERSION));
    QApplication::setDesktopFileName(u"anlan"_s);
    QApplication::setWindowIcon(QIcon(u":/anlan.svg"_s));
    QApplication::setQuitOnLastWindowClosed(false); // the desk says when
    const app::LogFile log(app::LogDialog::folder());

    const QString config = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    QSettings settings(config + u"/anlan.ini"_s, QSettings::IniFormat);
    const auto language = [&settings](const QString &asked) {
        return std::make_unique<app::Language>(app::chooseLanguage(
                asked, app::languageSetting().get(settings), QLocale::system()));
    };
    auto words = language({});
    const Options options = CommandLine::parse(application);
    if (!options.language.isEmpty())
        words = language(options.language);

    shell::Theme theme;
    theme.choose(shell::themeFromText(options.theme.isEmpty() ? app::themeSetting().get(settings)
                                                              : options.theme));
    const core::SystemClock clock;
    core::SystemRng rng;
    const store::Schema schema = app::createSchema();
    const app::StorePlants plants(
            {schema, clock, rng}, app::createModules,
            [&](const QString &path, core::Progress &progress) {
                const QDate today = QDateTime::fromMSecsSinceEpoch(clock.now()).date();
                return sample::createPlant(path, schema, {.until = today}, progress);
            });
    shell::JobRunner jobs;
    shell::DialogPrompts prompts(settings);
    app::Desk desk({{}, {}, settings, jobs, prompts, clock, theme}, plants,
                   QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    QObject::connect(&desk, &app::Desk::left, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    QObject::connect(&desk, &app::Desk::rebuildRequested, &application, [&] {
        words.reset();
        words = language({});
        desk.rebuild();
    });
    desk.start(options.store, options.login);
    return QApplication::exec();
}
