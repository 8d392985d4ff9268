// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/xlsxparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tables {

// ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the East Asian ones.
NumberFormat builtInFormat(int id)
{
    const bool date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36
            || (id >= 50 && id <= 54) || id == 57 || id == 58;
    const bool time = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)
            || id == 55 || id == 56;
    return {date ? NumberMeaning::Date : time ? NumberMeaning::Time : NumberMeaning::Plain};
}

NumberFormat customFormat(QStringView code)
{
    // Only what stands outside quotation marks, brackets and escapes says something; the first
    // section is the one for positive numbers.
    QString letters;
    for (qsizetype i = 0; i < code.size() && code[i] != u';'; ++i) {
        const QChar c = code[i];
        if (c == u'"' || c == u'[') {
            const qsizetype end = code.indexOf(c == u'"' ? u'"' : u']', i + 1);
            if (end < 0)
                break;
            // Elapsed hours such as [h]:mm are a length of time.
            if (c == u'[' && end == i + 2 && "hHmMsS"_L1.contains(code[i + 1]))
                return {NumberMeaning::Plain};
            i = end;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else {
            letters += c.toLower();
        }
    }
    if (letters.contains("general"_L1) || letters.contains(u"通用格式"))
        return {};
    const auto holds = [&letters](const auto... wanted) {
        return (letters.contains(wanted) || ...);
    };
    if (holds(u'y', u'd', u'年', u'日', "aaa"_L1) || (holds(u'm') && !holds(u'h', u's')))
        return {NumberMeaning::Date};
    if (holds(u'h', u's'))
        return {NumberMeaning::Time};
    if (letters.size() > 1 && letters.size() < 16
        && std::all_of(letters.cbegin(), letters.cend(), [](QChar c) { return c == u'0'; }))
        return {NumberMeaning::Padded, quint8(letters.size())};
    return {};
}

}
