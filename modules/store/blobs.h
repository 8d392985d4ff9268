// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"

#include <QByteArray>

class QIODevice;

namespace store {

// Evidence files beside the store: <store file>.blobs/<2 hex>/<sha256>. Never changed once written.
// put() returns when the bytes are safe on disk (write, fsync, rename, fsync of the folder), so
// that the operation that names them may follow.
class Blobs
{
public:
    explicit Blobs(const QString &storePath);

    core::Result<QString> put(const QByteArray &bytes) const; // SHA-256, 64 hexadecimal digits
    core::Result<QString> put(QIODevice &source, qint64 mostBytes, core::Progress &progress) const;
    QString pathOf(const QString &sha) const;
    bool has(const QString &sha) const;
    QString folder() const { return m_folder; }

private:
    QString m_folder;
};

}
