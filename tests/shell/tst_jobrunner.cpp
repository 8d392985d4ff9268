// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/jobrunner.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <stdexcept>

using namespace Qt::StringLiterals;
using core::ErrorCode;
using shell::JobRunner;
using shell::Lane;

namespace {

// A door that work waits at until the test opens it.
using Gate = std::shared_ptr<QSemaphore>;

Gate closedGate()
{
    return std::make_shared<QSemaphore>();
}

}

class TestJobRunner : public QObject
{
    Q_OBJECT
private slots:
    void theAnswerComesOnTheReceiversThread()
    {
        JobRunner jobs;
        QObject receiver;
        int answer = 0;
        QThread *answered = nullptr;
        QThread *worked = nullptr;
        jobs.start<int>(
                u"Counting"_s, &receiver,
                [&worked](core::Progress &) -> core::Result<int> {
                    worked = QThread::currentThread();
                    return 42;
                },
                [&](const core::Result<int> &result) {
                    answer = result.value();
                    answered = QThread::currentThread();
                });
        QTRY_COMPARE(answer, 42);
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(worked != answered);
        QTRY_VERIFY(jobs.isIdle());
    }

    void aReceiverThatIsGoneIsNotCalled()
    {
        JobRunner jobs;
        const Gate gate = closedGate();
        bool isCalled = false;
        auto receiver = std::make_unique<QObject>();
        jobs.start<int>(
                u"Waiting"_s, receiver.get(),
                [gate](core::Progress &) -> core::Result<int> {
                    gate->acquire();
                    return 1;
                },
                [&isCalled](const core::Result<int> &) { isCalled = true; });
        receiver.reset();
        gate->release();
        QTRY_VERIFY(jobs.isIdle());
        QVERIFY(!isCalled);
    }

    void aCancelIsSeenByTheWorkAndToldToTheReceiver()
    {
        JobRunner jobs;
        QObject receiver;
        std::optional<ErrorCode> told;
        const Gate begun = closedGate();
        QFuture<void> job = jobs.start<void>(
                u"Long"_s, &receiver,
                [begun](core::Progress &progress) -> core::Result<> {
                    begun->release();
                    while (!progress.isCanceled())
                        QThread::yieldCurrentThread();
                    return core::fail(ErrorCode::Cancelled, u"Cancelled."_s);
                },
                [&told](const core::Result<> &result) { told = result.error().code; });
        begun->acquire();
        job.cancel();
        QTRY_VERIFY(told.has_value());
        QCOMPARE(*told, ErrorCode::Cancelled);
    }

    void aWriteThatWasCommittedInSpiteOfACancelSaysSo()
    {
        JobRunner jobs;
        QObject receiver;
        const Gate begun = closedGate();
        const Gate gate = closedGate();
        int answer = 0;
        QFuture<void> job = jobs.start<int>(
                Lane::Writer, u"Saving"_s, &receiver,
                [begun, gate](core::Progress &) -> core::Result<int> {
                    begun->release();
                    gate->acquire();
                    return 7;
                },
                [&answer](const core::Result<int> &result) { answer = result.value_or(-1); });
        begun->acquire();
        job.cancel();
        gate->release();
        QTRY_COMPARE(answer, 7);
    }

    void workThatIsCancelledBeforeItBeginsIsNotDone()
    {
        JobRunner jobs;
        QObject receiver;
        const Gate gate = closedGate();
        std::atomic<bool> isDone = false;
        std::optional<ErrorCode> told;
        jobs.start<void>(
                Lane::Writer, u"First"_s, &receiver,
                [gate](core::Progress &) -> core::Result<> {
                    gate->acquire();
                    return {};
                },
                [](const core::Result<> &) {});
        QFuture<void> second = jobs.start<void>(
                Lane::Writer, u"Second"_s, &receiver,
                [&isDone](core::Progress &) -> core::Result<> {
                    isDone = true;
                    return {};
                },
                [&told](const core::Result<> &result) { told = result.error().code; });
        second.cancel();
        gate->release();
        QTRY_VERIFY(told.has_value());
        QCOMPARE(*told, ErrorCode::Cancelled);
        QVERIFY(!isDone);
    }

    void longJobsAndWritersDoNotDelayQuickOnes()
    {
        JobRunner jobs;
        QObject receiver;
        const Gate gate = closedGate();
        int finishedSlow = 0;
        for (int i = 0; i < 40; ++i) {
            jobs.start<void>(
                    i % 2 ? Lane::Long : Lane::Writer, u"Slow"_s, &receiver,
                    [gate](core::Progress &) -> core::Result<> {
                        gate->acquire();
                        return {};
                    },
                    [&finishedSlow](const core::Result<> &) { ++finishedSlow; });
        }
        bool isQuickDone = false;
        jobs.start<void>(
                Lane::Quick, u"Page"_s, &receiver,
                [](core::Progress &) -> core::Result<> { return {}; },
                [&isQuickDone](const core::Result<> &) { isQuickDone = true; });
        QTRY_VERIFY(isQuickDone);
        QCOMPARE(finishedSlow, 0);
        gate->release(40);
        QTRY_COMPARE(finishedSlow, 40);
    }

    void writersRunOneAtATimeInTheirOrder()
    {
        JobRunner jobs;
        QObject receiver;
        auto running = std::make_shared<std::atomic<int>>(0);
        auto most = std::make_shared<std::atomic<int>>(0);
        QList<int> order;
        for (int i = 0; i < 20; ++i) {
            jobs.start<int>(
                    Lane::Writer, u"Write"_s, &receiver,
                    [running, most, i](core::Progress &) -> core::Result<int> {
                        *most = qMax(most->load(), ++*running);
                        QThread::yieldCurrentThread();
                        --*running;
                        return i;
                    },
                    [&order](const core::Result<int> &result) { order << result.value(); });
        }
        QTRY_COMPARE(order.size(), 20);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
        QCOMPARE(most->load(), 1);
    }

    void progressIsSeenWhileTheWorkGoesOn()
    {
        JobRunner jobs;
        QObject receiver;
        const Gate gate = closedGate();
        QFuture<void> job = jobs.start<void>(
                u"Importing"_s, &receiver,
                [gate](core::Progress &progress) -> core::Result<> {
                    progress.setRange(100);
                    progress.setValue(37);
                    gate->acquire();
                    return {};
                },
                [](const core::Result<> &) {});
        QTRY_COMPARE(job.progressValue(), 37);
        QCOMPARE(job.progressMaximum(), 100);
        gate->release();
        QTRY_VERIFY(jobs.isIdle());
    }

    void onlyLongAndWritingJobsAreListed()
    {
        JobRunner jobs;
        QObject receiver;
        QSignalSpy started(&jobs, &JobRunner::started);
        QSignalSpy finished(&jobs, &JobRunner::finished);
        const Gate gate = closedGate();
        for (const Lane lane : {Lane::Quick, Lane::Long, Lane::Writer}) {
            jobs.start<void>(
                    lane, u"Job"_s, &receiver,
                    [gate](core::Progress &) -> core::Result<> {
                        gate->acquire();
                        return {};
                    },
                    [](const core::Result<> &) {});
        }
        QCOMPARE(jobs.listedJobs().size(), 2);
        QCOMPARE(started.size(), 2);
        gate->release(3);
        QTRY_VERIFY(jobs.isIdle());
        QCOMPARE(finished.size(), 2);
    }

    void anExceptionBecomesAnError()
    {
        JobRunner jobs;
        QObject receiver;
        QString detail;
        jobs.start<void>(
                u"Breaking"_s, &receiver,
                [](core::Progress &) -> core::Result<> { throw std::runtime_error("out of luck"); },
                [&detail](const core::Result<> &result) { detail = result.error().detail; });
        QTRY_VERIFY(detail.contains(u"out of luck"_s));
    }

    void leavingCancelsAndWaits()
    {
        std::atomic<bool> isDone = false;
        const Gate begun = closedGate();
        QObject receiver;
        {
            JobRunner jobs;
            jobs.start<void>(
                    u"Long"_s, &receiver,
                    [&isDone, begun](core::Progress &progress) -> core::Result<> {
                        begun->release();
                        while (!progress.isCanceled())
                            QThread::yieldCurrentThread();
                        isDone = true;
                        return {};
                    },
                    [](const core::Result<> &) {});
            begun->acquire();
        }
        QVERIFY(isDone);
    }
};

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_jobrunner.moc"
