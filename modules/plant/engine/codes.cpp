// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/codes.h"

#include "store/connection.h"

#include <QLocale>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plant {

QString Code::label() const
{
    return QLocale().language() == QLocale::Chinese ? labelZh : labelEn;
}

bool Code::holdsOn(const QDate &date) const
{
    return (!validFrom.isValid() || validFrom <= date) && (!validTo.isValid() || date <= validTo);
}

core::Result<CodeBook> CodeBook::load(const store::Connection &connection)
{
    CodeBook book;
    QSqlQuery query = connection.prepare(
            u"SELECT code_table, code, label_zh, label_en, standard, valid_from, valid_to, verify "
            "FROM seed_code ORDER BY code_table, valid_from DESC, ord"_s);
    if (!query.exec())
        return store::failed(query);
    while (query.next()) {
        book.m_tables[query.value(0).toString()].append(
                {.code = query.value(1).toString(),
                 .labelZh = query.value(2).toString(),
                 .labelEn = query.value(3).toString(),
                 .standard = query.value(4).toString(),
                 .validFrom = QDate::fromString(query.value(5).toString(), Qt::ISODate),
                 .validTo = QDate::fromString(query.value(6).toString(), Qt::ISODate),
                 .isUnverified = query.value(7).toInt() != 0});
    }
    QSqlQuery aliases = connection.prepare(u"SELECT code_table, word, code FROM seed_alias"_s);
    if (!aliases.exec())
        return store::failed(aliases);
    while (aliases.next())
        book.m_aliases[aliases.value(0).toString()].insert(aliases.value(1).toString(),
                                                           aliases.value(2).toString());
    QSqlQuery successors =
            connection.prepare(u"SELECT code_table, old_code, new_code FROM seed_code_map"_s);
    if (!successors.exec())
        return store::failed(successors);
    while (successors.next())
        book.m_successors[successors.value(0).toString()].insert(successors.value(1).toString(),
                                                                 successors.value(2).toString());
    return book;
}

QList<Code> CodeBook::codes(const QString &table, const QDate &onDate) const
{
    QList<Code> found = m_tables.value(table);
    if (onDate.isValid())
        found.removeIf([&onDate](const Code &code) { return !code.holdsOn(onDate); });
    return found;
}

const Code *CodeBook::find(const QString &table, const QString &code) const
{
    const auto rows = m_tables.constFind(table);
    if (rows == m_tables.cend())
        return nullptr;
    const auto row = std::find_if(rows->cbegin(), rows->cend(),
                                  [&code](const Code &each) { return each.code == code; });
    return row == rows->cend() ? nullptr : &*row;
}

QString CodeBook::label(const QString &table, const QString &code) const
{
    const Code *row = find(table, code);
    return row ? row->label() : code;
}

QString CodeBook::codeFor(const QString &table, const QString &text, const QDate &onDate) const
{
    const QString word = text.simplified();
    if (word.isEmpty())
        return {};
    const Code *best = nullptr;
    const auto rows = m_tables.constFind(table);
    if (rows != m_tables.cend()) {
        for (const Code &row : *rows) {
            const bool isMeant = row.code == word || row.labelZh == word
                    || row.labelEn.compare(word, Qt::CaseInsensitive) == 0;
            if (isMeant && (!best || (onDate.isValid() && row.holdsOn(onDate))))
                best = &row;
        }
    }
    if (best)
        return best->code;
    const QHash<QString, QString> aliases = m_aliases.value(table);
    const QString code = aliases.value(word, aliases.value(word.toLower()));
    const Code *row = find(table, code);
    // An everyday word means the type of the standard in force, where that is known.
    if (row && onDate.isValid() && !row->holdsOn(onDate))
        return m_successors.value(table).value(code, code);
    return code;
}

core::Result<QList<Code>> codes(const store::Connection &connection, const QString &table,
                                const QDate &onDate)
{
    const auto book = CodeBook::load(connection);
    if (!book)
        return core::passOn(book);
    return book->codes(table, onDate);
}

core::Result<QList<Synonym>> synonyms(const store::Connection &connection, const QString &entity)
{
    QSqlQuery query =
            connection.prepare(u"SELECT field, word FROM seed_synonym WHERE entity = ?"_s);
    query.addBindValue(entity);
    if (!query.exec())
        return store::failed(query);
    QList<Synonym> found;
    while (query.next())
        found.append({query.value(0).toString(), query.value(1).toString()});
    return found;
}

}
