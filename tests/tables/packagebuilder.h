// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <minizip/zip.h>

// Makes xlsx packages part by part, also such as no spreadsheet program would write.
class PackageBuilder
{
public:
    // A workbook of empty frame with the sheets that follow.
    PackageBuilder &addSheet(const QString &name, const QByteArray &xml,
                             const QByteArray &attributes = {})
    {
        const QByteArray number = QByteArray::number(++m_sheets);
        m_sheetList += "<sheet name=\"" + name.toHtmlEscaped().toUtf8() + "\" sheetId=\"" + number
                + "\" r:id=\"rId" + number + "\" " + attributes + "/>";
        m_relations += "<Relationship Id=\"rId" + number
                + "\" "
                  "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                  "worksheet\""
                  " Target=\"worksheets/sheet"
                + number + ".xml\"/>";
        return addPart("xl/worksheets/sheet" + number + ".xml", xml);
    }
    PackageBuilder &addPart(const QByteArray &name, const QByteArray &bytes)
    {
        m_parts += {name, bytes};
        return *this;
    }
    PackageBuilder &addRelation(const QByteArray &xml)
    {
        m_relations += xml;
        return *this;
    }
    PackageBuilder &setWorkbookProperties(const QByteArray &xml)
    {
        m_properties = xml;
        return *this;
    }
    PackageBuilder &addStyles(const QByteArray &xml)
    {
        addRelation("<Relationship Id=\"rIdStyles\" Type=\"x/styles\" Target=\"/xl/styles.xml\"/>");
        return addPart("xl/styles.xml", "<styleSheet>" + xml + "</styleSheet>");
    }
    PackageBuilder &addSharedStrings(const QByteArray &xml)
    {
        addRelation("<Relationship Id=\"rIdStrings\" Type=\"x/sharedStrings\" "
                    "Target=\"sharedStrings.xml\"/>");
        return addPart("xl/sharedStrings.xml", "<sst>" + xml + "</sst>");
    }

    bool write(const QString &path) const
    {
        QList<std::pair<QByteArray, QByteArray>> parts = m_parts;
        if (m_sheets > 0) {
            parts += {"xl/workbook.xml",
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook "
                      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                      "relationships\">"
                              + m_properties + "<sheets>" + m_sheetList + "</sheets></workbook>"};
            parts += {"xl/_rels/workbook.xml.rels",
                      "<Relationships>" + m_relations + "</Relationships>"};
        }
        zipFile zip = zipOpen64(QFile::encodeName(path).constData(), APPEND_STATUS_CREATE);
        bool good = zip != nullptr;
        for (const auto &[name, bytes] : parts) {
            const zip_fileinfo info{};
            good = good
                    && zipOpenNewFileInZip64(zip, name.constData(), &info, nullptr, 0, nullptr, 0,
                                             nullptr, Z_DEFLATED, 1, 1)
                            == ZIP_OK
                    && zipWriteInFileInZip(zip, bytes.constData(), unsigned(bytes.size())) == ZIP_OK
                    && zipCloseFileInZip(zip) == ZIP_OK;
        }
        return zip && zipClose(zip, nullptr) == ZIP_OK && good;
    }

    // `rows` from the first row on; an empty text is no cell, a text of digits is a number,
    // `#45000` a number in the style 1.
    static QByteArray sheetXml(const QList<QStringList> &rows, const QStringList &merged = {},
                               const QByteArray &extra = {})
    {
        QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData>";
        for (qsizetype r = 0; r < rows.size(); ++r) {
            xml += "<row r=\"" + QByteArray::number(r + 1) + "\">";
            for (qsizetype c = 0; c < rows[r].size(); ++c) {
                const QString &text = rows[r][c];
                if (text.isEmpty())
                    continue;
                const QByteArray place =
                        "r=\"" + columnName(int(c)) + QByteArray::number(r + 1) + '"';
                bool isNumber = false;
                (text.startsWith(u'#') ? text.mid(1) : text).toDouble(&isNumber);
                if (isNumber && text.startsWith(u'#'))
                    xml += "<c " + place + " s=\"1\"><v>" + text.mid(1).toUtf8() + "</v></c>";
                else if (isNumber)
                    xml += "<c " + place + "><v>" + text.toUtf8() + "</v></c>";
                else
                    xml += "<c " + place + " t=\"inlineStr\"><is><t>"
                            + text.toHtmlEscaped().toUtf8() + "</t></is></c>";
            }
            xml += "</row>";
        }
        xml += "</sheetData>";
        if (!merged.isEmpty()) {
            xml += "<mergeCells>";
            for (const QString &range : merged)
                xml += "<mergeCell ref=\"" + range.toUtf8() + "\"/>";
            xml += "</mergeCells>";
        }
        return xml + extra + "</worksheet>";
    }

private:
    static QByteArray columnName(int column)
    {
        QByteArray name;
        for (++column; column > 0; column = (column - 1) / 26)
            name.prepend(char('A' + (column - 1) % 26));
        return name;
    }

    QList<std::pair<QByteArray, QByteArray>> m_parts;
    QByteArray m_sheetList;
    QByteArray m_relations;
    QByteArray m_properties;
    int m_sheets = 0;
};
