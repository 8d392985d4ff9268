// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/xlsxreport.h"

#include "documents/engine/celltext.h"
#include "documents/engine/documentfile.h"
#include "documents/engine/excelvalues.h"
#include "documents/engine/progressspan.h"
#include "documents/engine/tableheader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cmath>
#include <numeric>
#include <xlsxwriter.h>

using namespace Qt::StringLiterals;

namespace documents {

namespace xlsxreport {

constexpr int mostRows = LXW_ROW_MAX;
constexpr int longestFooter = 200;
constexpr double exactNumbers = 9007199254740992.0; // 2^53
constexpr double widestText = 18;                   // in characters
constexpr double widestLongText = 32;

class Sheet
{
public:
    Sheet(const Report &report, const QString &fileName)
        : m_report(report)
        , m_fileName(fileName)
        , m_unfinished(fileName)
        , m_lastColumn(lxw_col_t(report.columns.size() - 1))
    {
    }
    ~Sheet()
    {
        if (m_book)
            workbook_close(m_book); // frees; its file goes with m_unfinished
    }
    Q_DISABLE_COPY_MOVE(Sheet)

    core::Result<> write(core::Progress &progress);

private:
    struct Formats {
        lxw_format *text = nullptr;
        QList<lxw_format *> columns;
    };

    core::Result<> open();
    void makeFormats();
    void writeHeading();
    void writeHeader();
    bool writeRow(const Row &row);
    void writeCell(lxw_col_t column, const Cell &cell, const Formats &formats);
    void writeTail();
    void setUpPage();
    core::Result<> close();

    lxw_format *plainFormat(double size, bool centred);
    Formats rowFormats(lxw_color_t shade);
    void across(const QString &text, lxw_format *format);

    const Report &m_report;
    QString m_fileName;
    UnfinishedFile m_unfinished;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_col_t m_lastColumn;
    lxw_row_t m_row = 0; // the next one
    lxw_row_t m_headerFirst = 0;
    lxw_row_t m_headerLast = 0;
    lxw_row_t m_lastRecord = 0;
    lxw_format *m_head = nullptr;
    Formats m_record;
    Formats m_section;
    Formats m_total;
    QList<double> m_widths;
    QByteArray m_temporary;
};

core::Result<> Sheet::open()
{
    m_temporary = QFile::encodeName(QDir::tempPath());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_temporary.data();
    QFile probe(m_unfinished.path()); // a plain answer now, not after all rows
    if (!probe.open(QIODevice::WriteOnly))
        return notWritten(m_fileName, false, probe.errorString());
    probe.close();
    m_book = workbook_new_opt(QFile::encodeName(m_unfinished.path()).constData(), &options);
    if (m_book)
        m_sheet = workbook_add_worksheet(m_book, excel::sheetName(m_report.title).constData());
    if (!m_sheet)
        return notWritten(QDir::temp().filePath(u"-"_s), true, u"libxlsxwriter: no sheet"_s);
    return {};
}

lxw_format *Sheet::plainFormat(double size, bool centred)
{
    lxw_format *format = workbook_add_format(m_book);
    format_set_font_size(format, size);
    format_set_align(format, centred ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    return format;
}

Sheet::Formats Sheet::rowFormats(lxw_color_t shade)
{
    const auto make = [&] {
        lxw_format *format = plainFormat(10, false);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, 0xA9B1BB);
        if (shade != 0xFFFFFF)
            format_set_bg_color(format, shade);
        return format;
    };
    Formats result;
    result.text = make();
    for (const Column &column : m_report.columns) {
        lxw_format *format = make();
        const QByteArray number = excel::numberFormat(column);
        if (!number.isEmpty()) {
            format_set_num_format(format, number.constData());
            const bool isDay =
                    column.kind == ColumnKind::Date || column.kind == ColumnKind::Instant;
            format_set_align(format, isDay ? LXW_ALIGN_CENTER : LXW_ALIGN_RIGHT);
        }
        if (column.alignment == Alignment::Left)
            format_set_align(format, LXW_ALIGN_LEFT);
        else if (column.alignment == Alignment::Center)
            format_set_align(format, LXW_ALIGN_CENTER);
        else if (column.alignment == Alignment::Right)
            format_set_align(format, LXW_ALIGN_RIGHT);
        result.columns += format;
    }
    return result;
}

void Sheet::makeFormats()
{
    m_head = plainFormat(10, true);
    format_set_bold(m_head);
    format_set_border(m_head, LXW_BORDER_THIN);
    format_set_border_color(m_head, 0x5A636E);
    format_set_bg_color(m_head, 0xE8ECF1);
    m_record = rowFormats(0xFFFFFF);
    m_section = rowFormats(0xF3F5F8);
    m_total = rowFormats(0xF0F2F5);
}

void Sheet::across(const QString &text, lxw_format *format)
{
    const QByteArray bytes = excel::utf8(text);
    if (m_lastColumn > 0)
        worksheet_merge_range(m_sheet, m_row, 0, m_row, m_lastColumn, bytes.constData(), format);
    else
        worksheet_write_string(m_sheet, m_row, 0, bytes.constData(), format);
    ++m_row;
}

void Sheet::writeHeading()
{
    worksheet_set_row(m_sheet, m_row, 28, nullptr);
    across(m_report.title, plainFormat(16, true));
    for (const QString &subtitle : m_report.subtitles)
        across(subtitle, plainFormat(11, true));
    lxw_format *facts = workbook_add_format(m_book); // not wrapped: it runs over the empty cells
    format_set_font_size(facts, 10);
    for (const Fact &fact : m_report.facts) {
        const QString text =
                QCoreApplication::translate("documents", "%1: %2").arg(fact.label, fact.value);
        worksheet_write_string(m_sheet, m_row++, 0, excel::utf8(text).constData(), facts);
    }
}

void Sheet::writeHeader()
{
    const QList<HeaderCell> cells = headerCells(m_report.columns);
    const int levels = headerLevels(m_report.columns);
    m_headerFirst = m_row;
    for (int level = 0; level < levels; ++level) {
        for (lxw_col_t column = 0; column <= m_lastColumn; ++column)
            worksheet_write_blank(m_sheet, m_row, column, m_head);
        for (const HeaderCell &cell : cells) {
            const auto column = lxw_col_t(cell.column);
            const QByteArray title = excel::utf8(cell.title);
            if (cell.level == level)
                worksheet_write_string(m_sheet, m_row, column, title.constData(), m_head);
            // Only the row in hand can be merged; what is written above it stays as it is.
            const bool isSpan = cell.columns > 1 || cell.levels > 1;
            if (isSpan && cell.level + cell.levels - 1 == level) {
                worksheet_merge_range(m_sheet, m_headerFirst + lxw_row_t(cell.level), column, m_row,
                                      column + lxw_col_t(cell.columns) - 1, title.constData(),
                                      m_head);
            }
        }
        if (level + 1 < levels)
            ++m_row;
    }
    m_headerLast = m_row;
    m_lastRecord = m_row;
    worksheet_autofilter(m_sheet, m_row, 0, m_row, m_lastColumn); // its end is set when it is known
    ++m_row;
    for (const Column &column : m_report.columns)
        m_widths += qMax(6.0, excel::textWidth(column.title) / 2 + 2);
}

void Sheet::writeCell(lxw_col_t column, const Cell &cell, const Formats &formats)
{
    lxw_format *format = formats.columns[column];
    const auto number = [&](double value) {
        worksheet_write_number(m_sheet, m_row, column, value, format);
    };
    const auto text = [&](const QString &value) {
        if (value.isEmpty())
            worksheet_write_blank(m_sheet, m_row, column, format);
        else // never a formula, whatever it begins with
            worksheet_write_string(m_sheet, m_row, column, excel::utf8(value).constData(),
                                   m_report.columns[column].alignment == Alignment::ByKind
                                           ? formats.text
                                           : format);
    };
    const auto asText = [&] { text(cellText(cell, m_report.columns[column], m_report)); };

    if (const auto *integer = std::get_if<qint64>(&cell);
        integer && std::abs(double(*integer)) < exactNumbers) {
        number(double(*integer));
    } else if (const auto *decimal = std::get_if<double>(&cell); decimal && qIsFinite(*decimal)) {
        number(*decimal);
    } else if (const auto *money = std::get_if<Money>(&cell);
               money && std::abs(double(money->fen)) < exactNumbers) {
        number(double(money->fen) / 100);
    } else if (const auto *date = std::get_if<QDate>(&cell); date && excel::serialDay(*date)) {
        number(*excel::serialDay(*date));
    } else if (const auto *instant = std::get_if<QDateTime>(&cell); instant && instant->isValid()) {
        const QDateTime local = instant->toTimeZone(m_report.zone);
        const auto day = excel::serialDay(local.date());
        if (day)
            number(*day + local.time().msecsSinceStartOfDay() / 86'400'000.0);
        else
            asText();
    } else {
        asText();
    }
}

bool Sheet::writeRow(const Row &row)
{
    const bool isSection = row.kind == RowKind::Section;
    const Formats &formats = row.kind == RowKind::Record ? m_record
            : isSection                                  ? m_section
                                                         : m_total;
    for (lxw_col_t column = 0; column <= m_lastColumn; ++column) {
        const Cell cell = row.cells.value(column);
        if (std::holds_alternative<std::monostate>(cell)) {
            worksheet_write_blank(m_sheet, m_row, column, formats.columns[column]);
            continue;
        }
        writeCell(column, cell, formats);
        if (!isSection) {
            const QString text = cellText(cell, m_report.columns[column], m_report);
            const bool isLong = m_report.columns[column].kind == ColumnKind::LongText;
            m_widths[column] =
                    qMax(m_widths[column],
                         qMin(excel::textWidth(text) + 2, isLong ? widestLongText : widestText));
        }
    }
    if (row.kind == RowKind::Record)
        m_lastRecord = m_row;
    ++m_row;
    return true;
}

void Sheet::writeTail()
{
    lxw_format *plain = plainFormat(10, false);
    const double width = std::accumulate(m_widths.cbegin(), m_widths.cend(), 0.0);
    for (const QString &note : m_report.notes) { // Excel finds no height for merged cells
        double lines = 0;
        for (const QStringView line : QStringView(note).tokenize(u'\n'))
            lines += std::ceil(qMax(1.0, excel::textWidth(line) * 1.1) / width);
        worksheet_set_row(m_sheet, m_row, qMin(400.0, 15 * lines), nullptr);
        across(note, plain);
    }
    if (!m_report.signatures.isEmpty()) {
        QStringList places;
        for (const QString &label : m_report.signatures)
            places += QCoreApplication::translate("documents", "%1: %2")
                              .arg(label, QString(14, u'_'));
        worksheet_set_row(m_sheet, m_row, 30, nullptr);
        across(places.join(u"    "_s), plain);
    }
}

void Sheet::setUpPage()
{
    for (lxw_col_t column = 0; column <= m_lastColumn; ++column)
        worksheet_set_column(m_sheet, column, column, m_widths[column], nullptr);
    worksheet_freeze_panes(m_sheet, m_headerLast + 1, 0);
    m_sheet->autofilter.last_row = m_lastRecord;
    if (m_report.paper != Paper::A4Portrait)
        worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, m_report.paper == Paper::A3Landscape ? 8 : 9);
    worksheet_set_margins(m_sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_fit_to_pages(m_sheet, 1, 0);
    worksheet_repeat_rows(m_sheet, m_headerFirst, m_headerLast);
    worksheet_center_horizontally(m_sheet);
    QString plant = m_report.plantName.left(longestFooter / 2);
    plant.replace(u'&', u"&&"_s);
    const QString pages =
            QCoreApplication::translate("documents", "Page %1 of %2").arg(u"&P"_s, u"&N"_s);
    worksheet_set_footer(m_sheet, excel::utf8(u"&L&8%1&R&8%2"_s.arg(plant, pages)).constData());
    lxw_doc_properties properties{};
    QByteArray title = excel::utf8(m_report.title.left(longestFooter));
    QByteArray author = excel::utf8(m_report.madeBy.left(longestFooter));
    QByteArray company = excel::utf8(m_report.plantName.left(longestFooter));
    properties.title = title.data();
    properties.author = author.data();
    properties.company = company.data();
    if (m_report.madeAt.isValid())
        properties.created = time_t(m_report.madeAt.toSecsSinceEpoch());
    workbook_set_properties(m_book, &properties);
}

// libxlsxwriter does not look whether its temporary files were written; so we do.
core::Result<> Sheet::close()
{
    const bool written =
            std::fflush(m_sheet->optimize_tmpfile) == 0 && !std::ferror(m_sheet->optimize_tmpfile);
    const long size = std::ftell(m_sheet->optimize_tmpfile);
    const QStorageInfo room(QDir::tempPath()); // not valid where the mount is not to be seen
    const bool isTooSmall = room.isValid() && room.bytesAvailable() < size + size / 10;
    if (!written || isTooSmall)
        return notWritten(QDir::temp().filePath(u"-"_s), true, u"temporary files"_s);
    const lxw_error error = workbook_close(m_book);
    m_book = nullptr;
    if (error != LXW_NO_ERROR)
        return notWritten(m_fileName, true, QString::fromLatin1(lxw_strerror(error)));
    return m_unfinished.moveToPlace();
}

core::Result<> Sheet::write(core::Progress &progress)
{
    if (m_report.columns.size() > LXW_COL_MAX) {
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("documents",
                                                      "A sheet of Excel holds %1 columns. Choose "
                                                      "fewer columns.")
                                  .arg(LXW_COL_MAX));
    }
    if (auto result = open(); !result)
        return result;
    makeFormats();
    writeHeading();
    writeHeader();
    progress.setRange(qMax(1, m_report.expectedRows));
    core::Result<> taken;
    const lxw_row_t first = m_row;
    const lxw_row_t below = lxw_row_t(m_report.notes.size()) + 1;
    const auto take = [&](const Row &row) {
        if (progress.isCanceled()) {
            taken = cancelled();
        } else if (m_row + below >= lxw_row_t(mostRows)) {
            taken = core::fail(core::ErrorCode::Invalid,
                               QCoreApplication::translate(
                                       "documents",
                                       "A sheet of Excel holds %1 rows, and this report has more. "
                                       "Narrow the filter or save in parts.")
                                       .arg(mostRows));
        } else {
            writeRow(row);
            if (m_row % 64 == 0)
                progress.setValue(int(m_row - first));
        }
        return taken.has_value();
    };
    CanceledOnly quiet(progress);
    if (auto result = m_report.rows(take, quiet); !result)
        return result;
    if (!taken)
        return taken;
    if (progress.isCanceled())
        return cancelled();
    if (m_row == first) {
        across(m_report.emptyText.isEmpty()
                       ? QCoreApplication::translate("documents", "No records.")
                       : m_report.emptyText,
               plainFormat(10, true));
    }
    writeTail();
    setUpPage();
    return close();
}

}

core::Result<> writeXlsx(const Report &report, const QString &fileName, core::Progress &progress)
{
    Q_ASSERT(!report.columns.isEmpty() && report.rows);
    return xlsxreport::Sheet(report, fileName).write(progress);
}

}
