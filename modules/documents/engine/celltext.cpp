// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/celltext.h"

using namespace Qt::StringLiterals;

namespace documents {

namespace celltext {

// By integers: a double would lose the last fen of very large sums.
QString money(Money value, const QLocale &locale)
{
    const quint64 amount = value.fen < 0 ? 0 - quint64(value.fen) : quint64(value.fen);
    const QString fen = QString::number(amount % 100).rightJustified(2, u'0');
    const QString sign = value.fen < 0 ? locale.negativeSign() : QString();
    return sign + locale.toString(qint64(amount / 100)) + locale.decimalPoint() + fen;
}

QString number(double value, const Column &column, const QLocale &locale)
{
    if (!qIsFinite(value))
        return u"/"_s;
    const int decimals = qBound(0, column.decimals, 12);
    if (column.kind == ColumnKind::Percent)
        return locale.toString(value * 100, 'f', decimals) + u'%';
    return locale.toString(value, 'f', column.kind == ColumnKind::Money ? 2 : decimals);
}

QString integer(qint64 value, QLocale locale)
{
    locale.setNumberOptions(locale.numberOptions() | QLocale::OmitGroupSeparator);
    return locale.toString(value);
}

}

QString instantText(const QDateTime &instant, const Report &report)
{
    if (!instant.isValid())
        return {};
    return instant.toTimeZone(report.zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString cellText(const Cell &cell, const Column &column, const Report &report)
{
    struct Visitor {
        const Column &column;
        const Report &report;
        QString operator()(std::monostate) const { return {}; }
        QString operator()(const QString &text) const { return text; }
        QString operator()(qint64 value) const
        {
            if (column.kind == ColumnKind::Decimal || column.kind == ColumnKind::Percent)
                return celltext::number(double(value), column, report.locale);
            return celltext::integer(value, report.locale);
        }
        QString operator()(double value) const
        {
            return celltext::number(value, column, report.locale);
        }
        QString operator()(Money value) const { return celltext::money(value, report.locale); }
        QString operator()(const QDate &date) const { return date.toString(Qt::ISODate); }
        QString operator()(const QDateTime &instant) const { return instantText(instant, report); }
    };
    return std::visit(Visitor{column, report}, cell);
}

}
