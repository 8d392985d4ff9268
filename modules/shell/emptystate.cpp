// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/emptystate.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shell {

EmptyState::EmptyState(const QIcon &icon, const QString &title, const QString &text,
                       QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_picture(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
{
    for (QLabel *label : {m_picture, m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    QFont larger = m_title->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.25);
    larger.setBold(true);
    m_title->setFont(larger);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addStretch(3);
    setTexts(title, text);
    paintIcon();
}

QPushButton *EmptyState::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    QWidget::changeEvent(event);
}

void EmptyState::paintIcon()
{
    const int side = fontMetrics().height() * 3;
    m_picture->setPixmap(m_icon.pixmap(QSize(side, side), devicePixelRatioF(), QIcon::Disabled));
}

}
