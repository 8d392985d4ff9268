// SPDX-License-Identifier: GPL-3.0-or-later
// The other process of tst_crash and tst_faults: works on a store until it is killed.
//   crashwriter import STORE SEED COUNT   one save of COUNT new notes with photos; "begun" once
//                                         bytes of it stand in SQLite's own log
//   crashwriter saves STORE SEED          single saves without end
//   crashwriter hold STORE SEED           holds the write lock until its input ends
//   crashwriter open STORE SEED           one save; says what became of it
#include "store/blobs.h"
#include "store/statement.h"
#include "support/noteschema.h"

#include "core/clock.h"
#include "store/store.h"
#include "store/writer.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void tell(const QString &line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stdout);
    std::fflush(stdout);
}

core::Result<> import(store::Store &target, const QUuid &actor, int count)
{
    const store::Blobs blobs(target.path());
    QStringList photos;
    for (int i = 0; i < 8; ++i) {
        auto photo = blobs.put(QByteArray(20'000 + i, char('a' + i)));
        if (!photo)
            return core::passOn(photo);
        photos.append(*photo);
    }
    auto writer = store::Writer::begin(target, actor, u"import"_s);
    if (!writer)
        return core::passOn(writer);
    // A small cache, and records written back often: pages have to leave before the commit.
    auto small = store::execute(writer->connection().handle(), u"PRAGMA cache_size = 10"_s);
    if (!small)
        return small;
    const qint64 before = QFileInfo(target.path() + u"-wal"_s).size();
    bool hasBegun = false;
    for (int i = 0; i < count; ++i) {
        auto made = writer->create(u"note"_s,
                                   {{u"title"_s, u"row %1"_s.arg(i)},
                                    {u"body"_s, u"压力机护罩松动 %1"_s.arg(i)},
                                    {u"cost"_s, i},
                                    {u"photos"_s, photos.at(i % 8)}});
        if (!made)
            return core::passOn(made);
        if (i % 100 == 99) {
            if (auto done = writer->flush(); !done)
                return done;
        }
        if (!hasBegun && QFileInfo(target.path() + u"-wal"_s).size() > before) {
            hasBegun = true;
            tell(u"begun"_s);
        }
    }
    if (auto done = writer->commit(); !done)
        return core::passOn(done);
    tell(u"committed"_s);
    return {};
}

core::Result<QUuid> saveOne(store::Store &target, const QUuid &actor)
{
    auto writer = store::Writer::begin(target, actor, u"save"_s);
    if (!writer)
        return core::passOn(writer);
    const auto made = writer->create(u"note"_s, {{u"title"_s, u"saved"_s}, {u"cost"_s, 7}});
    if (!made)
        return core::passOn(made);
    if (auto done = writer->move(u"note"_s, *made, u"doing"_s, {{u"body"_s, u"begun"_s}}); !done)
        return core::passOn(done);
    if (auto done = writer->commit(); !done)
        return core::passOn(done);
    return *made;
}

core::Result<> run(const QStringList &arguments)
{
    const store::Schema schema = noteSchema();
    const core::SystemClock clock;
    core::SeededRng rng(arguments.at(3).toULongLong());
    auto target = store::Store::open(arguments.at(2), {schema, clock, rng, {}});
    if (!target)
        return core::passOn(target);
    const QUuid actor = core::makeUuid7(1, rng);
    const QString mode = arguments.at(1);
    if (mode == "import"_L1)
        return import(**target, actor, arguments.at(4).toInt());
    if (mode == "hold"_L1) {
        auto writer = store::Writer::begin(**target, actor, u"hold"_s);
        if (!writer)
            return core::passOn(writer);
        tell(u"holding"_s);
        while (std::fgetc(stdin) != EOF) { }
        return {};
    }
    do {
        const auto saved = saveOne(**target, actor);
        if (!saved)
            return core::passOn(saved);
        tell(u"saved "_s + core::toText(*saved));
    } while (mode == "saves"_L1);
    return {};
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto done = run(application.arguments());
    if (done)
        return 0;
    tell(u"error %1 %2"_s.arg(int(done.error().code)).arg(done.error().message));
    return 1;
}
