// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reducer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

EntityState::EntityState(const EntitySpec *entitySpec, QString kind, const QUuid &entity)
    : spec(entitySpec)
    , type(std::move(kind))
    , id(entity)
    , known(entitySpec ? size_t(entitySpec->fields.size()) : 0)
{
}

FieldState *EntityState::field(const QString &key)
{
    const int index = spec ? spec->indexOf(key) : -1;
    if (index < 0)
        return &other[key];
    const Merge merge = spec->fields.at(index).merge();
    return merge == Merge::Union || merge == Merge::Append ? nullptr : &known[size_t(index)];
}

const FieldState *EntityState::field(const QString &key) const
{
    const int index = spec ? spec->indexOf(key) : -1;
    if (index >= 0)
        return &known[size_t(index)];
    const auto found = other.constFind(key);
    return found == other.cend() ? nullptr : &*found;
}

int EntityState::openConflicts() const
{
    return int(std::count_if(conflicts.begin(), conflicts.end(),
                             [](const Conflict &row) { return row.state == "open"_L1; }));
}

QString canonicalText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        if (value == QJsonValue(value.toInteger()))
            return QString::number(value.toInteger());
        break;
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::Array:
    case QJsonValue::Object:
        break;
    }
    // Wrapped, since QJsonDocument writes arrays and objects only.
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

QStringList membersOf(const QJsonValue &value)
{
    if (!value.isArray())
        return value.isNull() ? QStringList() : QStringList{canonicalText(value)};
    QStringList members;
    const QJsonArray array = value.toArray();
    for (const auto &member : array)
        members.append(canonicalText(member));
    return members;
}

namespace {

// The folding of one operation. Lives for one call.
class Folding
{
public:
    Folding(EntityState &state, const Op &op, qint64 at)
        : m_state(state)
        , m_op(op)
        , m_time(std::min(op.time, at))
    {
    }

    Outcome run()
    {
        switch (m_op.verb) {
        case Verb::Create:
            create();
            break;
        case Verb::Set:
        case Verb::Add:
        case Verb::Remove:
            edit();
            break;
        case Verb::Move:
            move();
            break;
        case Verb::Append:
            append();
            break;
        case Verb::Void:
            setVoid();
            break;
        case Verb::Unvoid:
            unvoid();
            break;
        case Verb::Resolve:
            resolve();
            break;
        case Verb::Carry:
        case Verb::Unknown:
            return Outcome::Unknown;
        }
        m_state.updatedAt = std::max({m_state.updatedAt, m_time, qint64(1)});
        return m_outcome;
    }

private:
    void create()
    {
        if (m_state.born.isNull()) {
            m_state.born = m_op.id;
            m_state.createdAt = m_time;
            m_state.createdBy = m_op.actor;
            if (m_state.stateWriter.isNull()) {
                const Workflow *workflow = flow();
                const QString wanted = m_op.with.value("to"_L1).toString();
                const bool isKnown = !workflow || wanted.isEmpty() || workflow->state(wanted);
                if (workflow || !wanted.isEmpty())
                    enter(wanted.isEmpty() || !isKnown ? workflow->initial : wanted);
                if (!isKnown)
                    report(u"illegal_step"_s, {}, {}, u"open"_s, {{u"to"_s, wanted}});
            }
        } else {
            m_outcome = Outcome::Agreed;
        }
        applyFields();
    }

    void edit()
    {
        if (!isLateEdit())
            applyFields();
    }

    // An author who had not seen the closing: recorded, not applied.
    bool isLateEdit()
    {
        const StateSpec *now = flow() ? flow()->state(m_state.state) : nullptr;
        if (!now || !now->isFinal || m_op.with.value("seen"_L1).toString() == m_state.state)
            return false;
        report(u"late_edit"_s, {}, m_state.stateWriter, u"open"_s, detailOfFields());
        m_outcome = Outcome::Parked;
        return true;
    }

    void applyFields()
    {
        noteEditAfterVoid();
        for (const FieldWrite &write : m_op.fields) {
            const FieldSpec *spec = m_state.spec ? m_state.spec->field(write.key) : nullptr;
            // Where this version knows no spec, the verb tells sets from fields.
            const bool isSet =
                    spec ? spec->isSet() : m_op.verb == Verb::Add || m_op.verb == Verb::Remove;
            if (isSet && m_op.verb == Verb::Remove)
                removeMembers(write);
            else if (isSet)
                addMembers(write);
            else if ((spec && spec->merge() == Merge::Append) || m_op.verb == Verb::Add
                     || m_op.verb == Verb::Remove)
                report(u"misuse"_s, write.key, {}, u"open"_s, {{u"theirs"_s, write.value}});
            else
                assign(write, spec ? spec->merge() : Merge::Latest, spec);
        }
    }

    void assign(const FieldWrite &write, Merge merge, const FieldSpec *spec)
    {
        FieldState &field = *m_state.field(write.key);
        const core::OpId base = core::OpId::fromText(write.base.toString());
        const bool hasSeen = field.writer.isNull() || field.writer == base;
        if (!hasSeen && canonicalText(field.value) == canonicalText(write.value)) {
            if (m_outcome == Outcome::Applied)
                m_outcome = Outcome::Agreed;
            return;
        }
        bool wins = hasSeen;
        if (!hasSeen) {
            wins = std::pair(m_time, m_op.id) > std::pair(field.time, field.writer);
            if (merge == Merge::Highest) {
                const qsizetype mine = spec->ranks.indexOf(write.value.toString());
                const qsizetype theirs = spec->ranks.indexOf(field.value.toString());
                if (mine != theirs)
                    wins = mine > theirs;
            }
            const QJsonObject detail{{u"now"_s, wins ? write.value : field.value},
                                     {u"lost"_s, wins ? field.value : write.value}};
            registerConflict(u"field"_s, write.key, wins ? m_op.id : field.writer,
                             wins ? field.writer : m_op.id,
                             merge == Merge::Text ? u"open"_s : u"auto"_s, detail);
        }
        if (wins)
            field = {write.value, m_op.id, m_time};
    }

    void addMembers(const FieldWrite &write)
    {
        QList<SetMember> &members = m_state.sets[write.key];
        const QStringList values = membersOf(write.value);
        for (const QString &value : values) {
            const SetMember member{value, m_op.id};
            if (!members.contains(member))
                members.append(member);
        }
    }

    void removeMembers(const FieldWrite &write)
    {
        const QStringList values = membersOf(write.value);
        const QStringList seen = membersOf(write.base);
        m_state.sets[write.key].removeIf([&](const SetMember &member) {
            return values.contains(member.value) && seen.contains(member.add.toText());
        });
    }

    void noteEditAfterVoid()
    {
        if (!m_state.isVoid || m_op.fields.isEmpty()
            || core::OpId::fromText(m_op.with.value("void"_L1).toString()) == m_state.voidWriter)
            return;
        report(u"edit_after_void"_s, {}, m_state.voidWriter, u"open"_s, detailOfFields());
        m_outcome = Outcome::Conflicting;
    }

    void move()
    {
        const QString from = m_op.with.value("from"_L1).toString();
        const QString to = m_op.with.value("to"_L1).toString();
        if (m_state.isVoid
            && core::OpId::fromText(m_op.with.value("void"_L1).toString()) != m_state.voidWriter) {
            park(u"parked_step"_s, m_state.voidWriter);
        } else if (m_state.state == to && from != to) {
            m_outcome = Outcome::Agreed;
            applyFields();
        } else if (m_state.state != from) {
            park(u"parked_step"_s, m_state.stateWriter);
        } else if (!isLegal(from, to)) {
            park(u"illegal_step"_s, m_state.stateWriter);
        } else if (breaksFourEyes(from, to)) {
            park(u"same_person"_s, m_state.stateWriter);
        } else {
            enter(to);
            applyFields();
        }
    }

    bool isLegal(const QString &from, const QString &to) const
    {
        // Undo of the step that led here: the way back stands in no workflow.
        const auto undone = core::OpId::fromText(m_op.with.value("undo"_L1).toString());
        return !flow() || flow()->step(from, to)
                || (!undone.isNull() && undone == m_state.stateWriter);
    }

    // The state after the step must not name the same person in both fields.
    bool breaksFourEyes(const QString &from, const QString &to) const
    {
        const StepSpec *step = flow() ? flow()->step(from, to) : nullptr;
        if (!step)
            return false;
        for (const auto &[left, right] : step->different) {
            const QString person = after(left);
            if (!person.isEmpty() && person == after(right))
                return true;
        }
        return false;
    }

    QString after(const QString &key) const
    {
        for (const FieldWrite &write : m_op.fields) {
            if (write.key == key)
                return write.value.toString();
        }
        const FieldState *field = std::as_const(m_state).field(key);
        return field ? field->value.toString() : QString();
    }

    void enter(const QString &to)
    {
        m_state.state = to;
        m_state.stateWriter = m_op.id;
        m_state.stateSince = m_time;
    }

    // The step waits for a person; its remarks and photos stay in the register.
    void park(const QString &kind, const core::OpId &winner)
    {
        QJsonObject detail = detailOfFields();
        detail.insert(u"from"_s, m_op.with.value("from"_L1));
        detail.insert(u"to"_s, m_op.with.value("to"_L1));
        report(kind, {}, winner, u"open"_s, detail);
        m_outcome = Outcome::Parked;
    }

    void append()
    {
        for (const FieldWrite &write : m_op.fields)
            m_state.newChildren.append({m_op.id, write.key, m_time, m_op.actor,
                                        write.value.isObject()
                                                ? write.value.toObject()
                                                : QJsonObject{{u"value"_s, write.value}}});
    }

    void setVoid()
    {
        if (m_state.isVoid) {
            m_outcome = Outcome::Agreed;
            return;
        }
        m_state.isVoid = true;
        m_state.voidWriter = m_op.id;
        m_state.voidReason = m_op.with.value("reason"_L1).toString();
    }

    void unvoid()
    {
        const auto seen = core::OpId::fromText(m_op.with.value("void"_L1).toString());
        if (!m_state.isVoid) {
            m_outcome = Outcome::Agreed;
        } else if (seen != m_state.voidWriter) {
            report(u"edit_after_void"_s, {}, m_state.voidWriter, u"open"_s, {});
            m_outcome = Outcome::Conflicting;
        } else {
            m_state.isVoid = false;
            m_state.voidWriter = m_op.id;
            m_state.voidReason.clear();
        }
    }

    void resolve()
    {
        const QByteArray id =
                QByteArray::fromHex(m_op.with.value("conflict"_L1).toString().toLatin1());
        const auto row = std::find_if(m_state.conflicts.begin(), m_state.conflicts.end(),
                                      [&id](const Conflict &each) { return each.id == id; });
        const auto undone = core::OpId::fromText(m_op.with.value("undo"_L1).toString());
        if (row == m_state.conflicts.end()) {
            m_outcome = Outcome::Agreed;
        } else if (!undone.isNull()) {
            if (row->resolvedBy == undone) {
                row->state = u"open"_s;
                row->resolvedBy = {};
            }
            return;
        } else if (row->state == "resolved"_L1) {
            m_outcome = Outcome::Agreed; // decided twice: the second text meets the first as any
                                         // edit does
        } else {
            row->state = u"resolved"_s;
            row->resolvedBy = m_op.id;
        }
        applyFields();
    }

    const Workflow *flow() const
    {
        return m_state.spec && m_state.spec->workflow ? &*m_state.spec->workflow : nullptr;
    }

    QJsonObject detailOfFields() const
    {
        QJsonObject fields;
        for (const FieldWrite &write : m_op.fields)
            fields.insert(write.key, write.value);
        return fields.isEmpty() ? QJsonObject() : QJsonObject{{u"fields"_s, fields}};
    }

    void report(const QString &kind, const QString &key, const core::OpId &winner,
                const QString &rowState, const QJsonObject &detail)
    {
        registerConflict(kind, key, winner, m_op.id, rowState, detail);
    }

    void registerConflict(const QString &kind, const QString &key, const core::OpId &winner,
                          const core::OpId &loser, const QString &rowState,
                          const QJsonObject &detail)
    {
        const QString name = core::toText(m_state.id) + u' ' + kind + u' ' + key;
        const QByteArray id = sha256(name.toUtf8(), winner.toBytes(), loser.toBytes()).left(16);
        m_state.conflicts.append({id, key, kind, winner, loser, rowState, {}, detail});
        if (m_outcome == Outcome::Applied || m_outcome == Outcome::Agreed)
            m_outcome = Outcome::Conflicting;
    }

    EntityState &m_state;
    const Op &m_op;
    const qint64 m_time;
    Outcome m_outcome = Outcome::Applied;
};

}

Outcome fold(EntityState &state, const Op &op, qint64 at)
{
    return Folding(state, op, at).run();
}

namespace {
void hashLine(QByteArray &text, const QString &key, const QString &value, const core::OpId &writer)
{
    text += key.toUtf8() + '\0' + value.toUtf8() + '\0' + writer.toBytes().toHex() + '\0';
}
}

QByteArray stateHash(const EntityState &state, const QList<ChildFact> &children)
{
    // QMap keeps the order of keys by code unit; it is the same on every machine.
    QMap<QString, std::pair<QString, core::OpId>> lines;
    const auto addField = [&lines](const QString &key, const FieldState &field) {
        if (!field.writer.isNull())
            lines.insert(
                    key,
                    {field.value.isNull() ? u"\0"_s : canonicalText(field.value), field.writer});
    };
    for (qsizetype i = 0; i < qsizetype(state.known.size()); ++i)
        addField(state.spec->fields.at(i).key, state.known[size_t(i)]);
    for (auto field = state.other.cbegin(); field != state.other.cend(); ++field)
        addField(field.key(), field.value());
    lines.insert(u"#born"_s, {QString::number(state.createdAt), state.born});
    lines.insert(u"#number"_s, {state.number, {}});
    lines.insert(u"#state"_s, {state.state, state.stateWriter});
    lines.insert(u"#void"_s,
                 {state.isVoid ? state.voidReason + u" yes"_s : QString(), state.voidWriter});
    for (auto set = state.sets.cbegin(); set != state.sets.cend(); ++set) {
        for (const SetMember &member : set.value())
            lines.insert(set.key() + u'#' + member.value + u'#' + member.add.toText(),
                         {u"in"_s, member.add});
    }
    for (const ChildFact &child : children)
        lines.insert(child.key + u'#' + child.id.toText(),
                     {QString::fromUtf8(QJsonDocument(child.value).toJson(QJsonDocument::Compact)),
                      child.id});
    for (const Conflict &row : state.conflicts)
        lines.insert(u"#conflict "_s + QString::fromLatin1(row.id.toHex()),
                     {row.state, row.resolvedBy});

    QByteArray text = state.type.toUtf8() + '\0' + core::toText(state.id).toUtf8() + '\0';
    for (auto line = lines.cbegin(); line != lines.cend(); ++line)
        hashLine(text, line.key(), line.value().first, line.value().second);
    return sha256(text);
}

QByteArray freeze(const EntityState &state)
{
    const auto pack = [](const FieldState &field) {
        return QJsonArray{field.value, field.writer.toText(), field.time};
    };
    QJsonObject fields;
    for (qsizetype i = 0; i < qsizetype(state.known.size()); ++i) {
        if (!state.known[size_t(i)].writer.isNull())
            fields.insert(state.spec->fields.at(i).key, pack(state.known[size_t(i)]));
    }
    for (auto field = state.other.cbegin(); field != state.other.cend(); ++field)
        fields.insert(field.key(), pack(field.value()));
    QJsonObject sets;
    for (auto set = state.sets.cbegin(); set != state.sets.cend(); ++set) {
        QJsonArray members;
        for (const SetMember &member : set.value())
            members.append(QJsonArray{member.value, member.add.toText()});
        sets.insert(set.key(), members);
    }
    QJsonArray conflicts;
    for (const Conflict &row : state.conflicts)
        conflicts.append(QJsonArray{QString::fromLatin1(row.id.toHex()), row.key, row.kind,
                                    row.win.toText(), row.lose.toText(), row.state,
                                    row.resolvedBy.toText(), row.detail});
    const QJsonObject json{
            {u"type"_s, state.type},
            {u"id"_s, core::toText(state.id)},
            {u"born"_s,
             QJsonArray{state.born.toText(), state.createdAt, core::toText(state.createdBy)}},
            {u"updated"_s, state.updatedAt},
            {u"number"_s, state.number},
            {u"state"_s, QJsonArray{state.state, state.stateWriter.toText(), state.stateSince}},
            {u"void"_s, QJsonArray{state.isVoid, state.voidWriter.toText(), state.voidReason}},
            {u"fields"_s, fields},
            {u"sets"_s, sets},
            {u"conflicts"_s, conflicts}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

EntityState thaw(const Schema &schema, const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const QString type = json.value("type"_L1).toString();
    EntityState state(schema.find(type), type, core::uuidFromText(json.value("id"_L1).toString()));
    const auto op = [](const QJsonValue &text) { return core::OpId::fromText(text.toString()); };
    const QJsonArray born = json.value("born"_L1).toArray();
    state.born = op(born.at(0));
    state.createdAt = born.at(1).toInteger();
    state.createdBy = core::uuidFromText(born.at(2).toString());
    state.updatedAt = json.value("updated"_L1).toInteger();
    state.number = json.value("number"_L1).toString();
    const QJsonArray where = json.value("state"_L1).toArray();
    state.state = where.at(0).toString();
    state.stateWriter = op(where.at(1));
    state.stateSince = where.at(2).toInteger();
    const QJsonArray tomb = json.value("void"_L1).toArray();
    state.isVoid = tomb.at(0).toBool();
    state.voidWriter = op(tomb.at(1));
    state.voidReason = tomb.at(2).toString();
    const QJsonObject fields = json.value("fields"_L1).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonArray packed = field.value().toArray();
        if (FieldState *target = state.field(field.key()))
            *target = {packed.at(0), op(packed.at(1)), packed.at(2).toInteger()};
    }
    const QJsonObject sets = json.value("sets"_L1).toObject();
    for (auto set = sets.begin(); set != sets.end(); ++set) {
        const QJsonArray members = set.value().toArray();
        for (const auto &member : members)
            state.sets[set.key()].append(
                    {member.toArray().at(0).toString(), op(member.toArray().at(1))});
    }
    const QJsonArray conflicts = json.value("conflicts"_L1).toArray();
    for (const auto &value : conflicts) {
        const QJsonArray row = value.toArray();
        state.conflicts.append({QByteArray::fromHex(row.at(0).toString().toLatin1()),
                                row.at(1).toString(), row.at(2).toString(), op(row.at(3)),
                                op(row.at(4)), row.at(5).toString(), op(row.at(6)),
                                row.at(7).toObject()});
    }
    return state;
}

}
