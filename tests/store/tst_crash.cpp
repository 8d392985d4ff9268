// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"
#include "support/check.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

// Another process is killed in the middle of its work; what it had reported has to be there.
class TestCrash : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        TestStore made(m_schema);
        const QString path = made->path();
        made.close();
        QVERIFY(QFile::copy(path, m_template));
        m_isSoak = qEnvironmentVariableIntValue("ANLAN_SOAK") != 0;
    }

    void anImportIsThereWholeOrNotAtAll()
    {
        constexpr int rows = 3000;
        const int kills = m_isSoak ? 200 : 20;
        core::SeededRng rng(20);
        qint64 fromStart = 0; // how long an import takes when nobody disturbs it
        qint64 fromBegun = 0;
        {
            const QString path = freshStore(u"calibration"_s);
            QElapsedTimer watch;
            watch.start();
            QProcess child;
            start(child, {u"import"_s, path, u"1"_s, QString::number(rows)});
            QVERIFY(waitForLine(child, "begun"));
            const qint64 begun = watch.elapsed();
            QVERIFY(waitForLine(child, "committed"));
            fromStart = watch.elapsed();
            fromBegun = fromStart - begun;
            QVERIFY(child.waitForFinished());
            QCOMPARE(notes(path), rows);
        }
        int whole = 0;
        int insideTheSave = 0;
        int written = 0; // killed inside, with bytes of the save on the disk
        int half = 0;
        int unclean = 0;
        int tooLate = 0;
        for (int i = 0; i < kills; ++i) {
            const QString path = freshStore(u"import-%1-%2"_s.arg(i).arg(tooLate));
            QProcess child;
            start(child, {u"import"_s, path, QString::number(i), QString::number(rows)});
            if (i % 2 == 0) {
                QVERIFY(waitForLine(child, "begun"));
                QThread::msleep(ulong(rng.below(fromBegun)));
            } else {
                QThread::msleep(ulong(rng.below(fromStart * 5 / 4)));
            }
            kill(child);
            const QByteArray said = m_said + child.readAllStandardOutput();
            const bool isInside = said.contains("begun") && !said.contains("committed");
            insideTheSave += isInside;
            written += isInside && QFileInfo(path + u"-wal"_s).size() > 0;
            const int there = notes(path);
            whole += there == rows;
            half += there != 0 && there != rows;
            half += said.contains("committed") && there != rows;
            unclean += !isClean(path);
            forget(path);
            if (i % 2 == 0 && said.contains("committed") && tooLate < kills) {
                ++tooLate; // the machine is faster than it was: this kill is tried again
                --i;
                fromBegun = std::max<qint64>(fromBegun * 3 / 4, 5);
            }
        }
        qInfo("import: kills %d, between first write and commit %d, of these with bytes in the log "
              "of the disk %d, whole imports %d, half imports %d, unclean stores %d",
              kills + tooLate, insideTheSave, written, whole, half, unclean);
        QCOMPARE(half, 0);
        QCOMPARE(unclean, 0);
        QVERIFY(insideTheSave >= kills / 2);
        QCOMPARE(written, insideTheSave);
    }

    void everyReportedSaveIsThere()
    {
        const int kills = m_isSoak ? 2000 : 100;
        core::SeededRng rng(100);
        int reported = 0;
        int lost = 0;
        int unclean = 0;
        QString path;
        for (int i = 0; i < kills; ++i) {
            if (i % 25 == 0) // small stores keep the check short
                path = freshStore(u"saves-%1"_s.arg(i));
            QProcess child;
            start(child, {u"saves"_s, path, QString::number(i)});
            if (rng.chance(80))
                QVERIFY(waitForLine(child, "saved"));
            QThread::msleep(ulong(rng.below(60)));
            kill(child);
            const QByteArray said = m_said + child.readAllStandardOutput();
            QList<QByteArray> ids;
            for (const QByteArray &line : said.split('\n')) {
                if (line.startsWith("saved ") && line.size() == 6 + 36)
                    ids.append(line.mid(6));
            }
            reported += int(ids.size());
            lost += missing(path, ids);
            unclean += !isClean(path);
        }
        qInfo("single saves: kills %d, reported saves %d, lost reported saves %d, unclean stores "
              "%d",
              kills, reported, lost, unclean);
        QCOMPARE(lost, 0);
        QCOMPARE(unclean, 0);
        QVERIFY(reported > kills);
    }

private:
    QString freshStore(const QString &name)
    {
        const QString path = m_folder.filePath(name + u".anlan"_s);
        QFile::copy(m_template, path);
        return path;
    }

    void forget(const QString &path)
    {
        QFile::remove(path);
        QDir(path + u".blobs"_s).removeRecursively();
    }

    void start(QProcess &child, const QStringList &arguments)
    {
        m_said.clear();
        child.start(QCoreApplication::applicationDirPath() + u"/crashwriter"_s, arguments);
        QVERIFY(child.waitForStarted());
    }

    bool waitForLine(QProcess &child, const char *line)
    {
        while (!m_said.contains(line)) {
            if (!child.waitForReadyRead(30'000) && child.state() == QProcess::NotRunning)
                break;
            m_said += child.readAllStandardOutput();
        }
        return m_said.contains(line);
    }

    static void kill(QProcess &child)
    {
        child.kill(); // SIGKILL
        child.waitForFinished();
    }

    std::unique_ptr<store::Store> open(const QString &path)
    {
        auto opened = store::Store::open(path, {m_schema, m_clock, m_rng, {}});
        if (!opened)
            qWarning("%s %s", qUtf8Printable(opened.error().message),
                     qUtf8Printable(opened.error().detail));
        return opened ? std::move(*opened) : nullptr;
    }

    int notes(const QString &path)
    {
        const auto store = open(path);
        const auto connection = store
                ? store->connect()
                : core::Result<store::Connection>(core::fail(core::ErrorCode::Io, {}));
        if (!connection)
            return -1;
        const auto counts = store::counts(*connection, m_schema);
        return counts ? int(counts->entities.value(u"note"_s)) : -1;
    }

    int missing(const QString &path, const QList<QByteArray> &ids)
    {
        const auto store = open(path);
        if (!store)
            return int(ids.size());
        const auto connection = store->connect();
        int gone = 0;
        for (const QByteArray &id : ids) {
            const auto record = store::readRecord(*connection, m_schema, u"note"_s,
                                                  core::uuidFromText(QString::fromLatin1(id)));
            gone += !record || record->state != u"doing"_s || record->integer(u"cost"_s) != 7;
        }
        return gone;
    }

    bool isClean(const QString &path)
    {
        const auto store = open(path);
        if (!store)
            return false;
        core::NoProgress progress;
        const auto report = store::check(*store, progress);
        if (!report)
            return false;
        for (const store::Problem &problem : report->problems) {
            if (problem.kind != u"orphan_file"_s)
                qWarning("%s %s", qUtf8Printable(problem.kind), qUtf8Printable(problem.where));
        }
        return report->isOk();
    }

    const store::Schema m_schema = noteSchema();
    core::SystemClock m_clock;
    core::SeededRng m_rng{1};
    QTemporaryDir m_folder;
    const QString m_template = m_folder.filePath(u"template.anlan"_s);
    bool m_isSoak = false;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
