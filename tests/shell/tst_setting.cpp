// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/setting.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSetting : public QObject
{
    Q_OBJECT
private slots:
    void survivesTheFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        const shell::Setting<int> pageSize{u"list/pageSize"_s, 256};
        const shell::Setting<QStringList> names{u"list/names"_s, {}};
        const shell::Setting<bool> isOn{u"list/on"_s, true};
        {
            QSettings settings(path, QSettings::IniFormat);
            QCOMPARE(pageSize.get(settings), 256);
            QCOMPARE(isOn.get(settings), true);
            pageSize.set(settings, 64);
            names.set(settings, {u"甲"_s, u"乙, 丙"_s});
            isOn.set(settings, false);
        }
        QSettings settings(path, QSettings::IniFormat);
        QCOMPARE(pageSize.get(settings), 64);
        QCOMPARE(names.get(settings), QStringList({u"甲"_s, u"乙, 丙"_s}));
        QCOMPARE(isOn.get(settings), false);
        pageSize.reset(settings);
        QCOMPARE(pageSize.get(settings), 256);
    }

    void aValueThatIsNoneGivesTheDefault()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        settings.setValue(u"list/pageSize"_s, u"many"_s);
        QCOMPARE((shell::Setting<int>{u"list/pageSize"_s, 256}.get(settings)), 256);
    }
};

QTEST_GUILESS_MAIN(TestSetting)
#include "tst_setting.moc"
