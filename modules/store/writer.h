// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/record.h"

#include <memory>

namespace store {

class Store;
struct WriteSession;

// What one save did.
struct Receipt {
    qint64 firstSeq = 0; // of its operations in the log; 0 if nothing was written
    qint64 lastSeq = 0;
    int operations = 0;
    int conflicts = 0; // rows it added to the conflict register
};

// One save: operations, their fold and the log entry in one transaction. Rolls back unless
// committed. Holds the only write lock of the store from begin to end: decide first, then write.
class Writer
{
public:
    // label: what the person did, in words, for the undo menu and the activity list (source text of
    // the current language is stored as it is).
    static core::Result<Writer> begin(Store &store, const QUuid &actor, const QString &label);
    void setLabel(const QString &label);
    Writer(Writer &&) noexcept;
    ~Writer();

    // state: start somewhere else than at the workflow's initial state (import of closed hazards).
    core::Result<QUuid> create(const QString &type, const Values &values, const QUuid &id = {},
                               const QString &state = {});
    // Each change names what its author was looking at: seen, or what stands there now if null.
    core::Result<> set(const QString &type, const QUuid &id, const Values &values,
                       const Record *seen = nullptr);
    core::Result<> add(const QString &type, const QUuid &id, const QString &key,
                       const QStringList &members);
    core::Result<> remove(const QString &type, const QUuid &id, const QString &key,
                          const QStringList &members, const Record *seen = nullptr);
    // The reducer takes the step only if the record still stands in seen's state.
    core::Result<> move(const QString &type, const QUuid &id, const QString &to,
                        const Values &values, const Record *seen = nullptr);
    core::Result<> append(const QString &type, const QUuid &id, const QString &key,
                          const QJsonObject &fact);
    core::Result<> setVoid(const QString &type, const QUuid &id, const QString &reason);
    core::Result<> unvoid(const QString &type, const QUuid &id);
    // Closes a row of the conflict register; values are what the person decided for (may be empty).
    core::Result<> resolve(const QByteArray &conflict, const Values &values);
    // An operation made elsewhere in the store: undo.
    core::Result<> write(Op op);

    // Makes what was written so far visible to queries on connection().
    core::Result<> flush();
    // As it stands inside this save. Null if there is none.
    core::Result<std::optional<Record>> record(const QString &type, const QUuid &id);
    const Connection &connection() const;
    const Schema &schema() const;
    qint64 now() const; // the time of this save
    QUuid newId();
    // undoes: the action this save takes back, if it is an undo.
    core::Result<Receipt> commit(qint64 undoes = 0);

private:
    struct Private;
    explicit Writer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// Many saves in one transaction: the sample plant. Each stays a save of its own author and time in
// the log and in the undo menu; all of them are kept, or none. Writers that begin on this thread
// while it lives join it; what they wrote is seen through them only, until commit(). Not nested.
class Batch
{
public:
    static core::Result<Batch> begin(Store &store);
    Batch(Batch &&) noexcept;
    ~Batch();

    core::Result<> commit();

private:
    Batch(Store &store, std::shared_ptr<WriteSession> session);
    Store *m_store;
    std::shared_ptr<WriteSession> m_session;
};

}
