// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/specs.h"
#include "benchmarks/measuring.h"
#include "hazards/engine/ledgerimport.h"
#include "support/teststore.h"
#include "tables/sheetwriter.h"

#include <QCoreApplication>
#include <QXmlStreamReader>
#include <minizip/unzip.h>

using namespace Qt::StringLiterals;
using measuring::must;

// A ledger of 10,000 rows taken over, beside the bare unpacking and parsing of the same file.
namespace {

constexpr int Rows = 10'000;

class Ledger
{
public:
    Ledger()
    {
        using tables::ColumnType;
        auto writer = must(tables::SheetWriter::create(
                path(),
                {.name = u"台账"_s,
                 .title = u"隐患排查治理台账"_s,
                 .columns = {{u"序号"_s, ColumnType::Integer},
                             {u"检查日期"_s, ColumnType::Date},
                             {u"检查人"_s},
                             {u"隐患部位"_s},
                             {u"隐患描述"_s, ColumnType::WrappedText},
                             {u"隐患等级"_s},
                             {u"整改措施"_s, ColumnType::WrappedText},
                             {u"整改责任人"_s},
                             {u"整改期限"_s, ColumnType::Date},
                             {u"完成情况"_s},
                             {u"整改费用（元）"_s, ColumnType::Amount}}}));
        for (int row = 0; row < Rows; ++row) {
            const QDate found = QDate(2024, 1, 2).addDays(row / 14);
            must(writer->writeRow(
                    {row + 1, found, u"甲%1"_s.arg(row % 40), u"车间%1"_s.arg(row % 12),
                     u"防护罩固定螺栓松动，存在卷入风险，编号 %1"_s.arg(row),
                     row % 50 == 0 ? u"重大"_s : u"一般"_s, u"停机紧固并复核"_s,
                     u"乙%1"_s.arg(row % 30), found.addDays(7), u"已完成"_s, row % 300}));
        }
        must(writer->finish());
    }
    QString path() const { return m_folder.filePath(u"ledger.xlsx"_s); }

private:
    QTemporaryDir m_folder;
};

const Ledger &ledger()
{
    static const Ledger made;
    return made;
}

void importLedger(benchmark::State &state)
{
    const QString path = ledger().path();
    const store::Schema schema = app::createSchema();
    double growth = 0; // the first round shows it; later ones use again what it took
    for (auto _ : state) {
        state.PauseTiming();
        TestStore made(schema);
        const QUuid actor = core::makeUuid7(1, made.rng());
        measuring::forgetPeak();
        const double before = measuring::memoryMiB("VmRSS");
        state.ResumeTiming();
        core::NoProgress progress;
        const auto plan = must(hazards::analyseLedger(made.store(), path, {}, progress));
        const auto report = must(hazards::runImport(made.store(), actor, plan,
                                                    hazards::ImportMode::Write, progress));
        state.PauseTiming();
        if (report.facts.imported != Rows)
            qFatal("%d rows instead of %d", report.facts.imported, Rows);
        state.counters["operations"] = double(report.receipt.operations);
        growth = std::max(growth, measuring::memoryMiB("VmHWM") - before);
        state.ResumeTiming();
    }
    state.counters["peak_growth_mib"] = growth;
    state.counters["peak_mib"] = measuring::memoryMiB("VmHWM");
    state.counters["rows_per_s"] = benchmark::Counter(double(Rows) * double(state.iterations()),
                                                      benchmark::Counter::kIsRate);
}

// Each part of the file unpacked and walked, nothing kept.
void bareUnpackAndParse(benchmark::State &state)
{
    const QByteArray path = ledger().path().toUtf8();
    double growth = 0; // the first round shows it; later ones use again what it took
    for (auto _ : state) {
        measuring::forgetPeak();
        const double before = measuring::memoryMiB("VmRSS");
        const unzFile zip = unzOpen64(path.constData());
        if (!zip)
            qFatal("cannot open the file");
        qint64 tokens = 0;
        for (int more = unzGoToFirstFile(zip); more == UNZ_OK; more = unzGoToNextFile(zip)) {
            unzOpenCurrentFile(zip);
            QXmlStreamReader xml;
            QByteArray piece(64 * 1024, Qt::Uninitialized);
            for (int got = 0;
                 (got = unzReadCurrentFile(zip, piece.data(), unsigned(piece.size()))) > 0;) {
                xml.addData(piece.left(got));
                while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::Invalid)
                    ++tokens;
            }
            unzCloseCurrentFile(zip);
        }
        unzClose(zip);
        benchmark::DoNotOptimize(tokens);
        state.counters["tokens"] = double(tokens);
        growth = std::max(growth, measuring::memoryMiB("VmHWM") - before);
    }
    state.counters["peak_growth_mib"] = growth;
    state.counters["peak_mib"] = measuring::memoryMiB("VmHWM");
    state.counters["rows_per_s"] = benchmark::Counter(double(Rows) * double(state.iterations()),
                                                      benchmark::Counter::kIsRate);
}

BENCHMARK(bareUnpackAndParse)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(importLedger)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();

}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
