// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/jobsbutton.h"

#include "shell/icons.h"

#include <QFrame>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString rowName(int id)
{
    return u"job-%1"_s.arg(id);
}

}

JobsButton::JobsButton(shell::JobRunner &jobs, QWidget *parent)
    : QToolButton(parent)
    , m_jobs(jobs)
    , m_list(new QFrame(this, Qt::Popup))
    , m_rows(new QVBoxLayout(m_list))
{
    setObjectName(u"jobs"_s);
    setIcon(shell::icon(u"job"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Show what is being worked on"));
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->setAccessibleName(tr("Work that is going on"));
    connect(this, &QToolButton::clicked, this, &JobsButton::showList);
    connect(&jobs, &shell::JobRunner::started, this, &JobsButton::addRow);
    connect(&jobs, &shell::JobRunner::finished, this, &JobsButton::removeRow);
    for (const shell::Job &job : jobs.listedJobs())
        addRow(job);
    showText();
}

void JobsButton::addRow(const shell::Job &job)
{
    auto *row = new QWidget(m_list);
    row->setObjectName(rowName(job.id));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *progress = new QProgressBar(row);
    progress->setRange(0, 0); // busy until the work says how much there is
    progress->setAccessibleName(job.title);
    auto *cancel = new QPushButton(shell::icon(u"cancel"_s), tr("Cancel"), row);
    cancel->setAccessibleName(tr("Cancel: %1").arg(job.title));
    line->addWidget(new QLabel(job.title, row), 1);
    line->addWidget(progress);
    line->addWidget(cancel);
    m_rows->addWidget(row);

    auto *watcher = new QFutureWatcher<void>(row);
    connect(watcher, &QFutureWatcherBase::progressRangeChanged, progress, &QProgressBar::setRange);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, progress,
            [this, progress](int value) {
                progress->setValue(value);
                showText();
            });
    connect(cancel, &QPushButton::clicked, watcher, [watcher, cancel] {
        watcher->cancel();
        cancel->setEnabled(false);
        cancel->setText(tr("Stopping..."));
    });
    watcher->setFuture(job.future);
    showText();
}

void JobsButton::removeRow(int id)
{
    if (auto *row = m_list->findChild<QWidget *>(rowName(id))) {
        row->hide();
        row->setObjectName({});
        m_rows->removeWidget(row);
        row->deleteLater();
    }
    m_list->adjustSize();
    showText();
}

void JobsButton::showText()
{
    const QList<shell::Job> jobs = m_jobs.listedJobs();
    setVisible(!jobs.isEmpty());
    if (jobs.isEmpty()) {
        m_list->hide();
        return;
    }
    const shell::Job &oldest = jobs.constFirst();
    const int range = oldest.future.progressMaximum() - oldest.future.progressMinimum();
    QString text = oldest.title;
    if (range > 0)
        text = tr("%1: %2 %")
                       .arg(oldest.title)
                       .arg(qint64(oldest.future.progressValue()) * 100 / range);
    if (jobs.size() > 1)
        text = tr("%1 (and %n more)", nullptr, int(jobs.size() - 1)).arg(text);
    setText(text);
    setAccessibleName(text);
}

void JobsButton::showList()
{
    m_list->adjustSize();
    QPoint place = mapToGlobal(QPoint(width() - m_list->width(), -m_list->height()));
    const QRect room = screen()->availableGeometry();
    place.setX(qMax(room.left(), place.x()));
    place.setY(qMax(room.top(), place.y()));
    m_list->move(place);
    m_list->show();
}

}
