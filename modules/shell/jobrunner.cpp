// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/jobrunner.h"

#include <QCoreApplication>
#include <QThread>

using namespace Qt::StringLiterals;

namespace shell {

JobRunner::JobRunner(QObject *parent)
    : QObject(parent)
{
    const int cores = QThread::idealThreadCount();
    m_quick.setMaxThreadCount(qMax(2, cores));
    m_long.setMaxThreadCount(qMax(2, cores / 2));
    m_long.setThreadPriority(QThread::LowPriority);
    m_writer.setMaxThreadCount(1);
    m_writer.setExpiryTimeout(-1);
}

JobRunner::~JobRunner()
{
    stop();
}

void JobRunner::stop()
{
    cancelAll();
    m_quick.waitForDone();
    m_long.waitForDone();
    m_writer.waitForDone();
}

QList<Job> JobRunner::listedJobs() const
{
    QList<Job> listed;
    for (const Job &job : m_jobs) {
        if (job.lane != Lane::Quick)
            listed << job;
    }
    return listed;
}

bool JobRunner::isIdle() const
{
    return m_jobs.isEmpty();
}

void JobRunner::cancelAll()
{
    for (Job &job : m_jobs)
        job.future.cancel();
}

QThreadPool &JobRunner::pool(Lane lane)
{
    switch (lane) {
    case Lane::Quick:
        return m_quick;
    case Lane::Long:
        return m_long;
    case Lane::Writer:
        return m_writer;
    }
    Q_UNREACHABLE();
}

void JobRunner::track(Lane lane, const QString &title, const QFuture<void> &future)
{
    const Job job{++m_lastId, title, lane, future};
    m_jobs << job;
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, id = job.id] {
        watcher->deleteLater();
        forget(id);
    });
    watcher->setFuture(future);
    if (lane != Lane::Quick)
        Q_EMIT started(job);
}

void JobRunner::forget(int id)
{
    const auto found = std::find_if(m_jobs.cbegin(), m_jobs.cend(),
                                    [id](const Job &job) { return job.id == id; });
    if (found == m_jobs.cend())
        return;
    const bool wasListed = found->lane != Lane::Quick;
    m_jobs.erase(found);
    if (wasListed)
        Q_EMIT finished(id);
    if (m_jobs.isEmpty())
        Q_EMIT idle();
}

core::Error JobRunner::stopped(const char *what)
{
    return {core::ErrorCode::Io,
            QCoreApplication::translate(
                    "shell::JobRunner",
                    "The work stopped because of an unexpected failure. Nothing "
                    "was saved. Close other programs and try again."),
            u"exception: "_s + QString::fromLocal8Bit(what)};
}

core::Error JobRunner::notBegun()
{
    return {core::ErrorCode::Cancelled,
            QCoreApplication::translate("shell::JobRunner", "Cancelled before it began."),
            {}};
}

}
