// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"

#include "app/ctl/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

QList<Option> globalOptions()
{
    return {{u"store"_s, QT_TRANSLATE_NOOP("ctl", "file"),
             QT_TRANSLATE_NOOP("ctl", "The store to work with.")},
            {u"as"_s, QT_TRANSLATE_NOOP("ctl", "login"),
             QT_TRANSLATE_NOOP("ctl", "Who works: login or id of a person.")},
            {u"lang"_s, QT_TRANSLATE_NOOP("ctl", "language"),
             QT_TRANSLATE_NOOP("ctl", "Language of the words: zh_CN or en.")},
            {u"json"_s, "", QT_TRANSLATE_NOOP("ctl", "Print exactly one JSON object."), Kind::Flag},
            {u"help"_s, "", QT_TRANSLATE_NOOP("ctl", "Show how it is used."), Kind::Flag}};
}

bool takesValue(const QString &argument)
{
    for (const Option &option : globalOptions()) {
        if (option.kind != Kind::Flag && argument == u"--"_s + option.name)
            return true;
    }
    return false;
}

// Chinese signs take two places of a terminal.
QString padded(QString text, qsizetype width)
{
    constexpr char16_t FirstWide = 0x2E80;
    width -= std::count_if(text.cbegin(), text.cend(),
                           [](QChar sign) { return sign.unicode() >= FirstWide; });
    return text.leftJustified(width);
}

QString optionLine(const Option &option)
{
    constexpr int Column = 26;
    QString head = u"  --"_s + option.name;
    if (option.kind != Kind::Flag)
        head += u" <"_s + Words::tr(option.value) + u'>';
    QString text = Words::tr(option.text);
    if (!option.oneOf.isEmpty())
        text += u" ("_s + option.oneOf.join(u", "_s) + u')';
    return padded(head, Column) + u' ' + text;
}

QString wrongValue(const Option &option, const QString &value)
{
    if (!option.oneOf.isEmpty() && !option.oneOf.contains(value))
        return Words::tr("--%1 does not know “%2”. It knows: %3.")
                .arg(option.name, value, option.oneOf.join(u", "_s));
    bool isNumber = true;
    switch (option.kind) {
    case Kind::Flag:
    case Kind::Text:
        break;
    case Kind::Integer:
        if (value.toLongLong(&isNumber) < 0 || !isNumber)
            return Words::tr("--%1 needs a whole number, not “%2”.").arg(option.name, value);
        break;
    case Kind::Date:
        if (!QDate::fromString(value, Qt::ISODate).isValid() || value.size() != 10)
            return Words::tr("--%1 needs a day such as 2026-03-31, not “%2”.")
                    .arg(option.name, value);
        break;
    case Kind::DateTime:
        if (!QDateTime::fromString(value, Qt::ISODateWithMs).isValid())
            return Words::tr("--%1 needs a day or a time such as 2026-03-31T16:30, not “%2”.")
                    .arg(option.name, value);
        break;
    }
    return {};
}

}

CommandLine split(const QStringList &arguments)
{
    CommandLine line;
    line.rest.append(arguments.value(0));
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        line.isJson |= argument == "--json"_L1;
        line.asksForHelp |= argument == "--help"_L1 || argument == "-h"_L1;
        line.asksForVersion |= argument == "--version"_L1 && line.words.isEmpty();
        if (argument.startsWith("--lang="_L1))
            line.language = argument.mid(7);
        if (argument == "--lang"_L1)
            line.language = arguments.value(i + 1);
        if (!argument.startsWith(u'-') && line.words.size() < 2) {
            line.words.append(argument);
            continue;
        }
        line.rest.append(argument);
        if (line.words.size() < 2 && takesValue(argument) && i + 1 < arguments.size())
            line.rest.append(arguments.at(++i));
    }
    return line;
}

QString parse(QCommandLineParser &parser, const Command &command, const QStringList &arguments)
{
    const QList<Option> options = globalOptions() + command.options;
    for (const Option &option : options)
        parser.addOption(QCommandLineOption(option.name, {},
                                            option.kind == Kind::Flag ? QString() : u"value"_s));
    parser.addOption(QCommandLineOption(u"h"_s));
    if (!parser.parse(arguments))
        return parser.errorText();
    for (const Option &option : options) {
        if (option.isNeeded && !parser.isSet(option.name))
            return Words::tr("--%1 is missing.").arg(option.name);
        if (!parser.isSet(option.name))
            continue;
        if (parser.values(option.name).size() > 1 && !option.isRepeatable)
            return Words::tr("--%1 is given twice.").arg(option.name);
        if (QString wrong = wrongValue(option, parser.value(option.name)); !wrong.isEmpty())
            return wrong;
    }
    const qsizetype given = parser.positionalArguments().size();
    if (given < command.fewestArguments)
        return Words::tr("Something is missing: %1").arg(command.arguments);
    if (given > command.mostArguments)
        return Words::tr("What is “%1” meant to be?")
                .arg(parser.positionalArguments().at(command.mostArguments));
    if (command.needsStore && parser.value(u"store"_s).isEmpty())
        return Words::tr("Which store? Name it by --store FILE.");
    return {};
}

QString usage(const Command &command)
{
    QStringList lines;
    QString head = u"anlanctl "_s;
    if (command.needsStore)
        head += u"--store FILE "_s;
    head += command.words();
    if (!command.arguments.isEmpty())
        head += u' ' + command.arguments;
    for (const Option &option : command.options) {
        if (option.isNeeded)
            head += u" --"_s + option.name + u" <"_s + Words::tr(option.value) + u'>';
    }
    lines << Words::tr("Usage: %1").arg(head + u" [...]"_s) << Words::tr(command.summary);
    if (!command.options.isEmpty())
        lines << QString();
    for (const Option &option : command.options)
        lines << optionLine(option);
    lines << QString() << Words::tr("With every command:");
    for (const Option &option : globalOptions())
        lines << optionLine(option);
    return lines.join(u'\n');
}

QString overview(const QList<Command> &commands)
{
    constexpr int Column = 44;
    QStringList lines{Words::tr("Usage: %1")
                              .arg(u"anlanctl [--store FILE] [--as LOGIN] [--json] COMMAND ..."_s),
                      {}};
    for (const Command &command : commands)
        lines << QString(u"  "_s + command.words() + u' ' + command.arguments).leftJustified(Column)
                        + u' ' + Words::tr(command.summary);
    lines << QString() << Words::tr("“anlanctl COMMAND --help” says more about one of them.");
    return lines.join(u'\n');
}

Request::Request(const QCommandLineParser &parser, core::Progress &progress)
    : m_parser(parser)
    , m_progress(progress)
{
}

QString Request::argument(qsizetype index) const
{
    return m_parser.positionalArguments().value(index);
}

bool Request::isSet(const QString &option) const
{
    return m_parser.isSet(option);
}

QString Request::text(const QString &option) const
{
    return m_parser.isSet(option) ? m_parser.value(option) : QString();
}

QStringList Request::texts(const QString &option) const
{
    return m_parser.isSet(option) ? m_parser.values(option) : QStringList();
}

std::optional<qint64> Request::integer(const QString &option) const
{
    return m_parser.isSet(option) ? std::optional(m_parser.value(option).toLongLong())
                                  : std::nullopt;
}

QDate Request::date(const QString &option) const
{
    return QDate::fromString(text(option), Qt::ISODate);
}

const Command *find(const QList<Command> &commands, const QStringList &words)
{
    const auto found =
            std::find_if(commands.cbegin(), commands.cend(), [&words](const Command &command) {
                return command.group == words.value(0) && command.name == words.value(1);
            });
    return found == commands.cend() ? nullptr : &*found;
}

}
