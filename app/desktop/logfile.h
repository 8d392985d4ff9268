// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFile>
#include <QMutex>
#include <QString>

namespace app {

// Takes the messages of the whole program into a file that is turned over at one megabyte; four old
// ones are kept. Any thread may log. One at a time: Qt has one message handler.
class LogFile
{
public:
    static constexpr qint64 MostBytes = 1'000'000;
    static constexpr int MostOldFiles = 4;

    explicit LogFile(const QString &folder);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    QString path() const { return m_file.fileName(); }
    void write(QtMsgType type, const QMessageLogContext &context, const QString &text);

private:
    void turnOver();

    QMutex m_mutex;
    QFile m_file;
    QtMessageHandler m_before = nullptr;
};

}
