// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgerreport.h"

#include "core/clock.h"
#include "core/ids.h"
#include "hazards/engine/hazardstore.h"
#include "hazards/engine/reading.h"
#include "plant/engine/codes.h"
#include "store/connection.h"
#include "store/store.h"

#include <QCoreApplication>

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

using documents::Cell;
using documents::ColumnKind;

struct LedgerContext {
    const store::EntitySpec &spec;
    plant::CodeBook book;

    QString code(const QString &key, const QString &value) const
    {
        return value.isEmpty() ? QString() : book.label(spec.field(key)->of, value);
    }
    QString accidentTypes(const Hazard &row) const
    {
        QStringList labels;
        for (const QString &each : row.accidentTypes)
            labels.append(book.label(u"accident_type"_s, each));
        return listed(labels);
    }
};

using LedgerCell = Cell (*)(const Hazard &row, const LedgerContext &context);

struct LedgerColumn {
    const char *key;
    const char *title;
    ColumnKind kind;
    LedgerCell cell;
    const char *group = nullptr;
    double weight = 1.0;
};

Cell ledgerDay(const QString &text)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (day.isValid())
        return day;
    const QDateTime instant = core::fromInstantText(text);
    return instant.isValid() ? Cell(instant) : Cell(text);
}

Cell ledgerCost(const Hazard &row)
{
    return row.hasCost ? Cell(documents::Money{row.costCents}) : Cell();
}

Cell ledgerPhotos(const QStringList &photos)
{
    return photos.isEmpty() ? Cell() : Cell(qint64(photos.size()));
}

// One cell for several facts: each on a line of its own, empty ones left out.
Cell ledgerLines(const QStringList &lines)
{
    QStringList filled;
    for (const QString &line : lines) {
        if (!line.isEmpty())
            filled.append(line);
    }
    return filled.join(u'\n');
}

QString ledgerLabelled(const char *label, const QString &text)
{
    return text.isEmpty() ? QString()
                          //: name of a fact and its value
                          : QCoreApplication::translate("hazards", "%1: %2")
                                    .arg(QCoreApplication::translate("hazards", label), text);
}

QString ledgerRepeat(const Hazard &row)
{
    return row.isRepeat ? QCoreApplication::translate("hazards", "yes") : QString();
}

const LedgerColumn tableColumns[] = {
        {"number", QT_TRANSLATE_NOOP("hazards", "Number"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.number; }},
        {"found_on", QT_TRANSLATE_NOOP("hazards", "Found on"), ColumnKind::Date,
         [](const Hazard &row, const LedgerContext &) { return ledgerDay(row.foundOn); }},
        {"check_type", QT_TRANSLATE_NOOP("hazards", "Kind of check"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) -> Cell {
             return context.code(u"check_type"_s, row.checkType);
         }},
        {"found_by", QT_TRANSLATE_NOOP("hazards", "Found by"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.foundByName; }},
        {"area", QT_TRANSLATE_NOOP("hazards", "Area"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.areaPath; }},
        {"place_text", QT_TRANSLATE_NOOP("hazards", "Place"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.place; }},
        {"equipment", QT_TRANSLATE_NOOP("hazards", "Equipment"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.equipmentName; }},
        {"description", QT_TRANSLATE_NOOP("hazards", "Description"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.description; }},
        {"category", QT_TRANSLATE_NOOP("hazards", "Category"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) -> Cell {
             return context.code(u"category"_s, row.category);
         }},
        {"accident_types", QT_TRANSLATE_NOOP("hazards", "Possible accident types"),
         ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) -> Cell {
             return context.accidentTypes(row);
         }},
        {"grade", QT_TRANSLATE_NOOP("hazards", "Hazard grade"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) -> Cell {
             return context.code(u"grade"_s, row.grade);
         }},
        {"response_colour", QT_TRANSLATE_NOOP("hazards", "Response colour"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) -> Cell {
             return context.code(u"response_colour"_s, row.colour);
         }},
        {"legal_basis", QT_TRANSLATE_NOOP("hazards", "Legal basis"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.legalBasis; }},
        {"before_photos", QT_TRANSLATE_NOOP("hazards", "Photos before"), ColumnKind::Integer,
         [](const Hazard &row, const LedgerContext &) { return ledgerPhotos(row.beforePhotos); }},
        {"measure", QT_TRANSLATE_NOOP("hazards", "Measure"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.measure; }},
        {"responsible_area", QT_TRANSLATE_NOOP("hazards", "Responsible unit"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.responsibleUnit; }},
        {"responsible", QT_TRANSLATE_NOOP("hazards", "Responsible person"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.responsibleName; }},
        {"cost", QT_TRANSLATE_NOOP("hazards", "Cost (yuan)"), ColumnKind::Money,
         [](const Hazard &row, const LedgerContext &) { return ledgerCost(row); }},
        {"deadline", QT_TRANSLATE_NOOP("hazards", "Deadline"), ColumnKind::Date,
         [](const Hazard &row, const LedgerContext &) { return ledgerDay(row.deadline); }},
        {"interim_measure", QT_TRANSLATE_NOOP("hazards", "Interim measure"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.interimMeasure; }},
        {"completed_on", QT_TRANSLATE_NOOP("hazards", "Completed on"), ColumnKind::Date,
         [](const Hazard &row, const LedgerContext &) { return ledgerDay(row.completedOn); }},
        {"after_photos", QT_TRANSLATE_NOOP("hazards", "Photos after"), ColumnKind::Integer,
         [](const Hazard &row, const LedgerContext &) { return ledgerPhotos(row.afterPhotos); }},
        {"reviewer", QT_TRANSLATE_NOOP("hazards", "Reviewer"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.reviewerName; }},
        {"reviewed_on", QT_TRANSLATE_NOOP("hazards", "Reviewed on"), ColumnKind::Date,
         [](const Hazard &row, const LedgerContext &) { return ledgerDay(row.reviewedOn); }},
        {"review_opinion", QT_TRANSLATE_NOOP("hazards", "Review opinion"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.reviewOpinion; }},
        {"supervisor", QT_TRANSLATE_NOOP("hazards", "Supervising unit or person"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.supervisor; }},
        {"state", QT_TRANSLATE_NOOP("hazards", "State"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) -> Cell {
             return context.spec.stateLabel(row.state);
         }},
        {"closed_on", QT_TRANSLATE_NOOP("hazards", "Closed on"), ColumnKind::Date,
         [](const Hazard &row, const LedgerContext &) { return ledgerDay(row.closedOn); }},
        {"is_repeat", QT_TRANSLATE_NOOP("hazards", "Repeated"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return ledgerRepeat(row); }},
        {"remark", QT_TRANSLATE_NOOP("hazards", "Remark"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.remark; }},
};

const char *const findingGroup = QT_TRANSLATE_NOOP("hazards", "Finding");
const char *const rectifyingGroup = QT_TRANSLATE_NOOP("hazards", "Rectification");
const char *const reviewGroup = QT_TRANSLATE_NOOP("hazards", "Review");

QString lastPart(const QString &path)
{
    return path.section(u" / "_s, -1);
}

const LedgerColumn paperColumns[] = {
        {"number", QT_TRANSLATE_NOOP("hazards", "Number"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.number; }},
        {"found_on", QT_TRANSLATE_NOOP("hazards", "Found on"), ColumnKind::Date,
         [](const Hazard &row, const LedgerContext &) { return ledgerDay(row.foundOn); },
         findingGroup},
        {"found_by", QT_TRANSLATE_NOOP("hazards", "Kind of check, found by"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) {
             return ledgerLines({context.code(u"check_type"_s, row.checkType), row.foundByName});
         },
         findingGroup},
        {"place", QT_TRANSLATE_NOOP("hazards", "Area, place, equipment"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) {
             return ledgerLines({lastPart(row.areaPath), row.place, row.equipmentName});
         },
         findingGroup},
        {"description", QT_TRANSLATE_NOOP("hazards", "Description"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) -> Cell { return row.description; },
         findingGroup, 2.0},
        {"category", QT_TRANSLATE_NOOP("hazards", "Category, possible accidents"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) {
             return ledgerLines(
                     {context.code(u"category"_s, row.category), context.accidentTypes(row)});
         },
         findingGroup},
        {"grade", QT_TRANSLATE_NOOP("hazards", "Grade, legal basis"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &context) {
             return ledgerLines({context.code(u"grade"_s, row.grade), row.legalBasis});
         },
         findingGroup},
        {"measure", QT_TRANSLATE_NOOP("hazards", "Measure, interim measure"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) {
             return ledgerLines(
                     {row.measure,
                      ledgerLabelled(QT_TRANSLATE_NOOP("hazards", "Interim"), row.interimMeasure)});
         },
         rectifyingGroup, 2.0},
        {"responsible", QT_TRANSLATE_NOOP("hazards", "Responsible unit, person"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) {
             return ledgerLines({lastPart(row.responsibleUnit), row.responsibleName});
         },
         rectifyingGroup},
        {"cost", QT_TRANSLATE_NOOP("hazards", "Cost (yuan)"), ColumnKind::Money,
         [](const Hazard &row, const LedgerContext &) { return ledgerCost(row); }, rectifyingGroup},
        {"deadline", QT_TRANSLATE_NOOP("hazards", "Deadline"), ColumnKind::Date,
         [](const Hazard &row, const LedgerContext &) { return ledgerDay(row.deadline); },
         rectifyingGroup},
        {"completed_on", QT_TRANSLATE_NOOP("hazards", "Completed on"), ColumnKind::Date,
         [](const Hazard &row, const LedgerContext &) { return ledgerDay(row.completedOn); },
         rectifyingGroup},
        {"photos", QT_TRANSLATE_NOOP("hazards", "Photos before, after"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) -> Cell {
             const auto both =
                     u"%1 / %2"_s.arg(row.beforePhotos.size()).arg(row.afterPhotos.size());
             return row.beforePhotos.isEmpty() && row.afterPhotos.isEmpty() ? QString() : both;
         },
         rectifyingGroup},
        {"reviewer", QT_TRANSLATE_NOOP("hazards", "Reviewer, day"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &) {
             return ledgerLines({row.reviewerName, row.reviewedOn, row.secondReviewerName,
                                 row.secondReviewedOn});
         },
         reviewGroup},
        {"review_opinion", QT_TRANSLATE_NOOP("hazards", "Opinion"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) {
             return ledgerLines({row.reviewOpinion, row.secondOpinion});
         },
         reviewGroup},
        {"closed_on", QT_TRANSLATE_NOOP("hazards", "State, closed on"), ColumnKind::Text,
         [](const Hazard &row, const LedgerContext &context) {
             return ledgerLines({context.spec.stateLabel(row.state), row.closedOn});
         },
         reviewGroup},
        {"remark", QT_TRANSLATE_NOOP("hazards", "Supervision, remark"), ColumnKind::LongText,
         [](const Hazard &row, const LedgerContext &) {
             return ledgerLines(
                     {ledgerLabelled(QT_TRANSLATE_NOOP("hazards", "Supervision"), row.supervisor),
                      row.isRepeat ? QCoreApplication::translate("hazards", "Repeated") : QString(),
                      row.remark});
         }},
};

QList<LedgerColumn> ledgerColumns(LedgerForm form)
{
    if (form == LedgerForm::Table)
        return QList<LedgerColumn>(std::begin(tableColumns), std::end(tableColumns));
    return QList<LedgerColumn>(std::begin(paperColumns), std::end(paperColumns));
}

documents::RowSource ledgerRows(const store::Store &store, const HazardFilter &filter,
                                const QList<LedgerColumn> &columns)
{
    return [&store, filter, columns](const documents::TakeRow &take,
                                     core::Progress &progress) -> core::Result<> {
        const auto connection = store.connect();
        if (!connection)
            return core::passOn(connection);
        auto book = plant::CodeBook::load(*connection);
        if (!book)
            return core::passOn(book);
        const LedgerContext context{*store.schema().find(u"hazard"_s), std::move(*book)};
        qint64 serial = 0;
        return eachWhile(*connection, filter, progress, [&](const Hazard &hazard) {
            documents::Row row{.reference = {u"hazard"_s, core::toText(hazard.id)}};
            row.cells.append(++serial);
            for (const LedgerColumn &column : columns)
                row.cells.append(column.cell(hazard, context));
            return take(row);
        });
    };
}

}

core::Result<documents::Report> ledgerReport(const store::Store &store, const HazardFilter &filter,
                                             const QString &madeBy, LedgerForm form)
{
    const auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    const auto words = inWords(*connection, store.schema(), filter);
    if (!words)
        return core::passOn(words);
    const auto number = count(*connection, filter);
    if (!number)
        return core::passOn(number);

    documents::Report report;
    report.title =
            QCoreApplication::translate("hazards", "Ledger of hazard investigation and treatment");
    const auto day = [](const QDate &date) {
        return date.isValid() ? date.toString(Qt::ISODate) : u"…"_s;
    };
    report.facts = {{QCoreApplication::translate("hazards", "Period"),
                     filter.foundFrom.isValid() || filter.foundTo.isValid()
                             ? QCoreApplication::translate("hazards", "%1 to %2")
                                       .arg(day(filter.foundFrom), day(filter.foundTo))
                             : QCoreApplication::translate("hazards", "from the beginning")},
                    {QCoreApplication::translate("hazards", "Base"), *words},
                    {QCoreApplication::translate("hazards", "Hazards"), QString::number(*number)}};
    report.plantName = store.plant().name;
    report.madeBy = madeBy;
    report.madeAt = QDateTime::fromMSecsSinceEpoch(store.clock().now(), Qt::UTC);
    report.zone = QTimeZone(store.plant().timeZone);
    report.paper = form == LedgerForm::Paper ? documents::Paper::A4Landscape
                                             : documents::Paper::A3Landscape;
    report.expectedRows = int(*number);
    report.emptyText = QCoreApplication::translate("hazards", "No hazard fits these conditions.");
    report.signatures = {QCoreApplication::translate("hazards", "Prepared by"),
                         QCoreApplication::translate("hazards", "Checked by"),
                         QCoreApplication::translate("hazards", "Approved by")};
    const QList<LedgerColumn> columns = ledgerColumns(form);
    report.columns.append({.key = u"serial"_s,
                           .title = QCoreApplication::translate("hazards", "No."),
                           .kind = ColumnKind::Integer});
    for (const LedgerColumn &column : columns) {
        documents::Column made{.key = QString::fromLatin1(column.key),
                               .title = QCoreApplication::translate("hazards", column.title),
                               .kind = column.kind,
                               .weight = column.weight};
        if (column.group)
            made.groups = {QCoreApplication::translate("hazards", column.group)};
        report.columns.append(made);
    }
    report.rows = ledgerRows(store, filter, columns);
    return report;
}

}
