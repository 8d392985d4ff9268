// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace shell {
class JobRunner;
}

namespace app {

// The automatic copy of the plant that is open: a while after it was opened, so that the start is
// not slower for it, and again when a new day has begun. GUI thread.
class DailyCopy : public QObject
{
    Q_OBJECT
public:
    // Makes today's copy unless it is there, and says where; called on a worker.
    using Work = std::function<core::Result<QString>(core::Progress &)>;

    DailyCopy(shell::JobRunner &jobs, Work work, QObject *parent = nullptr);
    // day: which day it is at the plant.
    void start(std::function<QString()> day, std::chrono::milliseconds first,
               std::chrono::milliseconds lookEvery);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void look();
    void copy(const QString &day);

    shell::JobRunner &m_jobs;
    Work m_work;
    std::function<QString()> m_day;
    std::chrono::milliseconds m_lookEvery{};
    QString m_copiedDay;
    bool m_isCopying = false;
    QTimer m_timer;
};

}
