// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace store {

enum class FieldType {
    Text,
    LongText,
    Integer,
    Money,     // cents
    Date,      // YYYY-MM-DD
    Instant,   // UTC ISO 8601 with milliseconds
    Code,      // a code of the reference table named in FieldSpec::of
    Reference, // the UUID of an entity of the type named in FieldSpec::of
    Flag,      // 0 or 1
    TextSet,
    ReferenceSet,
    FileSet,  // SHA-256 of evidence files
    Appended, // child facts that never change: comments, readings, cost lines
};

// What happens when two people wrote a field without having seen each other's value.
enum class Merge {
    Latest,  // the later write wins, the other is registered
    Text,    // as Latest, but a person has to decide
    Highest, // the graver value wins (FieldSpec::ranks)
    Union,
    Append,
};

struct FieldSpec {
    QString key; // in operations, columns and JSON; never renamed
    FieldType type = FieldType::Text;
    const char *label = ""; // English, marked by QT_TRANSLATE_NOOP in the context of the entity
    QString of = {};        // Code: the code table. Reference: the entity type
    std::optional<Merge> mergeAs = {}; // only where it differs from what the type suggests
    QStringList ranks = {};            // Merge::Highest: values, least grave first
    bool indexed = false;
    bool searchable = false;

    Merge merge() const;
    bool isSet() const;
};

struct StateSpec {
    QString key;
    const char *label = "";
    bool isOpen = true;   // still needs somebody to act
    bool isFinal = false; // an edit by someone who has not seen it is held back as a late edit
};

struct StepSpec {
    QString from;
    QString to;
    const char *label = "";    // the verb of the trade
    QStringList required = {}; // fields that must be filled once the step is done
    // Pairs of reference fields that must not name the same person once the step is done.
    QList<std::pair<QString, QString>> different = {};
};

struct Workflow {
    QString initial;
    QList<StateSpec> states;
    QList<StepSpec> steps;

    const StateSpec *state(QStringView key) const;
    const StepSpec *step(QStringView from, QStringView to) const;
};

// HZ-2025-00123: the year is that of yearField, else of the creation (UTC); counted in the order of
// the log.
struct Numbering {
    QString prefix;
    QString yearField;
};

// One kind of record, declared once by the engine that owns it. From it come the projection table,
// its indexes, the reducer's rules, forms, import mapping, export headers and the words of the
// history.
struct EntitySpec {
    QString name; // in operations; never renamed
    QString table;
    const char *context = ""; // translation context of all labels
    const char *label = "";
    QList<FieldSpec> fields;
    std::optional<Workflow> workflow = {};
    std::optional<Numbering> numbering = {};
    QList<QStringList> indexes = {}; // further indexes: column names in order

    const FieldSpec *field(QStringView key) const;
    int indexOf(QStringView key) const;           // -1 if unknown
    QString text(const char *source) const;       // a label in the language of the screen
    QString fieldLabel(const QString &key) const; // the key itself if unknown
    QString stateLabel(const QString &state) const;

    QHash<QString, int> positions = {}; // of the fields by key; filled by Schema::add
};

// All specs of a program. Filled once at start, then only read.
class Schema
{
public:
    Schema(); // with the store's own kinds: custom_field
    void add(EntitySpec spec);
    const EntitySpec *find(const QString &name) const;
    const QList<EntitySpec> &entities() const { return m_entities; }
    // Changes when a table would be made differently; a store with another one is folded anew.
    QByteArray fingerprint() const;

private:
    QList<EntitySpec> m_entities;
    QHash<QString, qsizetype> m_byName;
};

}
