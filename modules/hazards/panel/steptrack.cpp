// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/steptrack.h"

#include "shell/colours.h"
#include "shell/shell.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hazards {

StepTrack::StepTrack(shell::Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QStringList StepTrack::labels() const
{
    return {tr("Report"), tr("Dispatch"), tr("Rectify"), tr("Review"), tr("Archive")};
}

void StepTrack::setState(const QString &state)
{
    static const QHash<QString, int> done{
            {u"draft"_s, 0},         {u"reported"_s, 1}, {u"graded"_s, 1},    {u"dispatched"_s, 2},
            {u"rectifying"_s, 2},    {u"returned"_s, 2}, {u"suspended"_s, 2}, {u"submitted"_s, 3},
            {u"second_review"_s, 3}, {u"closed"_s, 4},   {u"archived"_s, 5}};
    m_done = done.value(state, -1);
    QStringList words;
    const QStringList names = labels();
    for (int i = 0; i < names.size(); ++i)
        words.append(i < m_done ? tr("%1: done").arg(names.at(i)) : names.at(i));
    setAccessibleName(tr("The five steps"));
    setAccessibleDescription(words.join(u", "_s));
    update();
}

QSize StepTrack::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(labels().join(QString())) + 5 * 28,
            fontMetrics().height() * 2 + 14};
}

QSize StepTrack::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void StepTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QStringList names = labels();
    const double step = double(width()) / double(names.size());
    const double radius = fontMetrics().height() / 2.0;
    const double y = radius + 2;
    const QColor done = m_shell.colours().fill(shell::ColourRole::Ok);
    const QColor onDone = m_shell.colours().onFill(shell::ColourRole::Ok);
    const QColor muted = m_shell.colours().text(shell::ColourRole::MutedText);
    for (int i = 0; i < names.size(); ++i) {
        painter.setFont(font());
        const QPointF centre(step * (i + 0.5), y);
        if (i > 0) {
            painter.setPen(
                    QPen(i <= m_done ? m_shell.colours().text(shell::ColourRole::Ok) : muted, 2));
            painter.drawLine(QPointF(centre.x() - step + radius + 3, y),
                             QPointF(centre.x() - radius - 3, y));
        }
        const bool isDone = i < m_done;
        const bool isNow = i == m_done;
        painter.setPen(QPen(isDone          ? done
                                    : isNow ? palette().color(QPalette::Highlight)
                                            : muted,
                            isNow ? 2.5 : 1.5));
        painter.setBrush(isDone ? QBrush(done) : QBrush(palette().color(QPalette::Base)));
        painter.drawEllipse(centre, radius, radius);
        painter.setPen(isDone ? onDone : palette().color(QPalette::Text));
        painter.drawText(QRectF(centre.x() - radius, y - radius, 2 * radius, 2 * radius),
                         Qt::AlignCenter, isDone ? u"✓"_s : QString::number(i + 1));
        QFont below = font();
        below.setBold(isNow);
        painter.setFont(below);
        painter.setPen(i <= m_done ? palette().color(QPalette::WindowText) : muted);
        const QRectF under(step * i, 2 * radius + 6, step, fontMetrics().height() + 4);
        painter.drawText(under, Qt::AlignHCenter | Qt::AlignTop,
                         QFontMetricsF(below).elidedText(names.at(i), Qt::ElideRight, step));
    }
}

}
