// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/logfile.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLogFile : public QObject
{
    Q_OBJECT
private slots:
    void takesWhatTheProgramSays()
    {
        const QTemporaryDir folder;
        {
            const app::LogFile log(folder.path());
            const QLoggingCategory category("anlan.test");
            QTest::ignoreMessage(QtWarningMsg, "the pump 泵 leaks");
            qCWarning(category).noquote() << u"the pump 泵 leaks"_s;
        }
        QFile file(folder.filePath(u"anlan.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(text.contains(u"warn  anlan.test: the pump 泵 leaks\n"_s), qPrintable(text));
    }

    void turnsOverAndKeepsFourOldFiles()
    {
        const QTemporaryDir folder;
        app::LogFile log(folder.path());
        const QString line(100'000, u'x');
        for (int i = 0; i < 80; ++i)
            log.write(QtInfoMsg, {}, line);
        const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 1 + app::LogFile::MostOldFiles);
        for (const QFileInfo &file : files)
            QVERIFY(file.size() < app::LogFile::MostBytes + 200'000);
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
