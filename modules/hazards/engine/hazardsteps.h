// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "store/record.h"
#include "store/writer.h"

#include <QDate>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace hazards {

// What came of a step. A step on a hazard that somebody moved in between is not taken; what was
// entered is kept and stands in the conflict register.
struct StepResult {
    bool isTaken = true;
    QString message; // why it was not taken, for the person
    store::Receipt receipt;
};

struct NewHazard {
    QString description;
    QString foundOn; // YYYY-MM-DD; today at the plant if empty
    QUuid foundBy;   // the actor if null and foundByText is empty
    QString foundByText;
    QString checkType;
    QUuid area; // that of the equipment if null
    QString place;
    QUuid equipment;
    QString category;
    QString factor;
    QStringList accidentTypes;
    QString colour; // a first opinion; grading decides
    QString interimMeasure;
    QStringList beforePhotos; // SHA-256 of evidence files
    QString remark;
    QString source; // code of hazard_source; "desk" if empty
    bool isDraft = false;
    store::Values further = {}; // custom fields and whatever else the form has
};

struct Grading {
    QString grade;  // general, major
    QString colour; // may stay empty if the report gave one; major is always red
    QString category;
    QStringList accidentTypes;
    QString legalBasis; // needed for major
    bool isRepeat = false;
};

struct Dispatch {
    QUuid responsible;
    QUuid responsibleArea; // that of the person if null and the text is empty
    QString responsibleUnitText;
    QString deadline; // instant or YYYY-MM-DD; from the response colour if empty
    QString measure;  // what is asked for
    QUuid supervisor;
    std::optional<qint64> costCents;
};

struct Submission {
    QString measure;     // what was done
    QString completedOn; // YYYY-MM-DD; today at the plant if empty
    QUuid rectifiedBy;   // the actor if null
    std::optional<qint64> costCents;
    QStringList afterPhotos;
};

struct Review {
    bool isPassed = false;
    QString opinion;    // needed to return it
    QString reviewedOn; // YYYY-MM-DD; today at the plant if empty
    QUuid reviewer;     // the actor if null
};

struct Suspension {
    QString reason;
    QString until;    // the new deadline: instant or YYYY-MM-DD
    QUuid approvedBy; // the actor if null
};

// seen: the record the person was looking at when they decided; null means as it stands now.
// The forms with a Writer join a larger save.
core::Result<QUuid> report(store::Store &store, const QUuid &actor, const NewHazard &hazard);
core::Result<QUuid> report(store::Writer &writer, const store::Store &store, const QUuid &actor,
                           const NewHazard &hazard);
core::Result<StepResult> reportDraft(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                     const store::Record *seen = nullptr);
core::Result<StepResult> grade(store::Store &store, const QUuid &actor, const QUuid &hazard,
                               const Grading &grading, const store::Record *seen = nullptr);
core::Result<StepResult> dispatch(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                  const Dispatch &order, const store::Record *seen = nullptr);
core::Result<StepResult> start(store::Store &store, const QUuid &actor, const QUuid &hazard,
                               const store::Record *seen = nullptr);
core::Result<StepResult> submit(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                const Submission &submission, const store::Record *seen = nullptr);
core::Result<StepResult> review(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                const Review &review, const store::Record *seen = nullptr);
core::Result<StepResult> secondReview(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                      const Review &review, const store::Record *seen = nullptr);
core::Result<StepResult> archive(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                 const store::Record *seen = nullptr);
core::Result<StepResult> reject(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                const QString &reason, const store::Record *seen = nullptr);
core::Result<StepResult> merge(store::Store &store, const QUuid &actor, const QUuid &hazard,
                               const QUuid &into, const store::Record *seen = nullptr);
core::Result<StepResult> suspend(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                 const Suspension &suspension, const store::Record *seen = nullptr);
core::Result<StepResult> resume(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                const store::Record *seen = nullptr);

// Corrections outside the steps.
core::Result<store::Receipt> change(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                    const store::Values &values,
                                    const store::Record *seen = nullptr);
core::Result<store::Receipt> comment(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                     const QString &text);
core::Result<store::Receipt> addPhotos(store::Store &store, const QUuid &actor, const QUuid &hazard,
                                       const QString &key, const QStringList &shas);
core::Result<store::Receipt> voidHazard(store::Store &store, const QUuid &actor,
                                        const QUuid &hazard, const QString &reason);

}
