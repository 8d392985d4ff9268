// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/excelvalues.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace documents::excel {

namespace {
constexpr int longestText = 32767; // of a cell, in UTF-16 units
constexpr int longestName = 31;    // of a sheet
}

QByteArray utf8(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() >= 0xfffe || (c < u' ' && c != u'\n' && c != u'\t'))
            c = c.unicode() >= 0xfffe ? QChar(QChar::ReplacementCharacter) : QChar(u' ');
    }
    if (text.size() > longestText) {
        const QString end = QCoreApplication::translate(
                "documents", "… (cut here: a cell of Excel holds no more)");
        text = text.left(longestText - end.size()) + end;
    }
    return text.toUtf8();
}

QByteArray sheetName(const QString &title)
{
    QString name = title;
    for (QChar &c : name) {
        if (u"[]:*?/\\"_s.contains(c) || c < u' ')
            c = u' ';
    }
    while (name.startsWith(u'\'') || name.startsWith(u' '))
        name.remove(0, 1);
    name.truncate(longestName);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    while (name.endsWith(u'\'') || name.endsWith(u' '))
        name.chop(1);
    return name.isEmpty() ? QByteArrayLiteral("1") : name.toUtf8();
}

double textWidth(QStringView text)
{
    double widest = 0;
    for (const QStringView line : text.tokenize(u'\n')) {
        double width = 0;
        for (const QChar c : line)
            width += c.unicode() < 0x2e80 ? 1 : 2;
        widest = qMax(widest, width);
    }
    return widest;
}

QByteArray numberFormat(const Column &column)
{
    switch (column.kind) {
    case ColumnKind::Text:
    case ColumnKind::LongText:
        return {};
    case ColumnKind::Integer:
        return QByteArrayLiteral("0");
    case ColumnKind::Decimal:
    case ColumnKind::Percent: {
        QByteArray result = QByteArrayLiteral("0");
        if (column.decimals > 0)
            result += '.' + QByteArray(qMin(column.decimals, 12), '0');
        if (column.kind == ColumnKind::Percent)
            result += '%';
        return result;
    }
    case ColumnKind::Money:
        return QByteArrayLiteral("#,##0.00");
    case ColumnKind::Date:
        return QByteArrayLiteral("yyyy-mm-dd");
    case ColumnKind::Instant:
        return QByteArrayLiteral("yyyy-mm-dd hh:mm");
    }
    return {};
}

std::optional<double> serialDay(const QDate &date)
{
    if (!date.isValid() || date < QDate(1900, 3, 1) || date.year() > 9999)
        return std::nullopt;
    return double(QDate(1899, 12, 30).daysTo(date));
}

}
