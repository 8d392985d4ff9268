// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgerimport.h"

#include "hazards/engine/draftspool.h"
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

// Whether a row of this layout was taken over before.
class TwinSearch
{
public:
    TwinSearch(const ImportPlan &plan, const store::Connection &connection)
        : m_fingerprint(plan.fingerprint)
        , m_find(connection.handle(),
                 u"SELECT 1 FROM \"%1\" WHERE import_layout = ? AND import_row = ? AND "
                 "import_hash = ? AND is_void = 0 LIMIT 1"_s.arg(plan.entity))
    {
    }

    core::Result<bool> has(int rowNumber, const QString &hash)
    {
        const auto row =
                m_find.bind(1, m_fingerprint).bind(2, qint64(rowNumber)).bind(3, hash).next();
        m_find.reset();
        return row;
    }

private:
    QString m_fingerprint;
    store::Statement m_find;
};

// One reading of the rows of a plan: judged, and kept for the writing if there is a spool.
class ImportRun
{
public:
    ImportRun(const ImportPlan &plan, RowReader &reader, const store::Connection &connection,
              DraftSpool *spool)
        : m_reader(reader)
        , m_spool(spool)
        , m_collector(plan)
        , m_twins(plan, connection)
    {
    }

    core::Result<> take(const tables::Record &record)
    {
        DraftRow draft = m_reader.read(record);
        markEqual(draft);
        const auto isKnown = m_twins.has(draft.row, draft.hash);
        if (!isKnown)
            return core::passOn(isKnown);
        m_collector.take(record, draft.facts, draft.problems);
        if (*isKnown) {
            ++m_collector.facts().duplicates;
            return {};
        }
        ++m_collector.facts().imported;
        return m_spool ? m_spool->add({draft.row, draft.values, draft.state, draft.hash})
                       : core::Result<>();
    }

    FactCollector &collector() { return m_collector; }

private:
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

    RowReader &m_reader;
    DraftSpool *m_spool;
    FactCollector m_collector;
    TwinSearch m_twins;
    std::unordered_map<quint64, int> m_rows; // content -> first row of the file
};

core::Error importStopped()
{
    return {core::ErrorCode::Cancelled,
            QCoreApplication::translate("hazards", "Stopped. Nothing was taken over."),
            {}};
}

// The rows that were read, in one save. What another import took over meanwhile is left out.
core::Result<> writeRows(store::Writer &writer, const ImportPlan &plan, DraftSpool &spool,
                         LedgerFacts &facts, core::Progress &progress)
{
    constexpr int rowsPerLook = 200;
    ImportFields fields(writer, plan);
    TwinSearch twins(plan, writer.connection());
    int written = 0;
    progress.setRange(spool.size());
    return spool.forEach([&](SpooledRow &row) -> core::Result<> {
        if (++written % rowsPerLook == 0)
            progress.setValue(written);
        if (progress.isCanceled())
            return tl::unexpected(importStopped());
        const auto isKnown = twins.has(row.row, row.hash);
        if (!isKnown)
            return core::passOn(isKnown);
        if (*isKnown) {
            --facts.imported;
            ++facts.duplicates;
            return {};
        }
        row.values.insert(u"source"_s, u"import"_s);
        row.values.insert(u"import_layout"_s, plan.fingerprint);
        row.values.insert(u"import_row"_s, row.row);
        row.values.insert(u"import_hash"_s, row.hash);
        if (auto done = fields.ensure(row.values); !done)
            return done;
        const auto made = writer.create(plan.entity, row.values, {}, row.state);
        return made ? core::Result<>() : core::Result<>(core::passOn(made));
    });
}

core::Result<LedgerFacts> runOver(const store::Store &store, const ImportPlan &plan,
                                  const store::Connection &connection, DraftSpool *spool,
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
    ImportRun run(plan, reader, connection, spool);
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
    if (progress.isCanceled())
        return tl::unexpected(importStopped());
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
    DraftSpool spool;
    {
        const auto connection = store.connect();
        if (!connection)
            return core::passOn(connection);
        auto facts =
                runOver(store, plan, *connection, report.isDryRun ? nullptr : &spool, progress);
        if (!facts)
            return core::passOn(facts);
        report.facts = std::move(*facts);
    }
    if (spool.size() == 0)
        return report; // nothing to save, nothing to undo
    // Only now: others could save while the file was read.
    auto writer = store::Writer::begin(
            store, actor,
            QCoreApplication::translate("hazards", "Ledger %1 taken over").arg(plan.fileName));
    if (!writer)
        return core::passOn(writer);
    if (auto done = writeRows(*writer, plan, spool, report.facts, progress); !done)
        return core::passOn(done);
    if (report.facts.imported == 0)
        return report;
    auto receipt = writer->commit();
    if (!receipt)
        return core::passOn(receipt);
    report.receipt = *receipt;
    return report;
}

}
