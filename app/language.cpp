// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace app {

namespace {

Q_LOGGING_CATEGORY(logLanguage, "anlan.app.language", QtInfoMsg)

}

QString chooseLanguage(const QString &commandLine, const QString &setting, const QLocale &system)
{
    for (const QString &asked : {commandLine, setting}) {
        if (asked.startsWith("zh"_L1))
            return u"zh_CN"_s;
        if (asked.startsWith("en"_L1))
            return u"en"_s;
    }
    const bool hasNoLanguage = system.language() == QLocale::C;
    return hasNoLanguage || system.language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

Language::Language(const QString &name)
    : m_name(name)
{
    QLocale::setDefault(name == "zh_CN"_L1 ? QLocale(QLocale::Chinese, QLocale::China)
                                           : QLocale(QLocale::English, QLocale::UnitedKingdom));
    install(u"qtbase_"_s + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"anlan_"_s + name, u":/i18n"_s);
}

Language::~Language()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

void Language::install(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder)) {
        if (m_name != "en"_L1)
            qCWarning(logLanguage) << "no words in" << folder << file;
        return;
    }
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

}
