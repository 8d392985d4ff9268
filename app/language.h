// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocale>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace app {

// "zh_CN" or "en". The first of these that says something: command line, setting, system. A system
// without a language (C, POSIX) means Chinese, as most of our users are.
QString chooseLanguage(const QString &commandLine, const QString &setting, const QLocale &system);

// The words of the program and of Qt's own dialogs, installed as long as it lives.
class Language
{
public:
    explicit Language(const QString &name);
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    QString name() const { return m_name; }

private:
    void install(const QString &file, const QString &folder);

    QString m_name;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

}
