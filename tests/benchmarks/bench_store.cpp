// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measuring.h"
#include "store/history.h"
#include "store/integrity.h"
#include "store/statement.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <memory>

using namespace Qt::StringLiterals;
using measuring::must;
using measuring::reportTimes;

// One save, one import and one rebuild on a store of 127,000 notes with ten operations each, each
// beside bare SQLite on the same disk in the same run. ANLAN_BENCH_RECORDS makes it smaller.
namespace {

store::Values valuesOf(int i)
{
    return {{u"title"_s, u"3号冲压机防护罩缺失 %1"_s.arg(i)},
            {u"body"_s,
             u"现场检查发现防护罩固定螺栓松动,存在卷入风险,需停机整改并复核。编号 %1"_s.arg(i)},
            {u"due"_s, u"2025-%1-15"_s.arg(i % 12 + 1, 2, 10, QLatin1Char('0'))},
            {u"cost"_s, i},
            {u"grade"_s, i % 9 == 0 ? u"high"_s : u"low"_s},
            {u"tags"_s, QJsonArray{u"机械"_s, u"冲压"_s}},
            {u"c.permit"_s, u"P-%1"_s.arg(i)}};
}

// Made once, used by all.
struct Big {
    Big()
        : made(schema)
        , anna(core::makeUuid7(1, made.rng()))
        , ben(core::makeUuid7(2, made.rng()))
    {
        const int records = qEnvironmentVariableIsSet("ANLAN_BENCH_RECORDS")
                ? qEnvironmentVariableIntValue("ANLAN_BENCH_RECORDS")
                : 127'000;
        for (int done = 0; done < records; done += 2000) {
            made.clock().advance(60'000);
            auto writer = must(store::Writer::begin(made.store(), anna, u"fill"_s));
            for (int i = done; i < std::min(done + 2000, records); ++i)
                ids.append(live(writer, i));
            must(writer.commit());
        }
    }

    // Ten operations, as a hazard has them.
    QUuid live(store::Writer &writer, int i)
    {
        const QString kind = u"note"_s;
        const QUuid id = must(writer.create(kind, valuesOf(i)));
        must(writer.set(kind, id, {{u"grade"_s, u"middle"_s}}));
        must(writer.set(kind, id, {{u"worker"_s, core::toText(anna)}}));
        must(writer.move(kind, id, u"doing"_s, {{u"owner"_s, core::toText(ben)}}));
        must(writer.append(kind, id, u"comments"_s, {{u"text"_s, u"已安排维修班处理"_s}}));
        must(writer.set(kind, id,
                        {{u"body"_s, u"防护罩已更换,螺栓已紧固。"_s}, {u"cost"_s, 12'000 + i}}));
        must(writer.add(kind, id, u"tags"_s, {u"已整改"_s}));
        must(writer.move(kind, id, u"done"_s, {{u"reviewer"_s, core::toText(ben)}}));
        must(writer.set(kind, id, {{u"c.remark"_s, u"复核合格"_s}}));
        must(writer.move(kind, id, u"filed"_s, {}));
        return id;
    }

    const store::Schema schema = noteSchema();
    TestStore made;
    QUuid anna;
    QUuid ben;
    QList<QUuid> ids;
};

Big &big()
{
    static Big store;
    return store;
}

class BareDatabase
{
public:
    BareDatabase()
    {
        sqlite3 *opened = nullptr;
        sqlite3_open(qPrintable(m_folder.filePath(u"bare.db"_s)), &opened);
        handle.reset(opened);
        for (const char *sql :
             {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
              "CREATE TABLE note(row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, number TEXT, "
              "state TEXT, created_at TEXT, ver TEXT, title TEXT, body TEXT, due TEXT, cost "
              "INTEGER, grade TEXT, tags TEXT, x TEXT)",
              "CREATE INDEX note_title ON note(title)"})
            must(store::execute(handle.get(), QString::fromLatin1(sql)));
        insert = store::Statement(
                handle.get(),
                u"INSERT INTO note(id, number, state, created_at, ver, title, body, due, cost, "
                u"grade, "
                "tags, x) VALUES (?, ?, 'open', '2025-10-09T00:00:00.000Z', ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    }
    ~BareDatabase() { insert = {}; }

    void write(int i)
    {
        const store::Values values = valuesOf(i);
        must(insert.bind(1, core::makeUuid7(i, m_rng))
                     .bind(2, u"N-2025-%1"_s.arg(i))
                     .bind(3, m_versions)
                     .bind(4, values[u"title"_s].toString())
                     .bind(5, values[u"body"_s].toString())
                     .bind(6, values[u"due"_s].toString())
                     .bind(7, qint64(i))
                     .bind(8, values[u"grade"_s].toString())
                     .bind(9, u"[\"机械\",\"冲压\"]"_s)
                     .bind(10, u"{\"c.permit\":\"P-1\"}"_s)
                     .run());
    }

private:
    QTemporaryDir m_folder;
    core::SeededRng m_rng{1};
    const QString m_versions = QString(160, u'v');

public:
    std::unique_ptr<sqlite3, int (*)(sqlite3 *)> handle{nullptr, sqlite3_close};
    store::Statement insert;
};

void saveOneEdit(benchmark::State &state)
{
    Big &all = big();
    std::vector<double> times;
    core::SeededRng rng(5);
    for (auto _ : state) {
        all.made.clock().advance(1000);
        QElapsedTimer watch;
        watch.start();
        auto writer = must(store::Writer::begin(all.made.store(), all.ben, u"edit"_s));
        must(writer.set(u"note"_s, all.ids.at(rng.below(all.ids.size())),
                        {{u"title"_s, u"改 %1"_s.arg(rng.below(1000))}, {u"cost"_s, 5}}));
        must(writer.commit());
        times.push_back(double(watch.nsecsElapsed()) / 1e6);
    }
    reportTimes(state, times);
}

void bareTransactionOfOneRow(benchmark::State &state)
{
    BareDatabase bare;
    std::vector<double> times;
    int i = 0;
    for (auto _ : state) {
        QElapsedTimer watch;
        watch.start();
        must(store::execute(bare.handle.get(), u"BEGIN IMMEDIATE"_s));
        bare.write(++i);
        must(store::execute(bare.handle.get(), u"COMMIT"_s));
        times.push_back(double(watch.nsecsElapsed()) / 1e6);
    }
    reportTimes(state, times);
}

void importTenThousand(benchmark::State &state)
{
    const store::Schema schema = noteSchema();
    for (auto _ : state) {
        state.PauseTiming();
        TestStore made(schema);
        const QUuid anna = core::makeUuid7(1, made.rng());
        state.ResumeTiming();
        auto writer = must(store::Writer::begin(made.store(), anna, u"import"_s));
        for (int i = 0; i < 10'000; ++i)
            must(writer.create(u"note"_s, valuesOf(i)));
        must(writer.commit());
    }
    state.counters["ops_per_s"] =
            benchmark::Counter(10'000. * double(state.iterations()), benchmark::Counter::kIsRate);
}

void bareInserts(benchmark::State &state)
{
    const auto rows = int(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        BareDatabase bare;
        state.ResumeTiming();
        must(store::execute(bare.handle.get(), u"BEGIN"_s));
        for (int i = 0; i < rows; ++i)
            bare.write(i);
        must(store::execute(bare.handle.get(), u"COMMIT"_s));
    }
    state.counters["rows_per_s"] = benchmark::Counter(double(rows) * double(state.iterations()),
                                                      benchmark::Counter::kIsRate);
}

void rebuildAll(benchmark::State &state)
{
    Big &all = big();
    core::NoProgress progress;
    double best = 0;
    for (auto _ : state) {
        const auto report = must(store::rebuild(all.made.store(), progress));
        if (report.before != report.after)
            qFatal("the rebuild changed the digest");
        best = std::max(best, double(report.operations) * 1000 / double(report.milliseconds));
        state.counters["operations"] = double(report.operations);
        state.SetIterationTime(double(report.milliseconds) / 1000);
    }
    state.counters["ops_per_s"] = best; // without the two digests
}

BENCHMARK(bareTransactionOfOneRow)->Iterations(500)->Unit(benchmark::kMillisecond);
BENCHMARK(importTenThousand)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(bareInserts)->Arg(10'000)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(saveOneEdit)->Iterations(500)->Unit(benchmark::kMillisecond);
BENCHMARK(rebuildAll)->Iterations(1)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(bareInserts)->Arg(127'000)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

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
