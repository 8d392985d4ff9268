// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTest>

// name becomes the result of the expression, which has to be there.
#define GET(name, expression)                                                                      \
    auto name = (expression);                                                                      \
    QVERIFY2(name, qUtf8Printable(name ? QString() : name.error().message + name.error().detail))
#define OK(expression)                                                                             \
    do {                                                                                           \
        const auto outcome = (expression);                                                         \
        QVERIFY2(outcome,                                                                          \
                 qUtf8Printable(outcome ? QString()                                                \
                                        : outcome.error().message + outcome.error().detail));      \
    } while (false)
