// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/projectiontables.h"

#include "store/projection.h"

using namespace Qt::StringLiterals;

namespace store {

bool hasColumn(const FieldSpec &field)
{
    return field.merge() != Merge::Append;
}

QString sqlType(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Flag:
        return u"INTEGER"_s;
    case FieldType::Reference:
        return u"BLOB"_s;
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
    case FieldType::Instant:
    case FieldType::Code:
    case FieldType::TextSet:
    case FieldType::ReferenceSet:
    case FieldType::FileSet:
    case FieldType::Appended:
        return u"TEXT"_s;
    }
    Q_UNREACHABLE();
}

QString tableOf(const EntitySpec *spec)
{
    return spec ? spec->table : u"other_record"_s;
}

namespace {

QString commonDdl(const QString &table, const QString &more)
{
    return u"CREATE TABLE \"%1\"(\n  row INTEGER PRIMARY KEY, id BLOB NOT NULL, number "
           u"TEXT, state TEXT, "
           "state_since TEXT,\n  created_at TEXT, updated_at TEXT, created_by BLOB, is_void "
           "INTEGER NOT NULL, "
           "void_reason TEXT,\n  pending INTEGER NOT NULL, conflicts INTEGER NOT NULL, "
           "open_conflicts INTEGER NOT NULL,\n  x TEXT, ver TEXT NOT NULL%2)"_s.arg(table, more);
}

}

core::Result<> createProjections(sqlite3 *database, const Schema &schema)
{
    QStringList statements{
            u"CREATE TABLE conflict(id BLOB PRIMARY KEY, entity BLOB NOT NULL, type TEXT NOT NULL, "
            u"key TEXT NOT NULL, "
            "kind TEXT NOT NULL, win_o BLOB, lose_o BLOB, state TEXT NOT NULL, resolved_by BLOB, "
            "detail TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE INDEX conflict_entity ON conflict(entity)"_s,
            u"CREATE INDEX conflict_state ON conflict(state, type)"_s,
            u"CREATE TABLE appended(o BLOB NOT NULL, key TEXT NOT NULL, type TEXT NOT NULL, entity "
            "BLOB NOT NULL, t INTEGER NOT NULL, actor BLOB, value TEXT NOT NULL, "
            "PRIMARY KEY(o, key)) WITHOUT ROWID"_s,
            u"CREATE INDEX appended_entity ON appended(entity, key, o)"_s,
            u"CREATE TABLE numbering(entity TEXT NOT NULL, year TEXT NOT NULL, last INTEGER NOT "
            u"NULL, "
            "PRIMARY KEY(entity, year)) WITHOUT ROWID"_s,
            commonDdl(tableOf(nullptr), u", type TEXT NOT NULL, UNIQUE(id, type)"_s)};
    QStringList names{u"conflict"_s, u"appended"_s, u"numbering"_s, tableOf(nullptr)};
    for (const EntitySpec &entity : schema.entities()) {
        QString columns;
        for (const FieldSpec &field : entity.fields) {
            if (hasColumn(field))
                columns += u",\n  \"%1\" %2"_s.arg(field.key, sqlType(field));
        }
        statements.append(commonDdl(entity.table, columns + u", UNIQUE(id)"_s));
        names.append(entity.table);
        for (const FieldSpec &field : entity.fields) {
            if (field.indexed)
                statements.append(
                        u"CREATE INDEX \"%1_%2\" ON \"%1\"(\"%2\")"_s.arg(entity.table, field.key));
        }
        for (const QStringList &index : entity.indexes)
            statements.append(u"CREATE INDEX \"%1_by_%2\" ON \"%1\"(%3)"_s.arg(
                    entity.table, index.join(u'_'), index.join(u", "_s)));
    }
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = execute(database, statement); !done)
            return done;
    }
    Statement remember(database, u"INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)"_s);
    if (auto done = remember.bind(1, u"projection_tables"_s).bind(2, names.join(u' ')).run(); !done)
        return done;
    return remember.bind(1, u"projection_specs"_s).bind(2, schema.fingerprint()).run();
}

core::Result<> dropProjections(sqlite3 *database)
{
    QStringList names;
    {
        Statement query(database, u"SELECT value FROM meta WHERE key = 'projection_tables'"_s);
        const auto row = query.next();
        if (!row)
            return core::passOn(row);
        if (*row)
            names = query.text(0).split(u' ', Qt::SkipEmptyParts);
    }
    for (const QString &name : std::as_const(names)) {
        if (auto done = execute(database, u"DROP TABLE IF EXISTS \"%1\""_s.arg(name)); !done)
            return done;
    }
    return {};
}

}
