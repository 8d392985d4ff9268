// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardsteps.h"

#include "core/clock.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardspecs.h"
#include "hazards/engine/stepwriting.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

core::Result<> checkReport(const NewHazard &hazard, const QString &foundOn, const QString &today)
{
    if (hazard.description.trimmed().isEmpty())
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "hazards", "Say what was found: the description is empty."));
    if (auto checked = checkDay(foundOn); !checked)
        return checked;
    if (foundOn > today)
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "hazards", "The day it was found (%1) lies in the future.")
                                  .arg(foundOn));
    return {};
}

// A review that passes or returns; keys of its fields and the states it may lead to.
struct ReviewPlan {
    QString reviewer;
    QString reviewedOn;
    QString opinion;
};

core::Result<StepResult> takeReview(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                    const Review &review, const ReviewPlan &keys, bool isSecond,
                                    const store::Record *seen)
{
    const Moment moment = momentOf(store);
    const QString day = review.reviewedOn.isEmpty() ? moment.today : review.reviewedOn;
    if (auto checked = checkDay(day); !checked)
        return core::passOn(checked);
    const QString label = review.isPassed
            ? QCoreApplication::translate("hazards", "Hazard %1 passed")
            : QCoreApplication::translate("hazards", "Hazard %1 returned");
    return takeStep(
            store, actor, hazard, label, seen,
            [&](store::Writer &writer, const store::Record &record) -> core::Result<StepPlan> {
                const QUuid reviewer = review.reviewer.isNull() ? actor : review.reviewer;
                if (auto checked = checkPerson(writer, reviewer); !checked)
                    return core::passOn(checked);
                if (auto checked = checkNotBefore(day, record.text(u"completed_on"_s),
                                                  u"completed_on"_s, writer.schema());
                    !checked)
                    return core::passOn(checked);
                StepPlan plan;
                plan.to = !review.isPassed             ? state::returned.toString()
                        : isSecond || !isMajor(record) ? state::closed.toString()
                                                       : state::secondReview.toString();
                putReference(plan.values, keys.reviewer, reviewer);
                putText(plan.values, keys.reviewedOn, day);
                // The opinion of an earlier round is not that of this one.
                plan.values.insert(keys.opinion,
                                   review.opinion.trimmed().isEmpty()
                                           ? QJsonValue()
                                           : QJsonValue(review.opinion.trimmed()));
                if (plan.to == state::closed)
                    putText(plan.values, u"closed_on"_s, day);
                return plan;
            });
}

}

core::Result<QUuid> report(store::Writer &writer, const store::Store &store, const QUuid &actor,
                           const NewHazard &hazard)
{
    const Moment moment = momentAt(writer.now(), store.plant().timeZone);
    const QString foundOn = hazard.foundOn.isEmpty() ? moment.today : hazard.foundOn;
    if (auto checked = checkReport(hazard, foundOn, moment.today); !checked)
        return core::passOn(checked);
    store::Values values = hazard.further;
    putText(values, u"description"_s, hazard.description);
    putText(values, u"found_on"_s, foundOn);
    putReference(values, u"found_by"_s,
                 hazard.foundBy.isNull() && hazard.foundByText.isEmpty() ? actor : hazard.foundBy);
    putText(values, u"found_by_text"_s, hazard.foundByText);
    putText(values, u"check_type"_s, hazard.checkType);
    QUuid area = hazard.area;
    if (area.isNull() && !hazard.equipment.isNull()) {
        const auto equipment = writer.record(u"equipment"_s, hazard.equipment);
        if (!equipment)
            return core::passOn(equipment);
        if (*equipment)
            area = (*equipment)->reference(u"area"_s);
    }
    putReference(values, u"area"_s, area);
    putText(values, u"place_text"_s, hazard.place);
    putReference(values, u"equipment"_s, hazard.equipment);
    putText(values, u"category"_s, hazard.category);
    putText(values, u"factor"_s, hazard.factor);
    putSet(values, u"accident_types"_s, hazard.accidentTypes);
    putText(values, u"response_colour"_s, hazard.colour);
    putText(values, u"interim_measure"_s, hazard.interimMeasure);
    putSet(values, u"before_photos"_s, hazard.beforePhotos);
    putText(values, u"remark"_s, hazard.remark);
    putText(values, u"source"_s, hazard.source.isEmpty() ? u"desk"_s : hazard.source);
    return writer.create(u"hazard"_s, values, {},
                         hazard.isDraft ? QString() : state::reported.toString());
}

core::Result<QUuid> report(store::Store &store, const QUuid &actor, const NewHazard &hazard)
{
    auto writer = store::Writer::begin(store, actor,
                                       QCoreApplication::translate("hazards", "Hazard reported: %1")
                                               .arg(hazard.description.simplified().left(40)));
    if (!writer)
        return core::passOn(writer);
    auto id = report(*writer, store, actor, hazard);
    if (!id)
        return id;
    if (const auto receipt = writer->commit(); !receipt)
        return core::passOn(receipt);
    return id;
}

core::Result<StepResult> reportDraft(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                     const store::Record *seen)
{
    return takeStep(store, actor, hazard,
                    QCoreApplication::translate("hazards", "Hazard %1 reported"), seen,
                    [](store::Writer &, const store::Record &) -> core::Result<StepPlan> {
                        return StepPlan{.to = state::reported.toString()};
                    });
}

core::Result<StepResult> grade(store::Store &store, const QUuid &actor, const QUuid &hazard,
                               const Grading &grading, const store::Record *seen)
{
    return takeStep(
            store, actor, hazard, QCoreApplication::translate("hazards", "Hazard %1 graded"), seen,
            [&](store::Writer &writer, const store::Record &record) -> core::Result<StepPlan> {
                StepPlan plan{.to = state::graded.toString()};
                const bool willBeMajor = grading.grade == "major"_L1;
                if (willBeMajor && grading.legalBasis.trimmed().isEmpty()
                    && record.text(u"legal_basis"_s).trimmed().isEmpty())
                    return core::fail(
                            core::ErrorCode::Refused,
                            QCoreApplication::translate(
                                    "hazards",
                                    "A major hazard needs its legal basis. Name the clause by "
                                    "which it is major."));
                if (willBeMajor && !grading.colour.isEmpty() && grading.colour != "red"_L1)
                    return core::fail(core::ErrorCode::Refused,
                                      QCoreApplication::translate(
                                              "hazards",
                                              "A major hazard is always red. Choose red, or grade "
                                              "it as general."));
                for (const auto &[table, code] :
                     {std::pair{u"hazard_grade"_s, grading.grade},
                      std::pair{u"response_colour"_s, grading.colour}}) {
                    if (auto checked = checkCode(writer, table, code); !checked)
                        return core::passOn(checked);
                }
                putText(plan.values, u"grade"_s, grading.grade);
                putText(plan.values, u"response_colour"_s, willBeMajor ? u"red"_s : grading.colour);
                putText(plan.values, u"category"_s, grading.category);
                putText(plan.values, u"legal_basis"_s, grading.legalBasis);
                if (grading.isRepeat)
                    plan.values.insert(u"is_repeat"_s, 1);
                if (!grading.accidentTypes.isEmpty())
                    plan.sets.insert(u"accident_types"_s, grading.accidentTypes);
                return plan;
            });
}

core::Result<StepResult> dispatch(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                  const Dispatch &order, const store::Record *seen)
{
    return takeStep(
            store, actor, hazard, QCoreApplication::translate("hazards", "Hazard %1 dispatched"),
            seen,
            [&](store::Writer &writer, const store::Record &record) -> core::Result<StepPlan> {
                StepPlan plan{.to = state::dispatched.toString()};
                QString deadline = order.deadline.trimmed();
                if (deadline.isEmpty()) {
                    const auto usual =
                            defaultDeadline(writer.connection(), record.text(u"response_colour"_s),
                                            writer.now(), store.plant().timeZone);
                    if (!usual)
                        return core::passOn(usual);
                    deadline = *usual;
                }
                if (auto checked = checkDeadline(deadline, record.text(u"found_on"_s), store);
                    !checked)
                    return core::passOn(checked);
                putText(plan.values, u"deadline"_s, deadline);
                if (!order.responsible.isNull()) {
                    const auto person = checkPerson(writer, order.responsible);
                    if (!person)
                        return core::passOn(person);
                    putReference(plan.values, u"responsible"_s, order.responsible);
                    if (order.responsibleArea.isNull() && order.responsibleUnitText.isEmpty())
                        putReference(plan.values, u"responsible_area"_s,
                                     person->reference(u"area"_s));
                }
                putReference(plan.values, u"responsible_area"_s, order.responsibleArea);
                putText(plan.values, u"responsible_unit_text"_s, order.responsibleUnitText);
                putText(plan.values, u"measure"_s, order.measure);
                putReference(plan.values, u"supervisor"_s, order.supervisor);
                if (order.costCents)
                    plan.values.insert(u"cost"_s, *order.costCents);
                return plan;
            });
}

core::Result<StepResult> start(store::Store &store, const QUuid &actor, const QUuid &hazard,
                               const store::Record *seen)
{
    return takeStep(store, actor, hazard,
                    QCoreApplication::translate("hazards", "Rectification of hazard %1 started"),
                    seen, [](store::Writer &, const store::Record &) -> core::Result<StepPlan> {
                        return StepPlan{.to = state::rectifying.toString()};
                    });
}

core::Result<StepResult> submit(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                const Submission &submission, const store::Record *seen)
{
    const Moment moment = momentOf(store);
    const QString day = submission.completedOn.isEmpty() ? moment.today : submission.completedOn;
    if (auto checked = checkDay(day); !checked)
        return core::passOn(checked);
    if (day > moment.today)
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "hazards", "The day of completion (%1) lies in the future.")
                                  .arg(day));
    return takeStep(
            store, actor, hazard,
            QCoreApplication::translate("hazards", "Hazard %1 submitted for review"), seen,
            [&](store::Writer &writer, const store::Record &record) -> core::Result<StepPlan> {
                StepPlan plan{.to = state::submitted.toString()};
                const QUuid rectifier =
                        submission.rectifiedBy.isNull() ? actor : submission.rectifiedBy;
                if (auto checked = checkPerson(writer, rectifier); !checked)
                    return core::passOn(checked);
                if (auto checked = checkNotBefore(day, record.text(u"found_on"_s), u"found_on"_s,
                                                  writer.schema());
                    !checked)
                    return core::passOn(checked);
                putText(plan.values, u"measure"_s, submission.measure);
                putText(plan.values, u"completed_on"_s, day);
                putReference(plan.values, u"rectified_by"_s, rectifier);
                if (submission.costCents)
                    plan.values.insert(u"cost"_s, *submission.costCents);
                putSet(plan.values, u"after_photos"_s, submission.afterPhotos);
                return plan;
            });
}

core::Result<StepResult> review(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                const Review &review, const store::Record *seen)
{
    return takeReview(store, actor, hazard, review,
                      {u"reviewer"_s, u"reviewed_on"_s, u"review_opinion"_s}, false, seen);
}

core::Result<StepResult> secondReview(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                      const Review &review, const store::Record *seen)
{
    return takeReview(store, actor, hazard, review,
                      {u"second_reviewer"_s, u"second_reviewed_on"_s, u"second_opinion"_s}, true,
                      seen);
}

core::Result<StepResult> archive(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                 const store::Record *seen)
{
    return takeStep(store, actor, hazard,
                    QCoreApplication::translate("hazards", "Hazard %1 archived"), seen,
                    [](store::Writer &, const store::Record &) -> core::Result<StepPlan> {
                        return StepPlan{.to = state::archived.toString()};
                    });
}

core::Result<StepResult> reject(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                const QString &reason, const store::Record *seen)
{
    return takeStep(store, actor, hazard,
                    QCoreApplication::translate("hazards", "Hazard %1 not confirmed"), seen,
                    [&reason](store::Writer &, const store::Record &) -> core::Result<StepPlan> {
                        StepPlan plan{.to = state::rejected.toString()};
                        putText(plan.values, u"reject_reason"_s, reason);
                        return plan;
                    });
}

core::Result<StepResult> merge(store::Store &store, const QUuid &actor, const QUuid &hazard,
                               const QUuid &into, const store::Record *seen)
{
    return takeStep(
            store, actor, hazard, QCoreApplication::translate("hazards", "Hazard %1 merged"), seen,
            [&](store::Writer &writer, const store::Record &) -> core::Result<StepPlan> {
                const auto other = writer.record(u"hazard"_s, into);
                if (!other)
                    return core::passOn(other);
                if (!*other || (*other)->isVoid || (*other)->state == state::merged
                    || (*other)->state == state::rejected)
                    return core::fail(core::ErrorCode::Refused,
                                      QCoreApplication::translate(
                                              "hazards",
                                              "Choose the hazard that stays: one that is not "
                                              "deleted, merged or rejected itself."));
                if (into == hazard)
                    return core::fail(core::ErrorCode::Refused,
                                      QCoreApplication::translate(
                                              "hazards",
                                              "A hazard cannot be merged into itself. Choose the "
                                              "one that stays."));
                StepPlan plan{.to = state::merged.toString()};
                putReference(plan.values, u"merged_into"_s, into);
                return plan;
            });
}

core::Result<StepResult> suspend(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                 const Suspension &suspension, const store::Record *seen)
{
    return takeStep(
            store, actor, hazard, QCoreApplication::translate("hazards", "Hazard %1 suspended"),
            seen, [&](store::Writer &writer, const store::Record &) -> core::Result<StepPlan> {
                const QUuid approver =
                        suspension.approvedBy.isNull() ? actor : suspension.approvedBy;
                if (auto checked = checkPerson(writer, approver); !checked)
                    return core::passOn(checked);
                const QString until = suspension.until.trimmed();
                const Moment moment = momentOf(store);
                if (auto checked = checkDeadline(until, {}, store); !checked)
                    return core::passOn(checked);
                if (until.isEmpty() || isOverdue(state::suspended.toString(), until, moment))
                    return core::fail(core::ErrorCode::Invalid,
                                      QCoreApplication::translate(
                                              "hazards",
                                              "Name the new deadline. It has to lie in the "
                                              "future."));
                StepPlan plan{.to = state::suspended.toString()};
                putText(plan.values, u"suspend_reason"_s, suspension.reason);
                plan.values.insert(u"deadline"_s, until);
                putReference(plan.values, u"suspend_approved_by"_s, approver);
                return plan;
            });
}

core::Result<StepResult> resume(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                const store::Record *seen)
{
    return takeStep(store, actor, hazard,
                    QCoreApplication::translate("hazards", "Hazard %1 resumed"), seen,
                    [](store::Writer &, const store::Record &) -> core::Result<StepPlan> {
                        return StepPlan{.to = state::dispatched.toString()};
                    });
}

}
