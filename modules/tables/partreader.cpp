// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/limits.h"
#include "tables/package.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tables {

PartReader::PartReader(std::unique_ptr<PartDevice> device, const QString &title)
    : m_device(std::move(device))
    , m_xml(m_device.get())
    , m_title(title)
{
}

QXmlStreamReader::TokenType PartReader::next()
{
    if (failed())
        return QXmlStreamReader::Invalid;
    const auto token = m_xml.readNext();
    m_device->tokenRead();
    switch (token) {
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
        refuse(QCoreApplication::translate(
                "tables",
                "It defines names for text of its own, which no spreadsheet program does. "
                "It is not read, because it could fill the memory."));
        return QXmlStreamReader::Invalid;
    case QXmlStreamReader::StartElement:
        if (++m_depth > limits::xmlDepth) {
            refuse(QCoreApplication::translate(
                    "tables", "It is nested deeper than any spreadsheet. It is not read."));
            return QXmlStreamReader::Invalid;
        }
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    case QXmlStreamReader::Invalid:
        m_detail = m_xml.errorString();
        if (!m_device->refusal().isEmpty()) {
            refuse(m_device->refusal());
        } else {
            refuse(QCoreApplication::translate(
                           "tables",
                           "It is broken at line %1, character %2. Open the file in a "
                           "spreadsheet program and save it again.")
                           .arg(m_xml.lineNumber())
                           .arg(m_xml.columnNumber()));
        }
        break;
    case QXmlStreamReader::NoToken:
    case QXmlStreamReader::StartDocument:
    case QXmlStreamReader::EndDocument:
    case QXmlStreamReader::Characters:
    case QXmlStreamReader::Comment:
    case QXmlStreamReader::ProcessingInstruction:
        break;
    }
    return token;
}

QString PartReader::attribute(QStringView name) const
{
    const auto attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == name)
            return attribute.value().toString();
    }
    return {};
}

QString PartReader::elementText(int maximum)
{
    QString text;
    const int start = m_depth;
    const bool plain = name() == "v"_L1 || name() == "f"_L1;
    int phonetic = 0; // the depth where a phonetic run began
    int inText = 0;
    while (m_depth >= start) {
        const auto token = next();
        if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument)
            break;
        if (token == QXmlStreamReader::StartElement) {
            if (phonetic == 0 && name() == "rPh"_L1)
                phonetic = m_depth;
            else if (inText == 0 && name() == "t"_L1)
                inText = m_depth;
        } else if (token == QXmlStreamReader::EndElement) {
            if (m_depth < phonetic)
                phonetic = 0;
            if (m_depth < inText)
                inText = 0;
        } else if (token == QXmlStreamReader::Characters && phonetic == 0
                   && (plain || inText > 0)) {
            text += m_xml.text();
        }
        if (text.size() > maximum) {
            refuse(QCoreApplication::translate("tables",
                                               "A text is longer than %1 characters, the most that "
                                               "a cell can hold.")
                           .arg(maximum));
            return {};
        }
    }
    return text;
}

void PartReader::refuse(const QString &why)
{
    if (m_refusal.isEmpty())
        m_refusal = why;
}

core::Result<> PartReader::result() const
{
    if (m_refusal.isEmpty())
        return {};
    //: %1 names the file or the sheet
    const QString place = m_row > 0
            ? QCoreApplication::translate("tables", "%1, row %2").arg(m_title).arg(m_row)
            : m_title;
    //: %1 names the file, the sheet and the row, %2 is a whole sentence
    return core::fail(
            core::ErrorCode::Invalid,
            QCoreApplication::translate("tables", "%1 cannot be read. %2").arg(place, m_refusal),
            m_detail);
}

}
