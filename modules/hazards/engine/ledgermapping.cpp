// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/ledgermapping.h"

#include "hazards/engine/columnprofile.h"
#include "hazards/engine/ledgerwords.h"
#include "store/spec.h"
#include "tables/values.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

struct Candidate {
    int index = 0;
    QString field;
    double score = 0;
    QString why;
};

// Headings against the words of the trade.
class HeadingMatcher
{
public:
    HeadingMatcher(const MappingInput &input)
        : m_spec(input.spec)
    {
        for (const plant::Synonym &synonym : input.synonyms)
            m_words.insert(words::comparable(synonym.word), synonym.field);
    }

    // Field -> score, for one heading.
    QHash<QString, double> scores(const QString &heading) const
    {
        QHash<QString, double> found;
        const QString whole = words::comparable(heading);
        exact(found, whole, 100);
        exact(found, words::comparable(words::withoutBrackets(heading)), 95);
        const qsizetype cut = heading.lastIndexOf(u'/');
        if (cut > 0)
            nested(found, words::comparable(heading.left(cut)),
                   words::comparable(heading.mid(cut + 1)));
        if (found.isEmpty())
            partly(found, whole);
        const bool planned = isPlanned(whole);
        if (planned && found.contains(u"completed_on"_s)
            && m_words.value(whole) != "completed_on"_L1)
            raise(found, u"deadline"_s, found.take(u"completed_on"_s));
        return found;
    }

private:
    static bool isPlanned(const QString &heading)
    {
        static const QRegularExpression pattern(
                u"计划|要求|应|拟|规定|限定|预计|planned|target|required|due|expected"_s);
        return pattern.match(heading).hasMatch();
    }

    void raise(QHash<QString, double> &found, const QString &field, double score) const
    {
        found[field] = std::max(found.value(field), score);
    }

    bool exact(QHash<QString, double> &found, const QString &name, double score) const
    {
        const auto word = m_words.constFind(name);
        if (name.isEmpty() || word == m_words.cend())
            return false;
        raise(found, *word, score);
        return true;
    }

    // A heading below another: 整改责任单位 over 施工, 复查情况 over 日期.
    void nested(QHash<QString, double> &found, const QString &parent, const QString &leaf) const
    {
        static const QRegularExpression vague(u"(情况|信息|内容|要求|结果|部分|阶段|环节)$"_s);
        exact(found, parent + leaf, 94);
        exact(found, QString(parent).remove(vague) + leaf, 93);
        if (parent.size() > 2 && parent.at(0).unicode() > 0x80)
            exact(found, parent.left(2) + leaf, 90); // 整改落实 over 时限
        for (const QString &kind : {u"单位"_s, u"部门"_s}) {
            if (parent.endsWith(kind))
                exact(found, leaf + kind, 92);
        }
        if (found.isEmpty())
            exact(found, leaf, leaf.size() > 2 ? 85 : 55);
        exact(found, parent, 50);
    }

    void partly(QHash<QString, double> &found, const QString &heading) const
    {
        const QString padded = u' ' + heading + u' ';
        for (auto word = m_words.cbegin(); word != m_words.cend(); ++word) {
            const QString &key = word.key();
            const bool isLatin = key.at(0).unicode() < 0x80;
            const double length = std::min<double>(double(key.size()), 12);
            if (isLatin) {
                if (key.size() > 3 && padded.contains(u' ' + key + u' '))
                    raise(found, *word, 35 + 2 * length);
            } else if (key.size() >= 2 && heading.endsWith(key)) {
                raise(found, *word, 40 + 4 * length);
            } else if (key.size() >= 3 && heading.contains(key)) {
                raise(found, *word, 30 + 3 * length);
            }
        }
    }

    const store::EntitySpec &m_spec;
    QHash<QString, QString> m_words; // heading -> field
};

QList<Candidate> candidatesOf(const MappingInput &input, const QList<ColumnProfile> &profiles)
{
    const HeadingMatcher matcher(input);
    QList<Candidate> candidates;
    for (int i = 0; i < input.layout.columns.size(); ++i) {
        const tables::Column &column = input.layout.columns.at(i);
        if (column.number == input.layout.numberColumn)
            continue;
        const QHash<QString, double> scores = matcher.scores(column.name);
        for (auto score = scores.cbegin(); score != scores.cend(); ++score) {
            if (!isMappable(input.spec, score.key())
                || !profiles.at(i).fits(input.spec, score.key(), *score >= 90))
                continue;
            candidates.append(
                    {i, score.key(), *score,
                     *score >= 90 ? QCoreApplication::translate("hazards", "The heading says so.")
                                  : QCoreApplication::translate("hazards",
                                                                "The heading sounds like it.")});
        }
        const QString guess = profiles.at(i).guess(input.spec);
        if (!guess.isEmpty())
            candidates.append({i, guess, profiles.at(i).guessScore(),
                               QCoreApplication::translate("hazards", "The values look like it.")});
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto &left, const auto &right) {
        return std::tie(right.score, left.index, left.field)
                < std::tie(left.score, right.index, right.field);
    });
    return candidates;
}

core::Result<> applyOverride(const MappingInput &input, QList<ColumnPlan> &plans)
{
    QSet<QString> taken;
    for (auto wish = input.mapping.columns.cbegin(); wish != input.mapping.columns.cend(); ++wish) {
        auto plan = std::find_if(plans.begin(), plans.end(),
                                 [&](const ColumnPlan &each) { return each.name == wish.key(); });
        if (plan == plans.end())
            plan = std::find_if(plans.begin(), plans.end(), [&](const ColumnPlan &each) {
                return tables::columnLetters(each.column) == wish.key().toUpper();
            });
        if (plan == plans.end()) {
            return core::fail(core::ErrorCode::Invalid,
                              QCoreApplication::translate(
                                      "hazards",
                                      "The mapping names the column “%1”, which the ledger does "
                                      "not have.")
                                      .arg(wish.key()));
        }
        const bool isOwn = wish->isEmpty() || wish->startsWith("c."_L1);
        if (!isOwn && !isMappable(input.spec, *wish)) {
            return core::fail(core::ErrorCode::Invalid,
                              QCoreApplication::translate(
                                      "hazards",
                                      "The mapping sends the column “%1” to the field “%2”, "
                                      "which does not exist or cannot be taken from a ledger.")
                                      .arg(wish.key(), *wish));
        }
        if (!isOwn && taken.contains(*wish)) {
            return core::fail(core::ErrorCode::Invalid,
                              QCoreApplication::translate(
                                      "hazards", "The mapping sends two columns to the field “%1”.")
                                      .arg(*wish));
        }
        taken.insert(*wish);
        for (ColumnPlan &other : plans) {
            if (!isOwn && other.field == *wish && !other.isOverridden)
                other.field = other.aside;
        }
        if (wish->startsWith("c."_L1))
            plan->aside = u"c."_s + customSlug(wish->mid(2));
        plan->field = isOwn ? plan->aside : *wish;
        plan->isOverridden = true;
        plan->why = QCoreApplication::translate("hazards", "You chose it.");
    }
    return {};
}

// Names that are the keys of the report, and slugs, each once.
QList<ColumnPlan> plainPlans(const MappingInput &input, const QList<ColumnProfile> &profiles)
{
    QList<ColumnPlan> plans;
    QSet<QString> names;
    QSet<QString> slugs;
    for (int i = 0; i < input.layout.columns.size(); ++i) {
        const tables::Column &column = input.layout.columns.at(i);
        const QString letters = tables::columnLetters(column.number);
        ColumnPlan plan{.column = column.number, .name = column.name};
        if (names.contains(plan.name))
            plan.name += u" ["_s + letters + u']';
        names.insert(plan.name);
        plan.label = plan.name.isEmpty()
                ? QCoreApplication::translate("hazards", "Column %1").arg(letters)
                : plan.name;
        QString slug =
                plan.name.isEmpty() ? u"column_"_s + letters.toLower() : customSlug(plan.name);
        if (slugs.contains(slug))
            slug += u'_' + letters.toLower();
        slugs.insert(slug);
        plan.aside = u"c."_s + slug;
        plan.field = plan.aside;
        plan.type = profiles.at(i).ownType();
        plan.isDateHeading = tables::namesDate(plan.name);
        plan.dates = profiles.at(i).dates();
        plan.order = profiles.at(i).order();
        plan.isNumber = column.number == input.layout.numberColumn;
        plan.blankless =
                input.layout.records > 0 ? double(column.filled) / input.layout.records : 0;
        plan.why = QCoreApplication::translate(
                "hazards", "No field fits; the values are kept in a field of their own.");
        plans.append(plan);
    }
    return plans;
}

}

bool isMappable(const store::EntitySpec &spec, const QString &field)
{
    if (field == "state"_L1)
        return spec.workflow.has_value();
    const store::FieldSpec *known = spec.field(field);
    if (!known || field == "source"_L1 || field == "merged_into"_L1
        || field.startsWith("import_"_L1))
        return false;
    return known->type != store::FieldType::FileSet && known->type != store::FieldType::Appended;
}

core::Result<QList<ColumnPlan>> proposeMapping(const MappingInput &input)
{
    QList<ColumnProfile> profiles;
    for (const ColumnSample &sample : input.samples)
        profiles.append(ColumnProfile(sample, input.codes));
    QList<ColumnPlan> plans = plainPlans(input, profiles);
    QSet<QString> takenFields;
    QSet<int> takenColumns;
    const QList<Candidate> candidates = candidatesOf(input, profiles);
    for (const Candidate &candidate : candidates) {
        if (takenFields.contains(candidate.field) || takenColumns.contains(candidate.index))
            continue;
        takenFields.insert(candidate.field);
        takenColumns.insert(candidate.index);
        plans[candidate.index].field = candidate.field;
        plans[candidate.index].why = candidate.why;
    }
    if (auto done = applyOverride(input, plans); !done)
        return core::passOn(done);
    return plans;
}

QList<HeaderColumn> headerColumns(const MappingInput &input, const QList<ColumnPlan> &columns)
{
    static const QRegularExpression inspection(u"检查|排查|巡查|巡检|inspect"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    QList<HeaderColumn> found;
    QSet<QString> taken;
    for (const ColumnPlan &column : columns)
        taken.insert(column.field);
    const HeadingMatcher matcher(input);
    for (const tables::HeaderFact &fact : input.layout.headerFacts) {
        if (!inspection.match(fact.name).hasMatch())
            continue;
        const QHash<QString, double> scores = matcher.scores(fact.name);
        for (const QString &field : {u"found_on"_s, u"found_by"_s}) {
            if (scores.value(field) < 95 || taken.contains(field)
                || (field == "found_on"_L1 && !tables::parseDate(fact.value).value))
                continue;
            taken.insert(field);
            HeaderColumn header;
            header.value = fact.value;
            header.column.column = fact.column;
            header.column.name = fact.name;
            header.column.field = field;
            header.column.label = fact.name;
            header.column.type = u"text"_s;
            header.column.aside = u"c."_s + customSlug(fact.name);
            found.append(header);
        }
    }
    return found;
}

QString customSlug(const QString &label)
{
    constexpr qsizetype mostCharacters = 40;
    const QString text = label.normalized(QString::NormalizationForm_KC).toLower();
    QString slug;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'_'))
            slug += u'_';
    }
    while (slug.endsWith(u'_'))
        slug.chop(1);
    const QString hash = QString::fromLatin1(
            QCryptographicHash::hash(label.toUtf8(), QCryptographicHash::Sha256).toHex().left(8));
    if (slug.isEmpty())
        return u"f_"_s + hash;
    return slug.size() > mostCharacters ? slug.left(mostCharacters - 9) + u'_' + hash : slug;
}

QUuid customFieldId(const QString &entity, const QString &slug)
{
    QByteArray bytes = QCryptographicHash::hash(QByteArray("custom_field/1\n" + entity.toUtf8()
                                                           + '\n' + slug.toUtf8()),
                                                QCryptographicHash::Sha256)
                               .left(16);
    bytes[6] = char((bytes[6] & 0x0F) | 0x80); // version 8: a hash of the owner's making
    bytes[8] = char((bytes[8] & 0x3F) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

core::Result<MappingOverride> readMappingFile(const QString &path)
{
    constexpr qint64 mostBytes = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return core::fail(
                core::ErrorCode::Io,
                QCoreApplication::translate("hazards", "The mapping file %1 cannot be opened: %2.")
                        .arg(path, file.errorString()));
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.read(mostBytes));
    const QJsonObject whole = document.object();
    const bool hasParts = whole.value("columns"_L1).isObject();
    const QJsonObject columns = hasParts ? whole.value("columns"_L1).toObject() : whole;
    MappingOverride mapping;
    if (hasParts)
        mapping.entity = whole.value("entity"_L1).toString();
    bool isPlain = document.isObject();
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        isPlain = isPlain && (column->isString() || column->isNull());
        mapping.columns.insert(column.key(), column->toString());
    }
    const bool isKnown = mapping.entity.isEmpty() || mapping.entity == "hazard"_L1
            || mapping.entity == "incident"_L1;
    if (!isPlain || !isKnown) {
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "hazards",
                                  "The mapping file %1 has another form than {\"column\": "
                                  "\"field\"} or {\"entity\": \"incident\", \"columns\": "
                                  "{\"column\": \"field\"}}.")
                                  .arg(path));
    }
    return mapping;
}

}
