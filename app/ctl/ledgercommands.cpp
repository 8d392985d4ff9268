// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/hazardwriting.h"
#include "app/ctl/opening.h"
#include "app/ctl/words.h"
#include "core/ids.h"
#include "documents/engine/pdfwriter.h"
#include "documents/engine/xlsxreport.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardspecs.h"
#include "hazards/engine/hazardstore.h"
#include "hazards/engine/ledgerimport.h"
#include "hazards/engine/ledgerreport.h"
#include "plant/engine/person.h"
#include "store/history.h"
#include "tables/csvwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

core::Result<hazards::HazardFilter> filterOf(const Request &request, const store::Store &store,
                                             const store::Connection &connection)
{
    hazards::HazardFilter filter;
    filter.text = request.text(u"text"_s);
    filter.foundFrom = request.date(u"from"_s);
    filter.foundTo = request.date(u"to"_s);
    filter.openOnly = request.isSet(u"open"_s);
    filter.overdueOnly = request.isSet(u"overdue"_s);
    filter.moment = hazards::momentOf(store);
    const store::Workflow &workflow = *store.schema().find(u"hazard"_s)->workflow;
    const QStringList states = request.text(u"state"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &state : states) {
        if (!workflow.state(state)) {
            QStringList known;
            for (const store::StateSpec &each : workflow.states)
                known.append(each.key);
            return core::fail(core::ErrorCode::Invalid,
                              Words::tr("--%1 does not know “%2”. It knows: %3.")
                                      .arg(u"state"_s, state, known.join(u", "_s)));
        }
        filter.states.append(state);
    }
    const std::pair<QString, QString *> codes[] = {{u"grade"_s, &filter.grade},
                                                   {u"colour"_s, &filter.colour},
                                                   {u"check-type"_s, &filter.checkType},
                                                   {u"category"_s, &filter.category}};
    for (const auto &[option, target] : codes) {
        const auto code = codeFor(connection, option, request.text(option));
        if (!code)
            return core::passOn(code);
        *target = *code;
    }
    const auto area = areaFor(connection, request.text(u"area"_s));
    const auto equipment = equipmentFor(connection, request.text(u"equipment"_s));
    const auto responsible = personFor(connection, request.text(u"responsible"_s));
    for (const auto *found : {&area, &equipment, &responsible}) {
        if (!*found)
            return core::passOn(*found);
    }
    filter.area = *area;
    filter.equipment = *equipment;
    filter.responsible = *responsible;
    if (request.isSet(u"ascending"_s))
        filter.direction = Qt::AscendingOrder;
    return filter;
}

core::Result<Answer> list(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const store::Store &store = (*opened)->store();
    const store::Connection &connection = (*opened)->connection();
    const auto filter = filterOf(request, store, connection);
    if (!filter)
        return core::passOn(filter);
    constexpr qint64 UsualMost = 100;
    const qint64 most = request.integer(u"limit"_s).value_or(UsualMost);
    const auto total = hazards::count(connection, *filter);
    if (!total)
        return core::passOn(total);
    const auto rows = hazards::findRows(connection, *filter, most);
    if (!rows)
        return core::passOn(rows);
    const auto page = hazards::fetch(connection, *rows);
    if (!page)
        return core::passOn(page);
    const store::EntitySpec &spec = *store.schema().find(u"hazard"_s);
    Answer answer;
    QJsonArray found;
    for (const hazards::Hazard &hazard : *page) {
        const bool isOverdue = hazards::isOverdue(hazard, filter->moment);
        QJsonObject json = hazardJson(hazard);
        json.insert(u"overdue"_s, isOverdue);
        found.append(json);
        answer.lines << QStringList{hazard.number,
                                    hazard.foundOn,
                                    spec.stateLabel(hazard.state),
                                    isOverdue ? Words::tr("overdue") : QString(),
                                    hazard.areaPath,
                                    hazard.description.simplified()}
                                .join(u'\t');
    }
    if (*total > found.size())
        answer.lines
                << Words::tr("%1 of %2 shown; --limit shows more.").arg(found.size()).arg(*total);
    answer.json = {{u"hazards"_s, found}, {u"count"_s, found.size()}, {u"total"_s, *total}};
    return answer;
}

QVariant csvValue(const documents::Cell &cell, const QTimeZone &zone)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return *text;
    if (const auto *number = std::get_if<qint64>(&cell))
        return *number;
    if (const auto *number = std::get_if<double>(&cell))
        return *number;
    if (const auto *money = std::get_if<documents::Money>(&cell))
        return QString::number(double(money->fen) / 100, 'f', 2);
    if (const auto *day = std::get_if<QDate>(&cell))
        return day->toString(Qt::ISODate);
    if (const auto *instant = std::get_if<QDateTime>(&cell))
        return instant->toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm"_s);
    return {};
}

core::Result<> writeCsv(const documents::Report &report, const QString &path,
                        core::Progress &progress)
{
    QStringList titles;
    for (const documents::Column &column : report.columns)
        titles.append(column.title);
    auto writer = tables::CsvWriter::create(path, titles);
    if (!writer)
        return core::passOn(writer);
    core::Result<> written;
    auto done = report.rows(
            [&](const documents::Row &row) {
                QVariantList values;
                for (qsizetype i = 0; i < titles.size(); ++i)
                    values.append(csvValue(row.cells.value(i), report.zone));
                written = (*writer)->writeRow(values);
                return bool(written) && !progress.isCanceled();
            },
            progress);
    if (!done)
        return done;
    if (!written)
        return written;
    if (progress.isCanceled())
        return core::fail(core::ErrorCode::Cancelled, {});
    return (*writer)->finish();
}

core::Result<Answer> exportLedger(const Request &request)
{
    const QString path = request.argument(0);
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!QStringList{u"csv"_s, u"xlsx"_s, u"pdf"_s}.contains(suffix))
        return core::fail(core::ErrorCode::Invalid,
                          Words::tr("%1: the name has to end in .xlsx, .csv or .pdf.").arg(path));
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const store::Store &store = (*opened)->store();
    const store::Connection &connection = (*opened)->connection();
    const auto filter = filterOf(request, store, connection);
    if (!filter)
        return core::passOn(filter);
    QString madeBy;
    if (!request.login().isEmpty()) {
        const auto id = (*opened)->actor(request);
        if (!id)
            return core::passOn(id);
        const auto person = plant::findPerson(connection, *id);
        if (!person)
            return core::passOn(person);
        madeBy = (*person)->name;
    }
    const auto report = hazards::ledgerReport(store, *filter, madeBy,
                                              suffix == "pdf"_L1 ? hazards::LedgerForm::Paper
                                                                 : hazards::LedgerForm::Table);
    if (!report)
        return core::passOn(report);
    auto done = suffix == "pdf"_L1 ? documents::writePdf(*report, path, request.progress())
            : suffix == "xlsx"_L1  ? documents::writeXlsx(*report, path, request.progress())
                                   : writeCsv(*report, path, request.progress());
    if (!done)
        return core::passOn(done);
    const auto total = hazards::count(connection, *filter);
    if (!total)
        return core::passOn(total);
    Answer answer;
    const QString shown = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    answer.json = {
            {u"file"_s, shown}, {u"hazards"_s, *total}, {u"bytes"_s, QFileInfo(path).size()}};
    answer.lines << Words::tr("Wrote %1: %2 hazards.").arg(shown).arg(*total);
    return answer;
}

core::Result<Answer> importLedger(const Request &request)
{
    const bool isDryRun = request.isSet(u"dry-run"_s);
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    store::Store &store = (*opened)->store();
    // Looking needs nobody; taking over does.
    const auto actor = isDryRun && request.login().isEmpty() ? core::Result<QUuid>(QUuid())
                                                             : (*opened)->actor(request);
    if (!actor)
        return core::passOn(actor);
    hazards::ImportOptions options{.sheet = request.text(u"sheet"_s)};
    if (request.isSet(u"mapping"_s)) {
        const auto mapping = hazards::readMappingFile(request.text(u"mapping"_s));
        if (!mapping)
            return core::passOn(mapping);
        options.mapping = *mapping;
    }
    const auto plan =
            hazards::analyseLedger(store, request.argument(0), options, request.progress());
    if (!plan)
        return core::passOn(plan);
    const auto report =
            hazards::runImport(store, *actor, *plan,
                               isDryRun ? hazards::ImportMode::DryRun : hazards::ImportMode::Write,
                               request.progress());
    if (!report)
        return core::passOn(report);
    const hazards::LedgerFacts &facts = report->facts;
    Answer answer;
    answer.json = hazards::ledgerFactsToJson(facts);
    answer.json.insert(u"entity"_s, plan->entity);
    answer.json.insert(u"dry_run"_s, isDryRun);
    answer.lines << Words::tr("Sheet %1, rows %2 to %3: read %4, taken over %5, known already %6, "
                              "left out %7.")
                            .arg(facts.sheet)
                            .arg(facts.firstDataRow)
                            .arg(facts.lastDataRow)
                            .arg(facts.read)
                            .arg(facts.imported)
                            .arg(facts.duplicates)
                            .arg(facts.skipped);
    if (isDryRun)
        answer.lines << Words::tr("Only tried: nothing was written.");
    for (const hazards::ImportProblem &problem : facts.problems)
        answer.lines << QStringList{QString::number(problem.row), problem.column,
                                    problem.value.simplified(),
                                    hazards::actionLabel(problem.action), problem.why}
                                .join(u'\t');
    return answer;
}

core::Result<Answer> undo(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const auto actor = (*opened)->actor(request);
    if (!actor)
        return core::passOn(actor);
    const auto report = store::undoLast((*opened)->store(), *actor, request.progress());
    if (!report)
        return core::passOn(report);
    const QString label = report->action.label;
    const bool isTaken = report->receipt.operations > 0;
    Answer answer;
    answer.json = {{u"undone"_s, isTaken ? label : QString()},
                   {u"action"_s, label},
                   {u"operations"_s, report->receipt.operations},
                   {u"kept"_s, QJsonArray::fromStringList(report->kept)}};
    answer.isGood = isTaken;
    if (!isTaken)
        answer.lines << Words::tr("Nothing was taken back of: %1").arg(label);
    else if (report->kept.isEmpty())
        answer.lines << Words::tr("Taken back: %1").arg(label);
    else
        answer.lines << Words::tr("Taken back in part: %1").arg(label);
    if (!report->kept.isEmpty())
        answer.lines << Words::tr("What stays as it is:");
    for (const QString &kept : report->kept)
        answer.lines << u"  "_s + kept;
    return answer;
}

QList<Option> filterOptions()
{
    const char *const code = QT_TRANSLATE_NOOP("ctl", "code");
    const char *const day = QT_TRANSLATE_NOOP("ctl", "day");
    return {{u"state"_s, code,
             QT_TRANSLATE_NOOP("ctl", "Only in this state; several with a comma between.")},
            {u"grade"_s, code, QT_TRANSLATE_NOOP("ctl", "general or major.")},
            {u"colour"_s, code,
             QT_TRANSLATE_NOOP("ctl", "Response colour: red, orange, yellow, blue.")},
            {u"check-type"_s, code, QT_TRANSLATE_NOOP("ctl", "Kind of check: code or label.")},
            {u"category"_s, code, QT_TRANSLATE_NOOP("ctl", "Category: code or label.")},
            {u"area"_s, QT_TRANSLATE_NOOP("ctl", "area"),
             QT_TRANSLATE_NOOP("ctl", "Name, code or full name of an area.")},
            {u"equipment"_s, code, QT_TRANSLATE_NOOP("ctl", "Code of the machine.")},
            {u"responsible"_s, QT_TRANSLATE_NOOP("ctl", "person"),
             QT_TRANSLATE_NOOP("ctl", "Who is responsible.")},
            {u"text"_s, QT_TRANSLATE_NOOP("ctl", "text"),
             QT_TRANSLATE_NOOP("ctl", "What stands in number, description, place or measure.")},
            {u"from"_s, day, QT_TRANSLATE_NOOP("ctl", "Found on this day or later."), Kind::Date},
            {u"to"_s, day, QT_TRANSLATE_NOOP("ctl", "Found on this day or earlier."), Kind::Date},
            {u"open"_s, "", QT_TRANSLATE_NOOP("ctl", "Only those that need somebody to act."),
             Kind::Flag},
            {u"overdue"_s, "", QT_TRANSLATE_NOOP("ctl", "Only those past their deadline."),
             Kind::Flag},
            {u"ascending"_s, "", QT_TRANSLATE_NOOP("ctl", "The oldest first."), Kind::Flag}};
}

}

QList<Command> ledgerCommands()
{
    const Command exporting{.group = u"ledger"_s,
                            .name = u"export"_s,
                            .arguments = u"OUT.{xlsx,csv,pdf}"_s,
                            .mostArguments = 1,
                            .fewestArguments = 1,
                            .summary = QT_TRANSLATE_NOOP("ctl", "Write the ledger to a file."),
                            .options = filterOptions(),
                            .run = exportLedger,
                            .needsFonts = true};
    Command reporting = exporting;
    reporting.group = u"report"_s;
    reporting.name = u"ledger"_s;
    reporting.summary = QT_TRANSLATE_NOOP("ctl", "The ledger of hazards as the law asks for it.");
    return {{.group = u"ledger"_s,
             .name = u"list"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "The hazards, newest first."),
             .options = filterOptions()
                     + QList<Option>{{u"limit"_s, QT_TRANSLATE_NOOP("ctl", "number"),
                                      QT_TRANSLATE_NOOP("ctl", "At most so many; 100 unless told."),
                                      Kind::Integer}},
             .run = list},
            {.group = u"ledger"_s,
             .name = u"import"_s,
             .arguments = u"FILE"_s,
             .mostArguments = 1,
             .fewestArguments = 1,
             .summary = QT_TRANSLATE_NOOP("ctl", "Take over a ledger out of a spreadsheet."),
             .options = {{u"sheet"_s, QT_TRANSLATE_NOOP("ctl", "name"),
                          QT_TRANSLATE_NOOP("ctl", "The sheet; the most likely one unless told.")},
                         {u"mapping"_s, QT_TRANSLATE_NOOP("ctl", "file"),
                          QT_TRANSLATE_NOOP("ctl",
                                            "JSON file that says which column is which "
                                            "field.")},
                         {u"dry-run"_s, "", QT_TRANSLATE_NOOP("ctl", "Only try; write nothing."),
                          Kind::Flag}},
             .run = importLedger},
            exporting,
            {.group = u"ledger"_s,
             .name = u"undo"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "Take back what you did last."),
             .run = undo},
            reporting};
}

}
