// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/logfile.h"

#include <QDateTime>
#include <QDir>

#include <atomic>

using namespace Qt::StringLiterals;

namespace app {

namespace {

std::atomic<LogFile *> openLog = nullptr;
std::atomic<QtMessageHandler> handlerBefore = nullptr;

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (LogFile *log = openLog.load())
        log->write(type, context, text);
    if (const QtMessageHandler before = handlerBefore.load())
        before(type, context, text);
}

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info "_L1;
    case QtWarningMsg:
        return "warn "_L1;
    case QtCriticalMsg:
        return "CRIT "_L1;
    case QtFatalMsg:
        return "FATAL"_L1;
    }
    Q_UNREACHABLE();
}

}

LogFile::LogFile(const QString &folder)
    : m_file(QDir(folder).filePath(u"anlan.log"_s))
{
    QDir().mkpath(folder);
    if (!m_file.open(QIODevice::Append | QIODevice::Text))
        return; // the program must start on a full disk too; the console still has the messages
    openLog = this;
    m_before = qInstallMessageHandler(takeMessage);
    handlerBefore = m_before;
}

LogFile::~LogFile()
{
    if (openLog.load() != this)
        return;
    qInstallMessageHandler(m_before);
    openLog = nullptr;
}

void LogFile::write(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString line =
            u"%1 %2 %3: %4\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                    levelName(type), QString::fromLatin1(context.category), text);
    const QMutexLocker lock(&m_mutex);
    if (m_file.size() > MostBytes)
        turnOver();
    m_file.write(line.toUtf8());
    m_file.flush();
}

void LogFile::turnOver()
{
    const QString name = m_file.fileName();
    m_file.close();
    const auto old = [&name](int age) { return u"%1.%2"_s.arg(name).arg(age); };
    QFile::remove(old(MostOldFiles));
    for (int age = MostOldFiles - 1; age >= 1; --age)
        QFile::rename(old(age), old(age + 1));
    QFile::rename(name, old(1));
    (void)m_file.open(QIODevice::Append | QIODevice::Text);
}

}
