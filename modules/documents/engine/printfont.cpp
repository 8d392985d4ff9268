// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/printfont.h"

#include "documents/engine/characters.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QGuiApplication>
#include <QRawFont>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace documents {

namespace printfont {
constexpr int measuredSize = 1000;
constexpr char32_t getaMark = 0x3013;
constexpr int missingKept = 40;
constexpr auto family = "WenQuanYi Micro Hei"_L1;

// Characters that would turn, hide or break the line rather than stand in it.
bool isUnprintable(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f)
            || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
            || (c >= 0xfff9 && c <= 0xfffb);
}
}

core::Result<PrintFont> PrintFont::find()
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        return core::fail(core::ErrorCode::Refused,
                          QCoreApplication::translate(
                                  "documents", "Printing needs a program that can load fonts."),
                          u"no QGuiApplication"_s);
    }
    if (!QFontDatabase::hasFamily(printfont::family)) {
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate(
                        "documents",
                        "The font %1 is missing, and without it Chinese pages come out wrong. "
                        "Install the package fonts-wqy-microhei and try again.")
                        .arg(printfont::family));
    }
    PrintFont result;
    result.m_measured = result.font(printfont::measuredSize);
    const QFontMetricsF metrics(result.m_measured);
    result.m_ascent = metrics.ascent() / printfont::measuredSize;
    result.m_descent = metrics.descent() / printfont::measuredSize;
    result.m_advances.assign(0x10000, -1.0F);
    return result;
}

QFont PrintFont::font(double size) const
{
    QFont result{QString(printfont::family)};
    result.setPixelSize(qMax(1, qRound(size)));
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::PreferNoShaping);
    result.setKerning(false); // the sum of the advances is the width of a line
    return result;
}

double PrintFont::advance(char32_t character)
{
    const auto measure = [this](char32_t c) {
        return float(QFontMetricsF(m_measured).horizontalAdvance(QString::fromUcs4(&c, 1))
                     / printfont::measuredSize);
    };
    if (character < m_advances.size()) {
        float &known = m_advances[character];
        if (known < 0)
            known = measure(character);
        return known;
    }
    auto known = m_further.constFind(character);
    if (known == m_further.constEnd())
        known = m_further.insert(character, measure(character));
    return *known;
}

double PrintFont::width(QStringView text)
{
    double result = 0;
    for (qsizetype at = 0; at < text.size();)
        result += advance(takeCharacter(text, at));
    return result;
}

bool PrintFont::shows(char32_t character)
{
    if (character >= 0x20 && character < 0x7f)
        return true;
    if (const auto known = m_shown.constFind(character); known != m_shown.constEnd())
        return *known;
    bool shown = QRawFont::fromFont(m_measured).supportsCharacter(character);
    if (!shown) { // the engine behind the font may know another that does
        QTextLayout layout(QString::fromUcs4(&character, 1), m_measured);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        const QList<QGlyphRun> runs = layout.glyphRuns();
        shown = !runs.isEmpty();
        for (const QGlyphRun &run : runs)
            shown = shown && !run.glyphIndexes().contains(0U);
    }
    m_shown.insert(character, shown);
    return shown;
}

QString PrintFont::printable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    char32_t previous = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = takeCharacter(text, at);
        if (c == U'\n' || c == U'\r' || c == 0x2028 || c == 0x2029) {
            if (c != U'\n' || previous != U'\r')
                result += u'\n';
        } else if (c == U'\t') {
            result += u' ';
        } else if (!printfont::isUnprintable(c)) {
            if (shows(c)) {
                result += QStringView(QChar::fromUcs4(c));
            } else {
                result += QChar(printfont::getaMark);
                const QString missing = QString::fromUcs4(&c, 1);
                if (m_missing.size() < printfont::missingKept && !m_missing.contains(missing))
                    m_missing += missing;
            }
        }
        previous = c;
    }
    while (result.endsWith(u'\n') || result.endsWith(u' '))
        result.chop(1);
    return result;
}

}
