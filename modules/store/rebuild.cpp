// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"
#include "store/log.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace store {

core::Result<RebuildReport> rebuild(Store &store, core::Progress &progress)
{
    auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    sqlite3 *database = connection->handle();
    RebuildReport report;
    // Before the first look: nobody saves between what is compared.
    auto transaction = Transaction::begin(*connection);
    if (!transaction)
        return core::passOn(transaction);
    Statement specs(database, u"SELECT value FROM meta WHERE key = 'projection_specs'"_s);
    const auto row = specs.next();
    if (!row)
        return core::passOn(row);
    const bool isSameShape = *row && specs.blob(0) == store.schema().fingerprint();
    specs.reset();
    if (isSameShape) {
        core::NoProgress quiet;
        const auto before = digest(*connection, store.schema(), quiet);
        if (!before)
            return core::passOn(before);
        report.before = *before;
    }

    QElapsedTimer watch;
    watch.start();
    if (auto done = dropProjections(database); !done)
        return core::passOn(done);
    if (auto done = createProjections(database, store.schema()); !done)
        return core::passOn(done);
    if (auto done = execute(database, u"DELETE FROM meta WHERE key = 'stopped'"_s); !done)
        return core::passOn(done);
    {
        Projections projections(database, store.schema());
        if (auto done = execute(database, u"DELETE FROM base"_s); !done)
            return core::passOn(done);
        Statement keep(database, u"INSERT INTO base(entity, type, state) VALUES (?, ?, ?)"_s);
        const auto folded =
                foldLog(database, projections, progress, [&keep](const EntityState &state) {
                    return keep.bind(1, state.id).bind(2, state.type).bind(3, freeze(state)).run();
                });
        if (!folded)
            return core::passOn(folded);
        if (folded->unknownVerb.isEmpty()) {
            auto done =
                    execute(database, u"DELETE FROM pending WHERE o IN (SELECT o FROM opidx)"_s);
            if (!done)
                return core::passOn(done);
        }
        report.operations = folded->operations;
        if (!folded->unknownVerb.isEmpty()) {
            auto done = execute(database,
                                u"INSERT OR REPLACE INTO meta(key, value) VALUES ('stopped', 1)"_s);
            if (!done)
                return core::passOn(done);
        }
    }
    report.milliseconds = watch.elapsed();
    const auto after = digest(*connection, store.schema(), progress);
    if (!after)
        return core::passOn(after);
    report.after = *after;
    if (auto done = transaction->commit(); !done)
        return core::passOn(done);
    return report;
}

}
