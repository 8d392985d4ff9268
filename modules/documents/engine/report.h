// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <variant>

// One model for every printed form and every table that leaves Anlan: the same Report becomes PDF,
// print preview and XLSX.
namespace documents {

struct Money {
    qint64 fen = 0;
    friend bool operator==(const Money &, const Money &) = default;
};

// What stands in one cell. A text is welcome in every column: "/" for a rate that does not exist.
// A QDateTime is an instant; it is shown in the zone of the report.
using Cell = std::variant<std::monostate, QString, qint64, double, Money, QDate, QDateTime>;

enum class ColumnKind {
    Text,     // names and codes: broken only where it cannot be helped
    LongText, // sentences
    Integer,
    Decimal, // double, Column::decimals places
    Percent, // double, 0.125 shows as 12.5 %
    Money,
    Date,
    Instant,
};

enum class Alignment {
    ByKind, // figures right, dates in the middle, texts left
    Left,
    Center,
    Right,
};

struct Column {
    QString key; // never shown or translated
    QString title;
    ColumnKind kind = ColumnKind::Text;
    // Widths follow the contents; a weight above 1 asks for more than they would get, below 1 for
    // less.
    double weight = 1.0;
    Alignment alignment = Alignment::ByKind;
    // Titles above this one, outermost first. Equal titles of neighbours become one spanning cell.
    QStringList groups;
    int decimals = 1;
};

enum class RowKind {
    Record,
    Section, // a heading across the table: its first cell
    Subtotal,
    Total,
};

// What a row is about, so that a figure can be followed to its records.
struct Reference {
    QString type;
    QString id;
    friend bool operator==(const Reference &, const Reference &) = default;
};

struct Row {
    QList<Cell> cells; // in the order of the columns; missing ones are empty
    RowKind kind = RowKind::Record;
    Reference reference;
};

// Hands every row to `take`, in order, until it answers false (cancelled, or the paper is full),
// and then returns without an error. It is called once per document, on the thread of the job.
using TakeRow = std::function<bool(const Row &)>;
using RowSource = std::function<core::Result<>(const TakeRow &take, core::Progress &)>;

struct Fact {
    QString label;
    QString value;
};

enum class Paper {
    A4Portrait,
    A4Landscape,
    A3Landscape,
};

struct Report {
    QString title;
    QStringList subtitles; // centred below the title
    QList<Fact> facts;     // period, base and filters, the formula or standard with its date
    QString plantName;
    QString madeBy;
    QDateTime madeAt;
    Paper paper = Paper::A4Landscape;
    QList<Column> columns;
    RowSource rows;
    int expectedRows = 0; // for the progress bar; 0 if unknown
    QString emptyText;    // stands in the table when there are no rows; a sentence of ours if empty
    QStringList notes;
    QStringList signatures; // who signs: "编制", "审核", "批准"
    QLocale locale;
    QTimeZone zone{QByteArrayLiteral("Asia/Shanghai")};
};

}
