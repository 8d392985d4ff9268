// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "plant/engine/codes.h"
#include "tables/layout.h"

#include <QMap>

namespace store {
struct EntitySpec;
}

namespace hazards {

// Of dates such as 3/4/2025, as the other rows of the column have it.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

// Where the values of one column go. field: a field of the record, "state", or c.<slug> for a field
// of the plant's own. Values that do not fit the field go to `aside`, so that none is lost.
struct ColumnPlan {
    int column = 0; // 1-based, the file's own
    QString name;   // heading; the second of equal headings with its column letter
    QString field;
    QString aside;        // c.<slug>
    QString label;        // of the own field
    QString type;         // of the own field: text, date, number
    QString why;          // how the field was found, in words
    double dates = 0;     // share of the sampled values that are dates
    double blankless = 0; // share of rows with a value
    DateOrder order = DateOrder::Unknown;
    bool isDateHeading = false;
    bool isNumber = false; // the running number of the rows
    bool isOverridden = false;
};

// What a mapping file says: column (heading or letter) -> field, and perhaps the kind of record.
struct MappingOverride {
    QString entity; // hazard, incident, or empty
    QMap<QString, QString> columns;
    bool isEmpty() const { return entity.isEmpty() && columns.isEmpty(); }
};
// {"heading": "field", ...} or {"entity": "incident", "columns": {...}}
core::Result<MappingOverride> readMappingFile(const QString &path);

// What the ledger itself says its level numbers mean (notes, heading). Empty if it says nothing.
struct LevelScale {
    QMap<int, QString> words;
    bool isEmpty() const { return words.isEmpty(); }
};
LevelScale levelScaleOf(const QString &text);

// The first rows of a column, to see what it holds.
struct ColumnSample {
    QList<tables::Cell> cells; // without blank ones
    int rows = 0;
};

struct Heading {
    QString title;
    QString sheet;
    QList<tables::Column> columns;
};
struct EntityChoice {
    QString entity;
    QString why;
};
// Accidents that happened are incidents, never hazards.
EntityChoice chooseEntity(const Heading &heading);

// A value in the head of the sheet that holds for every row: 检查时间：2024.3.1.
struct HeaderColumn {
    ColumnPlan column;
    QString value;
};

struct MappingInput {
    const store::EntitySpec &spec;
    const QList<plant::Synonym> &synonyms;
    const plant::CodeBook &codes;
    const tables::Layout &layout;
    const QList<ColumnSample> &samples;
    MappingOverride mapping;
};
core::Result<QList<ColumnPlan>> proposeMapping(const MappingInput &input);
// Day and people of an inspection, where no column has them.
QList<HeaderColumn> headerColumns(const MappingInput &input, const QList<ColumnPlan> &columns);

QString customSlug(const QString &label); // equal labels give equal slugs on every desk
QUuid customFieldId(const QString &entity, const QString &slug);
bool isMappable(const store::EntitySpec &spec, const QString &field);

}
