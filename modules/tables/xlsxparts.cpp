// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/xlsxparts.h"

#include "tables/limits.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

struct Relation {
    QString type; // the last step of its address: worksheet, styles ...
    QString part; // empty if it lies outside the package
    bool leavesPackage = false;
};

QString folderOf(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    return slash < 0 ? QString() : part.first(slash);
}

core::Result<QHash<QString, Relation>> readRelations(Package &package, const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    const QString relations = part.first(slash) + "_rels/"_L1 + part.sliced(slash) + ".rels"_L1;
    QHash<QString, Relation> result;
    if (!package.has(relations))
        return result;
    auto device = package.openPart(relations, limits::smallPart);
    if (!device)
        return core::passOn(device);
    PartReader reader(std::move(*device), package.fileName());
    for (auto token = reader.next(); token != QXmlStreamReader::EndDocument;
         token = reader.next()) {
        if (token == QXmlStreamReader::Invalid)
            return core::passOn(reader.result());
        if (token != QXmlStreamReader::StartElement || reader.name() != "Relationship"_L1)
            continue;
        Relation relation;
        relation.type = reader.attribute(u"Type").section(u'/', -1);
        if (reader.attribute(u"TargetMode") != "External"_L1)
            relation.part = Package::resolved(folderOf(part), reader.attribute(u"Target"));
        relation.leavesPackage = relation.part.isEmpty();
        result.insert(reader.attribute(u"Id"), relation);
        if (result.size() > limits::parts)
            break;
    }
    return result;
}

QString relationId(const QXmlStreamAttributes &attributes)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == "id"_L1 && attribute.namespaceUri().endsWith("/relationships"_L1))
            return attribute.value().toString();
    }
    return {};
}

}

core::Result<WorkbookParts> readWorkbook(Package &package)
{
    QString workbook = u"xl/workbook.xml"_s;
    const auto roots = readRelations(package, QString());
    if (!roots)
        return core::passOn(roots);
    for (const Relation &relation : *roots) {
        if (relation.type == "officeDocument"_L1 && !relation.part.isEmpty())
            workbook = relation.part;
    }
    const auto relations = readRelations(package, workbook);
    if (!relations)
        return core::passOn(relations);

    WorkbookParts parts;
    for (const Relation &relation : *relations) {
        if (relation.type == "sharedStrings"_L1)
            parts.sharedStrings = relation.part;
        else if (relation.type == "styles"_L1)
            parts.styles = relation.part;
    }
    auto device = package.openPart(workbook, limits::smallPart);
    if (!device)
        return core::passOn(device);
    PartReader reader(std::move(*device), package.fileName());
    for (auto token = reader.next(); token != QXmlStreamReader::EndDocument;
         token = reader.next()) {
        if (token == QXmlStreamReader::Invalid)
            return core::passOn(reader.result());
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "workbookPr"_L1) {
            const QString value = reader.attribute(u"date1904");
            parts.date1904 = value == "1"_L1 || value == "true"_L1;
        } else if (reader.name() == "sheet"_L1) {
            const QString name = reader.attribute(u"name").left(255);
            const Relation relation = relations->value(relationId(reader.xml().attributes()));
            if (relation.leavesPackage) {
                reader.refuse(QCoreApplication::translate(
                                      "tables",
                                      "Its sheet %1 lies outside the file. Copy the sheet "
                                      "into the file first.")
                                      .arg(name));
                return core::passOn(reader.result());
            }
            if (relation.type != "worksheet"_L1) // charts and dialogs have no rows
                continue;
            const bool visible = reader.attribute(u"state").isEmpty()
                    || reader.attribute(u"state") == "visible"_L1;
            parts.sheets +=
                    {{name, visible ? SheetState::Visible : SheetState::Hidden}, relation.part};
            if (parts.sheets.size() > limits::sheets) {
                reader.refuse(QCoreApplication::translate("tables", "It has more than %1 sheets.")
                                      .arg(limits::sheets));
                return core::passOn(reader.result());
            }
        }
    }
    if (parts.sheets.isEmpty()) {
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("tables", "%1 has no sheet with rows.")
                                  .arg(package.fileName()));
    }
    return parts;
}

core::Result<std::vector<NumberFormat>> readStyles(Package &package, const QString &part)
{
    std::vector<NumberFormat> formats;
    if (part.isEmpty() || !package.has(part))
        return formats;
    auto device = package.openPart(part, limits::smallPart);
    if (!device)
        return core::passOn(device);
    PartReader reader(std::move(*device), package.fileName());
    QHash<int, NumberFormat> custom;
    bool inCells = false;
    for (auto token = reader.next(); token != QXmlStreamReader::EndDocument;
         token = reader.next()) {
        if (token == QXmlStreamReader::Invalid)
            return core::passOn(reader.result());
        if (token == QXmlStreamReader::EndElement && reader.name() == "cellXfs"_L1)
            inCells = false;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "cellXfs"_L1) {
            inCells = true;
        } else if (reader.name() == "numFmt"_L1 && !inCells && custom.size() < limits::styles) {
            custom.insert(reader.attribute(u"numFmtId").toInt(),
                          customFormat(reader.attribute(u"formatCode").left(1000)));
        } else if (reader.name() == "xf"_L1 && inCells && formats.size() < size_t(limits::styles)) {
            const int id = reader.attribute(u"numFmtId").toInt();
            formats.push_back(custom.contains(id) ? custom.value(id) : builtInFormat(id));
        }
    }
    return formats;
}

core::Result<QStringList> readSharedStrings(Package &package, const QString &part)
{
    QStringList strings;
    if (part.isEmpty() || !package.has(part))
        return strings;
    auto device = package.openPart(part, limits::unpacked);
    if (!device)
        return core::passOn(device);
    PartReader reader(std::move(*device), package.fileName());
    qint64 characters = 0;
    for (auto token = reader.next(); token != QXmlStreamReader::EndDocument;
         token = reader.next()) {
        if (token == QXmlStreamReader::Invalid)
            return core::passOn(reader.result());
        if (token != QXmlStreamReader::StartElement || reader.name() != "si"_L1)
            continue;
        strings += decodeEscapes(reader.elementText(limits::cellText));
        characters += strings.constLast().size();
        if (characters > limits::sharedText || strings.size() > limits::sharedStrings) {
            reader.refuse(QCoreApplication::translate(
                    "tables",
                    "It holds more text than the memory is meant for. Split it into "
                    "smaller files."));
        }
        if (reader.failed())
            return core::passOn(reader.result());
    }
    return strings;
}

QString decodeEscapes(QString text)
{
    for (qsizetype at = text.indexOf("_x"_L1); at >= 0; at = text.indexOf("_x"_L1, at)) {
        bool isCode = false;
        const uint code = QStringView(text)
                                  .sliced(at + 2, qMin<qsizetype>(4, text.size() - at - 2))
                                  .toUInt(&isCode, 16);
        if (!isCode || at + 6 >= text.size() || text[at + 6] != u'_') {
            at += 2;
            continue;
        }
        const QString character = code == 0 ? QString() : QString(QChar(char16_t(code)));
        text.replace(at, 7, character);
        at += character.size();
    }
    return text;
}

}
