// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QStringView>

namespace documents {

class PrintFont;

struct TextLine {
    qsizetype start = 0;
    qsizetype length = 0; // without the spaces at its end
    double width = 0;     // in ems
};

// Breaks a text at newlines and where the Unicode rules allow (no closing punctuation at the start
// of a line), in the middle of a word only when the word is wider than the line. At least one line.
QList<TextLine> brokenLines(QStringView text, double width, PrintFont &font);

// The widest part of the text that should stay in one piece.
double widestWord(QStringView text, PrintFont &font);

}
