// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/csvreader.h"

#include "tables/csvencoding.h"
#include "tables/csvparser.h"
#include "tables/limits.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace tables {

namespace {

constexpr qint64 csvChunk = 1 << 16;

QString separatorName(QChar separator)
{
    switch (separator.unicode()) {
    case u';':
        return QCoreApplication::translate("tables", "semicolon", "separator");
    case u'\t':
        return QCoreApplication::translate("tables", "tab", "separator");
    case u'|':
        return QCoreApplication::translate("tables", "bar", "separator");
    default:
        return QCoreApplication::translate("tables", "comma", "separator");
    }
}

class CsvBook final : public Book
{
public:
    CsvBook(const QString &path, const TextEncoding &encoding, QChar separator, int skipped)
        : m_path(path)
        , m_encoding(encoding)
        , m_separator(separator)
        , m_skipped(skipped)
        , m_sheets{{QFileInfo(path).completeBaseName(), SheetState::Visible}}
    {
    }

    const QList<SheetInfo> &sheets() const override { return m_sheets; }
    QString fileName() const override { return QFileInfo(m_path).fileName(); }
    QString format() const override
    {
        return u"csv, %1, %2"_s.arg(QString::fromLatin1(m_encoding.name),
                                    separatorName(m_separator));
    }
    core::Result<SheetFrame> readRows(int sheet, const RowVisitor &visitor,
                                      core::Progress &progress) override;

private:
    core::Result<SheetFrame> result(const CsvParser &parser) const;

    QString m_path;
    TextEncoding m_encoding;
    QChar m_separator;
    int m_skipped; // a line `sep=;` in front
    QList<SheetInfo> m_sheets;
};

core::Result<SheetFrame> CsvBook::result(const CsvParser &parser) const
{
    QString why;
    switch (parser.trouble()) {
    case CsvParser::Trouble::None:
        return SheetFrame{};
    case CsvParser::Trouble::LongRecord:
        why = QCoreApplication::translate("tables",
                                          "the row is longer than %1 characters. Look for a "
                                          "quotation mark that is not closed.")
                      .arg(limits::csvRecord);
        break;
    case CsvParser::Trouble::ManyColumns:
        why = QCoreApplication::translate("tables", "there are more than %1 columns.")
                      .arg(limits::columns);
        break;
    case CsvParser::Trouble::ManyRows:
        why = QCoreApplication::translate("tables", "there are more than %1 rows. Split the file.")
                      .arg(limits::rows);
        break;
    case CsvParser::Trouble::OpenQuote:
        why = QCoreApplication::translate("tables",
                                          "a quotation mark is opened here and never closed.");
        break;
    }
    return core::fail(core::ErrorCode::Invalid,
                      QCoreApplication::translate("tables", "%1, line %2: %3")
                              .arg(fileName())
                              .arg(parser.troubleLine())
                              .arg(why));
}

core::Result<SheetFrame> CsvBook::readRows(int, const RowVisitor &visitor, core::Progress &progress)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return core::fail(core::ErrorCode::Io,
                          QCoreApplication::translate("tables", "%1 cannot be opened: %2.")
                                  .arg(fileName(), file.errorString()));
    }
    file.seek(m_encoding.mark);
    QStringDecoder decoder = textDecoder(m_encoding);
    CsvParser parser(m_separator);
    bool cancelled = false;
    const auto visit = [&](const Row &row) {
        cancelled = progress.isCanceled();
        return !cancelled && (row.number <= m_skipped || visitor(row));
    };
    progress.setRange(1000);
    const qint64 size = std::max<qint64>(file.size(), 1);
    bool more = true;
    while (more && !file.atEnd()) {
        const QString text = decoder.decode(file.read(csvChunk));
        if (const qsizetype nul = text.indexOf(QChar(u'\0')); nul >= 0) {
            parser.feed(QStringView(text).first(nul), visit);
            return core::fail(
                    core::ErrorCode::Invalid,
                    QCoreApplication::translate("tables",
                                                "%1, line %2: there is a zero byte, so this is no "
                                                "text file. Save the table as .xlsx or .csv.")
                            .arg(fileName())
                            .arg(parser.line()));
        }
        more = parser.feed(text, visit);
        progress.setValue(int(file.pos() * 1000 / size));
    }
    if (more)
        parser.finish(visit);
    if (cancelled)
        return core::fail(core::ErrorCode::Cancelled,
                          QCoreApplication::translate("tables", "Reading was cancelled."));
    return result(parser);
}

// The separator that cuts the first records into the same number of fields most often.
QChar guessedSeparator(const QString &start)
{
    QChar best = u',';
    double bestScore = 0;
    for (const QChar separator : {QChar(u','), QChar(u';'), QChar(u'\t'), QChar(u'|')}) {
        std::map<int, int> counts;
        int records = 0;
        CsvParser parser(separator);
        parser.feed(start, [&](const Row &) {
            ++counts[parser.columns()];
            return ++records < 50;
        });
        if (records == 0) {
            parser.finish([&](const Row &) {
                ++counts[parser.columns()];
                return ++records < 50;
            });
        }
        for (const auto &[columns, times] : counts) {
            const double score = columns < 2 ? 0 : times * (1 + std::min(columns, 30) / 30.0);
            if (score > bestScore) {
                bestScore = score;
                best = separator;
            }
        }
    }
    return best;
}

}

core::Result<std::unique_ptr<Book>> openCsv(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        return core::fail(core::ErrorCode::Io,
                          QCoreApplication::translate("tables", "%1 cannot be opened: %2.")
                                  .arg(name, file.errorString()));
    }
    if (file.size() > limits::csvFile) {
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("tables",
                                                      "%1 is larger than a table can be. "
                                                      "Split the file.")
                                  .arg(name));
    }
    const auto encoding = textEncoding(file);
    if (!encoding)
        return core::passOn(encoding);
    file.seek(encoding->mark);
    QStringDecoder decoder = textDecoder(*encoding);
    const QString start = decoder.decode(file.read(csvChunk));
    if (start.size() > 4 && start.startsWith("sep="_L1) && start.size() > 5
        && (start[5] == u'\r' || start[5] == u'\n'))
        return std::make_unique<CsvBook>(path, *encoding, start[4], 1);
    return std::make_unique<CsvBook>(path, *encoding, guessedSeparator(start), 0);
}

}
