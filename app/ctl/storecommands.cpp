// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/opening.h"
#include "app/ctl/words.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardstore.h"
#include "sample/engine/sampleplant.h"
#include "store/integrity.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

QString native(const QString &path)
{
    return QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
}

QString hex(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex());
}

QString shown(qint64 number)
{
    return QLocale().toString(number);
}

QDate lastDayOf(const Request &request, const Services &services)
{
    return request.isSet(u"until"_s)
            ? request.date(u"until"_s)
            : QDate::fromString(hazards::momentAt(services.clock.now(), "Asia/Shanghai").today,
                                Qt::ISODate);
}

core::Result<Answer> create(const Request &request)
{
    const Services services;
    const QString path = request.argument(0);
    const QString named = request.text(u"plant"_s);
    Answer answer{.json = {{u"store"_s, native(path)}}};
    if (request.isSet(u"demo"_s)) {
        const sample::Options options{
                .seed = quint64(request.integer(u"seed"_s).value_or(1)),
                .hazards = int(std::min(request.integer(u"hazards"_s).value_or(1200), 2'000'000LL)),
                .until = lastDayOf(request, services),
                .plantName = named};
        auto made = sample::createPlant(path, services.schema, options, request.progress());
        if (!made)
            return core::passOn(made);
        answer.json.insert(u"seed"_s, qint64(options.seed));
        answer.json.insert(u"until"_s, options.until.toString(Qt::ISODate));
    } else {
        for (const QString &option : {u"hazards"_s, u"seed"_s, u"until"_s}) {
            if (request.isSet(option))
                return core::fail(core::ErrorCode::Invalid,
                                  Words::tr("--%1 belongs to --demo: only the sample plant has "
                                            "it.")
                                          .arg(option));
        }
        auto made = store::Store::create(
                path, named.isEmpty() ? QFileInfo(path).completeBaseName() : named,
                services.environment());
        if (!made)
            return core::passOn(made);
    }
    auto store = store::Store::open(path, services.environment(), request.progress());
    if (!store)
        return core::passOn(store);
    const auto connection = (*store)->connect();
    if (!connection)
        return core::passOn(connection);
    const auto counts = store::counts(*connection, services.schema);
    if (!counts)
        return core::passOn(counts);
    answer.json.insert(u"plant"_s, (*store)->plant().name);
    answer.json.insert(u"hazards"_s, counts->entities.value(u"hazard"_s));
    answer.json.insert(u"operations"_s, counts->operations);
    answer.lines << Words::tr("Made %1: %2, %3 hazards.")
                            .arg(native(path), (*store)->plant().name,
                                 shown(counts->entities.value(u"hazard"_s)));
    return answer;
}

core::Result<Answer> info(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const store::Store &store = (*opened)->store();
    const store::Connection &connection = (*opened)->connection();
    const auto counts = store::counts(connection, store.schema());
    if (!counts)
        return core::passOn(counts);
    const auto states = hazards::countsByState(connection, {});
    if (!states)
        return core::passOn(states);
    const auto overdue =
            hazards::count(connection, {.overdueOnly = true, .moment = hazards::momentOf(store)});
    if (!overdue)
        return core::passOn(overdue);
    const store::EntitySpec &spec = *store.schema().find(u"hazard"_s);
    qint64 open = 0;
    QJsonObject byState;
    for (auto state = states->cbegin(); state != states->cend(); ++state) {
        const store::StateSpec *known = spec.workflow->state(state.key());
        open += known && known->isOpen ? state.value() : 0;
        byState.insert(state.key(), state.value());
    }
    const auto number = [&counts](const QString &type) { return counts->entities.value(type); };
    Answer answer;
    answer.json = {
            {u"store"_s, native(store.path())},
            {u"plant"_s, store.plant().name},
            {u"plant_id"_s, core::toText(store.plant().id)},
            {u"time_zone"_s, QString::fromLatin1(store.plant().timeZone)},
            {u"hazards"_s, number(u"hazard"_s)},
            {u"open"_s, open},
            {u"overdue"_s, *overdue},
            {u"states"_s, byState},
            {u"incidents"_s, number(u"incident"_s)},
            {u"areas"_s, number(u"area"_s)},
            {u"people"_s, number(u"person"_s)},
            {u"equipment"_s, number(u"equipment"_s)},
            {u"operations"_s, counts->operations},
            {u"frames"_s, counts->frames},
            {u"pending"_s, counts->pending},
            {u"conflicts"_s, counts->openConflicts},
            {u"schema"_s, counts->schema},
            {u"bytes"_s, QFileInfo(store.path()).size()},
    };
    answer.lines << Words::tr("Plant: %1").arg(store.plant().name)
                 << Words::tr("Hazards: %1, open %2, overdue %3")
                            .arg(shown(number(u"hazard"_s)), shown(open), shown(*overdue))
                 << Words::tr("People: %1").arg(shown(number(u"person"_s)))
                 << Words::tr("Equipment: %1").arg(shown(number(u"equipment"_s)))
                 << Words::tr("Areas: %1").arg(shown(number(u"area"_s)))
                 << Words::tr("Accidents: %1").arg(shown(number(u"incident"_s)))
                 << Words::tr("Operations: %1, not yet sent %2, conflicts to decide %3")
                            .arg(shown(counts->operations), shown(counts->pending),
                                 shown(counts->openConflicts))
                 << Words::tr("Format of the store: %1").arg(counts->schema);
    return answer;
}

core::Result<Answer> check(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const auto report = store::check((*opened)->store(), request.progress());
    if (!report)
        return core::passOn(report);
    Answer answer{.isGood = report->isOk()};
    QJsonArray problems;
    for (const store::Problem &problem : report->problems) {
        problems.append(QJsonObject{
                {u"kind"_s, problem.kind}, {u"where"_s, problem.where}, {u"text"_s, problem.text}});
        answer.lines << problem.where + u": "_s + problem.text;
    }
    QJsonObject entities;
    for (auto each = report->counts.entities.cbegin(); each != report->counts.entities.cend();
         ++each)
        entities.insert(each.key(), each.value());
    answer.json = {{u"ok"_s, report->isOk()},
                   {u"digest"_s, hex(report->digest)},
                   {u"counts"_s,
                    QJsonObject{{u"operations"_s, report->counts.operations},
                                {u"frames"_s, report->counts.frames},
                                {u"pending"_s, report->counts.pending},
                                {u"conflicts"_s, report->counts.openConflicts},
                                {u"evidence_files"_s, report->evidenceFiles},
                                {u"records"_s, entities}}},
                   {u"problems"_s, problems}};
    answer.lines << Words::tr("Digest: %1").arg(hex(report->digest))
                 << (report->isOk() ? Words::tr("The store is sound: %1 operations, %2 evidence "
                                                "files.")
                                              .arg(shown(report->counts.operations),
                                                   shown(report->evidenceFiles))
                                    : Words::tr("The store is damaged. Restore the newest "
                                                "backup to another file and compare."));
    return answer;
}

core::Result<Answer> rebuild(const Request &request)
{
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const auto report = store::rebuild((*opened)->store(), request.progress());
    if (!report)
        return core::passOn(report);
    const bool isEqual = report->before == report->after;
    const double seconds = double(report->milliseconds) / 1000;
    Answer answer;
    answer.json = {{u"before"_s, hex(report->before)},
                   {u"after"_s, hex(report->after)},
                   {u"equal"_s, isEqual},
                   {u"operations"_s, report->operations},
                   {u"seconds"_s, seconds}};
    answer.lines << Words::tr("Folded %1 operations anew in %2 s.")
                            .arg(shown(report->operations), QLocale().toString(seconds, 'f', 2))
                 << (isEqual ? Words::tr("The records are the same as before.")
                             : Words::tr("The records differ from before: they had been "
                                         "damaged and are right again."));
    return answer;
}

// Evidence files that the copy could not have; it was kept without them.
void tellProblems(const store::CopyReport &report, Answer &answer)
{
    QJsonArray problems;
    for (const store::Problem &problem : report.problems) {
        problems.append(QJsonObject{
                {u"kind"_s, problem.kind}, {u"where"_s, problem.where}, {u"text"_s, problem.text}});
        answer.lines << problem.text + u' ' + problem.where;
    }
    answer.json.insert(u"problems"_s, problems);
}

core::Result<Answer> backup(const Request &request)
{
    const bool isDaily = request.isSet(u"daily"_s);
    const QString target = request.argument(0);
    if (isDaily == !target.isEmpty())
        return core::fail(core::ErrorCode::Invalid,
                          Words::tr("Name the file of the copy, or ask for the one of today by "
                                    "--daily."));
    const auto opened = Opened::open(request);
    if (!opened)
        return core::passOn(opened);
    const auto made = isDaily ? store::dailyBackup((*opened)->store(), request.progress())
                              : store::backup((*opened)->store(), target, request.progress());
    if (!made)
        return core::passOn(made);
    const QString written = isDaily ? made->path : target;
    Answer answer;
    answer.json = {{u"backup"_s, native(written)}, {u"bytes"_s, QFileInfo(written).size()}};
    answer.lines << Words::tr("Copied and checked: %1").arg(native(written));
    tellProblems(*made, answer);
    return answer;
}

core::Result<Answer> restore(const Request &request)
{
    const Services services;
    const auto made = store::restore(request.argument(0), request.argument(1),
                                     services.environment(), request.progress());
    if (!made)
        return core::passOn(made);
    Answer answer;
    answer.json = {{u"store"_s, native(request.argument(1))},
                   {u"backup"_s, native(request.argument(0))}};
    answer.lines << Words::tr("Restored and checked: %1").arg(native(request.argument(1)));
    tellProblems(*made, answer);
    return answer;
}

}

QList<Command> storeCommands()
{
    const QString group = u"store"_s;
    return {
            {.group = group,
             .name = u"create"_s,
             .arguments = u"FILE"_s,
             .mostArguments = 1,
             .fewestArguments = 1,
             .summary =
                     QT_TRANSLATE_NOOP("ctl", "Make a new store, empty or with the sample plant."),
             .options = {{u"plant"_s, QT_TRANSLATE_NOOP("ctl", "name"),
                          QT_TRANSLATE_NOOP("ctl", "Name of the plant.")},
                         {u"demo"_s, "", QT_TRANSLATE_NOOP("ctl", "Fill it with the sample plant."),
                          Kind::Flag},
                         {u"hazards"_s, QT_TRANSLATE_NOOP("ctl", "number"),
                          QT_TRANSLATE_NOOP("ctl",
                                            "How many hazards the sample has; 1200 unless "
                                            "told."),
                          Kind::Integer},
                         {u"seed"_s, QT_TRANSLATE_NOOP("ctl", "number"),
                          QT_TRANSLATE_NOOP("ctl",
                                            "Equal numbers make equal samples; 1 unless "
                                            "told."),
                          Kind::Integer},
                         {u"until"_s, QT_TRANSLATE_NOOP("ctl", "day"),
                          QT_TRANSLATE_NOOP(
                                  "ctl",
                                  "The sample ends in the night before this day; today unless "
                                  "told."),
                          Kind::Date}},
             .run = create,
             .needsStore = false},
            {.group = group,
             .name = u"info"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "What is in a store."),
             .run = info},
            {.group = group,
             .name = u"check"_s,
             .summary = QT_TRANSLATE_NOOP("ctl",
                                          "Look for damage in database, log and evidence files."),
             .run = check},
            {.group = group,
             .name = u"rebuild"_s,
             .summary = QT_TRANSLATE_NOOP("ctl", "Fold the whole log into fresh records."),
             .run = rebuild},
            {.group = group,
             .name = u"backup"_s,
             .arguments = u"DEST"_s,
             .mostArguments = 1,
             .summary = QT_TRANSLATE_NOOP("ctl",
                                          "Copy a store with its evidence files and check "
                                          "the copy."),
             .options = {{u"daily"_s, "",
                          QT_TRANSLATE_NOOP("ctl",
                                            "The copy of today beside the store; the newest "
                                            "seven are kept."),
                          Kind::Flag}},
             .run = backup},
            {.group = group,
             .name = u"restore"_s,
             .arguments = u"BACKUP TARGET"_s,
             .mostArguments = 2,
             .fewestArguments = 2,
             .summary = QT_TRANSLATE_NOOP("ctl", "Make a store again out of a copy."),
             .run = restore,
             .needsStore = false},
    };
}

}
