// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>
#include <QWindow>

// Somebody without a mouse. Keys go to the window as the system sends them, so popups and default
// buttons get what they would get; text arrives as an input method commits it.
class Keyboard
{
public:
    int strokes = 0; // texts and keys so far

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *window = front();
        if (!window || !window->windowHandle()) {
            QTest::qFail("no window takes the keys", __FILE__, __LINE__);
            return;
        }
        ++strokes;
        QTest::keyClick(window->windowHandle(), key, modifiers);
    }
    void write(const QString &text)
    {
        front();
        QWidget *focus = QApplication::focusWidget();
        if (!focus) {
            QTest::qFail("no control takes the text", __FILE__, __LINE__);
            return;
        }
        ++strokes;
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(focus, &event);
    }
    // By Tab until the control has the focus; false if a whole round does not reach it.
    bool tabTo(const QWidget *control)
    {
        front();
        for (int i = 0; i < 200; ++i) {
            const QWidget *focus = QApplication::focusWidget();
            if (focus == control || (focus && control->isAncestorOf(focus)))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }

private:
    // Offscreen, nothing gets the focus back when a list or dialog above it was closed.
    static QWidget *front()
    {
        QWidget *window = QApplication::activeModalWidget();
        if (!window) {
            for (QWidget *each : QApplication::topLevelWidgets()) {
                if (each->isVisible() && each->windowType() != Qt::Popup
                    && (!window || each->isActiveWindow()))
                    window = each;
            }
        }
        if (window && window->windowHandle() && !QApplication::activePopupWidget()
            && QGuiApplication::focusWindow() != window->windowHandle())
            window->activateWindow();
        return window;
    }
};
