// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/plants.h"
#include "store/store.h"

#include <QCoreApplication>

#include <functional>

namespace app {

// Plants in store files.
class StorePlants final : public Plants
{
    Q_DECLARE_TR_FUNCTIONS(app::StorePlants)
public:
    // Makes the sample plant in a new file; on a worker.
    using SampleMaker =
            std::function<core::Result<>(const QString &path, core::Progress &progress)>;
    using ModuleMaker =
            std::function<std::vector<std::unique_ptr<shell::Module>>(store::Store &store)>;

    StorePlants(const store::Environment &environment, ModuleMaker modules,
                SampleMaker sample = {});

    bool hasSample() const override { return bool(m_sample); }
    core::Result<std::shared_ptr<OpenPlant>> open(const QString &path, QThread *target,
                                                  core::Progress &progress) const override;
    core::Result<> create(const QString &path, const QString &plantName,
                          const QString &person) const override;
    core::Result<> createSample(const QString &path, core::Progress &progress) const override;

private:
    store::Environment m_environment;
    ModuleMaker m_modules;
    SampleMaker m_sample;
};

}
