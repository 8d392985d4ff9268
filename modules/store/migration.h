// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QStringList>

namespace store {

class Connection;

// A script as single statements: one ends with ; at the end of a line, a trigger with END; alone.
QStringList splitStatements(const QString &script);

int newestVersion(const QString &folder = {}); // of the scripts this program carries
core::Result<int> currentVersion(const Connection &connection);

// Runs the scripts NNNN_*.sql of the folder (":/sql" if empty) that the store has not seen, all in
// one transaction: on failure the older program can still open it.
core::Result<> migrate(const Connection &connection, const QString &folder = {});
// The same after copying the file to <path>.before-version-N; does nothing if there is nothing to
// do.
core::Result<> copyAndMigrate(const Connection &connection, const QString &path,
                              const QString &folder = {});

// Refills the read-only seed_* tables from :/sql/seed if they differ from what the program carries.
core::Result<> loadSeeds(const Connection &connection);

}
