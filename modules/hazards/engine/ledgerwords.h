// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/sheet.h"

#include <QStringView>

#include <optional>

namespace hazards::words {

// Not a list of names: what cannot be a person's name because of its length or its last word
// (公司, 项目部, 铁路 ...) is none.
bool namesNoPerson(const QString &text);
std::optional<bool> yesOrNo(const QString &text);
// A state guessed from the parts of a word no table has: 已..., 未..., 待... Empty if it says
// nothing.
QString guessedState(const QString &text);
// A review that was passed: 合格, 已整改, 通过.
bool isPassed(const QString &opinion);
// Whether it is worth the trouble to read a cell as a date: most texts are none.
bool couldBeDate(const tables::Cell &cell);
// Headings compared: half width, lower case, no blanks between Chinese signs.
QString comparable(QStringView heading);
QString withoutBrackets(const QString &text);

}
