// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/engine/sampleplant.h"

#include "core/clock.h"
#include "core/rng.h"
#include "sample/engine/living.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sample {

namespace {

qint64 startOf(const QDate &day)
{
    return day.startOfDay(QTimeZone("Asia/Shanghai")).toMSecsSinceEpoch();
}

core::Result<> fill(const QString &path, const store::Schema &schema, const Options &options,
                    core::Progress &progress)
{
    const qint64 until = startOf(options.until);
    const qint64 from = startOf(options.until.addMonths(-24));
    core::SeededRng ids(options.seed);
    core::SeededRng chance(options.seed * 2 + 1);
    core::ManualClock clock(from - 16 * 3'600'000); // 8 o'clock of the day before
    const QString name = options.plantName.isEmpty() ? u"安澜示范五金厂"_s : options.plantName;
    auto store = store::Store::create(path, name, {schema, clock, ids, {}});
    if (!store)
        return core::passOn(store);
    const auto findings = loadFindings();
    if (!findings)
        return core::passOn(findings);
    const auto site = settle(**store, chance);
    if (!site)
        return core::passOn(site);
    Life life = planLife(*site, *findings, options.hazards, from, until, chance);
    return live(**store, clock, *site, *findings, life, progress);
}

}

core::Result<> createPlant(const QString &path, const store::Schema &schema, const Options &options,
                           core::Progress &progress)
{
    const QFileInfo file(path);
    const QString shown = QDir::toNativeSeparators(file.absoluteFilePath());
    if (file.exists())
        return core::fail(
                core::ErrorCode::Refused,
                QCoreApplication::translate(
                        "sample", "%1 exists already and was left as it is. Choose another name.")
                        .arg(shown));
    const auto unwritable = [&] {
        return core::fail(core::ErrorCode::Io,
                          QCoreApplication::translate("sample",
                                                      "%1 could not be written. Check that the "
                                                      "folder exists and that you may write there.")
                                  .arg(shown));
    };
    // Made whole under another name first: a stop half-way leaves nothing that looks like a plant.
    const QTemporaryDir making(file.absoluteDir().filePath(u"making-XXXXXX"_s));
    if (!making.isValid())
        return unwritable();
    const QString made = making.filePath(file.fileName());
    if (auto done = fill(made, schema, options, progress); !done)
        return done;
    if (!QFile::rename(made, file.absoluteFilePath()))
        return unwritable();
    return {};
}

}
