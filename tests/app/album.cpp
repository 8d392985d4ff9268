// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/album.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

using namespace Qt::StringLiterals;

Album::Album(QString folder, QString suffix)
    : m_folder(std::move(folder))
    , m_suffix(std::move(suffix))
{
}

QPixmap Album::paint(QWidget *window)
{
    QPixmap picture = window->grab();
    const QList<QWidget *> windows = QApplication::topLevelWidgets();
    for (QWidget *each : windows) {
        auto *dialog = qobject_cast<QDialog *>(each);
        if (!dialog || !dialog->isVisible() || dialog == window)
            continue;
        // The frame that a window manager would draw: without one, dialogs have none.
        const QPalette colours = dialog->palette();
        QFont bold = dialog->font();
        bold.setBold(true);
        const int bar = QFontMetrics(bold).height() + 12;
        const QRect body(dialog->mapToGlobal(QPoint()) - window->mapToGlobal(QPoint()),
                         dialog->size());
        const QRect title(body.left(), body.top() - bar, body.width(), bar);
        QPainter painter(&picture);
        painter.fillRect(title, colours.color(QPalette::Mid));
        painter.setFont(bold);
        painter.setPen(colours.color(QPalette::WindowText));
        painter.drawText(title.adjusted(10, 0, -10, 0), Qt::AlignVCenter, dialog->windowTitle());
        painter.drawPixmap(body.topLeft(), dialog->grab());
        painter.setPen(colours.color(QPalette::Dark));
        painter.drawRect(title.united(body).adjusted(-1, -1, 0, 0));
    }
    return picture;
}

bool Album::isStill(QWidget *window)
{
    return paint(window).toImage() == paint(window).toImage();
}

bool Album::save(const QString &view, QWidget *window) const
{
    const QString path = QDir(m_folder).filePath(view + u'-' + m_suffix + u".png"_s);
    return paint(window).toImage().convertToFormat(QImage::Format_RGB32).save(path, "PNG", 0);
}
