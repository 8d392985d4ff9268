// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringView>

namespace documents {

// The character at this place; moves the place behind it. Half a pair reads as U+FFFD.
inline char32_t takeCharacter(QStringView text, qsizetype &at)
{
    const QChar first = text[at++];
    if (!first.isSurrogate())
        return first.unicode();
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at++]);
    return QChar::ReplacementCharacter;
}

}
