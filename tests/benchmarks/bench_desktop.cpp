// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measuring.h"
#include "hazards/engine/hazardsteps.h"
#include "plant/engine/person.h"
#include "support/sampledesktop.h"

#include <sqlite3.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTableView>

using namespace Qt::StringLiterals;
using measuring::must;

// The desktop on a sample plant of 127,000 hazards: from nothing to the first page of the ledger on
// the screen, and one step saved; each beside bare SQLite. The plant is made once and kept beside
// the program. ANLAN_BENCH_RECORDS makes it smaller.
namespace {

double applicationMs = 0; // to make QApplication, once per process

int recordCount()
{
    const int asked = qEnvironmentVariableIntValue("ANLAN_BENCH_RECORDS");
    return asked > 0 ? asked : 127'000;
}

QString keptFolder()
{
    const QString path = QDir(QCoreApplication::applicationDirPath())
                                 .filePath(u"sample-%1"_s.arg(recordCount()));
    QDir().mkpath(path);
    SampleDesktop maker(path);
    maker.sampleOptions.hazards = recordCount();
    maker.make();
    return path;
}

const QString &folder()
{
    static const QString path = keptFolder();
    return path;
}

double milliseconds(const QElapsedTimer &watch)
{
    return double(watch.nsecsElapsed()) / 1e6;
}

// Services, desk, store, window with its panels, first page painted. QApplication is there already;
// the counter qapplication_ms adds it.
void startToLedger(benchmark::State &state)
{
    folder();
    std::vector<double> times;
    for (auto _ : state) {
        QElapsedTimer watch;
        watch.start();
        SampleDesktop desktop(folder());
        desktop.desk.start(desktop.path(), SampleDesktop::SafetyOfficer.toString());
        QTableView *ledger = nullptr;
        while (!ledger || ledger->model()->index(0, 0).data().toString().isEmpty()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (desktop.window())
                ledger = desktop.window()->findChild<QTableView *>(u"ledger"_s);
            if (watch.elapsed() > SampleDesktop::Patience)
                qFatal("the ledger does not come");
        }
        ledger->viewport()->repaint();
        times.push_back(milliseconds(watch));
        state.SetIterationTime(times.back() / 1000);
        if (!desktop.settled())
            qFatal("it does not come to rest");
        state.counters["rows"] = ledger->model()->rowCount();
        state.counters["rss_mib"] = measuring::memoryMiB("VmRSS");
        state.counters["rss_anon_mib"] = measuring::memoryMiB("RssAnon");
        desktop.desk.window()->close();
    }
    state.counters["first_ms"] = times.front();
    state.counters["qapplication_ms"] = applicationMs;
    measuring::reportTimes(state, times);
}

class Bare
{
public:
    explicit Bare(const QString &path)
    {
        if (sqlite3_open(qPrintable(path), &handle) != SQLITE_OK)
            qFatal("cannot open %s", qUtf8Printable(path));
    }
    ~Bare() { sqlite3_close(handle); }
    void run(const char *sql)
    {
        if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(handle));
    }
    template<typename Row>
    void read(const char *sql, Row row)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(handle));
        while (sqlite3_step(statement) == SQLITE_ROW)
            row(statement);
        sqlite3_finalize(statement);
    }

    sqlite3 *handle = nullptr;
};

// The same file: open, all row ids in order, the columns of the first page.
void bareStart(benchmark::State &state)
{
    const QString path = folder() + u"/sample.anlan"_s;
    std::vector<double> times;
    for (auto _ : state) {
        QElapsedTimer watch;
        watch.start();
        Bare bare(path);
        std::vector<qint64> rows;
        bare.read("SELECT row FROM hazard WHERE is_void = 0 ORDER BY found_on DESC, row DESC",
                  [&](sqlite3_stmt *row) { rows.push_back(sqlite3_column_int64(row, 0)); });
        size_t bytes = 0;
        bare.read("SELECT * FROM hazard WHERE is_void = 0 ORDER BY found_on DESC, row DESC LIMIT "
                  "256",
                  [&](sqlite3_stmt *row) {
                      for (int column = 0; column < sqlite3_column_count(row); ++column) {
                          sqlite3_column_text(row, column);
                          bytes += size_t(sqlite3_column_bytes(row, column));
                      }
                  });
        benchmark::DoNotOptimize(bytes);
        times.push_back(milliseconds(watch));
        state.SetIterationTime(times.back() / 1000);
        state.counters["rows"] = double(rows.size());
    }
    measuring::reportTimes(state, times);
}

// The whole process until it knows what it was asked: loading, Qt, QApplication, words.
void programSaysItsVersion(benchmark::State &state)
{
    std::vector<double> times;
    for (auto _ : state) {
        QElapsedTimer watch;
        watch.start();
        if (QProcess::execute(QStringLiteral(ANLAN_PROGRAM), {u"--version"_s}) != 0)
            qFatal("anlan --version failed");
        times.push_back(milliseconds(watch));
        state.SetIterationTime(times.back() / 1000);
    }
    measuring::reportTimes(state, times);
}

// Grading a hazard: rules, operations, fold and commit on the disk. Reporting it is not counted.
void gradeOneHazard(benchmark::State &state)
{
    QTemporaryDir scratch(folder() + u"/saving-XXXXXX"_s);
    const QString path = scratch.filePath(u"saving.anlan"_s);
    if (!QFile::copy(folder() + u"/sample.anlan"_s, path))
        qFatal("no copy of the sample plant");
    SampleDesktop services(folder());
    const auto store =
            must(store::Store::open(path, {services.schema, services.clock, services.rng}));
    const auto connection = must(store->connect());
    const auto officer =
            must(plant::findPersonByLogin(connection, SampleDesktop::SafetyOfficer.toString()));
    if (!officer)
        qFatal("no safety officer");
    std::vector<double> times;
    for (auto _ : state) {
        services.clock.advance(60'000);
        const auto reported = must(hazards::report(
                *store, officer->id,
                {.description = u"砂轮机防护罩松动 %1"_s.arg(times.size()), .category = u"2"_s}));
        services.clock.advance(60'000);
        QElapsedTimer watch;
        watch.start();
        const auto graded = must(hazards::grade(*store, officer->id, reported,
                                                {.grade = u"general"_s, .colour = u"yellow"_s}));
        times.push_back(milliseconds(watch));
        state.SetIterationTime(times.back() / 1000);
        if (!graded.isTaken)
            qFatal("not graded: %s", qUtf8Printable(graded.message));
    }
    measuring::reportTimes(state, times);
}

// One row changed in a table of as many, with an index that changes too, as safe on the disk.
void bareUpdateOfOneRow(benchmark::State &state)
{
    QTemporaryDir scratch(folder() + u"/saving-XXXXXX"_s);
    Bare bare(scratch.filePath(u"bare.db"_s));
    bare.run(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE hazard(row INTEGER "
            "PRIMARY KEY, state TEXT, grade TEXT, colour TEXT, text TEXT); CREATE INDEX of_state "
            "ON hazard(state, row); BEGIN");
    bare.run(qPrintable(
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT "
            "INTO hazard SELECT i, 'reported', NULL, NULL, hex(zeroblob(300)) FROM n; COMMIT"_s.arg(
                    recordCount())));
    std::vector<double> times;
    core::SeededRng rng(5);
    for (auto _ : state) {
        const QByteArray sql = "BEGIN IMMEDIATE; UPDATE hazard SET state = 'graded', grade = "
                               "'general', colour = 'yellow' WHERE row = "
                + QByteArray::number(1 + qint64(rng.below(quint64(recordCount())))) + "; COMMIT";
        QElapsedTimer watch;
        watch.start();
        bare.run(sql.constData());
        times.push_back(milliseconds(watch));
        state.SetIterationTime(times.back() / 1000);
    }
    measuring::reportTimes(state, times);
}

BENCHMARK(startToLedger)->Iterations(7)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(bareStart)->Iterations(7)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(programSaysItsVersion)->Iterations(7)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(gradeOneHazard)->Iterations(300)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(bareUpdateOfOneRow)->Iterations(300)->Unit(benchmark::kMillisecond)->UseManualTime();

}

int main(int argc, char *argv[])
{
    QElapsedTimer watch;
    watch.start();
    const QApplication application(argc, argv);
    applicationMs = milliseconds(watch);
    QApplication::setQuitOnLastWindowClosed(false);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
