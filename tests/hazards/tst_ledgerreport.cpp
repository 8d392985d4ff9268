// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/engine/pagedreport.h"
#include "documents/engine/xlsxreport.h"
#include "hazards/engine/ledgerreport.h"
#include "hazards/hazardcase.h"

using namespace Qt::StringLiterals;

class TestLedgerReport : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_plant = std::make_unique<TestPlant>();
        m_hazard = std::make_unique<HazardCase>(*m_plant);
    }

    void statesItsPeriodBasePlantAndMaker()
    {
        m_plant->clock().advance(60'000);
        GET(report,
            hazards::ledgerReport(
                    m_plant->store(),
                    {.foundFrom = {2025, 1, 1}, .foundTo = {2025, 12, 31}, .openOnly = true},
                    u"安全甲"_s));
        QCOMPARE(report->facts.at(0).value, u"2025-01-01 to 2025-12-31"_s);
        QVERIFY(report->facts.at(1).value.contains(u"open only"_s));
        QCOMPARE(report->facts.at(2).value, u"1"_s);
        QCOMPARE(report->plantName, u"Test plant"_s);
        QCOMPARE(report->madeBy, u"安全甲"_s);
        QCOMPARE(report->madeAt.toMSecsSinceEpoch(), m_plant->clock().now());
    }

    void hasEveryFieldOfTheLedgerInItsTable()
    {
        m_hazard->bringTo(u"closed"_s);
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"cost"_s, 123456},
                            {u"is_repeat"_s, 1},
                            {u"deadline"_s, u"2025-10-20T08:30:00.000Z"_s}}));
        GET(report, hazards::ledgerReport(m_plant->store(), {}, {}, hazards::LedgerForm::Table));
        const QList<documents::Row> rows = rowsOf(*report);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().cells.size(), report->columns.size());
        QCOMPARE(report->columns.size(), 31);
        const auto cell = [&](const QString &key) {
            for (qsizetype i = 0; i < report->columns.size(); ++i) {
                if (report->columns.at(i).key == key)
                    return rows.first().cells.at(i);
            }
            return documents::Cell(u"no such column"_s);
        };
        QCOMPARE(std::get<QString>(cell(u"number"_s)), u"HZ-2025-00001"_s);
        QCOMPARE(std::get<QDate>(cell(u"found_on"_s)), QDate(2025, 10, 9));
        QCOMPARE(std::get<QString>(cell(u"check_type"_s)), u"Daily check"_s);
        QCOMPARE(std::get<QString>(cell(u"grade"_s)), u"General"_s);
        QCOMPARE(std::get<QString>(cell(u"state"_s)), u"Closed"_s);
        QCOMPARE(std::get<QString>(cell(u"equipment"_s)), u"P-01 冲床"_s);
        QCOMPARE(std::get<documents::Money>(cell(u"cost"_s)).fen, 123456);
        QCOMPARE(std::get<QDateTime>(cell(u"deadline"_s)).time(), QTime(8, 30));
        QCOMPARE(std::get<QString>(cell(u"is_repeat"_s)), u"yes"_s);
        QCOMPARE(rows.first().reference.id, core::toText(m_hazard->id));
    }

    void keepsAllFactsOnPaper()
    {
        m_hazard->bringTo(u"closed"_s);
        GET(report, hazards::ledgerReport(m_plant->store(), {}, u"安全甲"_s));
        QCOMPARE(report->paper, documents::Paper::A4Landscape);
        core::NoProgress progress;
        GET(pages, documents::PagedReport::layOut(*report, progress));
        QCOMPARE((*pages)->pageCount(), 1);
        const QString text = (*pages)->pageText(0).remove(u'\n');
        for (const QString &fact :
             {u"HZ-2025-00001"_s, u"光电保护装置失效"_s, u"更换光电保护装置"_s, u"冲压班"_s,
              u"班长乙"_s, u"安全甲"_s, u"合格"_s, u"2025-10-20"_s, u"冲床"_s, u"工人丙"_s})
            QVERIFY2(text.contains(fact), qUtf8Printable(fact + u" in "_s + text));
    }

    void numbersTheRowsAndStopsWhenThePaperIsFull()
    {
        const HazardCase second(*m_plant);
        const HazardCase third(*m_plant);
        GET(report, hazards::ledgerReport(m_plant->store(), {}, {}));
        QCOMPARE(report->expectedRows, 3);
        const QList<documents::Row> rows = rowsOf(*report);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(std::get<qint64>(rows.last().cells.first()), 3);
        QCOMPARE(rowsOf(*report, 2).size(), 2);
    }

    void writesAWorkbook()
    {
        GET(report, hazards::ledgerReport(m_plant->store(), {}, {}, hazards::LedgerForm::Table));
        QTemporaryDir folder;
        core::NoProgress progress;
        OK(documents::writeXlsx(*report, folder.filePath(u"ledger.xlsx"_s), progress));
        QVERIFY(QFile::exists(folder.filePath(u"ledger.xlsx"_s)));
    }

private:
    static QList<documents::Row> rowsOf(const documents::Report &report, int most = 1000)
    {
        QList<documents::Row> rows;
        core::NoProgress progress;
        const auto read = report.rows(
                [&rows, most](const documents::Row &row) {
                    rows.append(row);
                    return rows.size() < most;
                },
                progress);
        return read ? rows : QList<documents::Row>();
    }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<HazardCase> m_hazard;
};

QTEST_MAIN(TestLedgerReport)
#include "tst_ledgerreport.moc"
