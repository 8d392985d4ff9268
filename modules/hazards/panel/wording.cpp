// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/wording.h"

#include "core/clock.h"
#include "shell/colours.h"
#include "store/record.h"
#include "store/spec.h"

#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hazards {

QString dateText(const QString &stored)
{
    return stored; // the ISO form is the one plants write
}

QString instantText(const QString &stored, const QByteArray &timeZone)
{
    if (stored.size() <= 10)
        return stored;
    const QDateTime instant = core::fromInstantText(stored);
    return instant.isValid()
            ? instant.toTimeZone(QTimeZone(timeZone)).toString(u"yyyy-MM-dd HH:mm"_s)
            : stored;
}

QString stateText(const store::Schema &schema, const QString &state)
{
    const store::EntitySpec *spec = schema.find(u"hazard"_s);
    return spec ? spec->stateLabel(state) : state;
}

shell::ColourRole colourRole(const QString &responseColour)
{
    if (responseColour == "red"_L1)
        return shell::ColourRole::SeverityRed;
    if (responseColour == "orange"_L1)
        return shell::ColourRole::SeverityOrange;
    if (responseColour == "yellow"_L1)
        return shell::ColourRole::SeverityYellow;
    if (responseColour == "blue"_L1)
        return shell::ColourRole::SeverityBlue;
    return shell::ColourRole::MutedText;
}

QString yuanText(const store::Record &record, const QString &key)
{
    if (!record.has(key))
        return {};
    const qint64 cents = record.integer(key);
    return cents % 100 == 0 ? QString::number(cents / 100)
                            : QString::number(double(cents) / 100, 'f', 2);
}

std::optional<qint64> centsOf(const QString &yuan)
{
    static const QRegularExpression amount(u"^([0-9]{1,12})(?:\\.([0-9]{1,2}))?$"_s);
    QString plain = yuan.trimmed();
    plain.remove(u',').remove(u'，');
    const auto match = amount.match(plain);
    if (!match.hasMatch())
        return {};
    return match.captured(1).toLongLong() * 100
            + match.captured(2).leftJustified(2, u'0').toLongLong();
}

QIcon swatch(const QColor &colour)
{
    constexpr int side = 32;
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colour);
    painter.setPen(QPen(colour.darker(150), 2));
    painter.drawRoundedRect(QRectF(3, 3, side - 6, side - 6), 6, 6);
    // A list blends what is selected with the highlight; orange would be seen as brown.
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected);
    return icon;
}

}
