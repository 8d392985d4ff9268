// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPalette>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QScopedValueRollback>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace shell {

namespace {

constexpr int SmallestTarget = 26; // device-independent pixels

class RoomyStyle final : public QProxyStyle
{
public:
    RoomyStyle()
        : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    {
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override
    {
        QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        switch (type) {
        case CT_PushButton:
        case CT_CheckBox:
        case CT_RadioButton:
        case CT_ToolButton:
        case CT_ComboBox:
        case CT_LineEdit:
        case CT_SpinBox:
        case CT_MenuItem:
        case CT_TabBarTab:
            size.setHeight(qMax(size.height(), SmallestTarget));
            if (type == CT_ToolButton)
                size.setWidth(qMax(size.width(), SmallestTarget));
            break;
        case CT_ItemViewItem:
            size.setHeight(qMax(size.height(), SmallestTarget - 2));
            break;
        default: // an enum of Qt's, not ours
            break;
        }
        return size;
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

    // Fusion darkens the window's colour for the frame of a field: not seen in a dark window.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool isField = element == PE_FrameLineEdit
                || (element == PE_Frame && qobject_cast<const QPlainTextEdit *>(widget));
        const bool hasFocus = option->state & State_HasFocus;
        const bool isRound = element == PE_IndicatorRadioButton;
        if (!isRound && !isField && element != PE_IndicatorCheckBox)
            return;
        if (element == PE_FrameLineEdit && hasFocus) // Fusion shows that one
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(isField && hasFocus
                                ? option->palette.color(QPalette::Link)
                                : option->palette.color(QPalette::Disabled, QPalette::WindowText));
        painter->setBrush(Qt::NoBrush);
        const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (isRound)
            painter->drawEllipse(frame);
        else
            painter->drawRoundedRect(frame, 2, 2);
        painter->restore();
    }
};

// Qt 6.4 cannot ask the desktop whether it is dark: a window darker than half is.
bool isSystemDark()
{
    QApplication::setPalette(QPalette());
    return QApplication::palette().color(QPalette::Window).lightnessF() < 0.5;
}

}

QString toText(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

ThemeChoice themeFromText(const QString &text)
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (toText(choice) == text)
            return choice;
    }
    return ThemeChoice::System;
}

void installStyle()
{
    QApplication::setStyle(new RoomyStyle);
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    installStyle();
    qApp->installEventFilter(this);
    apply();
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && !m_isApplying
        && m_choice == ThemeChoice::System)
        apply();
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    const QScopedValueRollback guard(m_isApplying, true);
    const bool isDark =
            m_choice == ThemeChoice::System ? isSystemDark() : m_choice == ThemeChoice::Dark;
    m_colours = Colours(isDark ? Colours::Theme::Dark : Colours::Theme::Light);
    QApplication::setPalette(m_colours.palette());
    Q_EMIT changed();
}

}
