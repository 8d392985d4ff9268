// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardhistory.h"
#include "hazards/hazardcase.h"
#include "store/history.h"

#include <QJsonArray>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

class TestHazardHistory : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_plant = std::make_unique<TestPlant>();
        m_hazard = std::make_unique<HazardCase>(*m_plant);
    }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void saysWhoReportedWhat()
    {
        const hazards::HistoryLine line = lines().first();
        QCOMPARE(line.who, u"工人丙"_s);
        QCOMPARE(line.actor, m_plant->worker);
        QCOMPARE(line.what, u"Created"_s);
        QVERIFY(line.text().contains(u"Description: 光电保护装置失效"_s));
        QVERIFY(line.text().contains(u"State: To be graded"_s));
        QVERIFY(line.text().contains(u"Equipment: P-01 冲床"_s));
        QVERIFY(line.text().contains(u"Area: 厂区 / 一车间 / 冲压班"_s));
        QVERIFY(line.text().contains(u"Kind of check: Daily check"_s));
        QVERIFY(line.text().contains(u"Found by: 工人丙"_s));
    }

    void saysEachStepWithItsStates()
    {
        m_hazard->bringTo(u"closed"_s);
        QStringList steps;
        for (const hazards::HistoryLine &line : lines())
            steps.append(line.what);
        QCOMPARE(steps,
                 QStringList({u"Created"_s, u"Grade"_s, u"Dispatch"_s, u"Start"_s, u"Submit"_s,
                              u"Pass"_s}));
        QVERIFY(lines().at(2).text().contains(u"State: To be dispatched → To be rectified"_s));
        QVERIFY(lines().at(2).text().contains(u"Responsible person: 班长乙"_s));
        QVERIFY(lines().at(2).text().contains(u"Deadline: 2025-10-20"_s));
        QCOMPARE(lines().last().who, u"安全甲"_s);
    }

    void saysOldAndNewOfAChange()
    {
        OK(m_hazard->grade());
        OK(hazards::change(m_plant->store(), m_plant->director, m_hazard->id,
                           {{u"response_colour"_s, u"red"_s}, {u"cost"_s, 123456}}));
        QCOMPARE(lines().last().text(), u"Changed. Cost: 1234.56; Response colour: Yellow → Red"_s);
        OK(hazards::change(m_plant->store(), m_plant->director, m_hazard->id,
                           {{u"cost"_s, QJsonValue()}}));
        QCOMPARE(lines().last().text(), u"Changed. Cost: 1234.56 removed"_s);
    }

    void saysInstantsInTheTimeOfThePlant()
    {
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"deadline"_s, u"2025-10-20T08:30:00.000Z"_s}}));
        QCOMPARE(lines().last().text(), u"Changed. Deadline: 2025-10-20 16:30"_s);
    }

    void saysSetsFilesCommentsAndDeletion()
    {
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"accident_types"_s, QJsonArray{u"86-05"_s, u"自定义"_s}}}));
        QCOMPARE(lines().last().text(),
                 u"Added. Possible accident types: Electric shock, 自定义"_s);
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"accident_types"_s, QJsonArray{u"自定义"_s}}}));
        QCOMPARE(lines().last().text(),
                 u"Removed. Possible accident types: Electric shock removed"_s);
        OK(hazards::comment(m_plant->store(), m_plant->officer, m_hazard->id, u"已联系厂家"_s));
        QCOMPARE(lines().last().text(), u"Noted. Comments: 已联系厂家"_s);
        OK(hazards::voidHazard(m_plant->store(), m_plant->officer, m_hazard->id, u"重复"_s));
        QCOMPARE(lines().last().text(), u"Deleted. Reason: 重复"_s);
    }

    void namesAFieldOfThePlantsOwn()
    {
        GET(writer, store::Writer::begin(m_plant->store(), m_plant->officer, u"own field"_s));
        OK(writer->create(u"custom_field"_s,
                          {{u"entity"_s, u"hazard"_s},
                           {u"slug"_s, u"permit"_s},
                           {u"label"_s, u"作业票号"_s}}));
        OK(writer->set(u"hazard"_s, m_hazard->id, {{u"c.permit"_s, u"P-7"_s}, {u"c.other"_s, 5}}));
        OK(writer->commit());
        QCOMPARE(lines().last().text(), u"Changed. other: 5; 作业票号: P-7"_s);
    }

    void saysThatAStepWasTakenBack()
    {
        OK(m_hazard->grade());
        core::NoProgress progress;
        OK(store::undoLast(m_plant->store(), m_plant->officer, progress));
        QCOMPARE(m_hazard->state(), u"reported"_s);
        QCOMPARE(lines().last().what, u"Step taken back"_s);
    }

    void speaksTheLanguageOfTheScreen()
    {
        // What the translation file has for these words, without loading it.
        struct Chinese final : QTranslator {
            QString translate(const char *context, const char *source, const char *,
                              int) const override
            {
                if (qstrcmp(context, "hazards") != 0)
                    return {};
                static const QHash<QByteArray, QString> words{{"Grade", u"分级"_s},
                                                              {"Hazard grade", u"隐患等级"_s},
                                                              {"Response colour", u"响应颜色"_s},
                                                              {"State", u"状态"_s},
                                                              {"To be graded", u"待分级"_s},
                                                              {"To be dispatched", u"待派发"_s},
                                                              {"%1: %2", u"%1：%2"_s},
                                                              {"%1: %2 → %3", u"%1：%2 → %3"_s},
                                                              {"; ", u"；"_s},
                                                              {"%1. %2", u"%1。%2"_s}};
                return words.value(source);
            }
            bool isEmpty() const override { return false; }
        } chinese;
        QCoreApplication::installTranslator(&chinese);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        OK(m_hazard->grade());
        const QString text = lines().last().text();
        QCoreApplication::removeTranslator(&chinese);
        QCOMPARE(text, u"分级。状态：待分级 → 待派发；隐患等级：一般事故隐患；响应颜色：黄"_s);
    }

private:
    QList<hazards::HistoryLine> lines() const
    {
        auto found = hazards::historyLines(m_plant->connection(), m_plant->schema(), u"hazard"_s,
                                           m_hazard->id);
        return found ? *found : QList<hazards::HistoryLine>();
    }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<HazardCase> m_hazard;
};

QTEST_GUILESS_MAIN(TestHazardHistory)
#include "tst_hazardhistory.moc"
