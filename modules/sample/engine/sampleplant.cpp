// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/engine/sampleplant.h"

#include "core/clock.h"
#include "core/rng.h"
#include "store/store.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sample {

core::Result<> createPlant(const QString &path, const store::Schema &schema, const Options &options,
                           core::Progress &)
{
    core::SeededRng rng(options.seed);
    core::ManualClock clock(options.until.addMonths(-24)
                                    .startOfDay(QTimeZone("Asia/Shanghai"))
                                    .toMSecsSinceEpoch());
    auto store = store::Store::create(path, options.plantName, {schema, clock, rng, {}});
    if (!store)
        return core::passOn(store);
    return {};
}

}
