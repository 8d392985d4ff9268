// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardsteps.h"
#include "store/record.h"
#include "support/expectations.h"
#include "support/testplant.h"

// One hazard of a test plant on its way; advance() takes the usual next step with good values.
class HazardCase
{
public:
    explicit HazardCase(TestPlant &plant)
        : m_plant(plant)
    {
        using namespace Qt::StringLiterals;
        const auto made = hazards::report(m_plant.store(), m_plant.worker,
                                          {.description = u"光电保护装置失效"_s,
                                           .checkType = u"daily"_s,
                                           .equipment = m_plant.press});
        if (!made)
            qFatal("no hazard: %s", qUtf8Printable(made.error().message));
        id = *made;
    }

    store::Record record() const
    {
        auto found = store::readRecord(m_plant.connection(), m_plant.schema(),
                                       QStringLiteral("hazard"), id);
        if (!found)
            qFatal("no record: %s", qUtf8Printable(found.error().message));
        return *found;
    }
    QString state() const { return record().state; }

    core::Result<hazards::StepResult> grade(const QString &code = QStringLiteral("general"),
                                            const QString &colour = QStringLiteral("yellow"))
    {
        hazards::Grading grading{.grade = code, .colour = colour};
        if (code == QStringLiteral("major")) {
            grading.colour.clear();
            grading.legalBasis = QStringLiteral("令第10号第七条");
        }
        return hazards::grade(m_plant.store(), m_plant.officer, id, grading);
    }
    core::Result<hazards::StepResult> dispatch()
    {
        return hazards::dispatch(
                m_plant.store(), m_plant.officer, id,
                {.responsible = m_plant.leader, .deadline = QStringLiteral("2025-10-20")});
    }
    core::Result<hazards::StepResult> start()
    {
        return hazards::start(m_plant.store(), m_plant.leader, id);
    }
    core::Result<hazards::StepResult> submit()
    {
        return hazards::submit(m_plant.store(), m_plant.worker, id,
                               {.measure = QStringLiteral("更换光电保护装置")});
    }
    core::Result<hazards::StepResult> pass()
    {
        return hazards::review(m_plant.store(), m_plant.officer, id,
                               {.isPassed = true, .opinion = QStringLiteral("合格")});
    }

    // Up to a state on the straight way of a general hazard.
    void bringTo(const QString &wanted)
    {
        const auto need = [](const core::Result<hazards::StepResult> &result) {
            if (!result || !result->isTaken)
                qFatal("not brought there: %s",
                       qUtf8Printable(result ? result->message : result.error().message));
        };
        for (int steps = 0; state() != wanted; ++steps) {
            const QString now = state();
            if (now == QStringLiteral("reported"))
                need(grade());
            else if (now == QStringLiteral("graded"))
                need(dispatch());
            else if (now == QStringLiteral("dispatched"))
                need(start());
            else if (now == QStringLiteral("rectifying"))
                need(submit());
            else if (now == QStringLiteral("submitted"))
                need(pass());
            else
                qFatal("no way from %s to %s", qUtf8Printable(now), qUtf8Printable(wanted));
        }
    }

    void settlePlan(const QStringList &keys = hazards::fiveKeys())
    {
        store::Values values;
        for (const QString &key : keys) {
            values.insert(key, 1);
            values.insert(key + QStringLiteral("_evidence"), QStringLiteral("见治理方案"));
        }
        const auto saved = hazards::change(m_plant.store(), m_plant.officer, id, values);
        if (!saved)
            qFatal("no plan: %s", qUtf8Printable(saved.error().message));
    }

    QUuid id;

private:
    TestPlant &m_plant;
};
