// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/conflicts.h"

#include "hazards/engine/hazardrules.h"
#include "hazards/engine/recordwords.h"
#include "store/connection.h"
#include "store/history.h"
#include "store/reducer.h"
#include "store/spec.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

// A row of the register as it is stored.
struct ConflictRow {
    QByteArray id;
    QUuid hazard;
    QString key;
    QString kind;
    core::OpId win;
    core::OpId lose;
    QJsonObject detail;

    bool isStep() const
    {
        return kind == "parked_step"_L1 || kind == "illegal_step"_L1 || kind == "same_person"_L1;
    }
    QString to() const { return detail.value(u"to"_s).toString(); }
    store::Values lost() const
    {
        if (kind == "field"_L1)
            return {{key, detail.value(u"lost"_s)}};
        store::Values values;
        const QJsonObject fields = detail.value(u"fields"_s).toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            values.insert(field.key(), field.value());
        return values;
    }
};

core::Result<QList<ConflictRow>> openRows(const store::Connection &connection,
                                          const QString &column, const QByteArray &id)
{
    QSqlQuery query = connection.prepare(
            u"SELECT id, entity, key, kind, win_o, lose_o, detail FROM conflict WHERE %1 = ? AND "
            "type = 'hazard' AND state = 'open' ORDER BY lose_o, id"_s.arg(column));
    query.addBindValue(id);
    if (!query.exec())
        return store::failed(query);
    QList<ConflictRow> rows;
    while (query.next())
        rows.append({.id = query.value(0).toByteArray(),
                     .hazard = QUuid::fromRfc4122(query.value(1).toByteArray()),
                     .key = query.value(2).toString(),
                     .kind = query.value(3).toString(),
                     .win = core::OpId::fromBytes(query.value(4).toByteArray()),
                     .lose = core::OpId::fromBytes(query.value(5).toByteArray()),
                     .detail = QJsonDocument::fromJson(query.value(6).toByteArray()).object()});
    return rows;
}

bool isTextConflict(const store::EntitySpec &spec, const ConflictRow &row)
{
    const store::FieldSpec *field = spec.field(row.key);
    return row.kind == "field"_L1 && field && field->merge() == store::Merge::Text;
}

// Why what lost cannot be written now.
QString againstTaking(const store::Schema &schema, const ConflictRow &row,
                      const store::Record &hazard, const store::Values &values)
{
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    if (row.kind == "misuse"_L1)
        return QCoreApplication::translate("hazards",
                                           "This version of the program cannot apply it. Keep what "
                                           "stands.");
    if (!row.isStep())
        return changeObjection(schema, hazard, values, &hazard);
    if (!hazard.isVoid && !spec.workflow->step(hazard.state, row.to()))
        //: where the hazard stands, where the step led
        return QCoreApplication::translate("hazards",
                                           "From “%1” no step leads to “%2” any more. Keep what "
                                           "stands; what was entered stays in the history.")
                .arg(spec.stateLabel(hazard.state), spec.stateLabel(row.to()));
    return objection(schema, hazard, row.to(), values);
}

QString whatIn(const store::EntitySpec &spec, const ConflictRow &row, RecordWords &words)
{
    if (row.kind == "field"_L1 || row.kind == "misuse"_L1)
        return words.fieldLabel(row.key);
    if (row.isStep())
        //: a step: from one state to another
        return QCoreApplication::translate("hazards", "Step from “%1” to “%2”")
                .arg(spec.stateLabel(row.detail.value(u"from"_s).toString()),
                     spec.stateLabel(row.to()));
    return row.kind == "late_edit"_L1
            ? QCoreApplication::translate("hazards", "Late change")
            : QCoreApplication::translate("hazards", "Change of a deleted hazard");
}

core::Result<store::Record> recordIn(store::Writer &writer, const QUuid &hazard)
{
    auto record = writer.record(u"hazard"_s, hazard);
    if (!record)
        return core::passOn(record);
    if (!*record)
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate("hazards", "This hazard is not in this store."));
    return **record;
}

// The write that lost, a removal from a set included.
core::Result<> takeOther(store::Writer &writer, const ConflictRow &row, const store::Record &hazard)
{
    const store::Values values = row.lost();
    if (const QString sentence = againstTaking(writer.schema(), row, hazard, values);
        !sentence.isEmpty())
        return core::fail(core::ErrorCode::Refused, sentence);
    if (row.isStep()) {
        if (auto done = writer.move(u"hazard"_s, row.hazard, row.to(), values); !done)
            return done;
        return writer.resolve(row.id, {});
    }
    if (row.kind == "edit_after_void"_L1) { // its fields stand already, under the tombstone
        if (hazard.isVoid) {
            if (auto done = writer.unvoid(u"hazard"_s, row.hazard); !done)
                return done;
        }
        return writer.resolve(row.id, {});
    }
    const auto ops = store::history(writer.connection(), writer.schema(), u"hazard"_s, row.hazard);
    if (!ops)
        return core::passOn(ops);
    const bool isRemoval = std::any_of(ops->cbegin(), ops->cend(), [&row](const auto &entry) {
        return entry.op.id == row.lose && entry.op.verb == store::Verb::Remove;
    });
    if (!isRemoval)
        return writer.resolve(row.id, values);
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (auto done =
                    writer.remove(u"hazard"_s, row.hazard, value.key(), store::membersOf(*value));
            !done)
            return done;
    }
    return writer.resolve(row.id, {});
}

}

QString whyRegistered(const store::Schema &schema, const QString &kind, const store::Record &hazard)
{
    const QString state = schema.find(u"hazard"_s)->stateLabel(hazard.state);
    if (kind == "same_person"_L1)
        return QCoreApplication::translate("hazards",
                                           "The reviewer is the person who rectified the hazard or "
                                           "is responsible for it.");
    if (kind == "illegal_step"_L1)
        return QCoreApplication::translate("hazards", "The workflow knows no such step.");
    if (kind == "parked_step"_L1 && hazard.isVoid)
        return QCoreApplication::translate("hazards",
                                           "Somebody else deleted this hazard "
                                           "meanwhile.");
    if (kind == "parked_step"_L1)
        return QCoreApplication::translate("hazards",
                                           "Somebody else moved this hazard to “%1” meanwhile.")
                .arg(state);
    if (kind == "late_edit"_L1)
        return QCoreApplication::translate("hazards",
                                           "It was changed by somebody who had not seen that it "
                                           "was closed. The change waits.");
    if (kind == "edit_after_void"_L1)
        return QCoreApplication::translate("hazards",
                                           "It was changed by somebody who had not seen that it "
                                           "was deleted.");
    if (kind == "field"_L1)
        return QCoreApplication::translate("hazards",
                                           "Two people changed it without having seen the change "
                                           "of the other.");
    return QCoreApplication::translate("hazards", "This change could not be applied.");
}

core::Result<QList<OpenConflict>> openConflicts(const store::Connection &connection,
                                                const store::Schema &schema, const QUuid &hazard,
                                                const QByteArray &timeZone)
{
    const auto rows = openRows(connection, u"entity"_s, hazard.toRfc4122());
    if (!rows)
        return core::passOn(rows);
    QList<OpenConflict> found;
    if (rows->isEmpty())
        return found;
    const auto record = store::readRecord(connection, schema, u"hazard"_s, hazard);
    if (!record)
        return core::passOn(record);
    const store::EntitySpec &spec = *schema.find(u"hazard"_s);
    auto words = RecordWords::load(connection, schema, spec, timeZone);
    if (!words)
        return core::passOn(words);
    const auto ops = store::history(connection, schema, u"hazard"_s, hazard);
    if (!ops)
        return core::passOn(ops);
    for (const ConflictRow &row : *rows) {
        const store::Values lost = row.lost();
        OpenConflict conflict{.id = row.id,
                              .kind = row.kind,
                              .what = whatIn(spec, row, *words),
                              .why = whyRegistered(schema, row.kind, *record),
                              .whyNotTaken = againstTaking(schema, row, *record, lost),
                              .isText = isTextConflict(spec, row)};
        for (const store::HistoryEntry &entry : *ops) {
            if (entry.op.id == row.lose) {
                conflict.who = words->nameOf(u"person"_s, entry.op.actor);
                conflict.time = entry.op.time;
            } else if (entry.op.id == row.win) {
                conflict.whoNow = words->nameOf(u"person"_s, entry.op.actor);
                conflict.timeNow = entry.op.time;
            }
        }
        for (auto value = lost.cbegin(); value != lost.cend(); ++value)
            conflict.fields.append({words->fieldLabel(value.key()),
                                    words->words(value.key(), record->values.value(value.key())),
                                    words->words(value.key(), *value)});
        if (conflict.isText) {
            conflict.textNow = record->text(row.key);
            conflict.textOther = lost.value(row.key).toString();
        }
        found.append(conflict);
    }
    return found;
}

core::Result<store::Receipt> decideConflict(store::Store &store, const QUuid &actor,
                                            const QByteArray &conflict, ConflictChoice choice,
                                            const QString &text)
{
    auto writer = store::Writer::begin(
            store, actor, QCoreApplication::translate("hazards", "Conflict of hazard %1 decided"));
    if (!writer)
        return core::passOn(writer);
    const auto rows = openRows(writer->connection(), u"id"_s, conflict);
    if (!rows)
        return core::passOn(rows);
    if (rows->isEmpty())
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate("hazards", "This conflict is already decided."));
    const ConflictRow &row = rows->constFirst();
    const auto hazard = recordIn(*writer, row.hazard);
    if (!hazard)
        return core::passOn(hazard);
    writer->setLabel(QCoreApplication::translate("hazards", "Conflict of hazard %1 decided")
                             .arg(hazard->number));
    core::Result<> done;
    if (choice == ConflictChoice::TakeOther) {
        done = takeOther(*writer, row, *hazard);
    } else if (choice == ConflictChoice::Keep) {
        done = writer->resolve(row.id, {});
    } else if (!isTextConflict(*store.schema().find(u"hazard"_s), row)) {
        done = core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("hazards",
                                                      "Only of two texts one can be made. Keep "
                                                      "what stands, or take the other."));
    } else if (text.trimmed().isEmpty()) {
        done = core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("hazards", "The text is empty."));
    } else {
        done = writer->resolve(row.id, {{row.key, text.trimmed()}});
    }
    if (!done)
        return core::passOn(done);
    return writer->commit();
}

}
