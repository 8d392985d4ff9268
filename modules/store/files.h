// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"

#include <QByteArray>

class QFile;

namespace store {

// What the store needs of the file system beside SQLite.

bool syncFile(const QFile &file);
// A rename is safe only once its folder is; Windows does that by itself.
bool syncFolder(const QString &folder);
// A name beside path that nobody uses; work in progress stands under it until it is renamed.
QString passingName(const QString &path);
// What SQLite keeps beside a database: a left-over one is taken for a part of the next database of
// that name and written over it.
QStringList sideFiles(const QString &database);
// A file at path, a left-over side file or a folder of evidence stands in the way of a new store.
core::Result<> refuseExisting(const QString &path);
// A database with its side files and evidence, and what else bears its name; for passing names.
void removeStoreFiles(const QString &path);
// Bytes into a new file, safe on disk when it returns; gives their SHA-256.
core::Result<QByteArray> copyFile(const QString &from, const QString &to, core::Progress &progress);
core::Result<QByteArray> hashFile(const QString &path, core::Progress &progress);
// The same bytes under a second name where the file system can do that, else false.
bool linkFile(const QString &from, const QString &to);
bool isOnOneFileSystem(const QString &folder, const QString &other);

core::Result<> stopped(); // the answer to a cancelled progress

}
