// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/values.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

// The longer ones first: 特别重大 holds 重大.
constexpr std::array<QStringView, 6> gradeWords{u"特别重大", u"重大", u"较大",
                                                u"一般",     u"突出", u"轻微"};

int chineseDigit(QChar c)
{
    const qsizetype at = QStringView(u"〇一二三四五六七八九").indexOf(c);
    return at > 0 ? int(at) : 0;
}

// Ⅰ..Ⅻ as the letters they stand for.
QString romanLetters(QStringView text)
{
    static constexpr std::array<QLatin1StringView, 12> signs{"I"_L1,  "II"_L1, "III"_L1, "IV"_L1,
                                                             "V"_L1,  "VI"_L1, "VII"_L1, "VIII"_L1,
                                                             "IX"_L1, "X"_L1,  "XI"_L1,  "XII"_L1};
    QString result;
    for (const QChar c : text) {
        if (c.unicode() >= 0x2160 && c.unicode() <= 0x216B)
            result += signs[c.unicode() - 0x2160];
        else if (c.unicode() >= 0x2170 && c.unicode() <= 0x217B)
            result += signs[c.unicode() - 0x2170];
        else
            result += c;
    }
    return result;
}

}

QString Level::normalised() const
{
    return number > 0 ? QString::number(number) : grade;
}

std::optional<int> romanNumber(QStringView text)
{
    static const QRegularExpression pattern(u"^(X{0,3})(IX|IV|V?I{0,3})$"_s);
    const QString letters = romanLetters(cleanText(text)).toUpper();
    if (letters.isEmpty() || !pattern.match(letters).hasMatch())
        return std::nullopt;
    int sum = 0;
    int before = 0;
    for (qsizetype i = letters.size() - 1; i >= 0; --i) {
        const int value = letters[i] == u'X' ? 10 : letters[i] == u'V' ? 5 : 1;
        sum += value < before ? -value : value;
        before = std::max(before, value);
    }
    return sum;
}

Judged<Level> parseLevel(const Cell &cell)
{
    static const QRegularExpression number(
            u"^(?:第)?(\\d{1,2}|[一二三四五六七八九]|[IVX]{1,5})(?:级|級|等)?$"_s);
    const QString text = withoutWhiteSpace(halfWidth(cell.text));
    if (cell.kind == CellKind::Blank || text.isEmpty())
        return {};
    Judged<Level> result;
    Level level;
    QString rest = romanLetters(text);
    for (const QStringView word : gradeWords) {
        const qsizetype at = rest.indexOf(word);
        if (at >= 0) {
            level.grade = word.toString();
            rest.remove(at, word.size());
            break;
        }
    }
    const bool isWhole = std::floor(cell.number) == cell.number;
    for (const QStringView word :
         {QStringView(u"安全事故隐患"), QStringView(u"生产安全事故隐患"), QStringView(u"事故隐患"),
          QStringView(u"安全隐患"), QStringView(u"隐患"), QStringView(u"事故"),
          QStringView(u"风险"), QStringView(u"问题"), QStringView(u"级别"), QStringView(u"等级")})
        rest.remove(word.toString());
    rest.remove(QRegularExpression(u"[()\\[\\]（）【】:/、,-]"_s));
    const auto match = number.match(rest);
    if (match.hasMatch()) {
        const QString digits = match.captured(1);
        level.number = digits[0].isDigit()    ? digits.toInt()
                : chineseDigit(digits[0]) > 0 ? chineseDigit(digits[0])
                                              : romanNumber(digits).value_or(0);
    }
    if (level.number == 0 && level.grade.isEmpty()) {
        result.judged = true;
        result.reason = cell.kind == CellKind::Number && !isWhole
                ? QCoreApplication::translate("tables", "A level is a whole number: %1.").arg(text)
                : QCoreApplication::translate("tables", "This names no level: %1.").arg(text);
        return result;
    }
    result.value = level;
    if (!level.grade.isEmpty() && level.number > 0) {
        result.judged = true;
        result.reason =
                QCoreApplication::translate("tables", "The cell names a grade and a number: %1.")
                        .arg(text);
    } else if (!rest.isEmpty() && level.number == 0 && rest != "级"_L1) {
        result.judged = true;
        result.reason = QCoreApplication::translate("tables", "Only the grade was taken from: %1.")
                                .arg(text);
    }
    return result;
}

Judged<double> parseAmount(const Cell &cell)
{
    static const QRegularExpression pattern(u"^(\\()?(?:¥|￥|CNY|RMB|人民币)?(-?\\d{1,3}(?:,\\d{3})"
                                            u"+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?|-?\\.\\d+)"
                                            "(万|亿)?(?:元|圆)?整?(\\))?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (cell.kind == CellKind::Number)
        return {cell.number, false, {}};
    const QString text = withoutWhiteSpace(halfWidth(cell.text));
    if (cell.kind == CellKind::Blank || text.isEmpty())
        return {};
    const auto match = pattern.match(text);
    if (cell.kind != CellKind::Text || !match.hasMatch()
        || match.captured(1).isEmpty() != match.captured(4).isEmpty()) {
        return {std::nullopt, true,
                QCoreApplication::translate("tables", "This is no amount: %1.").arg(text)};
    }
    double amount = match.captured(2).remove(u',').toDouble();
    const QString unit = match.captured(3);
    if (unit == u'万')
        amount *= 1e4;
    else if (unit == u'亿')
        amount *= 1e8;
    if (!match.captured(1).isEmpty())
        amount = -amount;
    Judged<double> result{amount, !unit.isEmpty() || !match.captured(1).isEmpty(), {}};
    if (result.judged)
        result.reason = QCoreApplication::translate("tables", "%1 was taken as %2.")
                                .arg(text, QString::number(amount, 'f', 2));
    return result;
}

}
