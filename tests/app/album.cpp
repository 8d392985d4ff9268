// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/album.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The 256 colours that fill most of it: a third of the file, and no eye sees the difference.
QList<QRgb> commonest(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> colours = counts.keys();
    std::sort(colours.begin(), colours.end(), [&](QRgb left, QRgb right) {
        return std::pair(counts.value(left), left) > std::pair(counts.value(right), right);
    });
    return colours.mid(0, 256);
}

}

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
    const QImage picture = paint(window).toImage().convertToFormat(QImage::Format_RGB32);
    return picture.convertToFormat(QImage::Format_Indexed8, commonest(picture), Qt::AvoidDither)
            .save(path, "PNG", 0);
}
