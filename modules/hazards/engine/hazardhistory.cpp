// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardhistory.h"

#include "core/clock.h"
#include "hazards/engine/recordwords.h"
#include "store/connection.h"
#include "store/history.h"
#include "store/spec.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

QString verbInWords(const store::EntitySpec &spec, const store::Op &op)
{
    switch (op.verb) {
    case store::Verb::Create:
        return QCoreApplication::translate("hazards", "Created");
    case store::Verb::Set:
        return QCoreApplication::translate("hazards", "Changed");
    case store::Verb::Add:
        return QCoreApplication::translate("hazards", "Added");
    case store::Verb::Remove:
        return QCoreApplication::translate("hazards", "Removed");
    case store::Verb::Append:
        return QCoreApplication::translate("hazards", "Noted");
    case store::Verb::Void:
        return QCoreApplication::translate("hazards", "Deleted");
    case store::Verb::Unvoid:
        return QCoreApplication::translate("hazards", "Restored");
    case store::Verb::Resolve:
        return QCoreApplication::translate("hazards", "Conflict decided");
    case store::Verb::Move: {
        if (op.with.contains(u"undo"_s))
            return QCoreApplication::translate("hazards", "Step taken back");
        const store::StepSpec *step = spec.workflow
                ? spec.workflow->step(op.with.value(u"from"_s).toString(),
                                      op.with.value(u"to"_s).toString())
                : nullptr;
        return step ? spec.text(step->label) : QCoreApplication::translate("hazards", "Moved");
    }
    case store::Verb::Carry:
    case store::Verb::Unknown:
        return QCoreApplication::translate("hazards",
                                           "Something that this version of the program does not "
                                           "know");
    }
    Q_UNREACHABLE();
}

HistoryLine lineOf(const store::HistoryEntry &entry, const store::EntitySpec &spec,
                   RecordWords &words)
{
    const store::Op &op = entry.op;
    HistoryLine line{.seq = entry.seq,
                     .time = op.time,
                     .actor = op.actor,
                     .who = words.nameOf(u"person"_s, op.actor),
                     .what = verbInWords(spec, op),
                     .changes = {},
                     .isPending = entry.isPending};
    const QString state = QCoreApplication::translate("hazards", "State");
    if (op.verb == store::Verb::Move)
        line.changes.append({state, spec.stateLabel(op.with.value(u"from"_s).toString()),
                             spec.stateLabel(op.with.value(u"to"_s).toString())});
    else if (op.verb == store::Verb::Create && op.with.contains(u"to"_s))
        line.changes.append({state, {}, spec.stateLabel(op.with.value(u"to"_s).toString())});
    else if (op.verb == store::Verb::Void)
        line.changes.append({QCoreApplication::translate("hazards", "Reason"),
                             {},
                             op.with.value(u"reason"_s).toString()});
    for (const store::FieldWrite &write : op.fields) {
        const store::FieldSpec *field = spec.field(write.key);
        const bool isSet = field && field->isSet();
        const QString written = words.words(write.key, write.value);
        HistoryChange change{words.fieldLabel(write.key), {}, written};
        if (op.verb == store::Verb::Remove)
            change = {change.field, written, {}};
        else if (!isSet && op.verb != store::Verb::Append)
            change.before = words.words(write.key, entry.before.value(write.key));
        if (change.before != change.after)
            line.changes.append(change);
    }
    return line;
}

}

QString HistoryLine::text() const
{
    QStringList parts;
    for (const HistoryChange &change : changes) {
        if (change.before.isEmpty())
            //: field, its new value
            parts.append(QCoreApplication::translate("hazards", "%1: %2")
                                 .arg(change.field, change.after));
        else if (change.after.isEmpty())
            //: field, its old value
            parts.append(QCoreApplication::translate("hazards", "%1: %2 removed")
                                 .arg(change.field, change.before));
        else
            //: field, old value, new value
            parts.append(QCoreApplication::translate("hazards", "%1: %2 → %3")
                                 .arg(change.field, change.before, change.after));
    }
    if (parts.isEmpty())
        return what;
    //: what was done, and its details
    return QCoreApplication::translate("hazards", "%1. %2")
            .arg(what, parts.join(QCoreApplication::translate("hazards", "; ")));
}

core::Result<QList<HistoryLine>> historyLines(const store::Connection &connection,
                                              const store::Schema &schema, const QString &type,
                                              const QUuid &id, const QByteArray &timeZone)
{
    const store::EntitySpec *spec = schema.find(type);
    Q_ASSERT(spec);
    auto words = RecordWords::load(connection, schema, *spec, timeZone);
    if (!words)
        return core::passOn(words);
    const auto entries = store::history(connection, schema, type, id);
    if (!entries)
        return core::passOn(entries);
    QList<HistoryLine> lines;
    for (const store::HistoryEntry &entry : *entries)
        lines.append(lineOf(entry, *spec, *words));
    return lines;
}

}
