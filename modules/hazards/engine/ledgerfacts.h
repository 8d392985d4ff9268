// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/layout.h"
#include "tables/values.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <optional>

namespace hazards {

struct ImportPlan;

// A judgement the import had to make. action is a stable word (see actionLabel), why a sentence.
struct ImportProblem {
    int row = 0;
    QString column;
    QString value;
    QString action;
    QString why;
};

namespace judged {
inline constexpr QStringView aside = u"kept_aside";    // does not fit: in a field of its own
inline constexpr QStringView asText = u"kept_as_text"; // a name the plant does not know
inline constexpr QStringView taken = u"taken";         // taken, but not as it stands
inline constexpr QStringView derived = u"derived";     // from the other columns of the row
inline constexpr QStringView blank = u"left_blank";
inline constexpr QStringView noted = u"noted"; // taken as it stands; somebody should look
inline constexpr QStringView skipped = u"skipped";
}
QString actionLabel(const QString &action);

struct DateFacts {
    QDate first;
    QDate last;
    QString min; // as the file had it: with a time of day if there was one
    QString max;
    int parsed = 0;
    int blank = 0;
    int withTime = 0;
    QList<std::pair<int, QString>> notADate;
};

// What one row adds to the facts.
struct RowFacts {
    struct Date {
        int index = 0; // of the column in the plan
        std::optional<tables::DateValue> value;
    };
    QList<Date> dates;
    QString level; // normalised
    QString state;
    QStringList types;
};

struct LedgerFacts {
    static constexpr int mostDistinct = 10'000;
    static constexpr int mostCounted = 200; // different raw values counted by name
    static constexpr int mostProblems = 100'000;

    QString sheet;
    int titleRow = 0;
    int firstHeaderRow = 0;
    int lastHeaderRow = 0;
    int firstDataRow = 0;
    int lastDataRow = 0;
    int firstNotesRow = 0;
    int lastNotesRow = 0;
    QStringList columns;
    QList<std::pair<QString, QString>> mapping;
    QMap<QString, QString> headerFacts;

    int read = 0;
    int imported = 0;
    int duplicates = 0;
    int skipped = 0;
    int warned = 0;
    QMap<QString, int> levelsRaw;
    QMap<QString, int> levels;
    QMap<QString, int> statesRaw;
    QMap<QString, int> states;
    QMap<QString, int> types;
    QMap<QString, int> distinct; // without white space; not for dates
    QMap<QString, DateFacts> dates;
    QList<ImportProblem> problems; // at most mostProblems
    int problemsLeftOut = 0;
};

// Gathers the facts while the rows go by, in bounded memory.
class FactCollector
{
public:
    explicit FactCollector(const ImportPlan &plan);
    void take(const tables::Record &record, const RowFacts &facts,
              const QList<ImportProblem> &problems);
    void skip(int row, tables::RowKind kind);
    void note(const ImportProblem &problem);
    LedgerFacts &facts() { return m_facts; }
    LedgerFacts finished();

private:
    void countRaw(QMap<QString, int> &counts, const tables::Cell &cell);

    const ImportPlan &m_plan;
    LedgerFacts m_facts;
    QList<QSet<size_t>> m_distinct; // by column, hashes
    QList<bool> m_isDate;
    int m_levelIndex = -1;
    int m_stateIndex = -1;
};

// The object that `anlanctl ledger import --json` prints.
QJsonObject ledgerFactsToJson(const LedgerFacts &facts);

}
