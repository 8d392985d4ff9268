// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardspecs.h"
#include "hazards/engine/ledgerimport.h"
#include "plant/engine/plantspecs.h"
#include "store/history.h"
#include "support/teststore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLedgerImport : public QObject
{
    Q_OBJECT
private slots:
    void tries()
    {
        store::Schema schema;
        plant::addSpecs(schema);
        hazards::addSpecs(schema);
        TestStore store(schema);
        const QUuid actor = QUuid::createUuid();
        core::NoProgress progress;
        const QString folder = QStringLiteral(ANLAN_SOURCE_ROOT "/../shared/data/ledgers/");
        for (const char *file : {"railway_hazards_2025.xlsx", "hazard_ledger_2019-06.xlsx", "hazard_export_2020-05.xlsx", "hazard_export_2020-05_gbk.csv", "incidents_en.csv"}) {
            const auto plan = hazards::analyseLedger(store.store(), folder + QString::fromLatin1(file), {}, progress);
            QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
            const auto report = hazards::runImport(store.store(), actor, *plan, hazards::ImportMode::Write, progress);
            QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
            printf("%s %s\n%s\n", file, qPrintable(plan->whyEntity), QJsonDocument(hazards::ledgerFactsToJson(report->facts)).toJson(QJsonDocument::Indented).constData());
            for (const auto &c : plan->columns)
                printf("  %s -> %s (%s)\n", qPrintable(c.name), qPrintable(c.field), qPrintable(c.why));
        }
    }
};

QTEST_GUILESS_MAIN(TestLedgerImport)
#include "tst_ledgerimport.moc"
