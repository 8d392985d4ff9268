// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/blobs.h"
#include "store/integrity.h"
#include "store/writer.h"
#include "support/check.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class StoppedProgress final : public core::Progress
{
public:
    void setRange(int) override { }
    void setValue(int) override { }
    bool isCanceled() const override { return true; }
};

// A file on a disk that fails in the middle.
class BreakingDevice final : public QIODevice
{
public:
    BreakingDevice() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    qint64 size() const override { return 4 << 20; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (pos() >= 2 << 20)
            return -1;
        memset(data, 'x', size_t(most));
        return most;
    }
    qint64 writeData(const char *, qint64) override { return -1; }
};

}

class TestBlobs : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TestStore>(m_schema);
        m_blobs = std::make_unique<store::Blobs>(m_store->store().path());
    }

    void anEvidenceFileIsKeptUnderItsHash()
    {
        const QByteArray photo(100'000, 'p');
        GET(sha, m_blobs->put(photo));
        QCOMPARE(*sha, hashOf(photo));
        QVERIFY(m_blobs->has(*sha));
        QFile file(m_blobs->pathOf(*sha));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), photo);
        GET(again, m_blobs->put(photo));
        QCOMPARE(*again, *sha);
        QCOMPARE(files().size(), 1);
    }

    void aFileThatIsTooLargeIsRefusedAndNothingStays()
    {
        QBuffer buffer;
        buffer.setData(QByteArray(3 << 20, 'x'));
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        core::NoProgress progress;
        const auto refused = m_blobs->put(buffer, 2 << 20, progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Refused);
        QVERIFY(files().isEmpty());
        buffer.seek(0);
        OK(m_blobs->put(buffer, 3 << 20, progress));
    }

    void stoppingLeavesNothing()
    {
        QBuffer buffer;
        buffer.setData(QByteArray(3 << 20, 'x'));
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        StoppedProgress progress;
        const auto stopped = m_blobs->put(buffer, 9 << 20, progress);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, core::ErrorCode::Cancelled);
        QVERIFY(files().isEmpty());
    }

    void aSourceThatBreaksOffIsNotKeptAsAWhole()
    {
        BreakingDevice source;
        core::NoProgress progress;
        const auto broken = m_blobs->put(source, 9 << 20, progress);
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, core::ErrorCode::Io);
        QVERIFY(files().isEmpty());
    }

    void aDamagedFileIsReplacedWhenItComesAgain()
    {
        const QByteArray photo(5000, 'p');
        GET(sha, m_blobs->put(photo));
        overwrite(m_blobs->pathOf(*sha), photo.left(100));
        OK(m_blobs->put(photo));
        QFile file(m_blobs->pathOf(*sha));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), photo);
    }

    void theCheckFindsMissingChangedAndOrphanedFiles()
    {
        GET(missing, m_blobs->put("missing"));
        GET(changed, m_blobs->put("changed"));
        GET(kept, m_blobs->put("kept"));
        GET(writer,
            store::Writer::begin(m_store->store(), core::makeUuid7(1, m_store->rng()),
                                 u"photos"_s));
        OK(writer->create(
                u"note"_s,
                {{u"title"_s, u"t"_s}, {u"photos"_s, QJsonArray{*missing, *changed, *kept}}}));
        OK(writer->commit());
        core::NoProgress progress;
        GET(before, store::check(m_store->store(), progress));
        QVERIFY(before->problems.isEmpty());
        QCOMPARE(before->evidenceFiles, 3);

        GET(orphan, m_blobs->put("orphan"));
        QVERIFY(QFile::remove(m_blobs->pathOf(*missing)));
        overwrite(m_blobs->pathOf(*changed), "Changed");
        GET(report, store::check(m_store->store(), progress));
        QStringList found;
        for (const store::Problem &problem : report->problems)
            found.append(problem.kind + u' ' + QFileInfo(problem.where).fileName());
        found.sort();
        QStringList expected{u"missing_file "_s + *missing, u"changed_file "_s + *changed,
                             u"orphan_file "_s + *orphan};
        expected.sort();
        QCOMPARE(found, expected);
        QVERIFY(!report->isOk());
    }

    void anOrphanAloneDoesNoHarm()
    {
        OK(m_blobs->put("orphan"));
        core::NoProgress progress;
        GET(report, store::check(m_store->store(), progress));
        QCOMPARE(report->problems.size(), 1);
        QVERIFY(report->isOk());
    }

private:
    static QString hashOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(
                QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

    static void overwrite(const QString &path, const QByteArray &bytes)
    {
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QStringList files() const
    {
        QStringList all;
        QDirIterator each(m_blobs->folder(), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            all.append(each.next());
        return all;
    }

    const store::Schema m_schema = noteSchema();
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<store::Blobs> m_blobs;
};

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"
