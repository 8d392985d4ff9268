// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazardsteps.h"
#include "support/testplant.h"

#include <QDate>

// A test plant with a ledger of 1,000 hazards, found on 1,000 days one after the other: 900 as
// reported, 60 graded (one of them major), 40 dispatched to the leader and overdue.
class LongLedger
{
public:
    static constexpr int Size = 1000;
    static constexpr int Graded = 60;
    static constexpr int Dispatched = 40;

    LongLedger()
    {
        using namespace Qt::StringLiterals;
        auto writer = store::Writer::begin(plant.store(), plant.worker, u"Ledger"_s);
        if (!writer)
            qFatal("no ledger: %s", qUtf8Printable(writer.error().message));
        const QUuid areas[] = {plant.team, plant.otherTeam, plant.workshop};
        const QString colours[] = {u"blue"_s, u"yellow"_s, u"orange"_s, u"red"_s};
        for (int i = 0; i < Size; ++i) {
            const auto made =
                    hazards::report(*writer, plant.store(), plant.worker,
                                    {.description = u"隐患%1号"_s.arg(i, 4, 10, QChar(u'0')),
                                     .foundOn = foundOn(i),
                                     .area = areas[i % 3],
                                     .place = u"%1号位"_s.arg(i % 7),
                                     .colour = colours[i % 4]});
            if (!made)
                qFatal("no hazard: %s", qUtf8Printable(made.error().message));
            ids.append(*made);
        }
        if (const auto saved = writer->commit(); !saved)
            qFatal("no ledger: %s", qUtf8Printable(saved.error().message));
        for (int i = 0; i < Graded + Dispatched; ++i) {
            const bool isMajor = i == Graded + Dispatched - 1;
            hazards::Grading grading{.grade = isMajor ? u"major"_s : u"general"_s};
            if (isMajor)
                grading.legalBasis = u"令第10号第七条"_s;
            else
                grading.colour = u"yellow"_s;
            need(hazards::grade(plant.store(), plant.officer, ids.at(i), grading));
            if (i < Dispatched)
                need(hazards::dispatch(plant.store(), plant.officer, ids.at(i),
                                       {.responsible = plant.leader, .deadline = u"2025-10-20"_s}));
        }
        plant.clock().advance(30 * 24 * 3600 * 1000LL);
    }

    static QString foundOn(int hazard)
    {
        return QDate(2023, 1, 1).addDays(hazard).toString(Qt::ISODate);
    }

    TestPlant plant;
    QList<QUuid> ids; // in the order they were found

private:
    static void need(const core::Result<hazards::StepResult> &result)
    {
        if (!result || !result->isTaken)
            qFatal("no step: %s",
                   qUtf8Printable(result ? result->message : result.error().message));
    }
};
