// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/pagedreport_p.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace documents {

namespace pageplaces {
constexpr double lineSpacing = 1.3; // ems
constexpr int headingFactLines = 8;
constexpr double factGap = 2.5; // ems
}

double PagedReport::Private::left() const
{
    return pagemeasure::margin;
}

double PagedReport::Private::bodyBottom() const
{
    return page.height() - pagemeasure::margin - pagemeasure::footHeight;
}

double PagedReport::Private::lineHeight() const
{
    return fontSize * pageplaces::lineSpacing;
}

double PagedReport::Private::rowPadding() const
{
    return fontSize * 0.32;
}

double PagedReport::Private::nextTableTop() const
{
    return pagemeasure::margin + pagemeasure::runningHeight;
}

double PagedReport::Private::tailLineHeight() const
{
    return pagemeasure::noteSize * pageplaces::lineSpacing;
}

double PagedReport::Private::signaturesHeight() const
{
    return pagemeasure::signaturesHeight;
}

QRectF PagedReport::Private::cellRect(int column, double top, double height) const
{
    return {edges[column], top, edges[column + 1] - edges[column], height};
}

// The title, what stands below it, and the facts side by side. Facts that do not fit there go to
// the notes, so that none is lost.
void PagedReport::Private::placeHeading()
{
    using namespace pageplaces;
    const double width = right() - left();
    double y = pagemeasure::margin;
    const auto placeCentred = [&](const QString &source, double size) {
        const QString text = font.printable(source);
        for (const TextLine &line : brokenLines(text, width / size, font)) {
            heading.append({text.mid(line.start, line.length),
                            left() + (width - line.width * size) / 2, y, size});
            y += size * lineSpacing;
        }
    };
    placeCentred(report.title, pagemeasure::titleSize);
    y += 3 * pagemeasure::point;
    for (const QString &subtitle : std::as_const(report.subtitles))
        placeCentred(subtitle, pagemeasure::subtitleSize);

    const double size = pagemeasure::factSize;
    const double step = size * 1.45;
    double x = left();
    int lines = 0;
    if (!report.facts.isEmpty())
        y += 3 * pagemeasure::point;
    for (const Fact &fact : std::as_const(report.facts)) {
        const QString text = font.printable(
                QCoreApplication::translate("documents", "%1: %2").arg(fact.label, fact.value));
        const double factWidth = font.width(text) * size;
        if (x > left() && x + factWidth > right()) {
            x = left();
            y += step;
            ++lines;
        }
        const QList<TextLine> broken = brokenLines(text, width / size, font);
        if (lines + broken.size() > headingFactLines) {
            tail += text;
            continue;
        }
        for (qsizetype i = 0; i < broken.size(); ++i) {
            if (i > 0) {
                x = left();
                y += step;
                ++lines;
            }
            heading.append({text.mid(broken[i].start, broken[i].length), x, y, size});
        }
        x += broken.last().width * size + factGap * size;
    }
    if (x > left())
        y += step;
    firstTableTop = y + pagemeasure::tableGap;
}

void PagedReport::Private::placeHeader()
{
    header = headerCells(report.columns);
    const int levels = headerLevels(report.columns);
    const auto needed = [this](const HeaderCell &cell) {
        const double width = (edges[cell.column + cell.columns] - edges[cell.column]) / fontSize
                - 2 * cellPadding;
        const auto lines = brokenLines(cell.title, width, font).size();
        return double(lines) * lineHeight() + 3 * rowPadding();
    };
    QList<double> heights(levels, 0.0);
    for (const HeaderCell &cell : std::as_const(header)) {
        if (cell.levels == 1)
            heights[cell.level] = qMax(heights[cell.level], needed(cell));
    }
    for (const HeaderCell &cell : std::as_const(header)) {
        double have = 0;
        for (int i = 0; i < cell.levels; ++i)
            have += heights[cell.level + i];
        heights.last() += qMax(0.0, needed(cell) - have);
    }
    levelEdges = {0.0};
    for (const double height : std::as_const(heights))
        levelEdges += levelEdges.last() + height;
}

void PagedReport::Private::placeTail()
{
    QStringList texts = tail;
    for (const QString &note : std::as_const(report.notes))
        texts += font.printable(note);
    if (!font.missing().isEmpty()) {
        QStringList codes;
        for (const QString &missing : font.missing())
            codes += u"U+%1"_s.arg(QString::number(missing.toUcs4().value(0), 16).toUpper(), 4,
                                   u'0');
        texts += QCoreApplication::translate(
                         "documents",
                         "〓 stands for characters that no font of this computer can show: %1.")
                         .arg(codes.join(u", "_s));
    }
    tail.clear();
    const double width = (right() - left()) / pagemeasure::noteSize;
    for (const QString &text : std::as_const(texts)) {
        for (const TextLine &line : brokenLines(text, width, font))
            tail += text.mid(line.start, line.length);
    }
}

}
