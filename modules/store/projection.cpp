// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/projection.h"

#include "core/clock.h"
#include "store/projectiontables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace store {

namespace {

// Columns every record table has, in the order of the statements below.
constexpr const char *commonColumns[] = {
        "id",         "number",         "state",   "state_since", "created_at",
        "updated_at", "created_by",     "is_void", "void_reason", "pending",
        "conflicts",  "open_conflicts", "x",       "ver"};
constexpr int commonCount = int(std::size(commonColumns));
constexpr int xColumn = 12;
constexpr int verColumn = 13;

// A value of another shape than its column stays in x, so that nothing a newer version wrote is
// lost.
bool fits(const FieldSpec &field, const QJsonValue &value)
{
    const QString type = sqlType(field);
    if (type == "INTEGER"_L1)
        return value.isDouble() && value == QJsonValue(value.toInteger());
    if (type == "BLOB"_L1)
        return value.isString()
                && core::toText(core::uuidFromText(value.toString())) == value.toString()
                && !core::uuidFromText(value.toString()).isNull();
    return value.isString();
}

}

struct Projections::Table {
    Statement select;
    Statement insert;
    Statement update;
};

Projections::Projections(sqlite3 *database, const Schema &schema)
    : m_database(database)
    , m_schema(schema)
    , m_readConflicts(
              database,
              u"SELECT id, key, kind, win_o, lose_o, state, resolved_by, detail FROM conflict "
              "WHERE entity = ? AND type = ? ORDER BY id"_s)
    , m_writeConflict(
              database,
              u"INSERT OR REPLACE INTO conflict(id, entity, type, key, kind, win_o, lose_o, state, "
              "resolved_by, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
    , m_writeChild(
              database,
              u"INSERT OR REPLACE INTO appended(o, key, type, entity, t, actor, value) VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
    , m_readChildren(
              database,
              u"SELECT o, key, t, actor, value FROM appended WHERE entity = ? AND type = ? ORDER BY key, o"_s)
{
}

Projections::~Projections() = default;

Projections::Table &Projections::table(const EntitySpec *spec)
{
    std::unique_ptr<Table> &table = m_tables[spec];
    if (table)
        return *table;
    QStringList columns;
    for (const char *column : commonColumns)
        columns.append(QLatin1StringView(column));
    if (spec) {
        for (const FieldSpec &field : spec->fields) {
            if (hasColumn(field))
                columns.append(u'"' + field.key + u'"');
        }
    } else {
        columns.append(u"type"_s);
    }
    QStringList marks;
    QStringList assignments;
    for (const QString &column : std::as_const(columns)) {
        marks.append(u"?"_s);
        assignments.append(column + u" = ?"_s);
    }
    const QString name = tableOf(spec);
    table = std::make_unique<Table>();
    table->select =
            Statement(m_database,
                      u"SELECT %1, row FROM \"%2\" WHERE id = ?%3"_s.arg(
                              columns.join(u", "_s), name, spec ? u""_s : u" AND type = ?"_s));
    table->insert = Statement(m_database,
                              u"INSERT INTO \"%1\"(%2) VALUES (%3)"_s.arg(
                                      name, columns.join(u", "_s), marks.join(u", "_s)));
    table->update =
            Statement(m_database,
                      u"UPDATE \"%1\" SET %2 WHERE row = ?"_s.arg(name, assignments.join(u", "_s)));
    return *table;
}

core::Result<Projections::Entry *> Projections::load(const QString &type, const QUuid &id)
{
    const EntitySpec *spec = m_schema.find(type);
    Key key{spec, spec ? QString() : type, id};
    const auto found = m_entries.find(key);
    if (found != m_entries.end())
        return found->second.get();
    auto entry = std::make_unique<Entry>();
    entry->state = EntityState(spec, type, id);
    if (auto done = read(table(spec), *entry); !done)
        return core::passOn(done);
    return (m_entries[std::move(key)] = std::move(entry)).get();
}

core::Result<> Projections::read(Table &table, Entry &entry)
{
    EntityState &state = entry.state;
    Statement &query = table.select;
    query.bind(1, state.id);
    if (!state.spec)
        query.bind(2, state.type);
    const auto row = query.next();
    if (!row)
        return core::passOn(row);
    if (!*row) {
        query.reset();
        return {};
    }
    state.number = query.text(1);
    state.state = query.text(2);
    state.createdBy = query.uuid(6);
    state.isVoid = query.integer(7) != 0;
    state.voidReason = query.text(8);
    entry.isPending = query.integer(9) != 0;
    entry.hadConflicts = query.integer(10) != 0;
    const QJsonObject x = QJsonDocument::fromJson(query.blob(xColumn)).object();
    const QJsonObject ver = QJsonDocument::fromJson(query.blob(verColumn)).object();

    const auto op = [](const QJsonValue &text) { return core::OpId::fromText(text.toString()); };
    const QJsonArray born = ver.value("b"_L1).toArray();
    state.born = op(born.at(0));
    state.createdAt = born.at(1).toInteger();
    state.updatedAt = ver.value("u"_L1).toInteger();
    const QJsonArray where = ver.value("s"_L1).toArray();
    state.stateWriter = op(where.at(0));
    state.stateSince = where.at(1).toInteger();
    state.voidWriter = op(ver.value("d"_L1));
    for (auto value = x.begin(); value != x.end(); ++value) {
        if (FieldState *field = state.field(value.key()))
            field->value = value.value();
    }
    if (state.spec) {
        int column = commonCount;
        for (qsizetype i = 0; i < state.spec->fields.size(); ++i) {
            const FieldSpec &field = state.spec->fields.at(i);
            if (!hasColumn(field))
                continue;
            const int at = column++;
            if (field.isSet() || query.isNull(at))
                continue;
            QJsonValue &value = state.known[size_t(i)].value;
            const QString kind = sqlType(field);
            if (kind == "INTEGER"_L1)
                value = query.integer(at);
            else if (kind == "BLOB"_L1)
                value = core::toText(query.uuid(at));
            else
                value = query.text(at);
        }
        entry.row = query.integer(column);
    } else {
        entry.row = query.integer(commonCount + 1);
    }
    query.reset();

    const QJsonArray writes = ver.value("w"_L1).toArray();
    for (const auto &value : writes) {
        const QJsonArray write = value.toArray();
        const core::OpId writer = op(write.at(0));
        const qint64 time = write.at(1).toInteger();
        for (qsizetype i = 2; i < write.size(); ++i) {
            if (FieldState *field = state.field(write.at(i).toString())) {
                field->writer = writer;
                field->time = time;
            }
        }
    }
    const QJsonObject sets = ver.value("m"_L1).toObject();
    for (auto set = sets.begin(); set != sets.end(); ++set) {
        const QJsonArray members = set.value().toArray();
        for (const auto &member : members)
            state.sets[set.key()].append(
                    {member.toArray().at(0).toString(), op(member.toArray().at(1))});
    }
    return entry.hadConflicts ? readConflicts(state) : core::Result<>();
}

namespace {

QByteArray versionsOf(const EntityState &state)
{
    // Fields that one operation wrote stand together: most of a record comes from its create.
    std::map<core::OpId, QJsonArray> groups;
    const auto note = [&groups](const QString &key, const FieldState &field) {
        if (field.writer.isNull())
            return;
        QJsonArray &group = groups[field.writer];
        if (group.isEmpty())
            group = {field.writer.toText(), field.time};
        group.append(key);
    };
    for (qsizetype i = 0; i < qsizetype(state.known.size()); ++i)
        note(state.spec->fields.at(i).key, state.known[size_t(i)]);
    for (auto field = state.other.cbegin(); field != state.other.cend(); ++field)
        note(field.key(), field.value());
    QJsonArray writes;
    for (const auto &[writer, group] : groups)
        writes.append(group);
    QJsonObject sets;
    for (auto set = state.sets.cbegin(); set != state.sets.cend(); ++set) {
        QJsonArray members;
        for (const SetMember &member : set.value())
            members.append(QJsonArray{member.value, member.add.toText()});
        if (!members.isEmpty())
            sets.insert(set.key(), members);
    }
    QJsonObject ver{{u"u"_s, state.updatedAt}, {u"w"_s, writes}};
    if (!state.born.isNull())
        ver.insert(u"b"_s, QJsonArray{state.born.toText(), state.createdAt});
    if (!state.stateWriter.isNull())
        ver.insert(u"s"_s, QJsonArray{state.stateWriter.toText(), state.stateSince});
    if (!state.voidWriter.isNull())
        ver.insert(u"d"_s, state.voidWriter.toText());
    if (!sets.isEmpty())
        ver.insert(u"m"_s, sets);
    return QJsonDocument(ver).toJson(QJsonDocument::Compact);
}

QByteArray setText(const QList<SetMember> &members)
{
    QJsonArray values;
    QSet<QString> seen;
    for (const SetMember &member : members) {
        if (!seen.contains(member.value))
            values.append(member.value);
        seen.insert(member.value);
    }
    return QJsonDocument(values).toJson(QJsonDocument::Compact);
}

void bindInstant(Statement &statement, int index, qint64 milliseconds)
{
    if (milliseconds == 0)
        statement.bindNull(index);
    else
        statement.bind(index, core::toInstantText(milliseconds));
}

void bindText(Statement &statement, int index, const QString &text)
{
    if (text.isEmpty())
        statement.bindNull(index);
    else
        statement.bind(index, text);
}

}

core::Result<> Projections::write(Entry &entry)
{
    const EntityState &state = entry.state;
    Table &sql = table(state.spec);
    if (state.isBlank()) { // its only operations were refused
        if (entry.row == 0)
            return {};
        Statement gone(m_database, u"DELETE FROM \"%1\" WHERE row = ?"_s.arg(tableOf(state.spec)));
        return gone.bind(1, entry.row).run();
    }
    Statement &statement = entry.row == 0 ? sql.insert : sql.update;
    QJsonObject x;
    for (auto field = state.other.cbegin(); field != state.other.cend(); ++field) {
        if (!field->value.isNull())
            x.insert(field.key(), field->value);
    }
    statement.bind(1, state.id);
    bindText(statement, 2, state.number);
    bindText(statement, 3, state.state);
    bindInstant(statement, 4, state.stateSince);
    bindInstant(statement, 5, state.createdAt);
    bindInstant(statement, 6, state.updatedAt);
    statement.bind(7, state.createdBy).bind(8, qint64(state.isVoid));
    bindText(statement, 9, state.voidReason);
    statement.bind(10, qint64(entry.isPending))
            .bind(11, qint64(state.conflicts.size()))
            .bind(12, qint64(state.openConflicts()))
            .bindUtf8(verColumn + 1, versionsOf(state));
    int index = commonCount + 1;
    if (state.spec) {
        for (qsizetype i = 0; i < state.spec->fields.size(); ++i) {
            const FieldSpec &field = state.spec->fields.at(i);
            if (!hasColumn(field))
                continue;
            const int at = index++;
            if (field.isSet()) {
                const QList<SetMember> members = state.sets.value(field.key);
                if (members.isEmpty())
                    statement.bindNull(at);
                else
                    statement.bindUtf8(at, setText(members));
                continue;
            }
            const QJsonValue &value = state.known[size_t(i)].value;
            if (value.isNull() || value.isUndefined()) {
                statement.bindNull(at);
            } else if (!fits(field, value)) {
                statement.bindNull(at);
                x.insert(field.key, value);
            } else if (value.isDouble()) {
                statement.bind(at, value.toInteger());
            } else if (field.type == FieldType::Reference) {
                statement.bind(at, core::uuidFromText(value.toString()));
            } else {
                statement.bind(at, value.toString());
            }
        }
    } else {
        statement.bind(index++, state.type);
    }
    if (x.isEmpty())
        statement.bindNull(xColumn + 1);
    else
        statement.bindUtf8(xColumn + 1, QJsonDocument(x).toJson(QJsonDocument::Compact));
    if (entry.row != 0)
        statement.bind(index, entry.row);
    if (auto done = statement.run(); !done)
        return done;

    for (const ChildFact &child : state.newChildren) {
        auto done = m_writeChild.bind(1, child.id)
                            .bind(2, child.key)
                            .bind(3, state.type)
                            .bind(4, state.id)
                            .bind(5, child.time)
                            .bind(6, child.actor)
                            .bindUtf8(7, QJsonDocument(child.value).toJson(QJsonDocument::Compact))
                            .run();
        if (!done)
            return done;
    }
    return state.conflicts.isEmpty() ? core::Result<>() : writeConflicts(state);
}

core::Result<> Projections::flush()
{
    // In the order of the ids, so that equal logs make equal tables.
    std::map<std::pair<QByteArray, QString>, Entry *> changed;
    for (const auto &[key, entry] : m_entries) {
        if (entry->isChanged)
            changed.emplace(std::pair(key.id.toRfc4122(), entry->state.type), entry.get());
    }
    for (const auto &[id, entry] : changed) {
        if (auto done = write(*entry); !done)
            return done;
    }
    m_entries.clear();
    Statement number(m_database,
                     u"INSERT OR REPLACE INTO numbering(entity, year, last) VALUES (?, ?, ?)"_s);
    for (auto last = m_numbers.cbegin(); last != m_numbers.cend(); ++last) {
        auto done = number.bind(1, last.key().section(u' ', 0, 0))
                            .bind(2, last.key().section(u' ', 1))
                            .bind(3, last.value())
                            .run();
        if (!done)
            return done;
    }
    m_numbers.clear();
    return {};
}

core::Result<> Projections::assignNumber(EntityState &state)
{
    const Numbering &numbering = *state.spec->numbering;
    QString year;
    if (const FieldState *field = std::as_const(state).field(numbering.yearField))
        year = field->value.toString().left(4);
    const bool isYear = year.size() == 4
            && std::all_of(year.cbegin(), year.cend(),
                           [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    if (!isYear)
        year = core::toInstantText(state.createdAt).left(4);
    const QString key = state.type + u' ' + year;
    if (!m_numbers.contains(key)) {
        Statement query(m_database, u"SELECT last FROM numbering WHERE entity = ? AND year = ?"_s);
        const auto row = query.bind(1, state.type).bind(2, year).next();
        if (!row)
            return core::passOn(row);
        m_numbers.insert(key, *row ? query.integer(0) : 0);
    }
    const qint64 number = ++m_numbers[key];
    state.number = u"%1-%2-%3"_s.arg(numbering.prefix, year).arg(number, 5, 10, QLatin1Char('0'));
    return {};
}

core::Result<> Projections::replace(Entry &entry, EntityState state)
{
    if (entry.hadConflicts || !entry.state.conflicts.isEmpty()) {
        Statement clear(m_database, u"DELETE FROM conflict WHERE entity = ? AND type = ?"_s);
        if (auto done = clear.bind(1, state.id).bind(2, state.type).run(); !done)
            return done;
    }
    entry.state = std::move(state);
    entry.isChanged = true;
    return {};
}

core::Result<> Projections::removeChildren(const QList<core::OpId> &ids)
{
    Statement clear(m_database, u"DELETE FROM appended WHERE o = ?"_s);
    for (const core::OpId &id : ids) {
        if (auto done = clear.bind(1, id).run(); !done)
            return done;
    }
    return {};
}

core::Result<QList<ChildFact>> Projections::children(const QString &type, const QUuid &entity)
{
    QList<ChildFact> found;
    m_readChildren.bind(1, entity).bind(2, type);
    while (true) {
        const auto row = m_readChildren.next();
        if (!row)
            return core::passOn(row);
        if (!*row)
            break;
        found.append({m_readChildren.opId(0), m_readChildren.text(1), m_readChildren.integer(2),
                      m_readChildren.uuid(3),
                      QJsonDocument::fromJson(m_readChildren.blob(4)).object()});
    }
    m_readChildren.reset();
    return found;
}

core::Result<> Projections::readConflicts(EntityState &state)
{
    Statement &query = m_readConflicts;
    query.bind(1, state.id).bind(2, state.type);
    while (true) {
        const auto row = query.next();
        if (!row)
            return core::passOn(row);
        if (!*row)
            break;
        state.conflicts.append({query.blob(0), query.text(1), query.text(2), query.opId(3),
                                query.opId(4), query.text(5), query.opId(6),
                                QJsonDocument::fromJson(query.blob(7)).object()});
    }
    query.reset();
    return {};
}

core::Result<> Projections::writeConflicts(const EntityState &state)
{
    for (const Conflict &row : state.conflicts) {
        auto done = m_writeConflict.bind(1, row.id)
                            .bind(2, state.id)
                            .bind(3, state.type)
                            .bind(4, row.key)
                            .bind(5, row.kind)
                            .bind(6, row.win)
                            .bind(7, row.lose)
                            .bind(8, row.state)
                            .bind(9, row.resolvedBy)
                            .bindUtf8(10, QJsonDocument(row.detail).toJson(QJsonDocument::Compact))
                            .run();
        if (!done)
            return done;
    }
    return {};
}

core::Result<> Projections::forEach(const std::function<core::Result<>(const EntityState &)> &visit)
{
    QList<const EntitySpec *> specs;
    for (const EntitySpec &spec : m_schema.entities())
        specs.append(&spec);
    specs.append(nullptr);
    for (const EntitySpec *spec : std::as_const(specs)) {
        Statement ids(m_database,
                      u"SELECT id%2 FROM \"%1\" ORDER BY row"_s.arg(tableOf(spec),
                                                                    spec ? u""_s : u", type"_s));
        while (true) {
            const auto row = ids.next();
            if (!row)
                return core::passOn(row);
            if (!*row)
                break;
            Entry entry;
            entry.state = EntityState(spec, spec ? spec->name : ids.text(1), ids.uuid(0));
            if (auto done = read(table(spec), entry); !done)
                return done;
            if (auto done = visit(entry.state); !done)
                return done;
        }
    }
    return {};
}

}
