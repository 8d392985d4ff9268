// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTest>

// In a test function: name = what the expression holds, else the test fails with its error.
#define GET(name, expression)                                                                      \
    auto name = (expression);                                                                      \
    QVERIFY2(name,                                                                                 \
             qUtf8Printable(name ? QString() : name.error().message + u' ' + name.error().detail))
#define OK(expression)                                                                             \
    do {                                                                                           \
        const auto outcome = (expression);                                                         \
        QVERIFY2(outcome,                                                                          \
                 qUtf8Printable(outcome ? QString()                                                \
                                        : outcome.error().message + u' '                           \
                                                + outcome.error().detail));                        \
    } while (false)
// The expression fails, with a message that contains the text.
#define REFUSED(expression, text)                                                                  \
    do {                                                                                           \
        const auto outcome = (expression);                                                         \
        QVERIFY2(!outcome, "was not refused: " #expression);                                       \
        QVERIFY2(outcome.error().message.contains(text), qUtf8Printable(outcome.error().message)); \
    } while (false)
