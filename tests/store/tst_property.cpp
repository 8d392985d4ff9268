// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sequence.h"
#include "support/faultvfs.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

// What the store makes of random lives against a naive interpreter of the same operations.
class TestProperty : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_disk.setSyncIsFree(true);
        TestStore made(m_schema);
        const QString path = made->path();
        made.close();
        QVERIFY(QFile::copy(path, m_template));
    }

    // Lives that once failed, shortened; a line is the seed and the steps that are kept.
    void livesThatOnceFailedAgreeWithTheReference()
    {
        QFile file(QFINDTESTDATA("seeds.txt"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qUtf8Printable(file.errorString()));
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).section(u'#', 0, 0).trimmed();
            if (line.isEmpty())
                continue;
            QList<int> steps;
            for (const QString &step : line.section(u':', 1).split(u' ', Qt::SkipEmptyParts))
                steps.append(step.toInt());
            Sequence sequence(m_schema, m_template, line.section(u':', 0, 0).toULongLong());
            if (!steps.isEmpty())
                sequence.keepOnly(steps);
            const QString difference = sequence.run();
            QVERIFY2(difference.isEmpty(), qUtf8Printable(line + u'\n' + difference));
        }
    }

    void seededLivesAgreeWithTheReference()
    {
        const bool isSoak = qEnvironmentVariableIntValue("ANLAN_SOAK") != 0;
#ifdef __SANITIZE_ADDRESS__
        constexpr int usual = 400;
#else
        constexpr int usual = 2'000;
#endif
        const int sequences = isSoak ? 200'000 : usual;
        const quint64 first = qEnvironmentVariableIntValue("ANLAN_SEED");
        qint64 operations = 0;
        qint64 conflicts = 0;
        int differences = 0;
        for (int i = 0; i < sequences && differences < 3; ++i) {
            const quint64 seed = first + quint64(i);
            Sequence sequence(m_schema, m_template, seed);
            const QString difference = sequence.run();
            operations += sequence.operations();
            conflicts += sequence.conflicts();
            if (difference.isEmpty())
                continue;
            ++differences;
            qWarning("seed %llu: %s\n  add to seeds.txt: %s", seed, qUtf8Printable(difference),
                     qUtf8Printable(shortened(seed)));
        }
        qInfo("sequences run %d, operations %lld, conflict rows %lld, differences %d", sequences,
              operations, conflicts, differences);
        QCOMPARE(differences, 0);
        QVERIFY(operations > 5 * sequences && conflicts > sequences);
    }

private:
    // Leaves out steps one by one as long as the life still fails.
    QString shortened(quint64 seed)
    {
        QList<int> kept;
        for (int i = 0; i < Sequence(m_schema, m_template, seed).length(); ++i)
            kept.append(i);
        QString difference;
        for (qsizetype i = kept.size(); i-- > 0;) {
            QList<int> fewer = kept;
            fewer.removeAt(i);
            Sequence sequence(m_schema, m_template, seed);
            sequence.keepOnly(fewer);
            const QString still = sequence.run();
            if (still.isEmpty() || fewer.isEmpty())
                continue;
            kept = fewer;
            difference = still;
        }
        QString line = QString::number(seed) + u':';
        for (const int step : std::as_const(kept))
            line += u' ' + QString::number(step);
        return line + u'\n' + difference;
    }

    FaultVfs m_disk;
    const store::Schema m_schema = noteSchema();
    QTemporaryDir m_folder;
    const QString m_template = m_folder.filePath(u"template.anlan"_s);
};

QTEST_GUILESS_MAIN(TestProperty)
#include "tst_property.moc"
