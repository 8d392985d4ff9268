// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/pagedreport_p.h"

#include "documents/engine/celltext.h"

#include <QCoreApplication>
#include <QMutexLocker>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace documents {

namespace pagepainter {

constexpr QRgb ink = 0xff15181c;
constexpr QRgb fadedInk = 0xff555d67;
constexpr QRgb ruleColour = 0xffa9b1bb;
constexpr QRgb frameColour = 0xff5a636e;
constexpr QRgb headShade = 0xffe8ecf1;
constexpr QRgb sectionShade = 0xfff3f5f8;
constexpr QRgb totalShade = 0xfff0f2f5;
constexpr double ruleWidth = 0.4 * pagemeasure::point;
constexpr double frameWidth = 0.8 * pagemeasure::point;

Qt::Alignment alignmentOf(const Column &column)
{
    switch (column.alignment) {
    case Alignment::Left:
        return Qt::AlignLeft;
    case Alignment::Center:
        return Qt::AlignHCenter;
    case Alignment::Right:
        return Qt::AlignRight;
    case Alignment::ByKind:
        break;
    }
    switch (column.kind) {
    case ColumnKind::Text:
    case ColumnKind::LongText:
        return Qt::AlignLeft;
    case ColumnKind::Date:
    case ColumnKind::Instant:
        return Qt::AlignHCenter;
    case ColumnKind::Integer:
    case ColumnKind::Decimal:
    case ColumnKind::Percent:
    case ColumnKind::Money:
        break;
    }
    return Qt::AlignRight;
}

QString sectionText(const SpooledRow &row)
{
    return row.texts.value(0);
}

// One page in the making.
class Sheet
{
public:
    Sheet(QPainter &painter, PrintFont &font)
        : m_painter(painter)
        , m_font(font)
    {
        m_painter.setLayoutDirection(Qt::LeftToRight);
    }

    void text(const QString &text, double left, double top, double size, QRgb colour)
    {
        if (text.isEmpty())
            return;
        m_painter.setFont(m_font.font(size));
        m_painter.setPen(QColor::fromRgba(colour));
        m_painter.drawText(QPointF(left, top + baseline(size)), text);
    }

    void lines(const QString &text, QList<TextLine> lines, const QRectF &box, double size,
               double step, Qt::Alignment alignment)
    {
        double y = box.top();
        if (alignment & Qt::AlignVCenter)
            y += (box.height() - step * double(lines.size())) / 2;
        y += (step - size * (m_font.ascent() + m_font.descent())) / 2;
        const double padding = cellPadding * size;
        for (const TextLine &line : lines) {
            double x = box.left() + padding;
            if (alignment & Qt::AlignHCenter)
                x = box.left() + (box.width() - line.width * size) / 2;
            else if (alignment & Qt::AlignRight)
                x = box.right() - padding - line.width * size;
            if (line.length > 0) {
                m_painter.setFont(m_font.font(size));
                m_painter.setPen(QColor::fromRgba(ink));
                m_painter.drawText(QPointF(x, y + baseline(size)),
                                   text.mid(line.start, line.length));
            }
            y += step;
        }
    }

    void shade(const QRectF &box, QRgb colour)
    {
        m_painter.fillRect(box, QColor::fromRgba(colour));
    }

    void rule(QPointF from, QPointF to, QRgb colour = ruleColour, double width = ruleWidth)
    {
        m_painter.setPen(QPen(QColor::fromRgba(colour), width, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(from, to);
    }

    void frame(const QRectF &box, QRgb colour = frameColour, double width = frameWidth)
    {
        m_painter.setPen(
                QPen(QColor::fromRgba(colour), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(box);
    }

    double width(const QString &text, double size) { return m_font.width(text) * size; }

private:
    double baseline(double size) const { return m_font.ascent() * size; }

    QPainter &m_painter;
    PrintFont &m_font;
};

}

// Hands the rows of a page with their places to `take` until it answers false.
core::Result<> PagedReport::Private::eachRow(const PageRecord &pageRecord,
                                             const TakePlace &take) const
{
    if (!pageRecord.hasTable || pageRecord.rows == 0)
        return {};
    if (auto result = spool.seek(pageRecord.position); !result)
        return result;
    double y = pageRecord.tableTop + headerHeight();
    for (int i = 0; i < pageRecord.rows; ++i) {
        auto read = spool.next();
        if (!read)
            return core::passOn(read);
        RowPlace place{broken(std::move(*read)), y};
        const int end = i == pageRecord.rows - 1 && pageRecord.lastLines > 0
                ? (i == 0 ? pageRecord.firstLine : 0) + pageRecord.lastLines
                : place.row.lines;
        place.firstLine = i == 0 ? pageRecord.firstLine : 0;
        place.lines = end - place.firstLine;
        place.whole = place.lines == place.row.lines;
        y += rowHeight(place.lines);
        if (!take(place))
            break;
    }
    return {};
}

core::Result<> PagedReport::paint(QPainter &painter, int page) const
{
    using namespace pagepainter;
    const QMutexLocker locker(&d->mutex);
    const PageRecord &record = d->pages.at(page);
    const Report &report = d->report;
    Sheet sheet(painter, d->font);
    painter.save();

    if (page == 0) {
        for (const PlacedText &piece : std::as_const(d->heading))
            sheet.text(piece.text, piece.left, piece.top, piece.size, ink);
    } else {
        sheet.text(d->font.printable(report.title).replace(u'\n', u' '), d->left(),
                   pagemeasure::margin, pagemeasure::footSize, fadedInk);
    }

    if (record.hasTable) {
        const double top = record.tableTop;
        const double size = d->fontSize;
        const QRectF head(d->left(), top, d->right() - d->left(), d->headerHeight());
        sheet.shade(head, headShade);
        for (const HeaderCell &cell : std::as_const(d->header)) {
            const QRectF box(QPointF(d->edges[cell.column], top + d->levelEdges[cell.level]),
                             QPointF(d->edges[cell.column + cell.columns],
                                     top + d->levelEdges[cell.level + cell.levels]));
            const double width = box.width() / size - 2 * cellPadding;
            sheet.lines(cell.title, brokenLines(cell.title, width, d->font), box, size,
                        d->lineHeight(), Qt::AlignCenter);
            sheet.frame(box, ruleColour, ruleWidth);
        }

        double bottom = head.bottom();
        const auto paintRow = [&](const Private::RowPlace &place) {
            const double height = d->rowHeight(place.lines);
            const QRectF band(d->left(), place.top, d->right() - d->left(), height);
            const bool isSection = place.row.row.kind == RowKind::Section;
            if (isSection)
                sheet.shade(band, sectionShade);
            else if (place.row.row.kind != RowKind::Record)
                sheet.shade(band, totalShade);
            for (int i = 0; i < place.row.cells.size(); ++i) {
                const QRectF box = isSection ? band : d->cellRect(i, place.top, height);
                const QRectF inner = box.adjusted(0, d->rowPadding(), 0, -d->rowPadding());
                const auto across =
                        isSection ? Qt::Alignment(Qt::AlignLeft) : alignmentOf(report.columns[i]);
                const auto down = place.whole ? Qt::AlignVCenter : Qt::AlignTop;
                sheet.lines(place.row.row.texts[i],
                            place.row.cells[i].mid(place.firstLine, place.lines), inner, size,
                            d->lineHeight(), across | down);
            }
            for (int i = 1; !isSection && i < report.columns.size(); ++i) {
                sheet.rule({d->edges[i], place.top}, {d->edges[i], place.top + height});
            }
            sheet.rule(band.topLeft(), band.topRight()); // a shade may lie on the one above
            sheet.rule(band.bottomLeft(), band.bottomRight());
            bottom = band.bottom();
            return true;
        };
        if (auto result = d->eachRow(record, paintRow); !result) {
            painter.restore();
            return result;
        }
        if (d->spool.count() == 0 && page == 0) {
            const QString none = report.emptyText.isEmpty()
                    ? QCoreApplication::translate("documents", "No records.")
                    : report.emptyText;
            const QRectF band(d->left(), bottom, d->right() - d->left(), d->rowHeight(1));
            sheet.text(none, band.center().x() - sheet.width(none, size) / 2,
                       bottom + d->rowPadding(), size, fadedInk);
            bottom = band.bottom();
        }
        sheet.rule(head.bottomLeft(), head.bottomRight(), frameColour, ruleWidth);
        sheet.frame(QRectF(head.topLeft(), QPointF(d->right(), bottom)));
    }

    for (int i = 0; i < record.tailLines; ++i) {
        sheet.text(d->tail[record.tailFirst + i], d->left(),
                   record.tailTop + i * d->tailLineHeight(), pagemeasure::noteSize, ink);
    }
    if (record.signaturesTop > 0) {
        const double size = pagemeasure::subtitleSize;
        const double slot = (d->right() - d->left()) / double(report.signatures.size());
        const double top = record.signaturesTop + d->signaturesHeight() - 1.5 * size;
        for (int i = 0; i < report.signatures.size(); ++i) {
            const QString label = QCoreApplication::translate("documents", "%1: %2")
                                          .arg(d->font.printable(report.signatures[i]), QString())
                                          .trimmed();
            const double left = d->left() + i * slot;
            sheet.text(label, left, top, size, ink);
            const double lineTop = top + 1.25 * size;
            sheet.rule({left + sheet.width(label, size) + 0.2 * size, lineTop},
                       {left + slot - 2 * size, lineTop}, fadedInk);
        }
    }

    const double footTop = d->page.height() - pagemeasure::margin - 1.2 * pagemeasure::footSize;
    const double size = pagemeasure::footSize;
    const auto foot = [&](const QString &text, double share) {
        const double room = d->right() - d->left() - sheet.width(text, size);
        sheet.text(text, d->left() + room * share, footTop, size, fadedInk);
    };
    foot(d->font.printable(report.plantName).replace(u'\n', u' '), 0);
    const QString madeAt = instantText(report.madeAt, report);
    if (!report.madeBy.isEmpty() && !madeAt.isEmpty()) {
        foot(QCoreApplication::translate("documents", "Made by %1 at %2")
                     .arg(d->font.printable(report.madeBy).replace(u'\n', u' '), madeAt),
             0.5);
    } else if (!madeAt.isEmpty()) {
        foot(QCoreApplication::translate("documents", "Made at %1").arg(madeAt), 0.5);
    }
    foot(QCoreApplication::translate("documents", "Page %1 of %2").arg(page + 1).arg(pageCount()),
         1);
    painter.restore();
    return {};
}

std::optional<PagedReport::Hit> PagedReport::hitAt(int page, QPointF position) const
{
    const QMutexLocker locker(&d->mutex);
    std::optional<Hit> hit;
    if (page < 0 || page >= pageCount() || position.x() < d->left() || position.x() > d->right())
        return hit;
    const auto find = [&](const Private::RowPlace &place) {
        if (position.y() < place.top || position.y() >= place.top + d->rowHeight(place.lines))
            return position.y() >= place.top;
        int column = 0;
        while (column + 1 < d->report.columns.size() && position.x() >= d->edges[column + 1])
            ++column;
        if (place.row.row.kind == RowKind::Section)
            column = 0;
        hit = Hit{place.row.row.reference, d->report.columns[column].key,
                  place.row.row.texts.value(column)};
        return false;
    };
    if (!d->eachRow(d->pages[page], find))
        return std::nullopt;
    return hit;
}

QString PagedReport::pageText(int page) const
{
    const QMutexLocker locker(&d->mutex);
    QStringList lines;
    const auto collect = [&](const Private::RowPlace &place) {
        lines += place.row.row.texts.join(u"; "_s);
        return true;
    };
    if (page >= 0 && page < pageCount() && !d->eachRow(d->pages[page], collect))
        return {};
    if (page >= 0 && page < pageCount())
        lines += d->tail.mid(d->pages[page].tailFirst, d->pages[page].tailLines);
    return lines.join(u'\n');
}

}
