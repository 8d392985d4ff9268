// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/accesswalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMap>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace accesswalk {

namespace {

QString nameOf(const QWidget *widget)
{
    const QAccessibleInterface *face =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return face ? face->text(QAccessible::Name) : QString();
}

QString describe(const QWidget *widget)
{
    QString path;
    const QWidget *step = widget;
    for (int level = 0; step && level < 3; ++level, step = step->parentWidget()) {
        const QString part = QString::fromLatin1(step->metaObject()->className())
                + (step->objectName().isEmpty() ? QString() : u"#"_s + step->objectName());
        path = path.isEmpty() ? part : part + u" > "_s + path;
    }
    return u"%1 \"%2\""_s.arg(path, nameOf(widget));
}

// Hidden on purpose, as against: on a page that is not in front.
bool isWithinReach(const QWidget *widget, const QWidget *root)
{
    for (const QWidget *step = widget; step && step != root; step = step->parentWidget()) {
        if (!step->isHidden())
            continue;
        if (step->isWindow() || !qobject_cast<QStackedWidget *>(step->parentWidget()))
            return false;
    }
    return true;
}

// Parts that Qt makes inside of a control and that take their name from it.
bool isInnerPart(const QWidget *widget)
{
    if (widget->objectName().startsWith("qt_"_L1) || widget->focusProxy())
        return true;
    if (qobject_cast<const QScrollBar *>(widget))
        return true;
    for (const QWidget *step = widget->parentWidget(); step; step = step->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox *>(step) || qobject_cast<const QComboBox *>(step))
            return true;
        if (step->isWindow())
            break;
    }
    return false;
}

QList<QWidget *> controls(QWidget *root)
{
    QList<QWidget *> found;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.prepend(root);
    for (QWidget *widget : all) {
        const bool isOwnWindow = widget != root && widget->window() != root->window();
        if (!isOwnWindow && isWithinReach(widget, root) && !isInnerPart(widget))
            found << widget;
    }
    return found;
}

bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget);
}

QRect placeIn(const QWidget *widget, const QWidget *root)
{
    return {widget->mapTo(root, QPoint(0, 0)), widget->size()};
}

// The nearest page, tab or dock: mnemonics of pages that are never seen together may be equal.
const QWidget *pageOf(const QWidget *widget, const QWidget *root)
{
    for (const QWidget *step = widget; step && step != root; step = step->parentWidget()) {
        if (qobject_cast<QStackedWidget *>(step->parentWidget())
            || qobject_cast<const QDockWidget *>(step))
            return step;
    }
    return root;
}

bool canMeet(const QAction *first, const QAction *second)
{
    const auto isLocal = [](const QAction *action) {
        return action->shortcutContext() == Qt::WidgetWithChildrenShortcut
                || action->shortcutContext() == Qt::WidgetShortcut;
    };
    if (!isLocal(first) && !isLocal(second))
        return true;
    const auto widgetsOf = [](const QAction *action) {
        QWidgetList widgets;
        for (QObject *object : action->associatedObjects()) {
            if (auto *widget = qobject_cast<QWidget *>(object);
                widget && !qobject_cast<QMenu *>(widget))
                widgets << widget;
        }
        return widgets;
    };
    if (!isLocal(first) || !isLocal(second))
        return true; // a key of the window is ambiguous with that of a panel while it has the focus
    for (const QWidget *one : widgetsOf(first)) {
        for (const QWidget *other : widgetsOf(second)) {
            if (one == other || one->isAncestorOf(other) || other->isAncestorOf(one))
                return true;
        }
    }
    return false;
}

QString mnemonicOf(const QWidget *widget)
{
    QString text;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text = button->text();
    else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
        text = label->text();
    return QKeySequence::mnemonic(text).toString();
}

}

QStringList namelessControls(QWidget *root)
{
    QStringList faults;
    for (const QWidget *widget : controls(root)) {
        if (widget == root || widget->focusPolicy() == Qt::NoFocus)
            continue;
        if (qobject_cast<const QScrollArea *>(widget) || qobject_cast<const QTabBar *>(widget))
            continue; // its content, its tabs have the names
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && label->text().isEmpty())
            continue;
        if (nameOf(widget).trimmed().isEmpty())
            faults << u"no accessible name: "_s + describe(widget);
    }
    for (const QTabBar *bar : root->findChildren<QTabBar *>()) {
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i).isEmpty() && bar->accessibleTabName(i).isEmpty())
                faults << u"no accessible name: tab %1 of %2"_s.arg(i).arg(describe(bar));
        }
    }
    return faults;
}

QStringList tabOrderFaults(QWidget *root)
{
    const QList<QWidget *> known = controls(root);
    QList<QWidget *> order;
    for (QWidget *step = root->nextInFocusChain(); step && step != root;
         step = step->nextInFocusChain()) {
        if (known.contains(step) && step->isVisible() && (step->focusPolicy() & Qt::TabFocus)
            && step->isEnabled() && !qobject_cast<QScrollArea *>(step)
            && !(qobject_cast<QTabBar *>(step) && qobject_cast<QMainWindow *>(step->parent())))
            order << step;
    }
    QStringList faults;
    for (int i = 1; i < order.size(); ++i) {
        if (pageOf(order.at(i - 1), root) != pageOf(order.at(i), root))
            continue; // docks stand where the user put them
        const QRect before = placeIn(order.at(i - 1), root);
        const QRect after = placeIn(order.at(i), root);
        const bool isAbove = after.bottom() < before.top();
        const bool isInNextColumn = after.left() >= before.right();
        const int common = qMin(before.bottom(), after.bottom()) - qMax(before.top(), after.top());
        const bool isOnSameLine = common > qMin(before.height(), after.height()) / 2;
        if ((isAbove && !isInNextColumn) || (isOnSameLine && after.right() < before.left()))
            faults << u"tab order goes back from %1 to %2"_s.arg(describe(order.at(i - 1)),
                                                                 describe(order.at(i)));
    }
    return faults;
}

QStringList doubledShortcuts(QWidget *root)
{
    QList<QAction *> actions;
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    widgets.prepend(root);
    for (const QWidget *widget : std::as_const(widgets)) {
        for (QAction *action : widget->actions()) {
            if (!actions.contains(action) && !action->shortcuts().isEmpty())
                actions << action;
        }
    }
    QStringList faults;
    for (int i = 0; i < actions.size(); ++i) {
        for (int j = i + 1; j < actions.size(); ++j) {
            if (!canMeet(actions.at(i), actions.at(j)))
                continue;
            for (const QKeySequence &key : actions.at(i)->shortcuts()) {
                if (actions.at(j)->shortcuts().contains(key))
                    faults << u"%1 is the key of \"%2\" and of \"%3\""_s.arg(
                            key.toString(), actions.at(i)->text(), actions.at(j)->text());
            }
        }
    }
    return faults;
}

QStringList doubledMnemonics(QWidget *root)
{
    QStringList faults;
    QMap<std::pair<const QWidget *, QString>, const QWidget *> taken;
    for (const QWidget *widget : controls(root)) {
        const QString key = mnemonicOf(widget);
        if (key.isEmpty())
            continue;
        const QWidget *page = pageOf(widget, root);
        for (const QWidget *reach : {page, static_cast<const QWidget *>(root)}) {
            if (const QWidget *other = taken.value({reach, key}); other && other != widget) {
                faults << u"%1 leads to %2 and to %3"_s.arg(key, describe(other), describe(widget));
                break;
            }
        }
        taken.insert({page, key}, widget);
    }
    for (const QMenu *menu : root->findChildren<QMenu *>()) {
        QMap<QString, QString> entries;
        for (const QAction *action : menu->actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            if (key.isEmpty() || !action->isVisible())
                continue;
            if (entries.contains(key))
                faults << u"%1 in menu \"%2\": \"%3\" and \"%4\""_s.arg(
                        key, menu->title(), entries.value(key), action->text());
            entries.insert(key, action->text());
        }
    }
    return faults;
}

QStringList smallTargets(QWidget *root)
{
    constexpr int Smallest = 24; // device-independent pixels
    QStringList faults;
    for (const QWidget *widget : controls(root)) {
        if (!isInteractive(widget) || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        if (widget->width() < Smallest || widget->height() < Smallest)
            faults << u"only %1 x %2: %3"_s.arg(widget->width())
                              .arg(widget->height())
                              .arg(describe(widget));
    }
    return faults;
}

QStringList clippedTexts(QWidget *root)
{
    QStringList faults;
    for (const QWidget *widget : controls(root)) {
        if (!widget->isVisible() || widget->property("elides").toBool())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if ((!label || label->text().isEmpty()) && (!button || button->text().isEmpty()))
            continue;
        QSize wanted = widget->sizeHint();
        if (widget->hasHeightForWidth() && (!label || label->wordWrap()))
            wanted = QSize(0, widget->heightForWidth(widget->width()));
        if (widget->width() < wanted.width() || widget->height() < wanted.height())
            faults << u"has %1 x %2, wants %3 x %4: %5"_s.arg(widget->width())
                              .arg(widget->height())
                              .arg(wanted.width())
                              .arg(wanted.height())
                              .arg(describe(widget));
    }
    return faults;
}

QStringList faults(QWidget *root)
{
    QCoreApplication::processEvents(); // layouts that are still to be done
    return namelessControls(root) + tabOrderFaults(root) + doubledShortcuts(root)
            + doubledMnemonics(root) + smallTargets(root) + clippedTexts(root);
}

}
