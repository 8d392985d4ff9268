// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/hazardwriting.h"
#include "app/ctl/opening.h"
#include "app/ctl/words.h"
#include "core/ids.h"
#include "hazards/engine/conflicts.h"
#include "hazards/engine/evidence.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardspecs.h"
#include "hazards/engine/hazardsteps.h"
#include "hazards/engine/hazardstore.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

// A call on one hazard: the store, who works, and the record as it stands.
struct OnHazard {
    std::unique_ptr<Opened> opened;
    QUuid actor;
    QUuid hazard;
    store::Store &store() const { return opened->store(); }
    const store::Connection &connection() const { return opened->connection(); }
};

core::Result<OnHazard> openHazard(const Request &request)
{
    auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const auto actor = (*opened)->actor(request);
    if (!actor)
        return core::passOn(actor);
    const auto hazard = hazardFor((*opened)->connection(), request.argument(0));
    if (!hazard)
        return core::passOn(hazard);
    return OnHazard{std::move(*opened), *actor, hazard->id};
}

core::Result<Answer> standing(const OnHazard &on)
{
    const auto hazard = hazardFor(on.connection(), core::toText(on.hazard));
    if (!hazard)
        return core::passOn(hazard);
    Answer answer;
    answer.json = hazardJson(*hazard);
    answer.lines << Words::tr("%1: %2").arg(
            hazard->number, on.store().schema().find(u"hazard"_s)->stateLabel(hazard->state));
    return answer;
}

core::Result<Answer> afterStep(const OnHazard &on, const core::Result<hazards::StepResult> &step)
{
    if (!step)
        return core::passOn(step);
    if (!step->isTaken)
        return core::fail(core::ErrorCode::Refused, step->message);
    return standing(on);
}

// Yuan with up to two decimals, as money is typed; cents in the log.
core::Result<std::optional<qint64>> centsOf(const QString &yuan)
{
    if (yuan.isEmpty())
        return std::optional<qint64>();
    bool isNumber = false;
    const double value = yuan.toDouble(&isNumber);
    constexpr double Most = 1e12;
    if (!isNumber || value < 0 || value > Most)
        return core::fail(core::ErrorCode::Invalid,
                          Words::tr("“%1” is not an amount of yuan.").arg(yuan));
    return std::optional(qint64(value * 100 + 0.5));
}

// A day stays a day; a time without a zone is that of the plant.
QString deadlineText(const QString &typed, const QByteArray &timeZone)
{
    if (typed.size() <= 10)
        return typed;
    QDateTime time = QDateTime::fromString(typed, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), QTimeZone(timeZone));
    return core::toInstantText(time.toMSecsSinceEpoch());
}

// The files of --photo as evidence of the store: safe on disk before a save names them.
core::Result<QStringList> photosOf(const Request &request, const store::Store &store)
{
    return hazards::keepPhotos(store.path(), request.texts(u"photo"_s), request.progress());
}

core::Result<Answer> add(const Request &request)
{
    auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const store::Connection &connection = (*opened)->connection();
    const auto actor = (*opened)->actor(request);
    const auto foundBy = personFor(connection, request.text(u"found-by"_s));
    const auto area = areaFor(connection, request.text(u"area"_s));
    const auto equipment = equipmentFor(connection, request.text(u"equipment"_s));
    for (const auto *found : {&actor, &foundBy, &area, &equipment}) {
        if (!*found)
            return core::passOn(*found);
    }
    hazards::NewHazard hazard;
    hazard.description = request.text(u"description"_s);
    hazard.foundOn = request.text(u"found-on"_s);
    hazard.foundBy = *foundBy;
    hazard.area = *area;
    hazard.equipment = *equipment;
    hazard.place = request.text(u"place"_s);
    hazard.interimMeasure = request.text(u"interim"_s);
    hazard.remark = request.text(u"remark"_s);
    hazard.isDraft = request.isSet(u"draft"_s);
    const std::pair<QString, QString *> codes[] = {{u"check-type"_s, &hazard.checkType},
                                                   {u"category"_s, &hazard.category},
                                                   {u"colour"_s, &hazard.colour}};
    for (const auto &[option, target] : codes) {
        const auto code = codeFor(connection, option, request.text(option));
        if (!code)
            return core::passOn(code);
        *target = *code;
    }
    const auto photos = photosOf(request, (*opened)->store());
    if (!photos)
        return core::passOn(photos);
    hazard.beforePhotos = *photos;
    const auto id = hazards::report((*opened)->store(), *actor, hazard);
    if (!id)
        return core::passOn(id);
    return standing({std::move(*opened), *actor, *id});
}

core::Result<Answer> grade(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    hazards::Grading grading;
    grading.legalBasis = request.text(u"legal-basis"_s);
    grading.isRepeat = request.isSet(u"repeat"_s);
    const std::pair<QString, QString *> codes[] = {{u"grade"_s, &grading.grade},
                                                   {u"colour"_s, &grading.colour},
                                                   {u"category"_s, &grading.category}};
    for (const auto &[option, target] : codes) {
        const auto code = codeFor(on->connection(), option, request.text(option));
        if (!code)
            return core::passOn(code);
        *target = *code;
    }
    return afterStep(*on, hazards::grade(on->store(), on->actor, on->hazard, grading));
}

core::Result<Answer> dispatch(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    const auto responsible = personFor(on->connection(), request.text(u"to"_s));
    const auto supervisor = personFor(on->connection(), request.text(u"supervisor"_s));
    const auto unit = areaFor(on->connection(), request.text(u"unit"_s));
    for (const auto *found : {&responsible, &supervisor, &unit}) {
        if (!*found)
            return core::passOn(*found);
    }
    const auto cost = centsOf(request.text(u"cost"_s));
    if (!cost)
        return core::passOn(cost);
    hazards::Dispatch order;
    order.responsible = *responsible;
    order.responsibleArea = *unit;
    order.supervisor = *supervisor;
    order.measure = request.text(u"measure"_s);
    order.deadline = deadlineText(request.text(u"deadline"_s), on->store().plant().timeZone);
    order.costCents = *cost;
    return afterStep(*on, hazards::dispatch(on->store(), on->actor, on->hazard, order));
}

// The five measures of a major hazard, each with what shows it.
core::Result<Answer> plan(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    store::Values values;
    for (const QString &key : hazards::fiveKeys()) {
        const QString evidence = request.text(QString(key).remove(u"five_"_s));
        if (evidence.isEmpty())
            continue;
        values.insert(key, 1);
        values.insert(key + u"_evidence"_s, evidence);
    }
    if (values.isEmpty())
        return core::fail(core::ErrorCode::Invalid,
                          Words::tr("Nothing of the plan is named. Give at least one of its five "
                                    "parts."));
    const auto done = hazards::change(on->store(), on->actor, on->hazard, values);
    if (!done)
        return core::passOn(done);
    return standing(*on);
}

core::Result<Answer> start(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    return afterStep(*on, hazards::start(on->store(), on->actor, on->hazard));
}

core::Result<Answer> submit(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    const auto rectifier = personFor(on->connection(), request.text(u"by"_s));
    if (!rectifier)
        return core::passOn(rectifier);
    const auto cost = centsOf(request.text(u"cost"_s));
    if (!cost)
        return core::passOn(cost);
    hazards::Submission submission;
    submission.measure = request.text(u"measure"_s);
    submission.completedOn = request.text(u"completed-on"_s);
    submission.rectifiedBy = *rectifier;
    submission.costCents = *cost;
    const auto photos = photosOf(request, on->store());
    if (!photos)
        return core::passOn(photos);
    submission.afterPhotos = *photos;
    return afterStep(*on, hazards::submit(on->store(), on->actor, on->hazard, submission));
}

core::Result<Answer> review(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    const auto now =
            store::readRecord(on->connection(), on->store().schema(), u"hazard"_s, on->hazard);
    if (!now)
        return core::passOn(now);
    const hazards::Review opinion{.isPassed = !request.isSet(u"return"_s),
                                  .opinion = request.text(u"opinion"_s),
                                  .reviewedOn = request.text(u"reviewed-on"_s)};
    return afterStep(*on,
                     now->state == hazards::state::secondReview
                             ? hazards::secondReview(on->store(), on->actor, on->hazard, opinion)
                             : hazards::review(on->store(), on->actor, on->hazard, opinion));
}

core::Result<Answer> archive(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    return afterStep(*on, hazards::archive(on->store(), on->actor, on->hazard));
}

core::Result<Answer> comment(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    const auto done = hazards::comment(on->store(), on->actor, on->hazard, request.text(u"text"_s));
    if (!done)
        return core::passOn(done);
    return standing(*on);
}

core::Result<Answer> show(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    return hazardInWords((*opened)->store(), (*opened)->connection(), request.argument(0));
}

// What waits for a decision, each with the id that “decide” takes.
core::Result<Answer> conflicts(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const store::Store &store = (*opened)->store();
    const auto hazard = hazardFor((*opened)->connection(), request.argument(0));
    if (!hazard)
        return core::passOn(hazard);
    const auto open = hazards::openConflicts((*opened)->connection(), store.schema(), hazard->id,
                                             store.plant().timeZone);
    if (!open)
        return core::passOn(open);
    return conflictsInWords(hazard->number, *open, store.plant().timeZone);
}

core::Result<Answer> decide(const Request &request)
{
    const auto on = openHazard(request);
    if (!on)
        return core::passOn(on);
    const QByteArray id = QByteArray::fromHex(request.text(u"conflict"_s).toLatin1());
    const auto open = hazards::openConflicts(on->connection(), on->store().schema(), on->hazard,
                                             on->store().plant().timeZone);
    if (!open)
        return core::passOn(open);
    const bool isKnown = std::any_of(open->cbegin(), open->cend(),
                                     [&id](const auto &conflict) { return conflict.id == id; });
    if (!isKnown)
        return core::fail(core::ErrorCode::NotFound,
                          Words::tr("This hazard has no open conflict “%1”. “anlanctl hazard "
                                    "conflicts” shows them.")
                                  .arg(request.text(u"conflict"_s)));
    const auto done = hazards::decideConflict(on->store(), on->actor, id,
                                              request.text(u"take"_s) == "other"_L1
                                                      ? hazards::ConflictChoice::TakeOther
                                                      : hazards::ConflictChoice::Keep);
    if (!done)
        return core::passOn(done);
    return standing(*on);
}

Command onHazard(const QString &name, const char *summary, const QList<Option> &options,
                 core::Result<Answer> (*run)(const Request &))
{
    return {.group = u"hazard"_s,
            .name = name,
            .arguments = u"NUMBER"_s,
            .mostArguments = 1,
            .fewestArguments = 1,
            .summary = summary,
            .options = options,
            .run = run};
}

Option textOption(const QString &name, const char *text, bool isNeeded = false)
{
    return {name, QT_TRANSLATE_NOOP("ctl", "text"), text, Kind::Text, {}, isNeeded};
}

Option codeOption(const QString &name, const char *text, bool isNeeded = false)
{
    return {name, QT_TRANSLATE_NOOP("ctl", "code"), text, Kind::Text, {}, isNeeded};
}

Option personOption(const QString &name, const char *text, bool isNeeded = false)
{
    return {name, QT_TRANSLATE_NOOP("ctl", "person"), text, Kind::Text, {}, isNeeded};
}

Option dayOption(const QString &name, const char *text)
{
    return {name, QT_TRANSLATE_NOOP("ctl", "day"), text, Kind::Date};
}

}

QList<Command> hazardCommands()
{
    const Option category =
            codeOption(u"category"_s, QT_TRANSLATE_NOOP("ctl", "Category: code or label."));
    const Option colour = codeOption(
            u"colour"_s, QT_TRANSLATE_NOOP("ctl", "Response colour: red, orange, yellow, blue."));
    const Option cost{u"cost"_s, QT_TRANSLATE_NOOP("ctl", "yuan"),
                      QT_TRANSLATE_NOOP("ctl", "What it costs.")};
    const Option photo{.name = u"photo"_s,
                       .value = QT_TRANSLATE_NOOP("ctl", "file"),
                       .text = QT_TRANSLATE_NOOP("ctl", "A photo; may be given several times."),
                       .isRepeatable = true};
    const Option area{u"area"_s, QT_TRANSLATE_NOOP("ctl", "area"),
                      QT_TRANSLATE_NOOP("ctl", "Name, code or full name of an area.")};
    return {
            {.group = u"hazard"_s,
             .name = u"add"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "Report a hazard."),
             .options = {textOption(u"description"_s, QT_TRANSLATE_NOOP("ctl", "What was found."),
                                    true),
                         dayOption(u"found-on"_s,
                                   QT_TRANSLATE_NOOP("ctl", "The day; today unless told.")),
                         personOption(
                                 u"found-by"_s,
                                 QT_TRANSLATE_NOOP("ctl", "Who found it; who works unless told.")),
                         area,
                         {u"equipment"_s, QT_TRANSLATE_NOOP("ctl", "code"),
                          QT_TRANSLATE_NOOP("ctl", "Code of the machine.")},
                         textOption(u"place"_s, QT_TRANSLATE_NOOP("ctl", "Where, in words.")),
                         codeOption(u"check-type"_s,
                                    QT_TRANSLATE_NOOP("ctl", "Kind of check: code or label.")),
                         category,
                         colour,
                         textOption(u"interim"_s,
                                    QT_TRANSLATE_NOOP("ctl", "What was done at once.")),
                         textOption(u"remark"_s, QT_TRANSLATE_NOOP("ctl", "A remark.")),
                         photo,
                         {u"draft"_s, "", QT_TRANSLATE_NOOP("ctl", "Keep it as a draft."),
                          Kind::Flag}},
             .run = add},
            onHazard(u"grade"_s, QT_TRANSLATE_NOOP("ctl", "Grade a hazard."),
                     {codeOption(u"grade"_s, QT_TRANSLATE_NOOP("ctl", "general or major."), true),
                      colour,
                      category,
                      textOption(u"legal-basis"_s,
                                 QT_TRANSLATE_NOOP("ctl", "The clause it breaks.")),
                      {u"repeat"_s, "", QT_TRANSLATE_NOOP("ctl", "It was there before."),
                       Kind::Flag}},
                     grade),
            onHazard(u"dispatch"_s, QT_TRANSLATE_NOOP("ctl", "Give a hazard to somebody."),
                     {personOption(u"to"_s, QT_TRANSLATE_NOOP("ctl", "Who is responsible."), true),
                      {u"deadline"_s, QT_TRANSLATE_NOOP("ctl", "time"),
                       QT_TRANSLATE_NOOP("ctl", "Day or time; from the colour unless told."),
                       Kind::DateTime},
                      {u"unit"_s, QT_TRANSLATE_NOOP("ctl", "area"),
                       QT_TRANSLATE_NOOP("ctl",
                                         "Responsible unit; that of the person unless "
                                         "told.")},
                      personOption(u"supervisor"_s, QT_TRANSLATE_NOOP("ctl", "Who supervises.")),
                      textOption(u"measure"_s, QT_TRANSLATE_NOOP("ctl", "What is asked for.")),
                      cost},
                     dispatch),
            onHazard(u"plan"_s,
                     QT_TRANSLATE_NOOP("ctl", "Settle the treatment plan of a major hazard."),
                     {textOption(u"measures"_s, QT_TRANSLATE_NOOP("ctl", "Measures: evidence.")),
                      textOption(u"responsibility"_s,
                                 QT_TRANSLATE_NOOP("ctl", "Responsibility: evidence.")),
                      textOption(u"funds"_s, QT_TRANSLATE_NOOP("ctl", "Funds: evidence.")),
                      textOption(u"time"_s, QT_TRANSLATE_NOOP("ctl", "Time limit: evidence.")),
                      textOption(u"plan"_s, QT_TRANSLATE_NOOP("ctl", "Emergency plan: evidence."))},
                     plan),
            onHazard(u"start"_s, QT_TRANSLATE_NOOP("ctl", "Start the rectification."), {}, start),
            onHazard(u"submit"_s, QT_TRANSLATE_NOOP("ctl", "Submit it for review."),
                     {textOption(u"measure"_s, QT_TRANSLATE_NOOP("ctl", "What was done.")),
                      dayOption(u"completed-on"_s,
                                QT_TRANSLATE_NOOP("ctl", "The day; today unless told.")),
                      personOption(
                              u"by"_s,
                              QT_TRANSLATE_NOOP("ctl", "Who rectified it; who works unless told.")),
                      cost, photo},
                     submit),
            onHazard(u"review"_s, QT_TRANSLATE_NOOP("ctl", "Pass the review, or return it."),
                     {{u"return"_s, "", QT_TRANSLATE_NOOP("ctl", "It is not in order yet."),
                       Kind::Flag},
                      textOption(u"opinion"_s, QT_TRANSLATE_NOOP("ctl", "What was seen.")),
                      dayOption(u"reviewed-on"_s,
                                QT_TRANSLATE_NOOP("ctl", "The day; today unless told."))},
                     review),
            onHazard(u"archive"_s, QT_TRANSLATE_NOOP("ctl", "Archive a closed hazard."), {},
                     archive),
            onHazard(u"comment"_s, QT_TRANSLATE_NOOP("ctl", "Add a comment."),
                     {textOption(u"text"_s, QT_TRANSLATE_NOOP("ctl", "The comment."), true)},
                     comment),
            onHazard(u"conflicts"_s,
                     QT_TRANSLATE_NOOP("ctl", "What two people did that somebody has to decide."),
                     {}, conflicts),
            onHazard(u"decide"_s, QT_TRANSLATE_NOOP("ctl", "Decide a conflict."),
                     {{.name = u"conflict"_s,
                       .value = QT_TRANSLATE_NOOP("ctl", "id"),
                       .text = QT_TRANSLATE_NOOP("ctl", "Which one; see “hazard conflicts”."),
                       .isNeeded = true},
                      {.name = u"take"_s,
                       .value = QT_TRANSLATE_NOOP("ctl", "side"),
                       .text = QT_TRANSLATE_NOOP("ctl", "What stands now, or the other."),
                       .oneOf = {u"now"_s, u"other"_s},
                       .isNeeded = true}},
                     decide),
            onHazard(u"show"_s, QT_TRANSLATE_NOOP("ctl", "All facts and the history of a hazard."),
                     {}, show),
    };
}

}
