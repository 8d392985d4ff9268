// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/evidence.h"

#include "store/blobs.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

namespace hazards {

namespace {

// One file of several: the bar counts files, the work may still be stopped inside of one.
class OneOfMany final : public core::Progress
{
public:
    explicit OneOfMany(core::Progress &whole)
        : m_whole(whole)
    {
    }
    void setRange(int) override { }
    void setValue(int) override { }
    bool isCanceled() const override { return m_whole.isCanceled(); }

private:
    core::Progress &m_whole;
};

}

core::Result<QStringList> keepPhotos(const QString &storePath, const QStringList &files,
                                     core::Progress &progress)
{
    const store::Blobs blobs(storePath);
    QStringList kept;
    if (!files.isEmpty())
        progress.setRange(int(files.size()));
    for (const QString &file : files) {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly))
            return core::fail(core::ErrorCode::Io,
                              QCoreApplication::translate(
                                      "hazards",
                                      "The photo %1 cannot be read. Remove it, or choose it again.")
                                      .arg(QFileInfo(file).fileName()),
                              source.errorString());
        if (QImageReader(&source).format().isEmpty())
            return core::fail(core::ErrorCode::Invalid,
                              QCoreApplication::translate("hazards",
                                                          "%1 is no picture that can be shown. "
                                                          "Choose a JPEG or PNG file.")
                                      .arg(QFileInfo(file).fileName()));
        source.seek(0);
        OneOfMany one(progress);
        const auto sha = blobs.put(source, largestPhoto, one);
        if (!sha)
            return core::passOn(sha);
        kept.append(*sha);
        progress.setValue(int(kept.size()));
    }
    return kept;
}

}
