// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"
#include "shell/shell.h"

#include <QObject>

#include <memory>
#include <vector>

namespace app {

// A plant that is open. Lives on the GUI thread; what says so may be called from a worker.
class OpenPlant : public QObject
{
    Q_OBJECT
public:
    virtual QString name() const = 0;
    virtual core::Result<QList<shell::Person>> people() const = 0; // any thread
    virtual core::Result<qint64> pendingOperations() const = 0;    // any thread
    // Today's automatic copy, made unless it is there; where it lies. Any thread.
    virtual core::Result<QString> dailyCopy(core::Progress &progress) const = 0;
    virtual QString today() const = 0; // at the plant
    virtual std::vector<std::unique_ptr<shell::Module>> createModules() = 0;

Q_SIGNALS:
    void changed(const QStringList &entityTypes); // after each commit
};

// Where plants come from. Everything here may be slow and is called from a worker.
class Plants
{
public:
    virtual ~Plants() = default;
    // What it gives belongs to the thread of target.
    virtual core::Result<std::shared_ptr<OpenPlant>> open(const QString &path, QThread *target,
                                                          core::Progress &progress) const = 0;
    // person: who sets it up, the first one in it. The file must not exist; nothing is left behind
    // if it fails or is cancelled.
    virtual core::Result<> create(const QString &path, const QString &plantName,
                                  const QString &person) const = 0;
    virtual bool hasSample() const = 0;
    virtual core::Result<> createSample(const QString &path, core::Progress &progress) const = 0;
};

}
