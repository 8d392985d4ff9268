// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/messagebar.h"

#include "shell/events.h"
#include "shell/icons.h"
#include "shell/shell.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLoggingCategory>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace shell {

namespace {

Q_LOGGING_CATEGORY(logMessages, "anlan.shell.messages", QtInfoMsg)

QString iconNameFor(ColourRole role)
{
    switch (role) {
    case ColourRole::Ok:
        return u"ok"_s;
    case ColourRole::SeverityRed:
    case ColourRole::Overdue:
        return u"error"_s;
    case ColourRole::SeverityOrange:
    case ColourRole::SeverityYellow:
    case ColourRole::Warning:
        return u"warning"_s;
    case ColourRole::SeverityBlue:
    case ColourRole::Notice:
    case ColourRole::MutedText:
        return u"info"_s;
    }
    Q_UNREACHABLE();
}

}

MessageBar::MessageBar(Shell &shell, QWidget *parent)
    : QFrame(parent)
    , m_shell(shell)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::PlainText);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Dismiss this message"));
    m_close->setAccessibleName(m_close->toolTip());
    setAutoFillBackground(true);
    setFrameShape(QFrame::NoFrame);

    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);

    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto handler = m_handler;
        dismiss();
        if (handler)
            handler();
    });
    connect(&shell.events(), &Events::themeChanged, this, &MessageBar::applyColours);
    m_action->hide();
    hide();
}

void MessageBar::showError(const core::Error &error)
{
    if (error.code == core::ErrorCode::Cancelled)
        return;
    qCWarning(logMessages) << int(error.code) << error.detail;
    showText(ColourRole::Warning, error.message);
}

void MessageBar::showText(ColourRole role, const QString &text)
{
    m_role = role;
    m_text->setText(text);
    setAccessibleName(text);
    setAction({}, {});
    applyColours();
    show();
}

void MessageBar::setAction(const QString &text, std::function<void()> handler)
{
    m_handler = std::move(handler);
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::dismiss()
{
    hide();
    m_text->clear();
    setAction({}, {});
}

void MessageBar::applyColours()
{
    const Colours &colours = m_shell.colours();
    QPalette colouring = palette();
    colouring.setColor(QPalette::Window, colours.fill(m_role));
    colouring.setColor(QPalette::WindowText, colours.onFill(m_role));
    setPalette(colouring);
    const int side = fontMetrics().height();
    m_icon->setPixmap(tinted(iconNameFor(m_role), colours.onFill(m_role))
                              .pixmap(QSize(side, side), devicePixelRatioF()));
    m_close->setIcon(tinted(u"close"_s, colours.onFill(m_role)));
}

}
