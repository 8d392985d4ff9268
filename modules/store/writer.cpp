// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "store/log.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace store {

// One transaction of the store, and what is folded in it. A save has one for itself; the saves of
// a batch share one.
struct WriteSession {
    WriteSession(Store &target, Connection &&opened)
        : store(target)
        , connection(std::move(opened))
    {
    }

    ~WriteSession()
    {
        projections.reset();
        log.reset();
        transaction.reset();
        store.keepForWriting(std::move(connection));
    }

    static core::Result<std::shared_ptr<WriteSession>> begin(Store &store);
    core::Result<> open();
    core::Result<> checkAlive() const;
    void tick(); // time goes on, by a millisecond at least
    core::Result<> finish();

    Store &store;
    Connection connection;
    std::optional<Transaction> transaction; // declared after the connection: ends before it closes
    std::optional<Projections> projections;
    std::optional<LogAppender> log;
    qint64 time = 0;
    bool isJoined = false;
    bool isSpoilt = false; // a save of the batch was given up after it had written
    Commit commit;
    QSet<QUuid> touched;
};

struct Writer::Private {
    ~Private()
    {
        if (isInBatch && !isDone && receipt.operations > 0)
            session->isSpoilt = true;
    }

    core::Result<> apply(const Op &op);
    core::Result<> keepBase(const Projections::Entry &entry);
    core::Result<Projections::Entry *> load(const QString &type, const QUuid &id);
    core::Result<> check(const QString &type, const Values &values) const;
    Op make(Verb verb, const QString &type, const QUuid &id) const;
    void note(const Op &op);
    core::Result<> noteAction(qint64 undoes);

    std::shared_ptr<WriteSession> session;
    bool isInBatch = false;
    bool isDone = false;
    QUuid actor;
    QString label;
    qint64 time = 0;
    core::OpId nextOp;
    Receipt receipt;
};

core::Result<std::shared_ptr<WriteSession>> WriteSession::begin(Store &store)
{
    auto connection = store.connectForWriting();
    if (!connection)
        return core::passOn(connection);
    auto session = std::make_shared<WriteSession>(store, std::move(*connection));
    if (auto done = session->open(); !done)
        return core::passOn(done);
    return session;
}

core::Result<> WriteSession::open()
{
    auto begun = Transaction::begin(connection);
    if (!begun)
        return core::passOn(begun);
    transaction.emplace(std::move(*begun));
    // Another process may have saved since: head and clock are read inside the transaction.
    auto head = readHead(connection.handle());
    if (!head)
        return core::passOn(head);
    time = head->clock;
    const auto marks = readMarks(connection.handle(), store.shape());
    if (!marks)
        return core::passOn(marks);
    if (marks->isStopped)
        return core::fail(
                core::ErrorCode::Newer,
                QCoreApplication::translate(
                        "store",
                        "A newer version of Anlan has written to this plant. You can read what "
                        "was there before; to go on working, install the newer version."));
    isJoined = marks->isJoined;
    projections.emplace(connection.handle(), store.schema());
    log.emplace(connection.handle(), store.plant().id, *head);
    return {};
}

void WriteSession::tick()
{
    time = std::max(store.clock().now(), time + 1);
    log->setClock(time);
}

core::Result<> WriteSession::checkAlive() const
{
    if (transaction->isAlive())
        return {};
    return core::fail(core::ErrorCode::Database,
                      QCoreApplication::translate("store",
                                                  "The save broke off before. Nothing of this "
                                                  "change was saved; do it again."));
}

core::Result<> WriteSession::finish()
{
    if (auto done = checkAlive(); !done)
        return done;
    if (auto done = projections->flush(); !done)
        return done;
    if (auto done = log->finish(); !done)
        return done;
    projections.reset();
    log.reset();
    if (auto done = transaction->commit(); !done)
        return done;
    commit.entities = touched.values();
    Q_EMIT store.committed(commit);
    return {};
}

core::Result<Projections::Entry *> Writer::Private::load(const QString &type, const QUuid &id)
{
    const auto entry = session->projections->load(type, id);
    if (entry && (*entry)->state.born.isNull())
        return core::fail(core::ErrorCode::NotFound,
                          QCoreApplication::translate("store", "The record is not in this store."),
                          type + u' ' + core::toText(id));
    return entry;
}

core::Result<> Writer::Private::check(const QString &type, const Values &values) const
{
    const EntitySpec *spec = session->store.schema().find(type);
    QStringList strange;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (!spec || (!spec->field(value.key()) && !value.key().startsWith("c."_L1)))
            strange.append(value.key());
    }
    if (spec && strange.isEmpty())
        return {};
    return core::fail(
            core::ErrorCode::Invalid,
            QCoreApplication::translate("store", "This kind of record has no such field: %1")
                    .arg(spec ? strange.join(u", "_s) : type));
}

Op Writer::Private::make(Verb verb, const QString &type, const QUuid &id) const
{
    Op op;
    op.verb = verb;
    op.type = type;
    op.entity = id;
    return op;
}

void Writer::Private::note(const Op &op)
{
    constexpr qsizetype mostNamed = 1000;
    ++receipt.operations;
    session->commit.types.insert(op.type);
    if (session->touched.size() < mostNamed)
        session->touched.insert(op.entity);
    else if (!session->touched.contains(op.entity))
        session->commit.isComplete = false;
}

// The confirmed state of a record, kept while operations on it wait for the server.
core::Result<> Writer::Private::keepBase(const Projections::Entry &entry)
{
    Statement keep(session->connection.handle(),
                   u"INSERT OR IGNORE INTO base(entity, type, state) VALUES (?, ?, ?)"_s);
    return keep.bind(1, entry.state.id)
            .bind(2, entry.state.type)
            .bind(3, freeze(entry.state))
            .run();
}

core::Result<> Writer::Private::apply(const Op &op)
{
    if (auto done = session->checkAlive(); !done)
        return done;
    if (!session->isJoined) {
        if (auto done = session->log->append(op); !done)
            return done;
    } else {
        const auto line = toLogLine(op);
        if (!line)
            return core::passOn(line);
        const auto entry = session->projections->load(op.type, op.entity);
        if (!entry)
            return core::passOn(entry);
        if (auto done = keepBase(**entry); !done)
            return done;
        (*entry)->isPending = true;
        Statement queue(session->connection.handle(),
                        u"INSERT INTO pending(o, entity, body, state) VALUES (?, ?, ?, 0)"_s);
        auto done = queue.bind(1, op.id).bind(2, op.entity.toRfc4122()).bind(3, *line).run();
        if (!done)
            return done;
    }
    const auto outcome = foldOne(*session->projections, op, time, !session->isJoined);
    if (!outcome)
        return core::passOn(outcome);
    receipt.conflicts += *outcome == Outcome::Parked || *outcome == Outcome::Conflicting;
    note(op);
    // A long import does not hold every record it made.
    return session->projections->held() > 5000 ? session->projections->flush() : core::Result<>();
}

Writer::Writer(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Writer::Writer(Writer &&) noexcept = default;
Writer::~Writer() = default;

core::Result<Writer> Writer::begin(Store &store, const QUuid &actor, const QString &label)
{
    auto p = std::make_unique<Private>();
    p->session = store.batchOfThisThread();
    p->isInBatch = p->session != nullptr;
    if (!p->isInBatch) {
        auto session = WriteSession::begin(store);
        if (!session)
            return core::passOn(session);
        p->session = *session;
    }
    p->session->tick();
    p->actor = actor;
    p->label = label;
    p->time = p->session->time;
    p->nextOp = core::OpId::make(p->time, store.rng());
    p->receipt.firstSeq = p->session->log->nextSeq();
    return Writer(std::move(p));
}

void Writer::setLabel(const QString &label)
{
    d->label = label;
}

core::Result<> Writer::write(Op op)
{
    op.id = std::exchange(d->nextOp, d->nextOp.following());
    op.time = d->time;
    op.actor = d->actor;
    op.schema = opSchema;
    return d->apply(op);
}

core::Result<QUuid> Writer::create(const QString &type, const Values &values, const QUuid &id,
                                   const QString &state)
{
    if (auto done = d->check(type, values); !done)
        return core::passOn(done);
    Op op = d->make(Verb::Create, type, id.isNull() ? newId() : id);
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (!value->isNull())
            op.fields.append({value.key(), *value, {}});
    }
    if (!state.isEmpty())
        op.with.insert(u"to"_s, state);
    const QUuid made = op.entity;
    if (auto done = write(std::move(op)); !done)
        return core::passOn(done);
    return made;
}

namespace {

// What the author was looking at: the record as read, or as it stands now.
QList<FieldWrite> withBases(const Values &values, const Record &seen, const EntitySpec *spec)
{
    QList<FieldWrite> writes;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const FieldSpec *field = spec ? spec->field(value.key()) : nullptr;
        const core::OpId base = seen.versions.value(value.key());
        const bool isBare = base.isNull() || (field && field->isSet());
        writes.append({value.key(), *value, isBare ? QJsonValue() : QJsonValue(base.toText())});
    }
    return writes;
}

void tellWhatWasSeen(Op &op, const Record &seen, const EntitySpec *spec)
{
    const StateSpec *state = spec && spec->workflow ? spec->workflow->state(seen.state) : nullptr;
    if (state && state->isFinal)
        op.with.insert(u"seen"_s, seen.state);
    if (seen.isVoid)
        op.with.insert(u"void"_s, seen.voidVersion.toText());
}

}

core::Result<> Writer::set(const QString &type, const QUuid &id, const Values &values,
                           const Record *seen)
{
    if (auto done = d->check(type, values); !done)
        return done;
    const auto entry = d->load(type, id);
    if (!entry)
        return core::passOn(entry);
    const Record now = seen ? *seen : toRecord(**entry);
    Op op = d->make(Verb::Set, type, id);
    op.fields = withBases(values, now, (*entry)->state.spec);
    tellWhatWasSeen(op, now, (*entry)->state.spec);
    return write(std::move(op));
}

core::Result<> Writer::add(const QString &type, const QUuid &id, const QString &key,
                           const QStringList &members)
{
    if (members.isEmpty())
        return {};
    if (auto done = d->check(type, {{key, {}}}); !done)
        return done;
    const auto entry = d->load(type, id);
    if (!entry)
        return core::passOn(entry);
    Op op = d->make(Verb::Add, type, id);
    op.fields.append({key, QJsonArray::fromStringList(members), {}});
    tellWhatWasSeen(op, toRecord(**entry), (*entry)->state.spec);
    return write(std::move(op));
}

core::Result<> Writer::remove(const QString &type, const QUuid &id, const QString &key,
                              const QStringList &members, const Record *seen)
{
    if (auto done = d->check(type, {{key, {}}}); !done)
        return done;
    const auto entry = d->load(type, id);
    if (!entry)
        return core::passOn(entry);
    const Record now = seen ? *seen : toRecord(**entry);
    QJsonArray adds;
    for (const auto &[member, add] : now.members.value(key)) {
        if (members.contains(member))
            adds.append(add.toText());
    }
    if (adds.isEmpty())
        return {};
    Op op = d->make(Verb::Remove, type, id);
    op.fields.append({key, QJsonArray::fromStringList(members), adds});
    tellWhatWasSeen(op, now, (*entry)->state.spec);
    return write(std::move(op));
}

core::Result<> Writer::move(const QString &type, const QUuid &id, const QString &to,
                            const Values &values, const Record *seen)
{
    if (auto done = d->check(type, values); !done)
        return done;
    const auto entry = d->load(type, id);
    if (!entry)
        return core::passOn(entry);
    const Record now = seen ? *seen : toRecord(**entry);
    Op op = d->make(Verb::Move, type, id);
    op.fields = withBases(values, now, (*entry)->state.spec);
    op.with = {{u"from"_s, now.state}, {u"to"_s, to}};
    if (now.isVoid)
        op.with.insert(u"void"_s, now.voidVersion.toText());
    return write(std::move(op));
}

core::Result<> Writer::append(const QString &type, const QUuid &id, const QString &key,
                              const QJsonObject &fact)
{
    if (auto done = d->check(type, {{key, {}}}); !done)
        return done;
    if (const auto entry = d->load(type, id); !entry)
        return core::passOn(entry);
    Op op = d->make(Verb::Append, type, id);
    op.fields.append({key, fact, {}});
    return write(std::move(op));
}

core::Result<> Writer::setVoid(const QString &type, const QUuid &id, const QString &reason)
{
    if (const auto entry = d->load(type, id); !entry)
        return core::passOn(entry);
    Op op = d->make(Verb::Void, type, id);
    op.with.insert(u"reason"_s, reason);
    return write(std::move(op));
}

core::Result<> Writer::unvoid(const QString &type, const QUuid &id)
{
    const auto entry = d->load(type, id);
    if (!entry)
        return core::passOn(entry);
    Op op = d->make(Verb::Unvoid, type, id);
    op.with.insert(u"void"_s, (*entry)->state.voidWriter.toText());
    return write(std::move(op));
}

core::Result<> Writer::resolve(const QByteArray &conflict, const Values &values)
{
    Statement query(
            d->session->connection.handle(),
            u"SELECT type, entity, win_o, lose_o FROM conflict WHERE id = ? AND state <> 'resolved'"_s);
    const auto row = query.bind(1, conflict).next();
    if (!row)
        return core::passOn(row);
    if (!*row)
        return core::fail(
                core::ErrorCode::NotFound,
                QCoreApplication::translate("store", "This conflict is already decided."));
    const QString type = query.text(0);
    const QUuid id = query.uuid(1);
    const QJsonArray lost{query.opId(3).toText()};
    query.reset();
    if (auto done = d->check(type, values); !done)
        return done;
    const auto entry = d->load(type, id);
    if (!entry)
        return core::passOn(entry);
    const Record now = toRecord(**entry);
    Op op = d->make(Verb::Resolve, type, id);
    op.fields = withBases(values, now, (*entry)->state.spec);
    op.with = {{u"conflict"_s, QString::fromLatin1(conflict.toHex())}, {u"lose"_s, lost}};
    if (now.isVoid)
        op.with.insert(u"void"_s, now.voidVersion.toText());
    return write(std::move(op));
}

core::Result<> Writer::flush()
{
    if (auto done = d->session->checkAlive(); !done)
        return done;
    return d->session->projections->flush();
}

core::Result<std::optional<Record>> Writer::record(const QString &type, const QUuid &id)
{
    const auto entry = d->session->projections->load(type, id);
    if (!entry)
        return core::passOn(entry);
    if ((*entry)->state.born.isNull())
        return std::optional<Record>();
    return std::optional(toRecord(**entry));
}

const Connection &Writer::connection() const
{
    return d->session->connection;
}

const Schema &Writer::schema() const
{
    return d->session->store.schema();
}

qint64 Writer::now() const
{
    return d->time;
}

QUuid Writer::newId()
{
    return core::makeUuid7(d->time, d->session->store.rng());
}

core::Result<> Writer::Private::noteAction(qint64 undoes)
{
    sqlite3 *database = session->connection.handle();
    Statement action(
            database,
            u"INSERT INTO action(actor, t, label, first_seq, last_seq) VALUES (?, ?, ?, ?, ?)"_s);
    auto done = action.bind(1, actor.toRfc4122())
                        .bind(2, time)
                        .bind(3, label)
                        .bind(4, receipt.firstSeq)
                        .bind(5, receipt.lastSeq)
                        .run();
    if (!done || undoes == 0)
        return done;
    Statement mark(database,
                   u"UPDATE action SET undone_by = (SELECT max(id) FROM action) WHERE id = ?"_s);
    return mark.bind(1, undoes).run();
}

core::Result<Receipt> Writer::commit(qint64 undoes)
{
    d->isDone = true;
    // An undo that found nothing to take back is still one: the next goes a step further.
    if (d->receipt.operations == 0 && undoes == 0) {
        d->receipt.firstSeq = 0;
        return d->receipt;
    }
    if (auto done = d->session->checkAlive(); !done)
        return core::passOn(done);
    d->receipt.lastSeq = d->session->log->nextSeq() - 1;
    if (!d->session->isJoined) {
        if (auto done = d->noteAction(undoes); !done) {
            d->session->isSpoilt = true;
            return core::passOn(done);
        }
    }
    if (!d->isInBatch) {
        if (auto done = d->session->finish(); !done)
            return core::passOn(done);
    }
    return d->receipt;
}

Batch::Batch(Store &store, std::shared_ptr<WriteSession> session)
    : m_store(&store)
    , m_session(std::move(session))
{
    m_store->setBatch(m_session);
}

Batch::Batch(Batch &&) noexcept = default;
Batch::~Batch() = default;

core::Result<Batch> Batch::begin(Store &store)
{
    auto session = WriteSession::begin(store);
    if (!session)
        return core::passOn(session);
    return Batch(store, std::move(*session));
}

core::Result<> Batch::commit()
{
    const std::shared_ptr<WriteSession> session = std::exchange(m_session, {});
    m_store->setBatch({});
    if (session->isSpoilt)
        return core::fail(core::ErrorCode::Refused,
                          QCoreApplication::translate(
                                  "store",
                                  "One of the saves was given up half-way, so none of them was "
                                  "kept."));
    return session->finish();
}

}
