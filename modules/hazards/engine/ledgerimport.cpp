// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgerimport.h"

#include "hazards/engine/importfields.h"
#include "hazards/engine/ledgerrow.h"
#include "store/connection.h"
#include "store/statement.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

constexpr int sampleRows = 1000;

QString fingerprintOf(const tables::Layout &layout)
{
    return QString::fromLatin1(
            QCryptographicHash::hash(layout.signature().toUtf8(), QCryptographicHash::Sha256)
                    .left(16)
                    .toHex());
}

core::Result<tables::Layout> layoutOf(tables::Book &book, const QString &sheet,
                                      core::Progress &progress)
{
    if (sheet.isEmpty())
        return tables::analyseBook(book, progress);
    QStringList names;
    for (int i = 0; i < book.sheets().size(); ++i) {
        if (book.sheets().at(i).name == sheet)
            return tables::analyseSheet(book, i, progress);
        names += book.sheets().at(i).name;
    }
    return core::fail(
            core::ErrorCode::NotFound,
            QCoreApplication::translate("hazards", "%1 has no sheet “%2”. Its sheets are: %3")
                    .arg(book.fileName(), sheet, names.join(u", "_s)));
}

core::Result<QList<ColumnSample>> samplesOf(tables::Book &book, const tables::Layout &layout,
                                            core::Progress &progress)
{
    QList<ColumnSample> samples(layout.columns.size());
    int rows = 0;
    const auto done = tables::readRecords(
            book, layout,
            [&](const tables::Record &record) {
                for (qsizetype i = 0; i < record.cells.size(); ++i) {
                    ++samples[i].rows;
                    if (!record.cells.at(i).isBlank())
                        samples[i].cells.append(record.cells.at(i));
                }
                return ++rows < sampleRows;
            },
            progress);
    if (!done)
        return core::passOn(done);
    return samples;
}

// What the notes below the data say, and the headings.
core::Result<LevelScale> scaleIn(tables::Book &book, const tables::Layout &layout,
                                 core::Progress &progress)
{
    constexpr qsizetype mostText = 20'000;
    QString text;
    for (const tables::Column &column : layout.columns)
        text += column.name + u'\n';
    if (layout.firstNotesRow > 0 || layout.firstHeaderRow > 1) {
        const auto done = book.readRows(
                layout.sheet,
                [&](const tables::Row &row) {
                    const bool isNote = layout.firstNotesRow > 0
                            && row.number >= layout.firstNotesRow
                            && row.number <= layout.lastNotesRow;
                    if (isNote || row.number < layout.firstHeaderRow) {
                        for (const tables::Cell &cell : row.cells)
                            text += cell.text.left(mostText) + u'\n';
                    }
                    const bool isOver = layout.firstNotesRow > 0
                            ? row.number >= layout.lastNotesRow
                            : row.number >= layout.firstHeaderRow;
                    return !isOver && text.size() < mostText;
                },
                progress);
        if (!done)
            return core::passOn(done);
    }
    return levelScaleOf(text);
}

core::Result<> makeMapping(const store::Connection &connection, const store::Schema &schema,
                           const QList<ColumnSample> &samples, const MappingOverride &wishes,
                           ImportPlan &plan)
{
    const EntityChoice choice =
            chooseEntity({plan.layout.title, plan.layout.sheetName, plan.layout.columns});
    plan.entity = wishes.entity.isEmpty() ? choice.entity : wishes.entity;
    plan.whyEntity = wishes.entity.isEmpty()
            ? choice.why
            : QCoreApplication::translate("hazards", "You chose it.");
    const store::EntitySpec *spec = schema.find(plan.entity);
    if (!spec) {
        return core::fail(
                core::ErrorCode::Invalid,
                QCoreApplication::translate("hazards", "A ledger cannot be taken over as “%1”.")
                        .arg(plan.entity));
    }
    const auto synonyms = plant::synonyms(connection, plan.entity);
    if (!synonyms)
        return core::passOn(synonyms);
    const auto codes = plant::CodeBook::load(connection);
    if (!codes)
        return core::passOn(codes);
    const MappingInput input{*spec, *synonyms, *codes, plan.layout, samples, wishes};
    auto columns = proposeMapping(input);
    if (!columns)
        return core::passOn(columns);
    plan.columns = std::move(*columns);
    plan.headerColumns = headerColumns(input, plan.columns);
    return {};
}

// One run over the rows of a plan.
class ImportRun
{
public:
    ImportRun(const ImportPlan &plan, RowReader &reader, const store::Connection &connection,
              store::Writer *writer)
        : m_plan(plan)
        , m_reader(reader)
        , m_writer(writer)
        , m_collector(plan)
        , m_findTwin(connection.handle(),
                     u"SELECT 1 FROM \"%1\" WHERE import_layout = ? AND import_row = ? AND "
                     "import_hash = ? AND is_void = 0 LIMIT 1"_s.arg(plan.entity))
    {
        if (writer)
            m_fields.emplace(*writer, plan);
    }

    core::Result<> take(const tables::Record &record)
    {
        DraftRow draft = m_reader.read(record);
        markEqual(draft);
        const auto isKnown = wasImported(draft);
        if (!isKnown)
            return core::passOn(isKnown);
        m_collector.take(record, draft.facts, draft.problems);
        if (*isKnown) {
            ++m_collector.facts().duplicates;
            return {};
        }
        ++m_collector.facts().imported;
        return m_writer ? write(draft) : core::Result<>();
    }

    FactCollector &collector() { return m_collector; }

private:
    core::Result<bool> wasImported(const DraftRow &draft)
    {
        const auto row = m_findTwin.bind(1, m_plan.fingerprint)
                                 .bind(2, qint64(draft.row))
                                 .bind(3, draft.hash)
                                 .next();
        m_findTwin.reset();
        return row;
    }

    void markEqual(DraftRow &draft)
    {
        const quint64 hash = draft.hash.left(16).toULongLong(nullptr, 16);
        const auto [first, isNew] = m_rows.try_emplace(hash, draft.row);
        if (isNew)
            return;
        draft.values.insert(ImportFields::equalRow.toString(), QString::number(first->second));
        draft.problems.append({draft.row,
                               {},
                               QString::number(first->second),
                               judged::noted.toString(),
                               QCoreApplication::translate(
                                       "hazards",
                                       "The row has the same content as row %1. Both are kept; "
                                       "this one is marked.")
                                       .arg(first->second)});
    }

    core::Result<> write(DraftRow &draft)
    {
        draft.values.insert(u"source"_s, u"import"_s);
        draft.values.insert(u"import_layout"_s, m_plan.fingerprint);
        draft.values.insert(u"import_row"_s, draft.row);
        draft.values.insert(u"import_hash"_s, draft.hash);
        if (auto done = m_fields->ensure(draft.values); !done)
            return done;
        const auto made = m_writer->create(m_plan.entity, draft.values, {}, draft.state);
        return made ? core::Result<>() : core::Result<>(core::passOn(made));
    }

    const ImportPlan &m_plan;
    RowReader &m_reader;
    store::Writer *m_writer;
    std::optional<ImportFields> m_fields;
    FactCollector m_collector;
    store::Statement m_findTwin;
    std::unordered_map<quint64, int> m_rows; // content -> first row of the file
};

core::Result<LedgerFacts> runOver(const store::Store &store, const ImportPlan &plan,
                                  const store::Connection &connection, store::Writer *writer,
                                  core::Progress &progress)
{
    const auto names = KnownNames::load(connection);
    if (!names)
        return core::passOn(names);
    auto book = tables::openBook(plan.path);
    if (!book)
        return core::passOn(book);
    const store::EntitySpec &spec = *store.schema().find(plan.entity);
    RowReader reader(plan, spec, *names, store.plant().timeZone);
    ImportRun run(plan, reader, connection, writer);
    core::Result<> failure;
    const auto read = tables::readRecords(
            **book, plan.layout,
            [&](const tables::Record &record) {
                failure = run.take(record);
                return bool(failure);
            },
            progress, [&](int row, tables::RowKind kind) { run.collector().skip(row, kind); });
    if (!failure)
        return core::passOn(failure);
    if (!read)
        return core::passOn(read);
    if (progress.isCanceled()) {
        return core::fail(
                core::ErrorCode::Cancelled,
                QCoreApplication::translate("hazards", "Stopped. Nothing was taken over."));
    }
    return run.collector().finished();
}

}

core::Result<ImportPlan> analyseLedger(const store::Store &store, const QString &path,
                                       const ImportOptions &options, core::Progress &progress)
{
    auto book = tables::openBook(path);
    if (!book)
        return core::passOn(book);
    ImportPlan plan;
    plan.path = path;
    plan.fileName = (*book)->fileName();
    plan.format = (*book)->format();
    auto layout = layoutOf(**book, options.sheet, progress);
    if (!layout)
        return core::passOn(layout);
    plan.layout = std::move(*layout);
    plan.fingerprint = fingerprintOf(plan.layout);
    const auto scale = scaleIn(**book, plan.layout, progress);
    if (!scale)
        return core::passOn(scale);
    plan.scale = *scale;
    return remapped(store, plan, options.mapping, progress);
}

core::Result<ImportPlan> remapped(const store::Store &store, const ImportPlan &plan,
                                  const MappingOverride &mapping, core::Progress &progress)
{
    auto book = tables::openBook(plan.path);
    if (!book)
        return core::passOn(book);
    const auto samples = samplesOf(**book, plan.layout, progress);
    if (!samples)
        return core::passOn(samples);
    const auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    ImportPlan next = plan;
    if (auto done = makeMapping(*connection, store.schema(), *samples, mapping, next); !done)
        return core::passOn(done);
    return next;
}

core::Result<ImportReport> runImport(store::Store &store, const QUuid &actor,
                                     const ImportPlan &plan, ImportMode mode,
                                     core::Progress &progress)
{
    ImportReport report;
    report.isDryRun = mode == ImportMode::DryRun;
    if (report.isDryRun) {
        const auto connection = store.connect();
        if (!connection)
            return core::passOn(connection);
        auto facts = runOver(store, plan, *connection, nullptr, progress);
        if (!facts)
            return core::passOn(facts);
        report.facts = std::move(*facts);
        return report;
    }
    auto writer = store::Writer::begin(
            store, actor,
            QCoreApplication::translate("hazards", "Ledger %1 taken over").arg(plan.fileName));
    if (!writer)
        return core::passOn(writer);
    auto facts = runOver(store, plan, writer->connection(), &*writer, progress);
    if (!facts)
        return core::passOn(facts);
    report.facts = std::move(*facts);
    if (report.facts.imported == 0)
        return report; // nothing to save, nothing to undo
    auto receipt = writer->commit();
    if (!receipt)
        return core::passOn(receipt);
    report.receipt = *receipt;
    return report;
}

}
