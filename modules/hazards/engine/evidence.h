// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"

namespace hazards {

constexpr qint64 largestPhoto = 64 << 20; // bytes

// Puts the files beside the store, before the save that names them. SHA-256 of each.
core::Result<QStringList> keepPhotos(const QString &storePath, const QStringList &files,
                                     core::Progress &progress);

}
