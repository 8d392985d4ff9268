// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/savingdialog.h"

#include "shell/colours.h"
#include "shell/events.h"
#include "shell/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

// As large as what is in it, as long as the screen allows.
class FormArea final : public QScrollArea
{
public:
    explicit FormArea(QWidget *parent)
        : QScrollArea(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    QSize sizeHint() const override
    {
        if (!widget() || !widget()->layout())
            return {};
        const QSize wanted = widget()->sizeHint();
        const int width = std::max(wanted.width(), fontMetrics().averageCharWidth() * 86);
        return {width,
                widget()->layout()->hasHeightForWidth()
                        ? widget()->layout()->totalHeightForWidth(width)
                        : wanted.height()};
    }
    QSize minimumSizeHint() const override
    {
        const int width = widget() ? widget()->minimumSizeHint().width() : 0;
        return {width + verticalScrollBar()->sizeHint().width(), fontMetrics().height() * 5};
    }
};

}

SavingDialog::SavingDialog(store::Store &store, shell::Shell &shell, const QString &verb,
                           QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_shell(shell)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_messages(new shell::MessageBar(shell, this))
    , m_area(new FormArea(this))
    , m_body(new QWidget)
    , m_reason(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_save(new QPushButton(verb, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_title->setObjectName(u"heading"_s);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_title->setFont(large);
    m_text->setObjectName(u"subject"_s);
    for (QLabel *label : {m_title, m_text, m_reason}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_title->hide();
    m_text->hide();
    m_reason->setObjectName(u"reason"_s);
    m_reason->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress of the saving"));
    m_progress->hide();
    m_save->setObjectName(u"save"_s);
    m_save->setDefault(true);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAutoDefault(false);
    m_area->setWidget(m_body);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_messages);
    layout->addWidget(m_area, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_reason, 1);
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_save);
    foot->addWidget(m_cancel);
    layout->addLayout(foot);

    connect(m_save, &QPushButton::clicked, this, &SavingDialog::press);
    connect(m_cancel, &QPushButton::clicked, this, &SavingDialog::reject);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        connect(shortcut, &QShortcut::activated, m_save, [this] { m_save->click(); });
    }
    connect(&m_watcher, &QFutureWatcherBase::progressRangeChanged, m_progress,
            &QProgressBar::setRange);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, m_progress, [this](int value) {
        m_progress->setValue(value);
        m_progress->setVisible(m_isSaving);
        m_reason->setVisible(!m_isSaving);
    });
    connect(&shell.events(), &shell::Events::personChanged, this, &SavingDialog::checkInput);
    connect(&shell.events(), &shell::Events::themeChanged, this, &SavingDialog::checkInput);
}

void SavingDialog::showEvent(QShowEvent *event)
{
    // The form was made after the buttons below it. setTabOrder() looks past what Tab passes by.
    QWidget *last = previousInFocusChain();
    while (last != this && !(last->focusPolicy() & Qt::TabFocus))
        last = last->previousInFocusChain();
    if (m_body->isAncestorOf(last)) {
        setTabOrder(last, m_save);
        setTabOrder(m_save, m_cancel);
    }
    QDialog::showEvent(event);
}

void SavingDialog::setHeading(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void SavingDialog::setVerb(const QString &verb)
{
    m_save->setText(verb);
}

void SavingDialog::setHint(const QString &text)
{
    m_hint = text;
}

void SavingDialog::checkInput()
{
    if (m_isOver || m_isSaving)
        return;
    const QString reason = m_shell.person().isNull()
            ? tr("Choose in the status bar who works now, so that the ledger knows who did this.")
            : missing();
    m_save->setEnabled(reason.isEmpty());
    m_save->setToolTip(reason);
    m_save->setAccessibleDescription(reason);
    m_reason->setText(reason.isEmpty() ? m_hint : reason);
    QPalette colouring = m_reason->palette();
    colouring.setColor(QPalette::WindowText, m_shell.colours().text(shell::ColourRole::MutedText));
    m_reason->setPalette(colouring);
}

void SavingDialog::press()
{
    checkInput();
    if (!m_save->isEnabled() || m_isSaving || m_isOver)
        return;
    m_messages->dismiss();
    save();
}

void SavingDialog::begin(const QFuture<void> &job)
{
    m_isSaving = true;
    m_save->setEnabled(false);
    m_body->setEnabled(false);
    m_progress->setRange(0, 0);
    m_watcher.setFuture(job);
}

bool SavingDialog::ended(const core::Error *error)
{
    QWidget *before = focusWidget();
    m_isSaving = false;
    m_progress->hide();
    m_reason->show();
    m_body->setEnabled(true);
    checkInput();
    if (!error)
        return true;
    m_messages->showError(*error);
    fitToScreen();
    if (before)
        before->setFocus();
    return false;
}

void SavingDialog::leaveToRead()
{
    m_isOver = true;
    m_body->setEnabled(false);
    m_save->hide();
    m_reason->clear();
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
    fitToScreen();
}

void SavingDialog::reject()
{
    if (m_isSaving) {
        m_watcher.future().cancel();
        return; // the answer tells whether it was saved in spite of that
    }
    QDialog::reject();
}

void SavingDialog::letGo()
{
    for (QObject *child : m_body->findChildren<QObject *>())
        child->disconnect(this);
}

void SavingDialog::setLines(QPlainTextEdit *edit, int lines)
{
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + edit->frameWidth() * 2
                         + int(edit->document()->documentMargin() * 2) + 2);
}

QString SavingDialog::notInList(const QString &text)
{
    return tr("“%1” is not in the list. Choose an entry of it.").arg(text.trimmed());
}

void SavingDialog::fitToScreen()
{
    // What was shown or filled just now counts already.
    for (const QWidget *part : m_body->findChildren<QWidget *>()) {
        if (part->layout())
            part->layout()->activate();
    }
    m_body->layout()->activate();
    m_area->updateGeometry();
    layout()->activate();
    const QSize room = screen()->availableSize() - QSize(40, 60); // frame and a panel of the desk
    const int width = std::max(sizeHint().width(), fontMetrics().averageCharWidth() * 90);
    const QSize wanted(std::max(width, QDialog::width()),
                       std::max(heightForWidth(width), sizeHint().height()));
    resize(wanted.boundedTo(room));
}

}
