// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/linebreaker.h"

#include "documents/engine/characters.h"
#include "documents/engine/printfont.h"

#include <QTextBoundaryFinder>

namespace documents {

namespace linebreaker {

constexpr double tolerance = 1e-6;

class Paragraph
{
public:
    Paragraph(QStringView text, qsizetype offset, PrintFont &font)
        : m_text(text)
        , m_offset(offset)
        , m_font(font)
    {
    }

    void breakInto(QList<TextLine> &lines, double width)
    {
        const double whole = m_font.width(m_text);
        if (whole <= width + tolerance) {
            add(lines, 0, m_text.size());
            return;
        }
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, m_text);
        qsizetype start = 0;
        while (start < m_text.size()) {
            const qsizetype end = endOfLine(start, width, finder);
            add(lines, start, end);
            start = end;
            while (start < m_text.size() && m_text[start] == u' ')
                ++start;
        }
    }

private:
    // The first character that does not fit any more decides: the line ends at the last place
    // before it where the rules allow, else between two characters a reader sees as such.
    qsizetype endOfLine(qsizetype start, double width, QTextBoundaryFinder &finder)
    {
        double used = 0;
        qsizetype at = start;
        while (at < m_text.size()) {
            qsizetype next = at;
            const char32_t character = takeCharacter(m_text, next);
            const double advance = m_font.advance(character);
            if (used + advance > width + tolerance && character != U' ')
                break;
            used += advance;
            at = next;
        }
        if (at >= m_text.size())
            return at;
        const qsizetype allowed = boundaryBefore(finder, at);
        if (allowed > start)
            return allowed;
        QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, m_text.mid(start));
        const qsizetype seen = start + boundaryBefore(graphemes, at - start);
        if (seen > start)
            return seen;
        graphemes.setPosition(0); // not even one fits: it stands alone
        const qsizetype one = graphemes.toNextBoundary();
        return one > 0 ? start + one : m_text.size();
    }

    static qsizetype boundaryBefore(QTextBoundaryFinder &finder, qsizetype at)
    {
        finder.setPosition(at);
        if (finder.isAtBoundary())
            return at;
        return finder.toPreviousBoundary();
    }

    void add(QList<TextLine> &lines, qsizetype start, qsizetype end)
    {
        while (end > start && m_text[end - 1] == u' ')
            --end;
        const QStringView line = m_text.mid(start, end - start);
        lines.append({m_offset + start, line.size(), m_font.width(line)});
    }

    QStringView m_text;
    qsizetype m_offset;
    PrintFont &m_font;
};

}

QList<TextLine> brokenLines(QStringView text, double width, PrintFont &font)
{
    QList<TextLine> result;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        linebreaker::Paragraph(text.mid(start, end - start), start, font).breakInto(result, width);
        start = end + 1;
    }
    return result;
}

double widestWord(QStringView text, PrintFont &font)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    double result = 0;
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype end = finder.toNextBoundary();
        if (end < 0)
            break;
        QStringView word = text.mid(start, end - start);
        while (!word.isEmpty() && word.back().isSpace())
            word.chop(1);
        result = qMax(result, font.width(word));
        start = end;
    }
    return result;
}

}
