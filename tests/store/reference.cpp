// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reference.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace reference {

QString textOf(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

namespace {

bool isOpId(const QString &text)
{
    return text.size() == 24 && QByteArray::fromHex(text.toLatin1()).size() == 12;
}

QString opIdOf(const QJsonValue &value)
{
    return isOpId(value.toString()) ? value.toString() : QString();
}

QString memberOf(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isString())
        return value.toString();
    const QString text = textOf(value);
    return text.mid(1, text.size() - 2);
}

QStringList listOf(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (!value.isArray())
        return {memberOf(value)};
    QStringList all;
    const QJsonArray array = value.toArray();
    for (const auto &member : array)
        all.append(memberOf(member));
    return all;
}

struct Write {
    QString key;
    QJsonValue value;
    QJsonValue base;
};

// One operation upon one record.
class Step
{
public:
    Step(Record &record, const store::EntitySpec *kind, const QJsonObject &op, qint64 when)
        : r(record)
        , spec(kind)
        , id(op.value("o"_L1).toString())
        , verb(op.value("k"_L1).toString())
        , actor(op.value("u"_L1).toString())
        , with(op.value("w"_L1).toObject())
        , time(when)
    {
        const QJsonObject fields = op.value("f"_L1).toObject();
        for (const QString &key : fields.keys()) {
            const QJsonArray pair = fields.value(key).toArray();
            writes.append({key, pair.isEmpty() ? QJsonValue() : pair.at(0),
                           pair.size() < 2 ? QJsonValue() : pair.at(1)});
        }
    }

    void run()
    {
        const QString seenVoid = opIdOf(with.value("void"_L1));
        const bool knowsTombstone = !r.isVoid || seenVoid == r.voidWriter;
        if (verb == "create"_L1) {
            if (r.born.isEmpty())
                bear();
            writeAll(knowsTombstone);
        } else if (verb == "set"_L1 || verb == "add"_L1 || verb == "remove"_L1) {
            if (isFinal() && with.value("seen"_L1).toString() != r.state)
                note(u"late_edit"_s, {}, r.stateWriter);
            else
                writeAll(knowsTombstone);
        } else if (verb == "move"_L1) {
            move(knowsTombstone);
        } else if (verb == "append"_L1) {
            for (const Write &w : writes)
                r.children.insert(
                        w.key + u' ' + id,
                        textOf(w.value.isObject() ? w.value : QJsonObject{{u"value"_s, w.value}}));
        } else if (verb == "void"_L1) {
            if (!r.isVoid) {
                r.isVoid = true;
                r.voidWriter = id;
                r.voidReason = with.value("reason"_L1).toString();
            }
        } else if (verb == "unvoid"_L1) {
            if (r.isVoid && !knowsTombstone) {
                note(u"edit_after_void"_s, {}, r.voidWriter);
            } else if (r.isVoid) {
                r.isVoid = false;
                r.voidWriter = id;
                r.voidReason.clear();
            }
        } else if (verb == "resolve"_L1) {
            const auto row = r.rows.find(with.value("conflict"_L1).toString());
            const QString undone = opIdOf(with.value("undo"_L1));
            if (row != r.rows.end() && !undone.isEmpty()) {
                if (row->resolvedBy == undone) {
                    row->state = u"open"_s;
                    row->resolvedBy.clear();
                }
                return;
            }
            if (row != r.rows.end() && row->state != "resolved"_L1) {
                row->state = u"resolved"_s;
                row->resolvedBy = id;
            }
            writeAll(knowsTombstone); // a decision after the decision is an edit like any other
        }
    }

private:
    const store::Workflow *flow() const
    {
        return spec && spec->workflow ? &*spec->workflow : nullptr;
    }

    bool hasState(const QString &name) const
    {
        return std::any_of(flow()->states.begin(), flow()->states.end(),
                           [&](const store::StateSpec &state) { return state.key == name; });
    }

    bool isFinal() const
    {
        return flow()
                && std::any_of(flow()->states.begin(), flow()->states.end(),
                               [&](const store::StateSpec &state) {
                                   return state.isFinal && state.key == r.state;
                               });
    }

    void bear()
    {
        r.born = id;
        r.created = time;
        if (!r.stateWriter.isEmpty())
            return;
        const QString wanted = with.value("to"_L1).toString();
        if (!flow()) {
            if (!wanted.isEmpty())
                enter(wanted);
        } else if (wanted.isEmpty() || hasState(wanted)) {
            enter(wanted.isEmpty() ? flow()->initial : wanted);
        } else {
            enter(flow()->initial);
            note(u"illegal_step"_s, {}, {});
        }
    }

    void enter(const QString &state)
    {
        r.state = state;
        r.stateWriter = id;
    }

    QString personAfter(const QString &key) const
    {
        for (const Write &w : writes) {
            if (w.key == key)
                return w.value.toString();
        }
        return r.fields.value(key).value.toString();
    }

    void move(bool knowsTombstone)
    {
        const QString from = with.value("from"_L1).toString();
        const QString to = with.value("to"_L1).toString();
        if (!knowsTombstone)
            return note(u"parked_step"_s, {}, r.voidWriter);
        if (r.state == to && from != to)
            return writeAll(true); // two people took the same step
        if (r.state != from)
            return note(u"parked_step"_s, {}, r.stateWriter);
        if (flow()) {
            const store::StepSpec *step = nullptr;
            for (const store::StepSpec &candidate : flow()->steps) {
                if (candidate.from == from && candidate.to == to)
                    step = &candidate;
            }
            const QString undone = opIdOf(with.value("undo"_L1));
            const bool isUndo = !undone.isEmpty() && undone == r.stateWriter;
            if (!step && !isUndo)
                return note(u"illegal_step"_s, {}, r.stateWriter);
            if (step) {
                for (const auto &[left, right] : step->different) {
                    if (!personAfter(left).isEmpty() && personAfter(left) == personAfter(right))
                        return note(u"same_person"_s, {}, r.stateWriter);
                }
            }
        }
        enter(to);
        writeAll(true);
    }

    void writeAll(bool knowsTombstone)
    {
        if (!knowsTombstone && !writes.isEmpty())
            note(u"edit_after_void"_s, {}, r.voidWriter);
        for (const Write &w : writes)
            writeOne(w);
    }

    void writeOne(const Write &w)
    {
        const bool isMemberVerb = verb == "add"_L1 || verb == "remove"_L1;
        const store::FieldSpec *field = nullptr;
        if (spec) {
            for (const store::FieldSpec &candidate : spec->fields) {
                if (candidate.key == w.key)
                    field = &candidate;
            }
        }
        const store::Merge merge = field ? field->merge() : store::Merge::Latest;
        const bool isSet = field ? merge == store::Merge::Union : isMemberVerb;
        if (isSet && verb == "remove"_L1) {
            const QStringList gone = listOf(w.value);
            const QStringList seen = listOf(w.base);
            QList<Member> left;
            for (const Member &member : r.sets.value(w.key)) {
                if (!gone.contains(member.value) || !seen.contains(member.add))
                    left.append(member);
            }
            r.sets.insert(w.key, left);
        } else if (isSet) {
            QStringList added;
            for (const QString &value : listOf(w.value)) {
                if (!added.contains(value))
                    r.sets[w.key].append({value, id});
                added.append(value);
            }
        } else if (isMemberVerb || merge == store::Merge::Append) {
            note(u"misuse"_s, w.key, {});
        } else {
            writeScalar(w, merge, field);
        }
    }

    void writeScalar(const Write &w, store::Merge merge, const store::FieldSpec *field)
    {
        const Field now = r.fields.value(w.key);
        const Field mine{w.value, id, time};
        if (now.writer.isEmpty() || now.writer == opIdOf(w.base)) {
            r.fields.insert(w.key, mine);
            return;
        }
        if (memberOf(now.value) == memberOf(w.value))
            return;
        bool isLater = time != now.time ? time > now.time : id > now.writer;
        if (merge == store::Merge::Highest) {
            const auto my = field->ranks.indexOf(w.value.toString());
            const auto their = field->ranks.indexOf(now.value.toString());
            if (my != their)
                isLater = my > their;
        }
        const QString winner = isLater ? id : now.writer;
        const QString loser = isLater ? now.writer : id;
        addRow({u"field"_s,
                w.key,
                winner,
                loser,
                merge == store::Merge::Text ? u"open"_s : u"auto"_s,
                {}});
        if (isLater)
            r.fields.insert(w.key, mine);
    }

    void note(const QString &kind, const QString &key, const QString &winner)
    {
        addRow({kind, key, winner, id, u"open"_s, {}});
    }

    void addRow(const Row &row)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData((r.id + u' ' + row.kind + u' ' + row.key).toUtf8());
        for (const QString &op : {row.win, row.lose})
            hash.addData(op.isEmpty() ? QByteArray(12, '\0') : QByteArray::fromHex(op.toLatin1()));
        r.rows.insert(QString::fromLatin1(hash.result().left(16).toHex()), row);
    }

    Record &r;
    const store::EntitySpec *spec;
    QString id;
    QString verb;
    QString actor;
    QJsonObject with;
    QList<Write> writes;
    qint64 time;
};

}

void Interpreter::accept(const QByteArray &line, qint64 at, bool isDenied)
{
    const QJsonObject op = QJsonDocument::fromJson(line).object();
    const QString id = op.value("o"_L1).toString();
    if (m_seen.value(id))
        return;
    m_seen.insert(id, true);
    if (isDenied || m_isStopped)
        return;
    const QStringList verbs{u"create"_s, u"set"_s,  u"add"_s,    u"remove"_s, u"move"_s,
                            u"append"_s, u"void"_s, u"unvoid"_s, u"resolve"_s};
    if (!verbs.contains(op.value("k"_L1).toString())) {
        m_isStopped = true;
        return;
    }
    apply(op, std::min(op.value("t"_L1).toInteger(), at), true);
}

Interpreter Interpreter::with(const QList<QByteArray> &waiting) const
{
    Interpreter copy = *this;
    for (const QByteArray &line : waiting) {
        const QJsonObject op = QJsonDocument::fromJson(line).object();
        copy.apply(op, op.value("t"_L1).toInteger(), false);
    }
    return copy;
}

void Interpreter::apply(const QJsonObject &op, qint64 time, bool isConfirmed)
{
    const QString type = op.value("e"_L1).toString();
    const QString id = op.value("i"_L1).toString();
    Record &record = m_records[type + u' ' + id];
    record.type = type;
    record.id = id;
    const store::EntitySpec *spec = nullptr;
    for (const store::EntitySpec &candidate : m_schema->entities()) {
        if (candidate.name == type)
            spec = &candidate;
    }
    Step(record, spec, op, time).run();

    if (!isConfirmed || !spec || !spec->numbering || record.born.isEmpty()
        || !record.number.isEmpty())
        return;
    QString year = record.fields.value(spec->numbering->yearField).value.toString().left(4);
    bool isYear = year.size() == 4;
    for (const QChar digit : std::as_const(year))
        isYear = isYear && digit >= u'0' && digit <= u'9';
    if (!isYear)
        year = QDateTime::fromMSecsSinceEpoch(record.created, Qt::UTC)
                       .toString(Qt::ISODate)
                       .left(4);
    const int number = ++m_numbers[type + year];
    record.number = spec->numbering->prefix + u'-' + year + u'-'
            + QString::number(number).rightJustified(5, u'0');
}

}
