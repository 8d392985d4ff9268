// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/csvencoding.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

constexpr qint64 encodingChunk = 1 << 20;

// Reads the file in chunks; says at which line the decoder first stumbles, 0 if it does not.
qint64 firstBrokenLine(QFile &file, const TextEncoding &encoding)
{
    file.seek(encoding.mark);
    QStringDecoder decoder = textDecoder(encoding);
    qint64 line = 1;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(encodingChunk);
        const QString text = decoder.decode(bytes);
        if (decoder.hasError()) {
            const qsizetype bad = text.indexOf(QChar(QChar::ReplacementCharacter));
            return line + QStringView(text).first(std::max<qsizetype>(bad, 0)).count(u'\n');
        }
        line += text.count(u'\n');
    }
    // A character cut off at the end shows when something follows.
    if (!encoding.name.startsWith("UTF-16"))
        line += QString(decoder.decode("\n")).isEmpty();
    return decoder.hasError() ? line : 0;
}

// A zero byte stands in every second place of UTF-16 that is mostly ASCII, and in no other text.
QByteArray unmarkedUtf16(const QByteArray &start)
{
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < start.size(); ++i) {
        if (start[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    }
    if (odd > start.size() / 8 && even == 0)
        return "UTF-16LE";
    if (even > start.size() / 8 && odd == 0)
        return "UTF-16BE";
    return {};
}

qint64 lineOfNul(QFile &file)
{
    file.seek(0);
    qint64 line = 1;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(encodingChunk);
        const qsizetype at = bytes.indexOf('\0');
        line += (at < 0 ? bytes : bytes.first(at)).count('\n');
        if (at >= 0)
            return line;
    }
    return 0;
}

}

QStringDecoder textDecoder(const TextEncoding &encoding)
{
    return QStringDecoder(encoding.name.constData());
}

core::Result<TextEncoding> textEncoding(QFile &file)
{
    const QString name = QFileInfo(file).fileName();
    file.seek(0);
    const QByteArray start = file.read(4096);
    TextEncoding encoding{"UTF-8", 0};
    if (start.startsWith("\xEF\xBB\xBF"))
        encoding = {"UTF-8", 3};
    else if (start.startsWith("\xFF\xFE"))
        encoding = {"UTF-16LE", 2};
    else if (start.startsWith("\xFE\xFF"))
        encoding = {"UTF-16BE", 2};
    else if (const QByteArray found = unmarkedUtf16(start); !found.isEmpty())
        encoding = {found, 0};

    const bool isWide = encoding.name.startsWith("UTF-16");
    if (!isWide) {
        if (const qint64 line = lineOfNul(file); line > 0) {
            return core::fail(
                    core::ErrorCode::Invalid,
                    QCoreApplication::translate("tables",
                                                "%1, line %2: there is a zero byte, so this is no "
                                                "text file. Save the table as .xlsx or .csv.")
                            .arg(name)
                            .arg(line));
        }
    }
    qint64 line = firstBrokenLine(file, encoding);
    if (line > 0 && encoding.name == "UTF-8" && encoding.mark == 0) {
        encoding = {"GB18030", 0};
        if (textDecoder(encoding).isValid())
            line = firstBrokenLine(file, encoding);
    }
    if (line > 0) {
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "tables",
                                  "%1, line %2 is neither UTF-8 nor GB18030 text. Save the "
                                  "file as UTF-8.")
                                  .arg(name)
                                  .arg(line));
    }
    return encoding;
}

}
