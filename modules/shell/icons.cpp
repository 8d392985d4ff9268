// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/icons.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace shell {

namespace {

Q_LOGGING_CATEGORY(logIcons, "anlan.shell.icons", QtInfoMsg)

QColor colourOfMoment(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::WindowText);
}

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, QByteArray svg, QColor fixed)
        : m_name(std::move(name))
        , m_svg(std::move(svg))
        , m_fixed(fixed)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        QPixmap picture = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor colour = m_fixed.isValid() ? m_fixed : colourOfMoment(mode);
        const QString key = u"anlan/%1/%2x%3/%4"_s.arg(m_name)
                                    .arg(size.width())
                                    .arg(size.height())
                                    .arg(colour.rgba());
        QPixmap picture;
        if (QPixmapCache::find(key, &picture))
            return picture;
        picture = QPixmap(size);
        picture.fill(Qt::transparent);
        QByteArray svg = m_svg;
        svg.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&picture);
        painter.setOpacity(colour.alphaF());
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, picture);
        return picture;
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_svg, m_fixed); }
    QString key() const override { return u"anlan-line"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QString m_name;
    QByteArray m_svg;
    QColor m_fixed; // invalid: of the palette
};

}

QIcon icon(const QString &name)
{
    return tinted(name, {});
}

QIcon tinted(const QString &name, const QColor &colour)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(logIcons) << "no icon named" << name;
        return {};
    }
    return QIcon(new LineIconEngine(name, file.readAll(), colour));
}

QStringList iconNames()
{
    QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

}
