// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QFileDevice>
#include <QString>

namespace documents {

// What a person is told when a document could not be written to this place.
tl::unexpected<core::Error> notWritten(const QString &fileName, bool diskFull,
                                       const QString &detail);

tl::unexpected<core::Error> cancelled();

// A name beside the file for what is not finished yet; the file there is removed unless it was
// moved to its place.
class UnfinishedFile
{
public:
    explicit UnfinishedFile(const QString &fileName);
    ~UnfinishedFile();
    Q_DISABLE_COPY_MOVE(UnfinishedFile)

    const QString &path() const { return m_path; }
    core::Result<> moveToPlace(); // on the disk before it replaces what was there

private:
    QString m_fileName;
    QString m_path;
    bool m_moved = false;
};

}
