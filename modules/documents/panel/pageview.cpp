// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/panel/pageview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace documents {

namespace pageview {
constexpr int gap = 12; // around the sheet
}

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setAutoFillBackground(true);
}

void PageView::showPage(const QImage &image)
{
    m_image = image;
    m_text.clear();
    updateScrollBars();
    viewport()->update();
}

void PageView::showText(const QString &text)
{
    m_image = {};
    m_text = text;
    updateScrollBars();
    viewport()->update();
}

void PageView::scrollToTop()
{
    verticalScrollBar()->setValue(0);
}

void PageView::scrollToBottom()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

QSize PageView::sheetSize() const
{
    return m_image.isNull() ? QSize() : m_image.deviceIndependentSize().toSize();
}

QRect PageView::sheet() const
{
    const QSize size = sheetSize();
    const QSize room = viewport()->size();
    const auto place = [](int sheetLength, int roomLength, int scrolled) {
        const int whole = sheetLength + 2 * pageview::gap;
        return whole <= roomLength ? (roomLength - sheetLength) / 2 : pageview::gap - scrolled;
    };
    return {place(size.width(), room.width(), horizontalScrollBar()->value()),
            place(size.height(), room.height(), verticalScrollBar()->value()), size.width(),
            size.height()};
}

void PageView::updateScrollBars()
{
    const QSize whole = sheetSize() + QSize(2 * pageview::gap, 2 * pageview::gap);
    const QSize room = viewport()->size();
    const auto set = [](QScrollBar *bar, int wholeLength, int roomLength) {
        bar->setRange(0, qMax(0, wholeLength - roomLength));
        bar->setPageStep(roomLength);
        bar->setSingleStep(40);
    };
    set(horizontalScrollBar(), whole.width(), room.width());
    set(verticalScrollBar(), whole.height(), room.height());
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (m_image.isNull()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_text);
        return;
    }
    const QRect place = sheet();
    painter.drawImage(place.topLeft(), m_image);
    painter.setPen(palette().color(QPalette::Shadow));
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
    Q_EMIT resized();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::ZoomIn)) {
        Q_EMIT zoomed(1);
    } else if (event->matches(QKeySequence::ZoomOut)) {
        Q_EMIT zoomed(-1);
    } else if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Space) {
        if (bar->value() < bar->maximum())
            bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        else
            Q_EMIT pageTurned(1);
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_Backspace) {
        if (bar->value() > 0)
            bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        else
            Q_EMIT pageTurned(-1);
    } else if (event->key() == Qt::Key_Home) {
        Q_EMIT firstPageWanted();
    } else if (event->key() == Qt::Key_End) {
        Q_EMIT lastPageWanted();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::wheelEvent(QWheelEvent *event)
{
    const int turn = event->angleDelta().y();
    const QScrollBar *bar = verticalScrollBar();
    if (event->modifiers() & Qt::ControlModifier) {
        if (turn != 0)
            Q_EMIT zoomed(turn > 0 ? 1 : -1);
        event->accept();
    } else if (turn < 0 && bar->value() == bar->maximum()) {
        Q_EMIT pageTurned(1);
        event->accept();
    } else if (turn > 0 && bar->value() == 0) {
        Q_EMIT pageTurned(-1);
        event->accept();
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QRect place = sheet();
    if (!m_image.isNull() && place.contains(event->pos())) {
        Q_EMIT activated({double(event->pos().x() - place.x()) / place.width(),
                          double(event->pos().y() - place.y()) / place.height()});
    }
}

}
