// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowstatus.h"

#include "app/desktop/jobsbutton.h"
#include "shell/icons.h"

#include <QLabel>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace app {

WindowStatus::WindowStatus(shell::JobRunner &jobs, QStatusBar *bar)
    : QObject(bar)
    , m_jobs(new JobsButton(jobs, bar))
    , m_state(new QLabel(bar))
    , m_plant(new QLabel(bar))
    , m_person(new QToolButton(bar))
{
    m_state->setObjectName(u"state"_s);
    m_plant->setObjectName(u"plant"_s);
    m_person->setObjectName(u"person"_s);
    m_person->setIcon(shell::icon(u"person"_s));
    m_person->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_person->setAutoRaise(true);
    m_person->setFocusPolicy(Qt::TabFocus);
    m_person->setToolTip(tr("Who works now. What is saved carries this name."));
    bar->addPermanentWidget(m_jobs);
    bar->addPermanentWidget(m_state);
    bar->addPermanentWidget(m_plant);
    bar->addPermanentWidget(m_person);
    connect(m_person, &QToolButton::clicked, this, &WindowStatus::personAsked);
    setPerson({});
}

void WindowStatus::setPlantName(const QString &name)
{
    m_plant->setText(name);
    m_plant->setToolTip(name.isEmpty() ? QString() : tr("The plant that is open: %1").arg(name));
}

void WindowStatus::setPerson(const shell::Person &person)
{
    m_person->setText(person.isNull() ? tr("Choose who works now") : person.name);
    m_person->setAccessibleName(person.isNull() ? m_person->text()
                                                : tr("Works now: %1").arg(person.name));
}

void WindowStatus::setStateText(const QString &text, const QString &explanation)
{
    m_state->setText(text);
    m_state->setToolTip(explanation);
}

void WindowStatus::takeFocusAfter(QWidget *widget)
{
    QWidget::setTabOrder(widget, m_jobs);
    QWidget::setTabOrder(m_jobs, m_person);
}

}
