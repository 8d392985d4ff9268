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

// 256 colours that stand for all, the commonest of each hue and shade: a third of the file. Large
// areas keep their exact colour.
QList<QRgb> commonest(const QImage &picture)
{
    struct Kin {
        int count = 0;
        QHash<QRgb, int> members;
    };
    QHash<QRgb, Kin> kinds; // by the upper four bits of red, green and blue
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            Kin &kin = kinds[line[x] & 0xfff0f0f0];
            ++kin.count;
            ++kin.members[line[x]];
        }
    }
    QList<QRgb> keys = kinds.keys();
    std::sort(keys.begin(), keys.end(), [&](QRgb left, QRgb right) {
        return std::pair(kinds.value(left).count, left)
                > std::pair(kinds.value(right).count, right);
    });
    QList<QRgb> colours;
    for (const QRgb key : keys.mid(0, 256)) {
        const QHash<QRgb, int> members = kinds.value(key).members;
        QRgb best = 0;
        int most = 0;
        for (auto member = members.cbegin(); member != members.cend(); ++member) {
            if (std::pair(member.value(), member.key()) > std::pair(most, best)) {
                most = member.value();
                best = member.key();
            }
        }
        colours << best;
    }
    return colours;
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
