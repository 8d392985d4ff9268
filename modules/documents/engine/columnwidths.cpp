// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/columnwidths.h"
#include "documents/engine/linebreaker.h"
#include "documents/engine/printfont.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace documents {

namespace columnwidths {

constexpr double unitsPerPoint = 20;
constexpr std::array typeSizes{10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5}; // points
constexpr double crowded = 7.0; // at this size and below, only whole words are asked for
constexpr double comfortableLines = 4;
constexpr double narrowest = 1.2; // ems: one Chinese character
constexpr double longestWord = 9;
constexpr double wordOfSentence = 6;
constexpr double name = 4; // ems: a name of up to four characters stays in one line
constexpr int wordsLookedAt = 200;

// The width of each column in ems if a typical row is to have so many lines.
QList<double> widthsForLines(const QList<ColumnDemand> &demands, double lines)
{
    QList<double> result;
    result.reserve(demands.size());
    for (const ColumnDemand &demand : demands) {
        result += std::clamp(demand.typical() / lines, demand.least(),
                             std::max(demand.least(), demand.most()));
    }
    return result;
}

double sum(const QList<double> &values)
{
    return std::accumulate(values.cbegin(), values.cend(), 0.0);
}

// The fewest lines in which the typical row fits; not a whole number.
double linesFor(const QList<ColumnDemand> &demands, double available)
{
    double low = 0.05;
    double high = 1000;
    for (int i = 0; i < 60; ++i) {
        const double middle = std::sqrt(low * high);
        if (sum(widthsForLines(demands, middle)) > available)
            low = middle;
        else
            high = middle;
    }
    return high;
}

}

ColumnDemand::ColumnDemand(const Column &column, const QString &title, PrintFont &font)
    : m_kind(column.kind)
    , m_weight(std::clamp(column.weight, 0.1, 10.0))
    , m_title(font.width(title))
    , m_word(std::min(widestWord(title, font), columnwidths::longestWord))
{
}

void ColumnDemand::see(const QString &text, PrintFont &font)
{
    double width = 0;
    for (const QStringView line : QStringView(text).tokenize(u'\n'))
        width = std::max(width, font.width(line));
    ++m_seen;
    m_fourthPowers += width * width * width * width;
    m_widest = std::max(m_widest, width);
    if (width > m_word)
        m_word = std::max(m_word,
                          widestWord(QStringView(text).left(columnwidths::wordsLookedAt), font));
}

double ColumnDemand::least() const
{
    using namespace columnwidths;
    const bool isLong = m_kind == ColumnKind::LongText;
    double result = std::max({narrowest, std::ceil(m_title / 3), std::min(m_title, 2.0),
                              std::min(m_word, isLong ? wordOfSentence : longestWord)});
    switch (m_kind) {
    case ColumnKind::LongText:
    case ColumnKind::Text:
        result = std::max(result, std::min(m_widest, columnwidths::name));
        break;
    case ColumnKind::Integer:
    case ColumnKind::Decimal:
    case ColumnKind::Percent:
    case ColumnKind::Money:
    case ColumnKind::Date:
    case ColumnKind::Instant:
        break;
    }
    return result;
}

double ColumnDemand::most() const
{
    return std::max(m_widest, m_title);
}

double ColumnDemand::typical() const
{
    // The fourth power lets the long texts speak: it is they that make rows high.
    const double cells = m_seen ? std::pow(m_fourthPowers / double(m_seen), 0.25) : 0;
    return m_weight * std::max(cells, m_title / 2);
}

tl::unexpected<core::Error> tooManyColumns(qsizetype columns)
{
    return core::fail(core::ErrorCode::Invalid,
                      QCoreApplication::translate(
                              "documents",
                              "%1 columns cannot stand side by side on this paper. Choose "
                              "fewer columns or larger paper, or save as Excel.")
                              .arg(columns));
}

core::Result<TableMeasure> tableMeasure(const QList<ColumnDemand> &demands, double tableWidth)
{
    using namespace columnwidths;
    const double paddings = 2 * cellPadding * double(demands.size());
    double least = 0;
    for (const ColumnDemand &demand : demands)
        least += demand.least();

    TableMeasure result;
    for (const double points : typeSizes) {
        result.fontSize = points * unitsPerPoint;
        const double available = tableWidth / result.fontSize - paddings;
        const double lines = points > crowded ? comfortableLines : HUGE_VAL;
        if (least <= available && linesFor(demands, available) <= lines)
            break;
    }
    const double available = tableWidth / result.fontSize - paddings;
    if (available < narrowest * double(demands.size())) {
        return tooManyColumns(demands.size());
    }
    QList<double> ems = least <= available ? widthsForLines(demands, linesFor(demands, available))
                                           : widthsForLines(demands, 1000);
    if (least > available) { // words will be cut, the widest columns give most
        double low = narrowest;
        double high = *std::max_element(ems.cbegin(), ems.cend());
        const QList<double> wanted = ems;
        for (int i = 0; i < 60; ++i) {
            const double cap = (low + high) / 2;
            std::transform(wanted.cbegin(), wanted.cend(), ems.begin(),
                           [cap](double width) { return std::min(width, cap); });
            (sum(ems) > available ? high : low) = cap;
        }
        std::transform(wanted.cbegin(), wanted.cend(), ems.begin(),
                       [low](double width) { return std::min(width, low); });
    }
    const double stretch = available / sum(ems);
    for (const double width : std::as_const(ems))
        result.widths += (width * stretch + 2 * cellPadding) * result.fontSize;
    return result;
}

}
