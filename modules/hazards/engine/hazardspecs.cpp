// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardspecs.h"

#include "hazards/engine/incidentspec.h"
#include "store/spec.h"

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

using store::FieldSpec;
using store::FieldType;
using store::Merge;

FieldSpec textField(const QString &key, const char *label)
{
    return {.key = key, .label = label};
}

FieldSpec longText(const QString &key, const char *label)
{
    return {.key = key, .type = FieldType::LongText, .label = label};
}

FieldSpec searchable(FieldSpec field)
{
    field.searchable = true;
    return field;
}

FieldSpec plain(const QString &key, FieldType type, const char *label)
{
    return {.key = key, .type = type, .label = label};
}

FieldSpec code(const QString &key, const QString &table, const char *label)
{
    return {.key = key, .type = FieldType::Code, .label = label, .of = table};
}

FieldSpec ranked(FieldSpec field, const QStringList &ranks)
{
    field.mergeAs = Merge::Highest;
    field.ranks = ranks;
    return field;
}

FieldSpec reference(const QString &key, const QString &type, const char *label)
{
    return {.key = key, .type = FieldType::Reference, .label = label, .of = type};
}

QList<FieldSpec> findingFields()
{
    return {searchable(longText(u"description"_s, QT_TRANSLATE_NOOP("hazards", "Description"))),
            plain(u"found_on"_s, FieldType::Date, QT_TRANSLATE_NOOP("hazards", "Found on")),
            reference(u"found_by"_s, u"person"_s, QT_TRANSLATE_NOOP("hazards", "Found by")),
            searchable(textField(u"found_by_text"_s,
                                 QT_TRANSLATE_NOOP("hazards", "Found by (name in the source)"))),
            code(u"check_type"_s, u"check_type"_s, QT_TRANSLATE_NOOP("hazards", "Kind of check")),
            reference(u"area"_s, u"area"_s, QT_TRANSLATE_NOOP("hazards", "Area")),
            searchable(textField(u"place_text"_s, QT_TRANSLATE_NOOP("hazards", "Place"))),
            reference(u"equipment"_s, u"equipment"_s, QT_TRANSLATE_NOOP("hazards", "Equipment")),
            code(u"category"_s, u"hazard_category"_s, QT_TRANSLATE_NOOP("hazards", "Category")),
            code(u"factor"_s, u"hazard_factor"_s, QT_TRANSLATE_NOOP("hazards", "Hazard factor")),
            {.key = u"accident_types"_s,
             .type = FieldType::TextSet,
             .label = QT_TRANSLATE_NOOP("hazards", "Possible accident types"),
             .of = u"accident_type"_s},
            ranked(code(u"grade"_s, u"hazard_grade"_s,
                        QT_TRANSLATE_NOOP("hazards", "Hazard grade")),
                   {u"general"_s, u"major"_s}),
            ranked(code(u"response_colour"_s, u"response_colour"_s,
                        QT_TRANSLATE_NOOP("hazards", "Response colour")),
                   {u"blue"_s, u"yellow"_s, u"orange"_s, u"red"_s}),
            longText(u"legal_basis"_s, QT_TRANSLATE_NOOP("hazards", "Legal basis")),
            plain(u"before_photos"_s, FieldType::FileSet,
                  QT_TRANSLATE_NOOP("hazards", "Photos before")),
            plain(u"is_repeat"_s, FieldType::Flag, QT_TRANSLATE_NOOP("hazards", "Repeated"))};
}

QList<FieldSpec> rectifyingFields()
{
    return {searchable(longText(u"measure"_s, QT_TRANSLATE_NOOP("hazards", "Measure"))),
            reference(u"responsible_area"_s, u"area"_s,
                      QT_TRANSLATE_NOOP("hazards", "Responsible unit")),
            searchable(textField(u"responsible_unit_text"_s,
                                 QT_TRANSLATE_NOOP("hazards", "Responsible unit (in the source)"))),
            reference(u"responsible"_s, u"person"_s,
                      QT_TRANSLATE_NOOP("hazards", "Responsible person")),
            searchable(textField(
                    u"responsible_text"_s,
                    QT_TRANSLATE_NOOP("hazards", "Responsible person (name in the source)"))),
            plain(u"cost"_s, FieldType::Money, QT_TRANSLATE_NOOP("hazards", "Cost")),
            plain(u"deadline"_s, FieldType::Instant, QT_TRANSLATE_NOOP("hazards", "Deadline")),
            longText(u"interim_measure"_s, QT_TRANSLATE_NOOP("hazards", "Interim measure")),
            reference(u"supervisor"_s, u"person"_s, QT_TRANSLATE_NOOP("hazards", "Supervisor")),
            textField(u"supervisor_text"_s,
                      QT_TRANSLATE_NOOP("hazards", "Supervising unit or person")),
            reference(u"rectified_by"_s, u"person"_s, QT_TRANSLATE_NOOP("hazards", "Rectified by")),
            plain(u"completed_on"_s, FieldType::Date, QT_TRANSLATE_NOOP("hazards", "Completed on")),
            plain(u"after_photos"_s, FieldType::FileSet,
                  QT_TRANSLATE_NOOP("hazards", "Photos after"))};
}

QList<FieldSpec> reviewFields()
{
    return {reference(u"reviewer"_s, u"person"_s, QT_TRANSLATE_NOOP("hazards", "Reviewer")),
            textField(u"reviewer_text"_s,
                      QT_TRANSLATE_NOOP("hazards", "Reviewer (name in the source)")),
            plain(u"reviewed_on"_s, FieldType::Date, QT_TRANSLATE_NOOP("hazards", "Reviewed on")),
            longText(u"review_opinion"_s, QT_TRANSLATE_NOOP("hazards", "Review opinion")),
            reference(u"second_reviewer"_s, u"person"_s,
                      QT_TRANSLATE_NOOP("hazards", "Second reviewer")),
            plain(u"second_reviewed_on"_s, FieldType::Date,
                  QT_TRANSLATE_NOOP("hazards", "Second review on")),
            longText(u"second_opinion"_s, QT_TRANSLATE_NOOP("hazards", "Second opinion")),
            plain(u"closed_on"_s, FieldType::Date, QT_TRANSLATE_NOOP("hazards", "Closed on")),
            longText(u"remark"_s, QT_TRANSLATE_NOOP("hazards", "Remark")),
            textField(u"reject_reason"_s, QT_TRANSLATE_NOOP("hazards", "Reason of the rejection")),
            reference(u"merged_into"_s, u"hazard"_s, QT_TRANSLATE_NOOP("hazards", "Merged into")),
            textField(u"suspend_reason"_s,
                      QT_TRANSLATE_NOOP("hazards", "Reason of the suspension")),
            reference(u"suspend_approved_by"_s, u"person"_s,
                      QT_TRANSLATE_NOOP("hazards", "Suspension approved by")),
            plain(u"comments"_s, FieldType::Appended, QT_TRANSLATE_NOOP("hazards", "Comments"))};
}

// The five measures of a treatment plan: in place, and what shows it (domain.md d).
QList<FieldSpec> fiveFields()
{
    return {plain(u"five_measures"_s, FieldType::Flag,
                  QT_TRANSLATE_NOOP("hazards", "Measures settled")),
            longText(u"five_measures_evidence"_s,
                     QT_TRANSLATE_NOOP("hazards", "Measures: evidence")),
            plain(u"five_responsibility"_s, FieldType::Flag,
                  QT_TRANSLATE_NOOP("hazards", "Responsibility settled")),
            longText(u"five_responsibility_evidence"_s,
                     QT_TRANSLATE_NOOP("hazards", "Responsibility: evidence")),
            plain(u"five_funds"_s, FieldType::Flag, QT_TRANSLATE_NOOP("hazards", "Funds settled")),
            longText(u"five_funds_evidence"_s, QT_TRANSLATE_NOOP("hazards", "Funds: evidence")),
            plain(u"five_time"_s, FieldType::Flag,
                  QT_TRANSLATE_NOOP("hazards", "Time limit settled")),
            longText(u"five_time_evidence"_s, QT_TRANSLATE_NOOP("hazards", "Time limit: evidence")),
            plain(u"five_plan"_s, FieldType::Flag,
                  QT_TRANSLATE_NOOP("hazards", "Emergency plan settled")),
            longText(u"five_plan_evidence"_s,
                     QT_TRANSLATE_NOOP("hazards", "Emergency plan: evidence"))};
}

// Where a record came from; a row of a ledger is known by layout, row and content.
QList<FieldSpec> originFields()
{
    return {code(u"source"_s, u"hazard_source"_s, QT_TRANSLATE_NOOP("hazards", "Source")),
            textField(u"import_layout"_s, QT_TRANSLATE_NOOP("hazards", "Layout of the source")),
            plain(u"import_row"_s, FieldType::Integer,
                  QT_TRANSLATE_NOOP("hazards", "Row of the source")),
            textField(u"import_hash"_s, QT_TRANSLATE_NOOP("hazards", "Content of the source row"))};
}

}

store::Workflow hazardWorkflow()
{
    const std::pair<QString, QString> notRectifier{u"reviewer"_s, u"rectified_by"_s};
    const std::pair<QString, QString> notResponsible{u"reviewer"_s, u"responsible"_s};
    const std::pair<QString, QString> secondNotRectifier{u"second_reviewer"_s, u"rectified_by"_s};
    const std::pair<QString, QString> secondNotResponsible{u"second_reviewer"_s, u"responsible"_s};
    const std::pair<QString, QString> secondNotFirst{u"second_reviewer"_s, u"reviewer"_s};
    const QStringList reviewed{u"reviewer"_s, u"reviewed_on"_s};
    const QStringList secondReviewed{u"second_reviewer"_s, u"second_reviewed_on"_s};
    const char *const reject = QT_TRANSLATE_NOOP("hazards", "Reject");
    const char *const merge = QT_TRANSLATE_NOOP("hazards", "Merge");
    const char *const suspend = QT_TRANSLATE_NOOP("hazards", "Suspend");
    const char *const resume = QT_TRANSLATE_NOOP("hazards", "Resume");
    const char *const pass = QT_TRANSLATE_NOOP("hazards", "Pass");
    const char *const sendBack = QT_TRANSLATE_NOOP("hazards", "Return");
    const char *const start = QT_TRANSLATE_NOOP("hazards", "Start");
    const QStringList suspending{u"suspend_reason"_s, u"deadline"_s};

    return {.initial = u"draft"_s,
            .states = {{u"draft"_s, QT_TRANSLATE_NOOP("hazards", "Draft")},
                       {u"reported"_s, QT_TRANSLATE_NOOP("hazards", "To be graded")},
                       {u"graded"_s, QT_TRANSLATE_NOOP("hazards", "To be dispatched")},
                       {u"dispatched"_s, QT_TRANSLATE_NOOP("hazards", "To be rectified")},
                       {u"rectifying"_s, QT_TRANSLATE_NOOP("hazards", "Being rectified")},
                       {u"submitted"_s, QT_TRANSLATE_NOOP("hazards", "To be reviewed")},
                       {u"second_review"_s, QT_TRANSLATE_NOOP("hazards", "In second review")},
                       {u"returned"_s, QT_TRANSLATE_NOOP("hazards", "Returned")},
                       {u"suspended"_s, QT_TRANSLATE_NOOP("hazards", "Suspended")},
                       {u"closed"_s, QT_TRANSLATE_NOOP("hazards", "Closed"), false, true},
                       {u"archived"_s, QT_TRANSLATE_NOOP("hazards", "Archived"), false, true},
                       {u"merged"_s, QT_TRANSLATE_NOOP("hazards", "Merged"), false, true},
                       {u"rejected"_s, QT_TRANSLATE_NOOP("hazards", "Not confirmed"), false, true}},
            .steps = {{u"draft"_s,
                       u"reported"_s,
                       QT_TRANSLATE_NOOP("hazards", "Report"),
                       {u"description"_s, u"found_on"_s}},
                      {u"reported"_s,
                       u"graded"_s,
                       QT_TRANSLATE_NOOP("hazards", "Grade"),
                       {u"grade"_s, u"response_colour"_s}},
                      {u"graded"_s,
                       u"dispatched"_s,
                       QT_TRANSLATE_NOOP("hazards", "Dispatch"),
                       {u"responsible"_s, u"deadline"_s}},
                      {u"dispatched"_s, u"rectifying"_s, start, {u"responsible"_s, u"deadline"_s}},
                      {u"rectifying"_s,
                       u"submitted"_s,
                       QT_TRANSLATE_NOOP("hazards", "Submit"),
                       {u"measure"_s, u"completed_on"_s, u"rectified_by"_s}},
                      {u"submitted"_s, u"closed"_s, pass, reviewed, {notRectifier, notResponsible}},
                      {u"submitted"_s,
                       u"second_review"_s,
                       pass,
                       reviewed,
                       {notRectifier, notResponsible}},
                      {u"submitted"_s,
                       u"returned"_s,
                       sendBack,
                       {u"reviewer"_s, u"reviewed_on"_s, u"review_opinion"_s},
                       {notRectifier, notResponsible}},
                      {u"second_review"_s,
                       u"closed"_s,
                       pass,
                       secondReviewed,
                       {secondNotRectifier, secondNotResponsible, secondNotFirst}},
                      {u"second_review"_s,
                       u"returned"_s,
                       sendBack,
                       {u"second_reviewer"_s, u"second_reviewed_on"_s, u"second_opinion"_s},
                       {secondNotRectifier, secondNotResponsible, secondNotFirst}},
                      {u"returned"_s, u"rectifying"_s, start},
                      {u"closed"_s, u"archived"_s, QT_TRANSLATE_NOOP("hazards", "Archive")},
                      {u"reported"_s, u"rejected"_s, reject, {u"reject_reason"_s}},
                      {u"graded"_s, u"rejected"_s, reject, {u"reject_reason"_s}},
                      {u"reported"_s, u"merged"_s, merge, {u"merged_into"_s}},
                      {u"graded"_s, u"merged"_s, merge, {u"merged_into"_s}},
                      {u"dispatched"_s, u"merged"_s, merge, {u"merged_into"_s}},
                      {u"dispatched"_s, u"suspended"_s, suspend, suspending},
                      {u"rectifying"_s, u"suspended"_s, suspend, suspending},
                      {u"returned"_s, u"suspended"_s, suspend, suspending},
                      // Back to the one responsible; with the start the guards are asked again.
                      {u"suspended"_s, u"dispatched"_s, resume}}};
}

void addSpecs(store::Schema &schema)
{
    schema.add({.name = u"hazard"_s,
                .table = u"hazard"_s,
                .context = "hazards",
                .label = QT_TRANSLATE_NOOP("hazards", "Hazard"),
                .fields = findingFields() + rectifyingFields() + reviewFields() + fiveFields()
                        + originFields(),
                .workflow = hazardWorkflow(),
                .numbering = store::Numbering{u"HZ"_s, u"found_on"_s},
                .indexes = {{u"is_void"_s, u"found_on"_s},
                            {u"is_void"_s, u"state"_s, u"found_on"_s},
                            {u"is_void"_s, u"deadline"_s},
                            {u"is_void"_s, u"area"_s, u"found_on"_s},
                            {u"is_void"_s, u"responsible"_s, u"found_on"_s},
                            {u"is_void"_s, u"equipment"_s, u"found_on"_s},
                            {u"number"_s},
                            {u"import_layout"_s, u"import_row"_s}}});
    schema.add(incidentSpec());
}

}
