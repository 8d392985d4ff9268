// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QHash>
#include <QIODevice>
#include <QXmlStreamReader>

#include <memory>
#include <minizip/unzip.h>

namespace tables {

// One file inside the package while it is unpacked. It fails instead of growing: on more bytes than
// allowed, on a packing ratio no spreadsheet has, on one XML token that does not end.
class PartDevice final : public QIODevice
{
public:
    PartDevice(unzFile zip, qint64 packed, qint64 maximum);
    ~PartDevice() override;

    bool isSequential() const override { return true; }
    // Call after each token: the next one may take limits::xmlToken bytes.
    void tokenRead() { m_tokenStart = m_delivered; }
    qint64 delivered() const { return m_delivered; }
    // Why the reading stopped; empty if nothing is wrong.
    QString refusal() const { return m_refusal; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    unzFile m_zip;
    qint64 m_packed;
    qint64 m_maximum;
    qint64 m_delivered = 0;
    qint64 m_tokenStart = 0;
    bool m_closed = false;
    QString m_refusal;
};

// An open zip package. One part is open at a time.
class Package
{
public:
    static core::Result<std::unique_ptr<Package>> open(const QString &path);
    ~Package();
    Package(const Package &) = delete;
    Package &operator=(const Package &) = delete;

    QString fileName() const { return m_fileName; }
    bool has(const QString &part) const { return m_parts.contains(part.toLower()); }
    qint64 unpackedSize(const QString &part) const; // as the package claims; 0 if there is none
    core::Result<std::unique_ptr<PartDevice>> openPart(const QString &part, qint64 maximum);

    // The name inside the package that `target`, written in a part of `folder`, points to. Empty if
    // it leaves the package.
    static QString resolved(const QString &folder, const QString &target);

private:
    struct Part {
        unz64_file_pos position;
        qint64 packed = 0;
        qint64 unpacked = 0;
        bool encrypted = false;
    };

    Package(unzFile zip, const QString &fileName);
    core::Result<> readDirectory(qint64 fileSize);

    unzFile m_zip;
    QString m_fileName;
    QHash<QString, Part> m_parts; // by lower-case name
};

// Walks one XML part within the limits: no document type, no entities, no endless nesting.
class PartReader
{
public:
    // `title` names the part for the user, as the sheet or the file.
    PartReader(std::unique_ptr<PartDevice> device, const QString &title);

    QXmlStreamReader::TokenType next(); // Invalid after a failure, EndDocument at the end
    QXmlStreamReader &xml() { return m_xml; }
    int depth() const { return m_depth; }
    qint64 delivered() const { return m_device->delivered(); }
    QStringView name() const { return m_xml.name(); }
    QString attribute(QStringView name) const;
    // The text of the current element up to its end: what stands in its <t> elements, without
    // phonetic runs, or of a <v> or <f> all of it.
    QString elementText(int maximum);
    void refuse(const QString &why);
    void setRow(int row) { m_row = row; } // for the message; 0 for none
    bool failed() const { return !m_refusal.isEmpty(); }
    core::Result<> result() const; // the failure, with the title in front

private:
    std::unique_ptr<PartDevice> m_device;
    QXmlStreamReader m_xml;
    QString m_title;
    QString m_refusal;
    QString m_detail;
    int m_depth = 0;
    int m_row = 0;
};

}
