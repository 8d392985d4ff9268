// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardrules.h"

#include "core/clock.h"
#include "hazards/engine/hazardspecs.h"
#include "hazards/engine/reading.h"
#include "store/connection.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QSqlQuery>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

struct StepWords {
    Step step;
    const char16_t *key;
    const char *label;
};

constexpr StepWords stepWords[] = {
        {Step::Report, u"report", QT_TRANSLATE_NOOP("hazards", "Report")},
        {Step::Grade, u"grade", QT_TRANSLATE_NOOP("hazards", "Grade")},
        {Step::Dispatch, u"dispatch", QT_TRANSLATE_NOOP("hazards", "Dispatch")},
        {Step::Start, u"start", QT_TRANSLATE_NOOP("hazards", "Start")},
        {Step::Submit, u"submit", QT_TRANSLATE_NOOP("hazards", "Submit")},
        {Step::Review, u"review", QT_TRANSLATE_NOOP("hazards", "Review")},
        {Step::SecondReview, u"second-review", QT_TRANSLATE_NOOP("hazards", "Second review")},
        {Step::Archive, u"archive", QT_TRANSLATE_NOOP("hazards", "Archive")},
        {Step::Reject, u"reject", QT_TRANSLATE_NOOP("hazards", "Reject")},
        {Step::Merge, u"merge", QT_TRANSLATE_NOOP("hazards", "Merge")},
        {Step::Suspend, u"suspend", QT_TRANSLATE_NOOP("hazards", "Suspend")},
        {Step::Resume, u"resume", QT_TRANSLATE_NOOP("hazards", "Resume")},
};

const StepWords &wordsOf(Step step)
{
    const auto found = std::find_if(std::begin(stepWords), std::end(stepWords),
                                    [step](const StepWords &words) { return words.step == step; });
    Q_ASSERT(found != std::end(stepWords));
    return *found;
}

Step stepTo(const QString &from, const QString &to)
{
    if (from == state::draft)
        return Step::Report;
    if (from == state::secondReview)
        return Step::SecondReview;
    if (from == state::submitted)
        return Step::Review;
    if (to == state::graded)
        return Step::Grade;
    if (to == state::dispatched)
        return from == state::suspended ? Step::Resume : Step::Dispatch;
    if (to == state::rectifying)
        return Step::Start;
    if (to == state::submitted)
        return Step::Submit;
    if (to == state::archived)
        return Step::Archive;
    if (to == state::rejected)
        return Step::Reject;
    if (to == state::merged)
        return Step::Merge;
    return Step::Suspend;
}

QString differentSentence(const std::pair<QString, QString> &pair)
{
    if (pair.second == "reviewer"_L1)
        return QCoreApplication::translate(
                "hazards", "The second reviewer may not be the first one. Choose somebody else.");
    if (pair.second == "responsible"_L1)
        return QCoreApplication::translate("hazards",
                                           "The reviewer may not be the person responsible for the "
                                           "rectification. Choose somebody else.");
    return QCoreApplication::translate(
            "hazards",
            "The reviewer may not be the person who rectified it. Choose somebody else.");
}

QString valueAfter(const store::Record &hazard, const store::Values &values, const QString &key)
{
    const auto written = values.constFind(key);
    if (written != values.cend())
        return written->isString() ? written->toString() : written->isNull() ? QString() : u"1"_s;
    return hazard.has(key) && hazard.values.value(key).isString() ? hazard.text(key)
            : hazard.has(key)                                     ? u"1"_s
                                                                  : QString();
}

store::Record afterwards(const store::Record &hazard, const store::Values &values)
{
    store::Record after = hazard;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        after.values.insert(value.key(), value.value());
    return after;
}

}

QString stepLabel(Step step)
{
    return QCoreApplication::translate("hazards", wordsOf(step).label);
}

QString stepKey(Step step)
{
    return QString::fromUtf16(wordsOf(step).key);
}

bool isMajor(const store::Record &hazard)
{
    return hazard.text(u"grade"_s) == "major"_L1;
}

QStringList fiveKeys()
{
    return {u"five_measures"_s, u"five_responsibility"_s, u"five_funds"_s, u"five_time"_s,
            u"five_plan"_s};
}

QStringList missingFive(const store::Schema &schema, const store::Record &hazard)
{
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    QStringList missing;
    for (const QString &key : fiveKeys()) {
        const QString evidence = key + u"_evidence"_s;
        if (hazard.integer(key) != 1)
            missing.append(spec.fieldLabel(key));
        else if (hazard.text(evidence).trimmed().isEmpty())
            missing.append(spec.fieldLabel(evidence));
    }
    return missing;
}

QString planObjection(const store::Schema &schema, const store::Record &hazard)
{
    if (!isMajor(hazard))
        return {};
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    QStringList missing;
    if (hazard.text(u"legal_basis"_s).trimmed().isEmpty())
        missing.append(spec.fieldLabel(u"legal_basis"_s));
    missing += missingFive(schema, hazard);
    if (missing.isEmpty())
        return {};
    return QCoreApplication::translate("hazards",
                                       "A major hazard needs its treatment plan before "
                                       "rectification begins. Still missing: %1.")
            .arg(listed(missing));
}

QString objection(const store::Schema &schema, const store::Record &hazard, const QString &to,
                  const store::Values &values)
{
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    if (hazard.isVoid)
        return QCoreApplication::translate("hazards", "This hazard was deleted. Restore it first.");
    const store::StepSpec *step = spec.workflow->step(hazard.state, to);
    if (!step)
        return QCoreApplication::translate(
                       "hazards", "A hazard that stands at “%1” cannot go to “%2” from there.")
                .arg(spec.stateLabel(hazard.state), spec.stateLabel(to));
    QStringList missing;
    for (const QString &key : step->required) {
        if (valueAfter(hazard, values, key).trimmed().isEmpty())
            missing.append(spec.fieldLabel(key));
    }
    if (!missing.isEmpty())
        return QCoreApplication::translate("hazards", "Fill in first: %1.").arg(listed(missing));
    for (const auto &pair : step->different) {
        const QString person = valueAfter(hazard, values, pair.first);
        if (!person.isEmpty() && person == valueAfter(hazard, values, pair.second))
            return differentSentence(pair);
    }
    const store::Record after = afterwards(hazard, values);
    if (to == state::rectifying)
        return planObjection(schema, after);
    if (hazard.state == state::submitted && to == state::closed && isMajor(after))
        return QCoreApplication::translate("hazards",
                                           "A major hazard needs a second review before it is "
                                           "closed.");
    if (to == state::secondReview && !isMajor(after))
        return QCoreApplication::translate("hazards", "Only a major hazard has a second review.");
    return {};
}

namespace {

// A review that counts where the hazard stands; one of an earlier round does not bind who is
// responsible for this one.
bool isReviewed(const QString &state)
{
    return state == state::secondReview || state == state::closed || state == state::archived;
}

QString sameAfterChange(const store::EntitySpec &spec, const store::Record &hazard,
                        const store::Values &values)
{
    for (const store::StepSpec &step : spec.workflow->steps) {
        for (const auto &pair : step.different) {
            if (!values.contains(pair.first) && !values.contains(pair.second))
                continue;
            if (pair.second == "responsible"_L1 && !isReviewed(hazard.state))
                continue;
            const QString person = valueAfter(hazard, values, pair.first);
            if (!person.isEmpty() && person == valueAfter(hazard, values, pair.second))
                return differentSentence(pair);
        }
    }
    return {};
}

QString emptiedByChange(const store::EntitySpec &spec, const store::Record &hazard,
                        const store::Values &values)
{
    for (const store::StepSpec &step : spec.workflow->steps) {
        if (step.to != hazard.state)
            continue;
        for (const QString &key : step.required) {
            if (values.contains(key) && valueAfter(hazard, values, key).trimmed().isEmpty()
                && !valueAfter(hazard, {}, key).isEmpty())
                //: field, state
                return QCoreApplication::translate("hazards",
                                                   "“%1” may not be empty while the hazard stands "
                                                   "at “%2”. Write another value instead.")
                        .arg(spec.fieldLabel(key), spec.stateLabel(hazard.state));
        }
    }
    return {};
}

QString loweredByChange(const store::EntitySpec &spec, const store::Record &hazard,
                        const store::Values &values, const store::Record *seen)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const store::FieldSpec *field = spec.field(value.key());
        if (!field || field->merge() != store::Merge::Highest)
            continue;
        const bool isLower = field->ranks.indexOf(value->toString())
                < field->ranks.indexOf(hazard.text(value.key()));
        const bool isSeen =
                seen && seen->versions.value(value.key()) == hazard.versions.value(value.key());
        if (isLower && !seen)
            return QCoreApplication::translate("hazards",
                                               "“%1” may only be lowered by somebody who has the "
                                               "hazard in front of them. Open it first.")
                    .arg(spec.fieldLabel(value.key()));
        if (isLower && !isSeen)
            return QCoreApplication::translate("hazards",
                                               "“%1” was raised since you looked at this hazard. "
                                               "Look at it again before you lower it.")
                    .arg(spec.fieldLabel(value.key()));
    }
    return {};
}

}

QString changeObjection(const store::Schema &schema, const store::Record &hazard,
                        const store::Values &values, const store::Record *seen)
{
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    for (const QString &sentence :
         {sameAfterChange(spec, hazard, values), emptiedByChange(spec, hazard, values),
          loweredByChange(spec, hazard, values, seen)}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return {};
}

QList<AvailableStep> availableSteps(const store::Schema &schema, const store::Record &hazard,
                                    const QUuid &actor)
{
    QList<AvailableStep> found;
    if (hazard.isVoid)
        return found;
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    for (const store::StepSpec &each : spec.workflow->steps) {
        if (each.from != hazard.state)
            continue;
        const Step step = stepTo(each.from, each.to);
        const bool isKnown = std::any_of(found.cbegin(), found.cend(),
                                         [step](const auto &row) { return row.step == step; });
        if (isKnown)
            continue;
        AvailableStep row{.step = step, .label = stepLabel(step)};
        if (step == Step::Start) {
            // Nothing is asked at this step, so what is missing cannot be filled in with it.
            row.whyNot = objection(schema, hazard, each.to);
        } else if ((step == Step::Review || step == Step::SecondReview) && !actor.isNull()) {
            const QString me = core::toText(actor);
            if (hazard.text(u"rectified_by"_s) == me)
                row.whyNot = QCoreApplication::translate(
                        "hazards",
                        "You rectified this hazard yourself. Somebody else has to review it.");
            else if (hazard.text(u"responsible"_s) == me)
                row.whyNot = QCoreApplication::translate(
                        "hazards",
                        "You are responsible for the rectification. Somebody else has to review "
                        "it.");
            else if (step == Step::SecondReview && hazard.text(u"reviewer"_s) == me)
                row.whyNot = QCoreApplication::translate(
                        "hazards",
                        "You made the first review. Somebody else has to make the second one.");
        }
        row.isPossible = row.whyNot.isEmpty();
        found.append(row);
    }
    return found;
}

Moment momentAt(qint64 milliseconds, const QByteArray &timeZone)
{
    const QTimeZone zone(timeZone);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    return {core::toInstantText(milliseconds),
            (zone.isValid() ? time.toTimeZone(zone) : time).date().toString(Qt::ISODate)};
}

Moment momentOf(const store::Store &store)
{
    return momentAt(store.clock().now(), store.plant().timeZone);
}

QStringList openStates()
{
    static const QStringList states = [] {
        QStringList open;
        const store::Workflow workflow = hazardWorkflow();
        for (const store::StateSpec &state : workflow.states) {
            if (state.isOpen)
                open.append(state.key);
        }
        return open;
    }();
    return states;
}

QStringList overdueStates()
{
    static const QStringList states = [] {
        QStringList open = openStates();
        open.removeAll(state::draft.toString());
        return open;
    }();
    return states;
}

bool isOverdue(const QString &state, const QString &deadline, const Moment &moment)
{
    if (deadline.isEmpty() || !overdueStates().contains(state))
        return false;
    // A day without a time lasts until its end; both kinds sort as text.
    return deadline.size() == 10 ? deadline < moment.today : deadline < moment.now;
}

bool isOverdue(const Hazard &hazard, const Moment &moment)
{
    return isOverdue(hazard.state, hazard.deadline, moment);
}

core::Result<QString> defaultDeadline(const store::Connection &connection, const QString &colour,
                                      qint64 from, const QByteArray &timeZone)
{
    QSqlQuery query =
            connection.prepare(u"SELECT rectify_minutes FROM seed_response WHERE colour = ?"_s);
    query.addBindValue(colour);
    if (!query.exec())
        return store::failed(query);
    if (!query.next())
        return QString();
    constexpr qint64 minutesPerDay = 24 * 60;
    const qint64 minutes = query.value(0).toLongLong();
    const qint64 until = from + minutes * 60'000;
    // A limit in days lasts until the end of the day.
    if (minutes >= 2 * minutesPerDay && minutes % minutesPerDay == 0)
        return momentAt(until, timeZone).today;
    return core::toInstantText(until);
}

}
