// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/hazardwriting.h"

#include "app/ctl/words.h"
#include "core/clock.h"
#include "core/ids.h"
#include "hazards/engine/hazardhistory.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardstore.h"
#include "plant/engine/codes.h"
#include "store/spec.h"
#include "store/store.h"

#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

QString plantTime(const QString &deadline, const QByteArray &timeZone)
{
    if (deadline.size() <= 10)
        return deadline;
    return core::fromInstantText(deadline)
            .toTimeZone(QTimeZone(timeZone))
            .toString(u"yyyy-MM-dd HH:mm"_s);
}

QJsonArray historyJson(const QList<hazards::HistoryLine> &lines)
{
    QJsonArray history;
    for (const hazards::HistoryLine &line : lines) {
        QJsonArray changes;
        for (const hazards::HistoryChange &change : line.changes)
            changes.append(QJsonObject{{u"field"_s, change.field},
                                       {u"before"_s, change.before},
                                       {u"after"_s, change.after}});
        history.append(QJsonObject{
                {u"time"_s, core::toInstantText(line.time)},
                {u"who"_s, line.who},
                {u"actor"_s, line.actor.isNull() ? QString() : core::toText(line.actor)},
                {u"what"_s, line.what},
                {u"changes"_s, changes}});
    }
    return history;
}

}

core::Result<hazards::Hazard> hazardFor(const store::Connection &connection,
                                        const QString &numberOrId)
{
    const auto found = hazards::findHazard(connection, numberOrId);
    if (!found)
        return core::passOn(found);
    if (!*found)
        return core::fail(core::ErrorCode::NotFound,
                          Words::tr("There is no hazard “%1”. “anlanctl ledger list” shows the "
                                    "numbers.")
                                  .arg(numberOrId));
    return **found;
}

core::Result<QString> codeFor(const store::Connection &connection, const QString &option,
                              const QString &text)
{
    if (text.isEmpty())
        return QString();
    static const QMap<QString, QString> tables{{u"check-type"_s, u"check_type"_s},
                                               {u"category"_s, u"hazard_category"_s},
                                               {u"grade"_s, u"hazard_grade"_s},
                                               {u"colour"_s, u"response_colour"_s}};
    const QString table = tables.value(option);
    const auto book = plant::CodeBook::load(connection);
    if (!book)
        return core::passOn(book);
    QString code = book->codeFor(table, text);
    if (!code.isEmpty())
        return code;
    QStringList known;
    for (const plant::Code &each : book->codes(table))
        known.append(each.code + u' ' + each.label());
    return core::fail(core::ErrorCode::Invalid,
                      Words::tr("--%1 does not know “%2”. It knows: %3.")
                              .arg(option, text, known.join(u", "_s)));
}

QJsonObject hazardJson(const hazards::Hazard &hazard)
{
    QJsonObject json{{u"id"_s, core::toText(hazard.id)},
                     {u"number"_s, hazard.number},
                     {u"state"_s, hazard.state},
                     {u"state_since"_s, hazard.stateSince},
                     {u"description"_s, hazard.description}};
    const std::pair<QString, QString> texts[] = {{u"found_on"_s, hazard.foundOn},
                                                 {u"found_by"_s, hazard.foundByName},
                                                 {u"check_type"_s, hazard.checkType},
                                                 {u"area"_s, hazard.areaPath},
                                                 {u"place"_s, hazard.place},
                                                 {u"equipment"_s, hazard.equipmentName},
                                                 {u"category"_s, hazard.category},
                                                 {u"grade"_s, hazard.grade},
                                                 {u"colour"_s, hazard.colour},
                                                 {u"legal_basis"_s, hazard.legalBasis},
                                                 {u"measure"_s, hazard.measure},
                                                 {u"interim_measure"_s, hazard.interimMeasure},
                                                 {u"responsible_unit"_s, hazard.responsibleUnit},
                                                 {u"responsible"_s, hazard.responsibleName},
                                                 {u"deadline"_s, hazard.deadline},
                                                 {u"rectified_by"_s, hazard.rectifiedByName},
                                                 {u"completed_on"_s, hazard.completedOn},
                                                 {u"reviewer"_s, hazard.reviewerName},
                                                 {u"reviewed_on"_s, hazard.reviewedOn},
                                                 {u"review_opinion"_s, hazard.reviewOpinion},
                                                 {u"second_reviewer"_s, hazard.secondReviewerName},
                                                 {u"second_reviewed_on"_s, hazard.secondReviewedOn},
                                                 {u"supervisor"_s, hazard.supervisor},
                                                 {u"closed_on"_s, hazard.closedOn},
                                                 {u"remark"_s, hazard.remark},
                                                 {u"source"_s, hazard.source}};
    for (const auto &[key, text] : texts) {
        if (!text.isEmpty())
            json.insert(key, text);
    }
    if (hazard.hasCost)
        json.insert(u"cost_cents"_s, hazard.costCents);
    if (hazard.isRepeat)
        json.insert(u"is_repeat"_s, true);
    if (!hazard.beforePhotos.isEmpty())
        json.insert(u"before_photos"_s, QJsonArray::fromStringList(hazard.beforePhotos));
    if (!hazard.afterPhotos.isEmpty())
        json.insert(u"after_photos"_s, QJsonArray::fromStringList(hazard.afterPhotos));
    if (!hazard.accidentTypes.isEmpty())
        json.insert(u"accident_types"_s, QJsonArray::fromStringList(hazard.accidentTypes));
    return json;
}

Answer conflictsInWords(const QString &number, const QList<hazards::OpenConflict> &conflicts,
                        const QByteArray &timeZone)
{
    Answer answer;
    QJsonArray rows;
    if (conflicts.isEmpty())
        answer.lines << Words::tr("%1: nothing has to be decided.").arg(number);
    for (const hazards::OpenConflict &conflict : conflicts) {
        const QString id = QString::fromLatin1(conflict.id.toHex());
        QJsonArray fields;
        answer.lines << id + u"  "_s + conflict.what << u"  "_s + conflict.why
                     << u"  "_s
                        + Words::tr("The other: %1, %2")
                                  .arg(conflict.who,
                                       plantTime(core::toInstantText(conflict.time), timeZone));
        for (const hazards::ConflictField &field : conflict.fields) {
            answer.lines << u"  "_s
                            + Words::tr("%1: now “%2”, the other “%3”")
                                      .arg(field.field, field.now, field.other);
            fields.append(QJsonObject{
                    {u"field"_s, field.field}, {u"now"_s, field.now}, {u"other"_s, field.other}});
        }
        if (!conflict.whyNotTaken.isEmpty())
            answer.lines << u"  "_s + conflict.whyNotTaken;
        rows.append(QJsonObject{{u"id"_s, id},
                                {u"kind"_s, conflict.kind},
                                {u"what"_s, conflict.what},
                                {u"why"_s, conflict.why},
                                {u"who"_s, conflict.who},
                                {u"time"_s, core::toInstantText(conflict.time)},
                                {u"fields"_s, fields},
                                {u"can_take_other"_s, conflict.whyNotTaken.isEmpty()}});
    }
    answer.json = {{u"number"_s, number}, {u"conflicts"_s, rows}};
    return answer;
}

core::Result<Answer> hazardInWords(const store::Store &store, const store::Connection &connection,
                                   const QString &numberOrId)
{
    const auto hazard = hazardFor(connection, numberOrId);
    if (!hazard)
        return core::passOn(hazard);
    const auto book = plant::CodeBook::load(connection);
    if (!book)
        return core::passOn(book);
    const QByteArray zone = store.plant().timeZone;
    const auto history =
            hazards::historyLines(connection, store.schema(), u"hazard"_s, hazard->id, zone);
    if (!history)
        return core::passOn(history);
    const store::EntitySpec &spec = *store.schema().find(u"hazard"_s);
    const bool isOverdue = hazards::isOverdue(*hazard, hazards::momentOf(store));
    Answer answer;
    answer.json = hazardJson(*hazard);
    answer.json.insert(u"overdue"_s, isOverdue);
    answer.json.insert(u"history"_s, historyJson(*history));
    QString head = hazard->number + u"  "_s + spec.stateLabel(hazard->state);
    if (isOverdue)
        head += u"  "_s + Words::tr("overdue");
    answer.lines << head;
    QStringList accidents;
    for (const QString &code : hazard->accidentTypes)
        accidents.append(book->label(u"accident_type"_s, code));
    const auto label = [&](const QString &key, const QString &code) {
        return book->label(spec.field(key)->of, code);
    };
    const std::pair<QString, QString> facts[] = {
            {u"description"_s, hazard->description},
            {u"found_on"_s, hazard->foundOn},
            {u"found_by"_s, hazard->foundByName},
            {u"check_type"_s, label(u"check_type"_s, hazard->checkType)},
            {u"area"_s, hazard->areaPath},
            {u"place_text"_s, hazard->place},
            {u"equipment"_s, hazard->equipmentName},
            {u"category"_s, label(u"category"_s, hazard->category)},
            {u"accident_types"_s, accidents.join(u", "_s)},
            {u"grade"_s, label(u"grade"_s, hazard->grade)},
            {u"response_colour"_s, label(u"response_colour"_s, hazard->colour)},
            {u"legal_basis"_s, hazard->legalBasis},
            {u"measure"_s, hazard->measure},
            {u"interim_measure"_s, hazard->interimMeasure},
            {u"responsible_area"_s, hazard->responsibleUnit},
            {u"responsible"_s, hazard->responsibleName},
            {u"cost"_s,
             hazard->hasCost ? QLocale().toString(double(hazard->costCents) / 100, 'f', 2)
                             : QString()},
            {u"deadline"_s, plantTime(hazard->deadline, zone)},
            {u"rectified_by"_s, hazard->rectifiedByName},
            {u"completed_on"_s, hazard->completedOn},
            {u"reviewer"_s, hazard->reviewerName},
            {u"reviewed_on"_s, hazard->reviewedOn},
            {u"review_opinion"_s, hazard->reviewOpinion},
            {u"second_reviewer"_s, hazard->secondReviewerName},
            {u"second_reviewed_on"_s, hazard->secondReviewedOn},
            {u"supervisor"_s, hazard->supervisor},
            {u"closed_on"_s, hazard->closedOn},
            {u"remark"_s, hazard->remark}};
    for (const auto &[key, text] : facts) {
        if (!text.isEmpty())
            answer.lines << u"  "_s + Words::tr("%1: %2").arg(spec.fieldLabel(key), text);
    }
    answer.lines << QString();
    for (const hazards::HistoryLine &line : *history)
        answer.lines << u"  "_s + plantTime(core::toInstantText(line.time), zone) + u"  "_s
                        + line.who + u"  "_s + line.text();
    return answer;
}

}
