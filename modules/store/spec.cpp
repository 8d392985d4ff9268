// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spec.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace store {

Merge FieldSpec::merge() const
{
    if (mergeAs)
        return *mergeAs;
    switch (type) {
    case FieldType::LongText:
        return Merge::Text;
    case FieldType::TextSet:
    case FieldType::ReferenceSet:
    case FieldType::FileSet:
        return Merge::Union;
    case FieldType::Appended:
        return Merge::Append;
    case FieldType::Text:
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Date:
    case FieldType::Instant:
    case FieldType::Code:
    case FieldType::Reference:
    case FieldType::Flag:
        return Merge::Latest;
    }
    Q_UNREACHABLE();
}

bool FieldSpec::isSet() const
{
    return merge() == Merge::Union;
}

const StateSpec *Workflow::state(QStringView key) const
{
    for (const StateSpec &state : states) {
        if (state.key == key)
            return &state;
    }
    return nullptr;
}

const StepSpec *Workflow::step(QStringView from, QStringView to) const
{
    for (const StepSpec &step : steps) {
        if (step.from == from && step.to == to)
            return &step;
    }
    return nullptr;
}

int EntitySpec::indexOf(QStringView key) const
{
    return positions.value(key.toString(), -1);
}

const FieldSpec *EntitySpec::field(QStringView key) const
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : &fields.at(index);
}

QString EntitySpec::text(const char *source) const
{
    return QCoreApplication::translate(context, source);
}

QString EntitySpec::fieldLabel(const QString &key) const
{
    const FieldSpec *spec = field(key);
    return spec ? text(spec->label) : key;
}

QString EntitySpec::stateLabel(const QString &state) const
{
    const StateSpec *spec = workflow ? workflow->state(state) : nullptr;
    return spec ? text(spec->label) : state;
}

Schema::Schema()
{
    // What a plant adds to its records: a field of its own, keyed c.<slug> in operations.
    add({.name = u"custom_field"_s,
         .table = u"custom_field"_s,
         .context = "store",
         .label = QT_TRANSLATE_NOOP("store", "Own field"),
         .fields = {{.key = u"entity"_s, .label = QT_TRANSLATE_NOOP("store", "Kind of record")},
                    {.key = u"slug"_s, .label = QT_TRANSLATE_NOOP("store", "Key")},
                    {.key = u"label"_s, .label = QT_TRANSLATE_NOOP("store", "Name")},
                    {.key = u"type"_s, .label = QT_TRANSLATE_NOOP("store", "Kind of value")}}});
}

void Schema::add(EntitySpec spec)
{
    Q_ASSERT_X(!m_byName.contains(spec.name), "Schema::add", "declared twice");
    for (int i = 0; i < spec.fields.size(); ++i)
        spec.positions.insert(spec.fields.at(i).key, i);
    m_byName.insert(spec.name, m_entities.size());
    m_entities.append(std::move(spec));
}

const EntitySpec *Schema::find(const QString &name) const
{
    const auto found = m_byName.constFind(name);
    return found == m_byName.cend() ? nullptr : &m_entities.at(*found);
}

QByteArray Schema::fingerprint() const
{
    // Bumped when the reducer or the table layout changes its mind about equal specs.
    QString text = u"tables 2\n"_s;
    for (const EntitySpec &entity : m_entities) {
        text += entity.name + u' ' + entity.table + u'\n';
        for (const FieldSpec &field : entity.fields)
            text += u" %1 %2 %3 %4 %5\n"_s.arg(field.key)
                            .arg(int(field.type))
                            .arg(int(field.merge()))
                            .arg(field.ranks.join(u','))
                            .arg(field.indexed);
        for (const QStringList &index : entity.indexes)
            text += u" index "_s + index.join(u',') + u'\n';
        if (entity.workflow) {
            text += u" from "_s + entity.workflow->initial + u'\n';
            for (const StateSpec &state : entity.workflow->states)
                text += u" state %1 %2 %3\n"_s.arg(state.key).arg(state.isOpen).arg(state.isFinal);
            for (const StepSpec &step : entity.workflow->steps) {
                text += u" step "_s + step.from + u' ' + step.to;
                for (const auto &[left, right] : step.different)
                    text += u' ' + left + u'/' + right;
                text += u'\n';
            }
        }
        if (entity.numbering)
            text += u" number "_s + entity.numbering->prefix + u' ' + entity.numbering->yearField
                    + u'\n';
    }
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
}

}
