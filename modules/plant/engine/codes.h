// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDate>
#include <QHash>
#include <QList>

namespace store {
class Connection;
}

namespace plant {

// One row of a reference table (seed_code): laws and standards come and go, so every row says from
// when to when it holds.
struct Code {
    QString code;
    QString labelZh;
    QString labelEn;
    QString standard;
    QDate validFrom;           // invalid: always
    QDate validTo;             // last day; invalid: still
    bool isUnverified = false; // to be compared with the official text

    // In the language of the screen.
    QString label() const;
    bool holdsOn(const QDate &date) const;
};

// All reference tables of the store, read once. Tables in use:
// area_kind, role, risk_level, check_type, hazard_category, hazard_factor, accident_type,
// hazard_grade, response_colour, hazard_source, injury.
class CodeBook
{
public:
    static core::Result<CodeBook> load(const store::Connection &connection);

    // Those that hold on a day, in the order of the standard; all ever valid if the date is
    // invalid.
    QList<Code> codes(const QString &table, const QDate &onDate = {}) const;
    const Code *find(const QString &table, const QString &code) const;
    // The code itself if it is unknown.
    QString label(const QString &table, const QString &code) const;
    // The code whose code, label (either language) or everyday word (seed_alias) is the text; empty
    // if there is none. Where several standards use the word, that of the date wins. The table
    // hazard_state knows the words that ledgers use for the states of a hazard.
    QString codeFor(const QString &table, const QString &text, const QDate &onDate = {}) const;

private:
    QHash<QString, QList<Code>> m_tables;
    QHash<QString, QHash<QString, QString>> m_aliases;    // table -> word -> code
    QHash<QString, QHash<QString, QString>> m_successors; // table -> old code -> new code
};

core::Result<QList<Code>> codes(const store::Connection &connection, const QString &table,
                                const QDate &onDate = {});

// Words under which a field of an entity appears at the head of spreadsheets.
struct Synonym {
    QString field;
    QString word;
};
core::Result<QList<Synonym>> synonyms(const store::Connection &connection, const QString &entity);

}
