// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/csvwriter.h"

#include "tables/serialdate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

QString fieldText(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::QDateTime:
        return value.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss");
    case QMetaType::Double:
        return numberText(value.toDouble());
    case QMetaType::Int:
    case QMetaType::LongLong:
        return QString::number(value.toLongLong());
    default:
        break;
    }
    const QString text = value.toString();
    const bool runs = !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text[0]);
    return runs ? u'\'' + text : text;
}

tl::unexpected<core::Error> csvFailure(const QSaveFile &file)
{
    return core::fail(core::ErrorCode::Io,
                      QCoreApplication::translate("tables",
                                                  "%1 cannot be written: %2. Choose another "
                                                  "folder or free some space.")
                              .arg(QFileInfo(file.fileName()).fileName(), file.errorString()));
}

}

CsvWriter::CsvWriter(const QString &path)
    : m_file(path)
{
}

core::Result<std::unique_ptr<CsvWriter>> CsvWriter::create(const QString &path,
                                                           const QStringList &header)
{
    std::unique_ptr<CsvWriter> writer(new CsvWriter(path));
    if (!writer->m_file.open(QIODevice::WriteOnly) || writer->m_file.write("\xEF\xBB\xBF") != 3)
        return csvFailure(writer->m_file);
    QVariantList values;
    for (const QString &name : header)
        values += name;
    if (const auto written = writer->writeRow(values); !written)
        return core::passOn(written);
    return writer;
}

core::Result<> CsvWriter::writeRow(const QVariantList &values)
{
    QString line;
    for (qsizetype i = 0; i < values.size(); ++i) {
        QString field = fieldText(values[i]);
        const bool quoted = field.contains(u'"') || field.contains(u',') || field.contains(u'\n')
                || field.contains(u'\r') || field.startsWith(u' ') || field.endsWith(u' ');
        if (quoted)
            field = u'"' + field.replace(u'"', "\"\""_L1) + u'"';
        line += (i > 0 ? u","_s : QString()) + field;
    }
    // A row that begins with an empty single field would read back as a blank line.
    const QByteArray bytes = (line.isEmpty() ? u"\"\""_s : line).toUtf8() + "\r\n";
    return m_file.write(bytes) == bytes.size() ? core::Result<>()
                                               : core::Result<>(csvFailure(m_file));
}

core::Result<> CsvWriter::finish()
{
    return m_file.commit() ? core::Result<>() : core::Result<>(csvFailure(m_file));
}

}
