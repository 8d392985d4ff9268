// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/values.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tables {

bool isInvisible(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF || code == 0x00AD
            || code == 0;
}

namespace {

bool isChinese(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF)
            || c.isHighSurrogate() || c.isLowSurrogate() || code == u'·';
}

// Cuts at the separators, but not inside brackets.
QStringList pieces(QStringView text, QStringView separators)
{
    QStringList result;
    const QString clean = cleanText(text);
    const auto take = [&result](QStringView piece) {
        const QString value = cleanText(piece);
        if (!value.isEmpty() && !result.contains(value))
            result += value;
    };
    qsizetype start = 0;
    int brackets = 0;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean[i];
        if (c == u'(' || c == u'（' || c == u'[' || c == u'【')
            ++brackets;
        else if (c == u')' || c == u'）' || c == u']' || c == u'】')
            brackets = std::max(0, brackets - 1);
        else if (brackets == 0 && separators.contains(c)) {
            take(QStringView(clean).sliced(start, i - start));
            start = i + 1;
        }
    }
    take(QStringView(clean).sliced(start));
    return result;
}

constexpr QStringView valueSeparators = u"、，,/;；\n|";

}

QString cleanText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isInvisible(c))
            continue;
        if (c == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                result += u'\n';
        } else {
            result += c.unicode() == 0x00A0 ? QChar(u' ') : c;
        }
    }
    return result.trimmed();
}

QString withoutWhiteSpace(QStringView text)
{
    QString result;
    for (const QChar c : text) {
        if (!c.isSpace() && !isInvisible(c))
            result += c;
    }
    return result;
}

QString halfWidth(QStringView text)
{
    QString result = text.toString();
    for (QChar &c : result) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(char16_t(c.unicode() - 0xFEE0));
        else if (c.unicode() == 0x3000)
            c = u' ';
    }
    return result;
}

QStringList splitValues(QStringView text)
{
    return pieces(text, valueSeparators);
}

Judged<QStringList> splitPeople(QStringView text)
{
    QStringList people;
    bool joined = false;
    const QStringList parts = pieces(text, valueSeparators);
    for (const QString &part : parts) {
        const bool chinese = std::all_of(part.cbegin(), part.cend(),
                                         [](QChar c) { return isChinese(c) || c.isSpace(); });
        if (!chinese) {
            people += part;
            continue;
        }
        QStringList names = part.simplified().split(u' ', Qt::SkipEmptyParts);
        const bool spread = names.size() > 1
                && std::all_of(names.cbegin(), names.cend(),
                               [](const QString &name) { return name.size() == 1; });
        if (spread) { // 王　甲: a blank to fill the width of three characters
            names = {names.join(QString())};
            joined = true;
        }
        for (const QString &name : std::as_const(names)) {
            if (!people.contains(name))
                people += name;
        }
    }
    Judged<QStringList> result;
    if (people.isEmpty())
        return result;
    result.value = people;
    result.judged = joined;
    if (joined)
        result.reason = QCoreApplication::translate(
                "tables", "The blank inside the name was taken for mere spacing.");
    return result;
}

}
