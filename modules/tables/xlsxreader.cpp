// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/xlsxreader.h"

#include "tables/limits.h"
#include "tables/serialdate.h"
#include "tables/xlsxparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

enum class CellType { Number, Shared, Inline, Formula, Bool, Error, Date };

CellType cellType(QStringView type)
{
    if (type == "s"_L1)
        return CellType::Shared;
    if (type == "inlineStr"_L1)
        return CellType::Inline;
    if (type == "str"_L1)
        return CellType::Formula;
    if (type == "b"_L1)
        return CellType::Bool;
    if (type == "e"_L1)
        return CellType::Error;
    if (type == "d"_L1)
        return CellType::Date;
    return CellType::Number;
}

class XlsxBook final : public Book
{
public:
    XlsxBook(std::unique_ptr<Package> package, WorkbookParts parts,
             std::vector<NumberFormat> formats)
        : m_package(std::move(package))
        , m_parts(std::move(parts))
        , m_formats(std::move(formats))
    {
        for (const WorkbookSheet &sheet : std::as_const(m_parts.sheets))
            m_sheets += sheet.info;
    }

    const QList<SheetInfo> &sheets() const override { return m_sheets; }
    QString fileName() const override { return m_package->fileName(); }
    QString format() const override { return u"xlsx"_s; }
    core::Result<SheetFrame> readRows(int sheet, const RowVisitor &visitor,
                                      core::Progress &progress) override;

private:
    void readCell(PartReader &reader, Row &row);
    void setValue(Cell &cell, CellType type, int style, const QString &value,
                  const QString &inlineText) const;
    void setNumber(Cell &cell, int style, double number) const;
    void readFramePart(PartReader &reader, SheetFrame &frame) const;

    std::unique_ptr<Package> m_package;
    WorkbookParts m_parts;
    std::vector<NumberFormat> m_formats;
    QList<SheetInfo> m_sheets;
    QStringList m_strings;
    bool m_stringsRead = false;
};

void XlsxBook::setNumber(Cell &cell, int style, double number) const
{
    cell.number = number;
    cell.kind = CellKind::Number;
    const NumberFormat format = style >= 0 && size_t(style) < m_formats.size()
            ? m_formats[size_t(style)]
            : NumberFormat{};
    if (format.meaning == NumberMeaning::Date || format.meaning == NumberMeaning::Time) {
        const double serial = number + (m_parts.date1904 ? serialShift1904 : 0);
        const QString text = format.meaning == NumberMeaning::Time && number >= 0 && number < 1
                ? serialTimeText(number)
                : serialDateText(serial);
        if (!text.isEmpty()) {
            cell.kind = CellKind::Date;
            cell.number = serial;
            cell.text = text;
            return;
        }
    }
    cell.text = numberText(number);
    if (format.meaning == NumberMeaning::Padded && number >= 0 && std::floor(number) == number)
        cell.text = cell.text.rightJustified(format.digits, u'0');
}

void XlsxBook::setValue(Cell &cell, CellType type, int style, const QString &value,
                        const QString &inlineText) const
{
    if (type == CellType::Shared) {
        cell.text = m_strings.at(value.toInt());
        cell.kind = CellKind::Text;
    } else if (type == CellType::Inline) {
        cell.text = decodeEscapes(inlineText);
        cell.kind = CellKind::Text;
    } else if (type == CellType::Formula) {
        cell.text = decodeEscapes(value);
        cell.kind = CellKind::Text;
    } else if (type == CellType::Bool) {
        cell.number = value == "1"_L1 || value == "true"_L1 ? 1 : 0;
        cell.text = cell.number != 0 ? u"TRUE"_s : u"FALSE"_s;
        cell.kind = CellKind::Bool;
    } else if (type == CellType::Error) {
        cell.text = value;
        cell.kind = CellKind::Error;
    } else if (type == CellType::Date) {
        cell.text = value;
        cell.number = serialOfIsoText(value).value_or(0);
        cell.kind = cell.number > 0 ? CellKind::Date : CellKind::Text;
        if (cell.kind == CellKind::Date)
            cell.text = serialDateText(cell.number);
    } else if (!value.isEmpty()) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber && std::isfinite(number)) {
            setNumber(cell, style, number);
        } else {
            cell.text = value;
            cell.kind = CellKind::Text;
        }
    } else if (!inlineText.isEmpty()) {
        cell.text = decodeEscapes(inlineText);
        cell.kind = CellKind::Text;
    }
    if (cell.kind == CellKind::Text && cell.text.isEmpty())
        cell.kind = CellKind::Blank;
}

void XlsxBook::readCell(PartReader &reader, Row &row)
{
    Cell cell;
    cell.column = row.cells.empty() ? 1 : row.cells.back().column + 1;
    const auto attributes = reader.xml().attributes();
    CellType type = CellType::Number;
    int style = -1;
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == "r"_L1) {
            const auto place = cellPlace(attribute.value());
            if (!place) {
                reader.refuse(QCoreApplication::translate("tables",
                                                          "A cell stands at %1, outside of the %2 "
                                                          "columns of a sheet.")
                                      .arg(attribute.value().left(20).toString())
                                      .arg(limits::columns));
                return;
            }
            cell.column = place->column;
        } else if (attribute.name() == "t"_L1) {
            type = cellType(attribute.value());
        } else if (attribute.name() == "s"_L1) {
            style = attribute.value().toInt();
        }
    }
    if (cell.column > limits::columns || row.cells.size() >= size_t(limits::columns)) {
        reader.refuse(QCoreApplication::translate("tables", "It has more than %1 columns.")
                              .arg(limits::columns));
        return;
    }
    QString value;
    QString inlineText;
    const int start = reader.depth();
    while (reader.depth() >= start) {
        const auto token = reader.next();
        if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument)
            return;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "v"_L1)
            value = reader.elementText(limits::cellText);
        else if (reader.name() == "is"_L1)
            inlineText = reader.elementText(limits::cellText);
        if (reader.failed())
            return;
    }
    if (type == CellType::Shared) {
        bool isIndex = false;
        const int index = value.toInt(&isIndex);
        if (value.isEmpty())
            return;
        if (!isIndex || index < 0 || index >= m_strings.size()) {
            reader.refuse(QCoreApplication::translate(
                                  "tables",
                                  "Cell %1 points to a text that the file does not hold. "
                                  "Open the file in a spreadsheet program and save it again.")
                                  .arg(cellName(row.number, cell.column)));
            return;
        }
    }
    setValue(cell, type, style, value, inlineText);
    if (cell.kind != CellKind::Blank)
        row.cells.push_back(std::move(cell));
}

void XlsxBook::readFramePart(PartReader &reader, SheetFrame &frame) const
{
    if (reader.name() == "mergeCell"_L1) {
        if (const auto range = cellRange(reader.attribute(u"ref")))
            frame.merged += *range;
        if (frame.merged.size() > limits::mergedRanges)
            reader.refuse(QCoreApplication::translate("tables", "It has more than %1 merged cells.")
                                  .arg(limits::mergedRanges));
    } else if (reader.name() == "autoFilter"_L1 && reader.depth() == 2) {
        frame.autoFilter = cellRange(reader.attribute(u"ref")).value_or(CellRange{});
    }
}

core::Result<SheetFrame> XlsxBook::readRows(int sheet, const RowVisitor &visitor,
                                            core::Progress &progress)
{
    Q_ASSERT(sheet >= 0 && sheet < m_sheets.size());
    if (!m_stringsRead) {
        auto strings = readSharedStrings(*m_package, m_parts.sharedStrings);
        if (!strings)
            return core::passOn(strings);
        m_strings = std::move(*strings);
        m_stringsRead = true;
    }
    const WorkbookSheet &info = m_parts.sheets.at(sheet);
    auto device = m_package->openPart(info.part, limits::unpacked);
    if (!device)
        return core::passOn(device);
    PartReader reader(std::move(*device),
                      QCoreApplication::translate("tables", "%1, sheet %2")
                              .arg(m_package->fileName(), info.info.name));
    const qint64 size = std::max<qint64>(m_package->unpackedSize(info.part), 1);
    progress.setRange(1000);

    SheetFrame frame;
    Row row;
    int lastRow = 0;
    for (auto token = reader.next(); token != QXmlStreamReader::EndDocument;
         token = reader.next()) {
        if (reader.failed())
            return core::passOn(reader.result());
        if (token == QXmlStreamReader::StartElement && reader.name() == "row"_L1) {
            const QString number = reader.attribute(u"r");
            row.number = number.isEmpty() ? lastRow + 1 : number.toInt();
            row.cells.clear();
            if (row.number < 1 || row.number > limits::rows) {
                reader.refuse(QCoreApplication::translate("tables",
                                                          "It has a row %1, but a sheet "
                                                          "ends at row %2.")
                                      .arg(number.left(20))
                                      .arg(limits::rows));
            } else if (row.number <= lastRow) {
                reader.refuse(
                        QCoreApplication::translate("tables",
                                                    "Row %1 stands after row %2. Open the file "
                                                    "in a spreadsheet program and save it "
                                                    "again.")
                                .arg(row.number)
                                .arg(lastRow));
            }
            if (!reader.failed())
                reader.setRow(row.number);
        } else if (token == QXmlStreamReader::StartElement && reader.name() == "c"_L1) {
            readCell(reader, row);
        } else if (token == QXmlStreamReader::StartElement) {
            readFramePart(reader, frame);
        } else if (token == QXmlStreamReader::EndElement && reader.name() == "row"_L1) {
            lastRow = row.number;
            reader.setRow(0);
            if (progress.isCanceled())
                return core::fail(core::ErrorCode::Cancelled,
                                  QCoreApplication::translate("tables", "Reading was cancelled."));
            progress.setValue(int(std::min<qint64>(reader.delivered() * 1000 / size, 1000)));
            if (row.cells.empty())
                continue;
            const auto byColumn = [](const Cell &a, const Cell &b) { return a.column < b.column; };
            if (!std::is_sorted(row.cells.begin(), row.cells.end(), byColumn))
                std::stable_sort(row.cells.begin(), row.cells.end(), byColumn);
            if (!visitor(row))
                return frame;
        }
        if (reader.failed())
            return core::passOn(reader.result());
    }
    return frame;
}

}

core::Result<std::unique_ptr<Book>> openXlsx(const QString &path)
{
    auto package = Package::open(path);
    if (!package)
        return core::passOn(package);
    auto parts = readWorkbook(**package);
    if (!parts)
        return core::passOn(parts);
    auto formats = readStyles(**package, parts->styles);
    if (!formats)
        return core::passOn(formats);
    return std::make_unique<XlsxBook>(std::move(*package), std::move(*parts), std::move(*formats));
}

}
