// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dailycopy.h"

#include "shell/jobrunner.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace app {

Q_LOGGING_CATEGORY(logDailyCopy, "anlan.app.dailycopy", QtInfoMsg)

DailyCopy::DailyCopy(shell::JobRunner &jobs, Work work, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_work(std::move(work))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DailyCopy::look);
}

void DailyCopy::start(std::function<QString()> day, std::chrono::milliseconds first,
                      std::chrono::milliseconds lookEvery)
{
    m_day = std::move(day);
    m_lookEvery = lookEvery;
    m_timer.start(first);
}

void DailyCopy::look()
{
    m_timer.start(m_lookEvery);
    if (const QString day = m_day(); day != m_copiedDay && !m_isCopying)
        copy(day);
}

void DailyCopy::copy(const QString &day)
{
    m_isCopying = true;
    m_jobs.start<QString>(tr("Daily copy of the plant"), this, m_work,
                          [this, day](const core::Result<QString> &path) {
                              m_isCopying = false;
                              if (path) {
                                  m_copiedDay = day;
                                  qCInfo(logDailyCopy) << "daily copy:" << *path;
                                  return;
                              }
                              qCWarning(logDailyCopy) << "no daily copy:" << path.error().message
                                                      << path.error().detail;
                              if (path.error().code != core::ErrorCode::Cancelled)
                                  Q_EMIT failed(tr("The daily copy of the plant was not made: %1")
                                                        .arg(path.error().message));
                          });
}

}
