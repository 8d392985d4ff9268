// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/record.h"
#include "store/reducer.h"
#include "store/statement.h"

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

namespace store {

// The tables that the log is folded into, made from the specs. Nothing outside this class writes
// them.
core::Result<> createProjections(sqlite3 *database, const Schema &schema);
core::Result<> dropProjections(sqlite3 *database);

// Records as rows. Loads, holds and writes back the records of one transaction; not shared between
// threads. What was loaded stays valid until flush().
class Projections
{
public:
    struct Entry {
        EntityState state;
        qint64 row = 0; // 0: not in the table yet
        bool isPending = false;
        bool isChanged = false;
        bool hadConflicts = false;
    };

    Projections(sqlite3 *database, const Schema &schema);
    ~Projections();

    // A record as it stands; blank if there is none.
    core::Result<Entry *> load(const QString &type, const QUuid &id);
    // Gives the number of a record whose create is confirmed: in the order of the log.
    core::Result<> assignNumber(EntityState &state);
    // Replaces what the table says of a record, its conflict rows included.
    core::Result<> replace(Entry &entry, EntityState state);
    core::Result<> removeChildren(const QList<core::OpId> &ids);
    core::Result<QList<ChildFact>> children(const QString &type, const QUuid &entity);
    core::Result<> flush();
    qsizetype held() const { return qsizetype(m_entries.size()); }

    // Every record of every kind, in the order of the tables.
    core::Result<> forEach(const std::function<core::Result<>(const EntityState &)> &visit);
    const Schema &schema() const { return m_schema; }

private:
    struct Table;
    Table &table(const EntitySpec *spec);
    core::Result<> read(Table &table, Entry &entry);
    core::Result<> write(Entry &entry);
    core::Result<> readConflicts(EntityState &state);
    core::Result<> writeConflicts(const EntityState &state);

    sqlite3 *m_database;
    const Schema &m_schema;
    std::map<const EntitySpec *, std::unique_ptr<Table>> m_tables;
    // Records of two kinds may carry one id: the kind is part of what a record is called.
    struct Key {
        const EntitySpec *spec;
        QString unknownType; // only where there is no spec
        QUuid id;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct HashOfKey {
        size_t operator()(const Key &key) const noexcept { return qHash(key.id); }
    };
    std::unordered_map<Key, std::unique_ptr<Entry>, HashOfKey> m_entries;
    QHash<QString, qint64> m_numbers; // entity + year -> last given
    Statement m_readConflicts;
    Statement m_writeConflict;
    Statement m_writeChild;
    Statement m_readChildren;
};

Record toRecord(const Projections::Entry &entry);

}
