// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sheetwriter.h"

#include "tables/limits.h"
#include "tables/serialdate.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include <xlsxwriter.h>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

enum Style {
    TitleStyle,
    FactStyle,
    HeaderStyle,
    TextStyle,
    WrapStyle,
    IntegerStyle,
    AmountStyle,
    DateStyle,
    DateTimeStyle,
    NoteStyle,
    StyleCount
};

Style styleOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return TextStyle;
    case ColumnType::WrappedText:
        return WrapStyle;
    case ColumnType::Integer:
        return IntegerStyle;
    case ColumnType::Amount:
        return AmountStyle;
    case ColumnType::Date:
        return DateStyle;
    case ColumnType::DateTime:
        return DateTimeStyle;
    }
    return TextStyle;
}

// The rules of sheet names: at most 31 characters, none of []:*?/\, no apostrophe at either end.
QString allowedSheetName(QString name)
{
    for (QChar &c : name) {
        if (QStringView(u"[]:*?/\\").contains(c) || c < u' ')
            c = u' ';
    }
    name = name.simplified().left(31);
    while (name.startsWith(u'\'') || name.endsWith(u'\''))
        name = name.startsWith(u'\'') ? name.sliced(1) : name.chopped(1);
    return name.isEmpty() ? u"Sheet1"_s : name;
}

}

struct SheetWriter::Private {
    QString path;
    SheetSpec spec;
    QTemporaryDir folder; // beside the target, so that the last step is a rename
    QString draft;
    QByteArray scratch; // the library keeps the pointer
    lxw_workbook *book = nullptr;
    lxw_worksheet *sheet = nullptr;
    std::array<lxw_format *, StyleCount> styles{};
    lxw_row_t next = 0;
    lxw_row_t header = 0;
    lxw_row_t lastRow = 0; // of the table, without the notes below

    explicit Private(const QString &target)
        : path(target)
        , folder(QFileInfo(target).absolutePath() + "/.anlan-XXXXXX"_L1)
    {
    }
    tl::unexpected<core::Error> failure(const QString &why) const
    {
        return core::fail(core::ErrorCode::Io,
                          QCoreApplication::translate("tables",
                                                      "%1 cannot be written: %2. Choose "
                                                      "another folder or free some space.")
                                  .arg(QFileInfo(path).fileName(), why));
    }
    lxw_col_t lastColumn() const { return lxw_col_t(spec.columns.size() - 1); }
    void makeStyles();
    void writeText(lxw_col_t column, const QString &text, Style style);
    void writeAcross(const QString &text, Style style);
    void writeHead();
};

void SheetWriter::Private::makeStyles()
{
    for (lxw_format *&style : styles) {
        style = workbook_add_format(book);
        format_set_align(style, LXW_ALIGN_VERTICAL_TOP);
    }
    for (int i = HeaderStyle; i <= DateTimeStyle; ++i)
        format_set_border(styles[size_t(i)], LXW_BORDER_THIN);
    format_set_bold(styles[TitleStyle]);
    format_set_font_size(styles[TitleStyle], 16);
    format_set_align(styles[TitleStyle], LXW_ALIGN_CENTER);
    format_set_align(styles[TitleStyle], LXW_ALIGN_VERTICAL_CENTER);
    format_set_bold(styles[HeaderStyle]);
    format_set_text_wrap(styles[HeaderStyle]);
    format_set_align(styles[HeaderStyle], LXW_ALIGN_CENTER);
    format_set_align(styles[HeaderStyle], LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(styles[HeaderStyle], 0xE7ECF3);
    format_set_text_wrap(styles[WrapStyle]);
    format_set_text_wrap(styles[NoteStyle]);
    format_set_num_format(styles[IntegerStyle], "0");
    format_set_num_format(styles[AmountStyle], "#,##0.00");
    format_set_num_format(styles[DateStyle], "yyyy-mm-dd");
    format_set_num_format(styles[DateTimeStyle], "yyyy-mm-dd hh:mm");
}

void SheetWriter::Private::writeText(lxw_col_t column, const QString &text, Style style)
{
    QString allowed = text.left(limits::cellText);
    if (!allowed.isEmpty() && allowed.back().isHighSurrogate())
        allowed.chop(1);
    allowed.remove(QChar(u'\0'));
    if (allowed.isEmpty())
        worksheet_write_blank(sheet, next, column, styles[style]);
    else
        worksheet_write_string(sheet, next, column, allowed.toUtf8().constData(), styles[style]);
}

void SheetWriter::Private::writeAcross(const QString &text, Style style)
{
    if (lastColumn() > 0)
        worksheet_merge_range(sheet, next, 0, next, lastColumn(), "", styles[style]);
    writeText(0, text, style);
    ++next;
}

void SheetWriter::Private::writeHead()
{
    for (qsizetype i = 0; i < spec.columns.size(); ++i)
        worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), spec.columns[i].width, nullptr);
    if (!spec.title.isEmpty()) {
        worksheet_set_row(sheet, next, 28, nullptr);
        writeAcross(spec.title, TitleStyle);
    }
    if (!spec.facts.isEmpty())
        writeAcross(spec.facts.join(u"    "), FactStyle);
    header = next;
    for (qsizetype i = 0; i < spec.columns.size(); ++i)
        writeText(lxw_col_t(i), spec.columns[i].title, HeaderStyle);
    // The library takes a filter only before it has passed its first row; finish() sets the last
    // one.
    worksheet_autofilter(sheet, header, 0, header + 1, lastColumn());
    ++next;
    worksheet_freeze_panes(sheet, next, 0);
    worksheet_repeat_rows(sheet, header, header);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); // A4
    worksheet_fit_to_pages(sheet, 1, 0);
}

SheetWriter::SheetWriter() = default;

SheetWriter::~SheetWriter()
{
    if (d && d->book)
        workbook_close(d->book); // writes the draft, which goes with its folder
}

core::Result<std::unique_ptr<SheetWriter>> SheetWriter::create(const QString &path,
                                                               const SheetSpec &spec)
{
    Q_ASSERT(!spec.columns.isEmpty() && spec.columns.size() <= limits::columns);
    std::unique_ptr<SheetWriter> writer(new SheetWriter);
    writer->d = std::make_unique<Private>(path);
    Private &d = *writer->d;
    if (!d.folder.isValid())
        return d.failure(d.folder.errorString());
    d.spec = spec;
    d.draft = d.folder.filePath(u"draft.xlsx"_s);
    d.scratch = QFile::encodeName(d.folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = d.scratch.data();
    d.book = workbook_new_opt(QFile::encodeName(d.draft).constData(), &options);
    if (!d.book)
        return d.failure(QCoreApplication::translate("tables", "out of memory"));
    d.sheet = workbook_add_worksheet(d.book, allowedSheetName(spec.name).toUtf8().constData());
    if (!d.sheet)
        return d.failure(
                QCoreApplication::translate("tables", "the name of the sheet is not allowed"));
    d.makeStyles();
    d.writeHead();
    return writer;
}

core::Result<> SheetWriter::writeRow(const QVariantList &values)
{
    Q_ASSERT(values.size() == d->spec.columns.size());
    if (d->next >= lxw_row_t(limits::rows)) {
        return d->failure(
                QCoreApplication::translate("tables", "a sheet holds no more than %1 rows")
                        .arg(limits::rows));
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QVariant &value = values[i];
        const auto column = lxw_col_t(i);
        const Style style = styleOf(d->spec.columns[i].type);
        lxw_format *format = d->styles[style];
        double number = 0;
        bool isNone = false;
        switch (value.typeId()) {
        case QMetaType::QDate:
            isNone = !value.toDate().isValid();
            number = serialOfDate(value.toDate());
            break;
        case QMetaType::QDateTime:
            isNone = !value.toDateTime().isValid();
            number = serialOfDate(value.toDateTime().date())
                    + QTime(0, 0).secsTo(value.toDateTime().time()) / 86'400.0;
            break;
        case QMetaType::Int:
        case QMetaType::LongLong:
        case QMetaType::Double:
            number = value.toDouble();
            break;
        default:
            d->writeText(column, value.toString(), style);
            continue;
        }
        if (isNone)
            worksheet_write_blank(d->sheet, d->next, column, format);
        else
            worksheet_write_number(d->sheet, d->next, column, number, format);
    }
    d->lastRow = d->next++;
    return {};
}

core::Result<> SheetWriter::writeNote(const QString &text)
{
    d->writeAcross(text, NoteStyle);
    return {};
}

core::Result<> SheetWriter::finish()
{
    d->sheet->autofilter.last_row = std::max(d->lastRow, d->header + 1);
    const lxw_error error = workbook_close(d->book);
    d->book = nullptr;
    if (error != LXW_NO_ERROR)
        return d->failure(QString::fromUtf8(lxw_strerror(error)));
    // The system's rename takes the place of an older file in one step; QFile::rename refuses to.
    if (std::rename(QFile::encodeName(d->draft).constData(), QFile::encodeName(d->path).constData())
        != 0)
        return d->failure(qt_error_string(errno));
    d->folder.remove();
    return {};
}

}
