// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/startpage.h"

#include "shell/icons.h"

#include <QCloseEvent>
#include <QCommandLinkButton>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_problem(new QLabel(this))
    , m_choices(new QWidget(this))
    , m_recent(new QListWidget(this))
    , m_openRecent(new QPushButton(tr("&Open"), this))
    , m_forget(new QPushButton(tr("&Remove from list"), this))
    , m_work(new QWidget(this))
    , m_workTitle(new QLabel(m_work))
    , m_progress(new QProgressBar(m_work))
{
    setWindowTitle(tr("Anlan"));
    const int line = fontMetrics().height();
    auto *picture = new QLabel(this);
    picture->setPixmap(QIcon(u":/anlan.svg"_s).pixmap(QSize(line * 4, line * 4)));
    auto *title = new QLabel(tr("Anlan"), this);
    QFont larger = title->font();
    larger.setPointSizeF(larger.pointSizeF() * 2);
    larger.setBold(true);
    title->setFont(larger);
    auto *slogan = new QLabel(tr("Every hazard found, followed and closed"), this);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"problem"_s);

    auto *buttons = new QVBoxLayout(m_choices);
    buttons->setContentsMargins(0, 0, 0, 0);
    m_sample = choice(u"sample"_s, u"plant"_s, tr("Look around in the &sample plant"),
                      tr("A made-up plant with two years of hazards. Try everything, nothing "
                         "can break."));
    auto *fresh = choice(u"new"_s, u"new"_s, tr("Set up a &new plant"),
                         tr("An empty file for your own plant."));
    auto *file = choice(u"open"_s, u"open"_s, tr("Open a &file"),
                        tr("A plant that is already kept on this computer."));
    connect(m_sample, &QAbstractButton::clicked, this, &StartPage::sampleAsked);
    connect(fresh, &QAbstractButton::clicked, this, &StartPage::newAsked);
    connect(file, &QAbstractButton::clicked, this, &StartPage::openAsked);
    for (QWidget *button : {m_sample, fresh, file})
        buttons->addWidget(button);
    buttons->addStretch();

    auto *recentLabel = new QLabel(tr("Opened &last"), this);
    recentLabel->setBuddy(m_recent);
    m_recent->setObjectName(u"recent"_s);
    m_recent->setAccessibleName(tr("Plants opened last"));
    m_openRecent->setObjectName(u"openRecent"_s);
    m_forget->setObjectName(u"forget"_s);
    connect(m_recent, &QListWidget::itemActivated, this, &StartPage::openCurrent);
    connect(m_openRecent, &QPushButton::clicked, this, &StartPage::openCurrent);
    connect(m_forget, &QPushButton::clicked, this, &StartPage::forgetCurrent);

    m_work->setObjectName(u"work"_s);
    m_progress->setAccessibleName(tr("Progress"));
    auto *cancel = new QPushButton(tr("&Cancel"), m_work);
    connect(cancel, &QPushButton::clicked, this, &StartPage::workCancelled);
    auto *workRow = new QHBoxLayout(m_work);
    workRow->setContentsMargins(0, 0, 0, 0);
    workRow->addWidget(m_workTitle);
    workRow->addWidget(m_progress, 1);
    workRow->addWidget(cancel);

    auto *names = new QVBoxLayout;
    names->setSpacing(line / 4);
    names->addWidget(title);
    names->addWidget(slogan);
    auto *head = new QHBoxLayout;
    head->addWidget(picture);
    head->addLayout(names, 1);
    auto *recentButtons = new QHBoxLayout;
    recentButtons->addWidget(m_openRecent);
    recentButtons->addWidget(m_forget);
    recentButtons->setSpacing(line / 2);
    recentButtons->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(line / 2);
    right->addWidget(recentLabel);
    right->addWidget(m_recent, 1);
    right->addLayout(recentButtons);
    auto *body = new QHBoxLayout;
    body->setSpacing(line * 2);
    body->addWidget(m_choices, 1);
    body->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line * 2, line * 2, line * 2, line);
    column->setSpacing(line);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addLayout(body, 1);
    column->addWidget(m_work);
    const QList<QWidget *> order{m_sample, fresh, file, m_recent, m_openRecent, m_forget, cancel};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    resize(line * 52, line * 30);
    setRecent({});
    showProblem({});
    showWork({});
}

QCommandLinkButton *StartPage::choice(const QString &name, const QString &icon, const QString &text,
                                      const QString &explanation)
{
    auto *button = new QCommandLinkButton(text, explanation, m_choices);
    button->setObjectName(name);
    button->setIcon(shell::icon(icon));
    button->setAccessibleDescription(explanation);
    return button;
}

void StartPage::setSampleOffered(bool isOffered)
{
    m_sample->setVisible(isOffered);
}

void StartPage::setRecent(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        auto *item = new QListWidgetItem(
                shell::icon(u"plant"_s),
                tr("%1\n%2").arg(QFileInfo(path).completeBaseName(),
                                 QDir::toNativeSeparators(QFileInfo(path).path())),
                m_recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
    if (paths.isEmpty()) {
        auto *item = new QListWidgetItem(tr("Nothing yet"), m_recent);
        item->setFlags(Qt::NoItemFlags);
    } else {
        m_recent->setCurrentRow(0);
    }
    enableRecent();
}

void StartPage::enableRecent()
{
    const bool isUsable = m_recent->isEnabled() && m_recent->currentItem();
    m_openRecent->setEnabled(isUsable);
    m_forget->setEnabled(isUsable);
}

void StartPage::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void StartPage::showWork(const QString &title)
{
    const bool isWorking = !title.isEmpty();
    m_workTitle->setText(title);
    m_work->setVisible(isWorking);
    m_progress->setRange(0, 0);
    m_choices->setEnabled(!isWorking);
    m_recent->setEnabled(!isWorking);
    enableRecent();
}

void StartPage::showProgress(int value, int maximum)
{
    m_progress->setRange(0, maximum);
    m_progress->setValue(value);
}

void StartPage::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void StartPage::openCurrent()
{
    if (const QListWidgetItem *item = m_recent->currentItem())
        Q_EMIT recentChosen(item->data(Qt::UserRole).toString());
}

void StartPage::forgetCurrent()
{
    if (const QListWidgetItem *item = m_recent->currentItem())
        Q_EMIT recentForgotten(item->data(Qt::UserRole).toString());
}

}
