// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sequence.h"

#include "store/frame.h"
#include "store/history.h"
#include "store/integrity.h"
#include "store/projection.h"

#include <QJsonDocument>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace {

const QString note = u"note"_s;

QByteArray lineOf(const QJsonObject &op)
{
    return QJsonDocument(op).toJson(QJsonDocument::Compact);
}

template<typename List>
auto oneOf(core::Rng &rng, const List &list)
{
    return list.at(rng.below(list.size()));
}

}

Sequence::Sequence(const store::Schema &schema, const QString &templateStore, quint64 seed)
    : m_schema(schema)
    , m_template(templateStore)
    , m_rng(seed)
    , m_reference(schema)
{
    const QString path = m_folder.filePath(u"s.anlan"_s);
    QFile::copy(templateStore, path);
    auto opened = store::Store::open(path, {m_schema, m_clock, m_rng, {}});
    if (succeeded(opened, u"open"_s))
        m_store = std::move(*opened);
    hold();
    for (int i = 0; i < 2; ++i)
        m_people.append(core::makeUuid7(i + 1, m_rng));
    for (int i = 0; i < 3; ++i) // two desks elsewhere, and the lane through which own saves go out
        m_desks.append({core::makeUuid7(i + 1, m_rng), 0, QByteArray(32, '\0'),
                        core::makeUuid7(i + 1, m_rng), m_reference});
    m_isJoined = m_rng.chance(50);
    m_mayStop = m_rng.chance(5);
    m_accepted = m_clock.now();
    const qint64 length = 4 + m_rng.below(10);
    for (qint64 i = 0; i < length; ++i)
        m_steps.append(m_rng.next());
}

// One connection stays open, else every save makes and removes the log file of SQLite.
void Sequence::hold()
{
    auto connection = m_store->connect();
    if (succeeded(connection, u"connect"_s))
        m_connection.emplace(std::move(*connection));
}

void Sequence::keepOnly(const QList<int> &steps)
{
    QList<quint64> kept;
    for (const int index : steps)
        kept.append(m_steps.value(index));
    m_steps = kept;
}

void Sequence::differ(const QString &text)
{
    if (m_difference.isEmpty())
        m_difference = text;
}

QString Sequence::run()
{
    if (m_isJoined && m_store)
        succeeded(store::join(*m_store), u"join"_s);
    for (const quint64 seed : std::as_const(m_steps)) {
        core::SeededRng rng(seed);
        if (!m_difference.isEmpty())
            return m_difference;
        step(rng);
        told();
        compare(u"after a step"_s);
    }
    if (!m_difference.isEmpty())
        return m_difference;
    checkIsClean(u"at the end"_s);
    if (m_rng.chance(50)) {
        rebuild();
        compare(u"after a rebuild"_s);
    }
    if (m_isJoined && m_rng.chance(50)) {
        comeHome(m_rng, 1000);
        told();
        compare(u"after all came home"_s);
        checkIsClean(u"after all came home"_s);
    }
    if (m_rng.chance(50))
        receiveElsewhere(m_rng);
    if (!m_isJoined && !m_reference.isStopped()) {
        undoPutsBack(m_rng);
        undoTwice();
    }
    return m_difference;
}

void Sequence::step(core::Rng &rng)
{
    m_clock.advance(rng.chance(10) ? -rng.below(5000) : rng.below(5000));
    const qint64 what = rng.below(100);
    if (what < 50 || (what < 75 && m_records.isEmpty()))
        save(rng);
    else if (what < 75)
        foreignFrame(rng);
    else if (what < 90)
        m_isJoined ? comeHome(rng, 1 + int(rng.below(4))) : save(rng);
    else if (what < 95)
        reopen();
    else
        rebuild();
}

QUuid Sequence::makeId(core::Rng &rng)
{
    return core::makeUuid7(m_clock.now(), rng);
}

Sequence::RecordKey Sequence::pick(core::Rng &rng)
{
    // Mostly the same few records, so that people meet.
    const qint64 count = m_records.size();
    return m_records.at(rng.chance(70) ? count - 1 - rng.below(std::min<qint64>(count, 2))
                                       : rng.below(count));
}

QJsonValue Sequence::value(core::Rng &rng, const QString &key)
{
    if (rng.chance(12)) // of another shape than the field
        return oneOf(rng,
                     QList<QJsonValue>{QJsonValue(), 7, -1.5, true, u""_s, u"十"_s,
                                       QJsonArray{1, u"a"_s}, QJsonObject{{u"k"_s, 1}},
                                       QJsonValue(qint64(9'007'199'254'740'993)), u"a\u0000b"_s,
                                       1e300});
    if (key == "cost"_L1)
        return QJsonValue(rng.below(3) * 100);
    if (key == "due"_L1)
        return u"202%1-0%2-01"_s.arg(rng.below(3) + 4).arg(rng.below(9) + 1);
    if (key == "grade"_L1)
        return oneOf(rng, QStringList{u"low"_s, u"middle"_s, u"high"_s, u"odd"_s});
    if (key == "owner"_L1 || key == "worker"_L1 || key == "reviewer"_L1)
        return core::toText(oneOf(rng, m_people));
    if (key == "tags"_L1)
        return rng.chance(50) ? QJsonValue(oneOf(rng, QStringList{u"a"_s, u"b"_s, u"c"_s}))
                              : QJsonValue(QJsonArray{u"a"_s, u"c"_s, u"a"_s});
    return oneOf(rng, QStringList{u"one"_s, u"two"_s, u"three"_s, u"压力机"_s});
}

store::Values Sequence::values(core::Rng &rng)
{
    static const QStringList keys{u"title"_s,  u"body"_s,     u"due"_s,  u"cost"_s,  u"grade"_s,
                                  u"worker"_s, u"reviewer"_s, u"tags"_s, u"owner"_s, u"c.extra"_s};
    store::Values all;
    for (qint64 i = rng.below(3); i >= 0; --i) {
        const QString key = oneOf(rng, keys);
        all.insert(key, value(rng, key));
    }
    return all;
}

void Sequence::save(core::Rng &rng)
{
    const int author = int(rng.below(2));
    auto writer = store::Writer::begin(*m_store, m_people.at(author), u"save"_s);
    if (!writer) {
        if (!m_reference.isStopped() || writer.error().code != core::ErrorCode::Newer)
            succeeded(writer, u"begin"_s);
        return;
    }
    for (qint64 i = rng.below(3); i >= 0; --i)
        change(rng, *writer, author);
    const auto receipt = writer->commit();
    if (succeeded(receipt, u"commit"_s)) {
        m_operations += receipt->operations;
        m_lastAuthor = receipt->operations > 0 ? author : -1;
    }
}

void Sequence::change(core::Rng &rng, store::Writer &writer, int author)
{
    const qint64 what = rng.below(100);
    if (m_records.isEmpty() || what < 12) {
        const QUuid again = !m_records.isEmpty() && rng.chance(10) ? pick(rng).second : makeId(rng);
        const QString state =
                rng.chance(20) ? oneOf(rng, QStringList{u"filed"_s, u"nowhere"_s}) : QString();
        if (succeeded(writer.create(note, values(rng), again, state), u"create"_s))
            m_records.append({note, again});
        return;
    }
    const QUuid id = pick(rng).second;
    const auto now = writer.record(note, id);
    if (!succeeded(now, u"record"_s) || !*now)
        return; // of a kind that is not known here
    // What this author was looking at: often something old.
    auto seen = m_seen.find({author, id});
    if (seen == m_seen.end() || rng.chance(40))
        seen = m_seen.insert_or_assign({author, id}, **now).first;
    const store::Record *old = rng.chance(70) ? &seen->second : nullptr;
    const auto tag = oneOf(rng, QStringList{u"a"_s, u"b"_s, u"c"_s});
    core::Result<> done;
    if (what < 45) {
        done = writer.set(note, id, values(rng), old);
    } else if (what < 53) {
        done = writer.add(note, id, u"tags"_s, {tag});
    } else if (what < 61) {
        done = writer.remove(note, id, u"tags"_s, {tag}, old);
    } else if (what < 78) {
        const QString to =
                oneOf(rng, QStringList{u"open"_s, u"doing"_s, u"done"_s, u"filed"_s, u"doing"_s});
        done = writer.move(note, id, to, rng.chance(60) ? values(rng) : store::Values(), old);
    } else if (what < 84) {
        done = writer.append(note, id, u"comments"_s, {{u"text"_s, tag}});
    } else if (what < 89) {
        done = writer.setVoid(note, id, u"reason "_s + tag);
    } else if (what < 94) {
        done = writer.unvoid(note, id);
    } else {
        Q_ASSERT(m_store);
        auto query = writer.connection().prepare(
                u"SELECT id FROM conflict WHERE state <> 'resolved' AND type = 'note' ORDER BY id"_s);
        query.exec();
        if (query.next()) {
            const QByteArray conflict = query.value(0).toByteArray();
            query.finish();
            done = writer.resolve(conflict, values(rng));
            if (!done && done.error().code == core::ErrorCode::NotFound)
                done = {}; // of a record whose creation was refused
        }
    }
    succeeded(done, u"change"_s);
}

QJsonObject Sequence::foreignOp(core::Rng &rng, const ForeignDesk &desk)
{
    const bool isNew = m_records.isEmpty() || rng.chance(15);
    RecordKey key = isNew ? RecordKey{note, makeId(rng)} : pick(rng);
    if (rng.chance(10)) // a kind this version does not know, now and then under the id of a note
        key = {rng.chance(50) ? u"stranger"_s : u"newcomer"_s,
               rng.chance(40) ? key.second : makeId(rng)};
    if (!m_records.contains(key))
        m_records.append(key);
    const auto view = desk.view.records().value(key.first + u' ' + core::toText(key.second));
    static const QStringList verbs{u"set"_s,    u"set"_s,    u"set"_s,     u"add"_s,
                                   u"remove"_s, u"move"_s,   u"move"_s,    u"append"_s,
                                   u"void"_s,   u"unvoid"_s, u"resolve"_s, u"create"_s};
    const QString verb = isNew && rng.chance(80) ? u"create"_s : oneOf(rng, verbs);

    QJsonObject fields;
    QJsonObject with;
    store::Values written = values(rng);
    if (rng.chance(10))
        written.insert(u"from_tomorrow"_s, value(rng, u"title"_s));
    if (verb == "add"_L1 || verb == "remove"_L1)
        written = {{rng.chance(85)
                            ? u"tags"_s
                            : oneOf(rng, QStringList{u"title"_s, u"comments"_s, u"new_set"_s}),
                    value(rng, u"tags"_s)}};
    if (verb == "append"_L1)
        written = {{rng.chance(85) ? u"comments"_s : u"title"_s, value(rng, u"title"_s)}};
    if (rng.chance(4))
        written.insert(u"comments"_s, u"misplaced"_s);
    for (auto field = written.cbegin(); field != written.cend(); ++field) {
        const QString base = view.fields.value(field.key()).writer;
        QJsonValue seen = base.isEmpty() ? QJsonValue() : QJsonValue(base);
        if (verb == "remove"_L1) {
            QJsonArray adds;
            for (const reference::Member &member : view.sets.value(field.key()))
                adds.append(member.add);
            seen = adds;
        }
        fields.insert(field.key(), QJsonArray{*field, seen});
    }
    if (verb == "void"_L1 || verb == "unvoid"_L1 || verb == "resolve"_L1)
        fields = rng.chance(80) ? QJsonObject() : fields;
    if (verb == "void"_L1)
        with.insert(u"reason"_s, u"elsewhere"_s);
    else if (view.isVoid || !view.voidWriter.isEmpty())
        with.insert(u"void"_s, view.voidWriter);
    if (verb == "set"_L1 && rng.chance(80))
        with.insert(u"seen"_s, view.state);
    if (verb == "move"_L1) {
        with.insert(u"from"_s, view.state);
        with.insert(u"to"_s, oneOf(rng, QStringList{u"open"_s, u"doing"_s, u"done"_s, u"filed"_s}));
        if (rng.chance(10))
            with.insert(u"undo"_s, view.stateWriter);
    }
    if (verb == "create"_L1 && rng.chance(20))
        with.insert(u"to"_s, oneOf(rng, QStringList{u"filed"_s, u"nowhere"_s}));
    if (verb == "resolve"_L1)
        with.insert(u"conflict"_s, view.rows.isEmpty() ? u"00"_s : view.rows.lastKey());

    qint64 time = m_clock.now() + rng.below(4000) - 2000;
    if (rng.chance(5))
        time = oneOf(rng, QList<qint64>{0, -5, 9'000'000'000'000, m_accepted});
    QJsonObject op{{u"o"_s, core::OpId::make(std::max<qint64>(time, 0), rng).toText()},
                   {u"v"_s, 1},
                   {u"t"_s, time},
                   {u"u"_s, core::toText(desk.actor)},
                   {u"e"_s, key.first},
                   {u"i"_s, core::toText(key.second)},
                   {u"k"_s, m_mayStop && rng.chance(20) ? u"transmute"_s : verb}};
    if (!fields.isEmpty())
        op.insert(u"f"_s, fields);
    if (!with.isEmpty())
        op.insert(u"w"_s, with);
    return op;
}

void Sequence::foreignFrame(core::Rng &rng)
{
    ForeignDesk &desk = m_desks[rng.below(2)];
    if (rng.chance(60))
        desk.view = m_reference;
    QList<QByteArray> lines;
    QList<int> denied;
    for (qint64 i = rng.below(5); i >= 0; --i) {
        if (rng.chance(10))
            denied.append(int(lines.size()));
        if (!m_lines.isEmpty() && rng.chance(10)) // sent once more
            lines.append(oneOf(rng, m_lines));
        else if (!lines.isEmpty() && rng.chance(8)) // twice in one frame
            lines.append(oneOf(rng, lines));
        else
            lines.append(lineOf(foreignOp(rng, desk)));
    }
    accept(desk, lines, denied);
}

void Sequence::comeHome(core::Rng &rng, int most)
{
    QList<QByteArray> lines;
    QList<int> denied;
    {
        auto query = m_connection->prepare(u"SELECT body FROM pending ORDER BY n LIMIT ?"_s);
        query.addBindValue(most);
        query.exec();
        while (query.next()) {
            if (rng.chance(15))
                denied.append(int(lines.size()));
            lines.append(query.value(0).toByteArray());
        }
    }
    if (!lines.isEmpty())
        accept(m_desks[2], lines, denied);
}

void Sequence::accept(ForeignDesk &desk, const QList<QByteArray> &lines, const QList<int> &denied)
{
    m_accepted = std::max(m_accepted + 1, m_clock.now());
    const auto frame =
            store::encodeFrame({store::FrameHeader{m_store->plant().id, desk.lane, ++desk.n,
                                                   quint32(lines.size()), 1, desk.head}},
                               lines.join('\n'));
    if (!succeeded(frame, u"frame"_s))
        return;
    desk.head = store::frameHash(*frame);
    const store::Envelope envelope{m_accepted, {denied.begin(), denied.end()}, 0};
    m_operations += int(lines.size());
    succeeded(store::receive(*m_store, {{*frame, store::toJson(envelope)}}), u"receive"_s);
}

void Sequence::told()
{
    auto query = m_connection->prepare(
            u"SELECT bno, frame, env FROM batch WHERE bno > ? ORDER BY bno"_s);
    query.addBindValue(m_told);
    query.exec();
    while (query.next()) {
        m_told = query.value(0).toLongLong();
        const auto frame = store::decodeFrame(query.value(1).toByteArray());
        if (!succeeded(frame, u"frame of the log"_s))
            return;
        const QJsonObject env = QJsonDocument::fromJson(query.value(2).toByteArray()).object();
        m_accepted = std::max(m_accepted, env.value("at"_L1).toInteger());
        for (qsizetype i = 0; i < frame->lines.size(); ++i) {
            m_reference.accept(frame->lines.at(i), env.value("at"_L1).toInteger(),
                               env.value("denied"_L1).toArray().contains(qint64(i)));
            m_lines.append(frame->lines.at(i));
        }
    }
}

void Sequence::compare(const QString &when)
{
    QList<QByteArray> waiting;
    auto query = m_connection->prepare(u"SELECT body FROM pending ORDER BY n"_s);
    query.exec();
    while (query.next())
        waiting.append(query.value(0).toByteArray());
    const auto expected = m_reference.with(waiting);
    QStringList keys;
    for (const RecordKey &key : std::as_const(m_records))
        keys.append(key.first + u' ' + core::toText(key.second));
    keys.removeDuplicates();
    m_conflicts = 0;
    for (const reference::Record &record : expected.records())
        m_conflicts += int(record.rows.size());
    const QString difference = firstDifference(dumpOf(*m_connection, m_schema, keys),
                                               dumpOf(expected, m_schema, keys));
    if (!difference.isEmpty())
        differ(when + u": "_s + difference);
}

void Sequence::checkIsClean(const QString &when)
{
    core::NoProgress progress;
    const auto report = store::check(*m_store, progress);
    if (!succeeded(report, u"check"_s))
        return;
    for (const store::Problem &problem : report->problems)
        differ(when + u": check says "_s + problem.kind + u' ' + problem.where + u": "_s
               + problem.text);
}

void Sequence::reopen()
{
    const QString path = m_store->path();
    m_connection.reset();
    m_store.reset();
    auto opened = store::Store::open(path, {m_schema, m_clock, m_rng, {}});
    if (succeeded(opened, u"reopen"_s))
        m_store = std::move(*opened);
    hold();
}

void Sequence::rebuild()
{
    core::NoProgress progress;
    const auto report = store::rebuild(*m_store, progress);
    if (succeeded(report, u"rebuild"_s) && report->before != report->after)
        differ(u"a rebuild changes the digest"_s);
}

// The same frames at another desk, in pages of other sizes.
void Sequence::receiveElsewhere(core::Rng &rng)
{
    Sequence other(m_schema, m_template, 1);
    auto query = m_connection->prepare(u"SELECT frame, env FROM batch ORDER BY bno"_s);
    query.exec();
    QList<store::AcceptedFrame> page;
    bool isMore = query.next();
    while (isMore) {
        page.append({query.value(0).toByteArray(), query.value(1).toByteArray()});
        isMore = query.next();
        if (isMore && rng.chance(60))
            continue;
        succeeded(store::receive(*other.m_store, page), u"receive elsewhere"_s);
        page.clear();
    }
    core::NoProgress progress;
    const auto there = store::digest(*other.m_connection, m_schema, progress);
    QStringList keys;
    for (const RecordKey &key : std::as_const(m_records))
        keys.append(key.first + u' ' + core::toText(key.second));
    keys.removeDuplicates();
    const QString difference = firstDifference(dumpOf(*other.m_connection, m_schema, keys),
                                               dumpOf(m_reference, m_schema, keys));
    if (!difference.isEmpty())
        differ(u"at another desk: "_s + difference);
    auto waiting = m_connection->prepare(u"SELECT count(*) FROM pending"_s);
    waiting.exec();
    waiting.next();
    const auto here = store::digest(*m_connection, m_schema, progress);
    if (waiting.value(0).toInt() == 0 && succeeded(here, u"digest"_s)
        && succeeded(there, u"digest elsewhere"_s) && *here != *there)
        differ(u"another desk has another digest"_s);
}

namespace {

// What a person sees of a record; what was created since then counts if it is not void.
QStringList plainOf(const reference::Interpreter &reference)
{
    QStringList lines;
    for (const reference::Record &record : reference.records()) {
        if (record.born.isEmpty() || record.isVoid)
            continue;
        lines.append(record.id + u" state "_s + record.state);
        for (auto field = record.fields.cbegin(); field != record.fields.cend(); ++field) {
            if (!field->value.isNull())
                lines.append(record.id + u' ' + field.key() + u" = "_s
                             + reference::textOf(field->value));
        }
        for (auto set = record.sets.cbegin(); set != record.sets.cend(); ++set) {
            for (const reference::Member &member : *set)
                lines.append(record.id + u' ' + set.key() + u" has "_s + member.value);
        }
    }
    lines.removeDuplicates();
    lines.sort();
    return lines;
}

}

// A save that is taken back at once leaves nothing that a person sees.
void Sequence::undoPutsBack(core::Rng &rng)
{
    const QStringList before = plainOf(m_reference);
    m_lastAuthor = -1;
    save(rng);
    told();
    if (m_lastAuthor < 0 || !m_difference.isEmpty())
        return;
    const QStringList between = plainOf(m_reference);
    core::NoProgress progress;
    if (!succeeded(store::undoLast(*m_store, m_people.at(m_lastAuthor), progress), u"undo"_s))
        return;
    told();
    const QStringList after = plainOf(m_reference);
    for (const QString &line : before) {
        if (!after.contains(line))
            differ(u"undo does not put back: "_s + line + u"\n between: "_s
                   + between.join(u"\n "_s));
    }
    for (const QString &line : after) {
        if (!before.contains(line))
            differ(u"undo leaves: "_s + line + u"\n before: "_s + before.join(u"\n "_s));
    }
}

void Sequence::undoTwice()
{
    core::NoProgress progress;
    for (int i = 0; i < 2; ++i) {
        const auto undone = store::undoLast(*m_store, m_people.at(i), progress);
        if (!undone && undone.error().code == core::ErrorCode::NotFound)
            continue;
        if (!succeeded(undone, u"undo"_s))
            return;
        told();
        compare(u"after an undo"_s);
    }
    checkIsClean(u"after the undos"_s);
}
