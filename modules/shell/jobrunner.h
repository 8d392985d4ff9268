// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <memory>
#include <optional>

namespace shell {

enum class Lane {
    Quick,  // pages and searches: many, short, not listed
    Long,   // imports, reports: listed, with progress and cancel
    Writer, // one at a time, in the order they were started; listed
};

struct Job {
    int id = 0;
    QString title;
    Lane lane = Lane::Long;
    QFuture<void> future;
};

// Runs work away from the GUI thread, in three lanes that do not make each other wait. Lives on the
// GUI thread.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override; // cancels and waits

    // Runs work(core::Progress &) -> core::Result<T> on a worker thread, then done(const
    // core::Result<T> &) on the receiver's thread. A receiver that dies first is not called. Work
    // that was cancelled before it began gives ErrorCode::Cancelled; work that finished in spite of
    // a cancel tells what it really did. cancel() on what is returned asks the work to stop.
    template<typename T, typename Work, typename Done>
    QFuture<void> start(Lane lane, const QString &title, QObject *receiver, Work work, Done done);
    template<typename T, typename Work, typename Done>
    QFuture<void> start(const QString &title, QObject *receiver, Work work, Done done)
    {
        return start<T>(Lane::Long, title, receiver, std::move(work), std::move(done));
    }

    QList<Job> listedJobs() const; // long and writing, unfinished, oldest first
    bool isIdle() const;           // nothing runs or waits in any lane
    void cancelAll();
    void stop(); // cancels and waits: only for the way out

Q_SIGNALS:
    void started(const shell::Job &job); // listed jobs only
    void finished(int id);               // listed jobs only
    void idle();

private:
    class PromiseProgress final : public core::Progress
    {
    public:
        explicit PromiseProgress(QPromise<void> &promise)
            : m_promise(promise)
        {
        }
        void setRange(int maximum) override { m_promise.setProgressRange(0, maximum); }
        void setValue(int value) override { m_promise.setProgressValue(value); }
        bool isCanceled() const override { return m_promise.isCanceled(); }

    private:
        QPromise<void> &m_promise;
    };

    QThreadPool &pool(Lane lane);
    void track(Lane lane, const QString &title, const QFuture<void> &future);
    void forget(int id);
    static core::Error stopped(const char *what);
    static core::Error notBegun();

    QThreadPool m_quick;
    QThreadPool m_long;
    QThreadPool m_writer;
    QList<Job> m_jobs;
    int m_lastId = 0;
};

template<typename T, typename Work, typename Done>
QFuture<void> JobRunner::start(Lane lane, const QString &title, QObject *receiver, Work work,
                               Done done)
{
    using R = core::Result<T>;
    // Not QPromise's own result: a cancel would drop the answer of a write that was committed.
    auto answer = std::make_shared<std::optional<R>>();
    QFuture<void> future = QtConcurrent::run(
            &pool(lane), [work = std::move(work), answer](QPromise<void> &promise) mutable {
                PromiseProgress progress(promise);
                try {
                    answer->emplace(work(progress));
                } catch (const std::exception &exception) {
                    answer->emplace(tl::unexpected<core::Error>(stopped(exception.what())));
                }
            });
    auto *watcher = new QFutureWatcher<void>(receiver);
    connect(watcher, &QFutureWatcherBase::finished, receiver,
            [watcher, answer, done = std::move(done)]() mutable {
                watcher->deleteLater();
                if (!answer->has_value())
                    answer->emplace(tl::unexpected<core::Error>(notBegun()));
                done(std::as_const(**answer));
            });
    watcher->setFuture(future);
    track(lane, title, future);
    return future;
}

}
