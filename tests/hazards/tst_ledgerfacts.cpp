// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/ledgercase.h"

#include "tables/values.h"

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

QString ledgerFolder()
{
    const QString shared =
            qEnvironmentVariable("ANLAN_SHARED", QStringLiteral(ANLAN_SOURCE_ROOT "/../shared"));
    return shared + u"/data/ledgers/"_s;
}

QString show(const QJsonValue &value)
{
    return QString::fromUtf8(
            QJsonDocument(QJsonObject{{u"is"_s, value}}).toJson(QJsonDocument::Compact));
}

// Both sides as JSON; empty if they are equal.
QString compared(const QString &what, const QJsonValue &found, const QJsonValue &expected)
{
    return found == expected ? QString()
                             : what + u": "_s + show(found) + u" instead of "_s + show(expected);
}

}

// What the import of the five real ledgers says of them against expected.json, fact by fact: the
// JSON file leads, so a fact that nobody handles is a failure.
class TestLedgerFacts : public QObject
{
    Q_OBJECT

    struct Imported {
        LedgerCase ledger;
        hazards::ImportPlan plan;
        QJsonObject json;
        QList<store::Record> records;
    };
    using Check = std::function<QString(Imported &, const QJsonValue &)>;

    QJsonObject m_expected;
    std::map<QString, std::unique_ptr<Imported>> m_files;
    QMap<QString, Check> m_checks;

    static const QStringList &files()
    {
        static const QStringList names{u"hazard_ledger_2019-06.xlsx"_s,
                                       u"hazard_export_2020-05.xlsx"_s,
                                       u"hazard_export_2020-05_gbk.csv"_s,
                                       u"railway_hazards_2025.xlsx"_s, u"incidents_en.csv"_s};
        return names;
    }

    // What expected.json states and the JSON of the import cannot say.
    static const QMap<QString, QString> &unsayable()
    {
        static const QMap<QString, QString> reasons{
                {u"traps"_s, u"words for people; every trap shows in the facts compared"_s},
                {u"other_sheets"_s, u"the import speaks of the sheet it takes"_s},
                {u"merged_ranges"_s, u"no key for it; merged parents show in columns"_s},
                {u"auto_filter"_s, u"no key for it; rows outside of it are read"_s},
                {u"line_end"_s, u"no key for it"_s},
                {u"date_format"_s, u"no key for it; the dates themselves are compared"_s},
                {u"cells_with_line_breaks"_s, u"no key for it; about the text of cells"_s},
                {u"longest_text"_s, u"no key for it; about the text of cells"_s},
                {u"zero_width_spaces"_s, u"no key for it; left out when texts are read"_s},
                {u"embedded_line_breaks"_s, u"no key for it; about the text of cells"_s},
                {u"dates/stored_as"_s, u"no key for how a cell holds its date"_s},
                {u"dates/with_time_of_day"_s, u"no key; min and max have no time of day here"_s},
                {u"distinct/raw"_s, u"one number per column, that without white space"_s},
                {u"distinct/blank"_s, u"one number per column, that without white space"_s}};
        return reasons;
    }

    QJsonObject expectedOf(const QString &file) const
    {
        QJsonObject object = m_expected.value(file).toObject();
        const QString same = object.value("same_facts_as"_L1).toString();
        const QJsonObject base = m_expected.value(same).toObject();
        for (auto it = base.begin(); it != base.end(); ++it) {
            // A csv file has no sheet of its own name.
            if (!object.contains(it.key()) && it.key() != "sheet"_L1)
                object.insert(it.key(), it.value());
        }
        return object;
    }

    static QString columnFor(const Imported &file, const QString &field)
    {
        for (const hazards::ColumnPlan &column : file.plan.columns) {
            if (column.field == field)
                return column.name;
        }
        return {};
    }

    static QList<QJsonObject> problems(const Imported &file, const QString &column,
                                       QStringView action, const QString &why = {})
    {
        QList<QJsonObject> found;
        const QJsonArray all = file.json.value("problems"_L1).toArray();
        for (const QJsonValue &each : all) {
            const QJsonObject problem = each.toObject();
            if (problem.value("column"_L1).toString() == column
                && problem.value("action"_L1).toString() == action
                && problem.value("why"_L1).toString().contains(why))
                found.append(problem);
        }
        return found;
    }

    static QJsonArray rowsOf(const QList<QJsonObject> &problems)
    {
        QJsonArray rows;
        for (const QJsonObject &problem : problems)
            rows.append(problem.value("row"_L1));
        return rows;
    }
    static QJsonArray pairsOf(const QList<QJsonObject> &problems)
    {
        QJsonArray rows;
        for (const QJsonObject &problem : problems)
            rows.append(QJsonArray{problem.value("row"_L1), problem.value("value"_L1)});
        return rows;
    }

    // What the store holds of a column, whichever field it went to.
    static QString stored(const store::Record &record, const hazards::ColumnPlan &column)
    {
        const bool isUnit = column.field == "responsible_area"_L1;
        const QStringList keys{column.aside, column.field,
                               isUnit ? u"responsible_unit_text"_s : column.field + u"_text"_s};
        for (const QString &key : keys) {
            if (record.has(key)) {
                const QStringList members = record.list(key);
                return members.isEmpty() ? record.text(key) : members.join(u'、');
            }
        }
        return {};
    }

    static QString checkCounts(Imported &file, const QString &name, const QJsonObject &expected)
    {
        QJsonObject counts;
        const auto column = std::find_if(
                file.plan.columns.cbegin(), file.plan.columns.cend(),
                [&name](const hazards::ColumnPlan &each) { return each.name == name; });
        if (column == file.plan.columns.cend())
            return name + u": there is no such column"_s;
        if (column->field == "grade"_L1 || column->field == "level"_L1)
            return compared(name, file.json["levels"_L1]["raw"_L1], expected);
        if (column->field == "state"_L1)
            return compared(name, file.json["states"_L1]["raw"_L1], expected);
        for (const store::Record &record : file.records) {
            QString text = stored(record, *column);
            if (column->field == "accident_types"_L1 && text.startsWith("86-"_L1)) {
                const auto book = plant::CodeBook::load(*file.ledger.store().connect());
                text = book->find(u"accident_type"_s, text)->labelZh;
            }
            counts[text] = counts[text].toInt() + 1;
        }
        QJsonObject trimmed; // expected.json has the white space of the file
        for (auto it = expected.begin(); it != expected.end(); ++it)
            trimmed[tables::cleanText(it.key())] = it.value();
        return compared(name, counts, trimmed);
    }

    static QString checkDates(Imported &file, const QString &name, const QJsonObject &expected)
    {
        const QJsonObject found = file.json["dates"_L1][name].toObject();
        QString wrong;
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            if (!unsayable().contains(u"dates/"_s + it.key()))
                wrong += compared(name + u'/' + it.key(), found.value(it.key()), it.value());
        }
        return wrong;
    }

    static QString checkDistinct(Imported &file, const QString &name, const QJsonObject &expected)
    {
        QString wrong;
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            if (it.key() == "after_removing_white_space"_L1)
                wrong += compared(name, file.json["distinct"_L1][name], it.value());
            else if (!unsayable().contains(u"distinct/"_s + it.key()))
                wrong += name + u'/' + it.key() + u" is not handled"_s;
        }
        return wrong;
    }

    static Check perColumn(QString (*check)(Imported &, const QString &, const QJsonObject &))
    {
        return [check](Imported &file, const QJsonValue &value) -> QString {
            QString wrong;
            const QJsonObject columns = value.toObject();
            for (auto it = columns.begin(); it != columns.end(); ++it)
                wrong += check(file, it.key(), it->toObject());
            return wrong;
        };
    }
    static Check sameAs(const QString &key)
    {
        return [key](Imported &file, const QJsonValue &value) -> QString {
            return compared(key, file.json.value(key), value);
        };
    }
    // Rows that a problem of this kind names. withPairs: [row, value] instead of row.
    static Check named(const QString &field, QStringView action, const QString &why,
                       QJsonArray (*shape)(const QList<QJsonObject> &))
    {
        return [=](Imported &file, const QJsonValue &value) -> QString {
            return compared(field, shape(problems(file, columnFor(file, field), action, why)),
                            value);
        };
    }
    static Check lateRows(const QString &field)
    {
        return [field](Imported &file, const QJsonValue &value) -> QString {
            QJsonArray found;
            const auto late = problems(file, columnFor(file, field), hazards::judged::noted,
                                       u"after the deadline"_s);
            for (const QJsonObject &problem : late) {
                const QString why = problem["why"_L1].toString();
                found.append(QJsonArray{problem["row"_L1], why.section(u'(', 1).left(10),
                                        problem["value"_L1]});
            }
            return compared(field, found, value);
        };
    }

    void fillChecks()
    {
        using namespace hazards;
        for (const QString &key :
             {u"sheet"_s, u"title_row"_s, u"first_data_row"_s, u"last_data_row"_s, u"notes_rows"_s,
              u"columns"_s, u"header_facts"_s})
            m_checks[key] = sameAs(key);
        m_checks[u"data_rows"_s] = [](Imported &file, const QJsonValue &value) -> QString {
            return compared(u"read"_s, file.json["rows"_L1]["read"_L1], value)
                    + compared(u"imported"_s, file.json["rows"_L1]["imported"_L1], value)
                    + compared(u"stored"_s, int(file.records.size()), value);
        };
        m_checks[u"header_rows"_s] = [](Imported &file, const QJsonValue &value) -> QString {
            const QJsonArray rows = value.toArray();
            return compared(u"header_rows"_s, file.json.value("header_rows"_L1),
                            rows.size() == 1 ? rows.first() : value);
        };
        m_checks[u"dates"_s] = perColumn(checkDates);
        m_checks[u"counts_raw"_s] = perColumn(checkCounts);
        m_checks[u"distinct"_s] = perColumn(checkDistinct);
        m_checks[u"hazard_types_split"_s] = [](Imported &file, const QJsonValue &value) -> QString {
            return compared(u"types"_s, file.json.value("types"_L1), value);
        };
        m_checks[u"levels_normalised"_s] = [](Imported &file, const QJsonValue &value) -> QString {
            return compared(u"levels"_s, file.json["levels"_L1]["normalised"_L1], value);
        };
        m_checks[u"levels_outside_1_to_3"_s] = named(u"grade"_s, judged::aside, {}, pairsOf);
        m_checks[u"responsible_person_is_a_date"_s] =
                named(u"responsible"_s, judged::aside, u"date"_s, pairsOf);
        m_checks[u"inspector_is_not_a_person"_s] =
                named(u"found_by"_s, judged::asText, u"names no person"_s, pairsOf);
        m_checks[u"type_column_holds_a_level"_s] = [](Imported &file,
                                                      const QJsonValue &value) -> QString {
            return compared(u"levels among types"_s,
                            int(problems(file, columnFor(file, u"accident_types"_s), judged::aside,
                                         u"level"_s)
                                        .size()),
                            value);
        };
        m_checks[u"organisation_column_holds_a_date"_s] = [](Imported &file,
                                                             const QJsonValue &value) -> QString {
            QJsonArray found;
            for (const ColumnPlan &column : file.plan.columns) {
                if (!column.name.startsWith(u"整改责任单位/"_s))
                    continue;
                for (const QStringView action : {judged::noted, judged::aside}) {
                    const auto dates = problems(file, column.name, action, u"date"_s);
                    for (const QJsonObject &problem : dates)
                        found.append(QJsonArray{problem["row"_L1], problem["column"_L1],
                                                problem["value"_L1]});
                }
            }
            return compared(u"dates among units"_s, found, value);
        };
        m_checks[u"deadline_before_found"_s] =
                named(u"deadline"_s, judged::noted, u"before the day"_s, rowsOf);
        m_checks[u"finished_before_found"_s] =
                named(u"completed_on"_s, judged::noted, u"before the day"_s, rowsOf);
        m_checks[u"finished_after_deadline"_s] = lateRows(u"completed_on"_s);
        m_checks[u"recheck_after_deadline"_s] = lateRows(u"reviewed_on"_s);
        m_checks[u"closed_without_date"_s] = named(u"state"_s, judged::noted, u"no day"_s, rowsOf);
        m_checks[u"level_above_potential_rows"_s] =
                named(u"level"_s, judged::noted, u"potential"_s, rowsOf);
        m_checks[u"blank_cells_in_required"_s] = [](Imported &file,
                                                    const QJsonValue &value) -> QString {
            QString wrong;
            const QJsonObject columns = value.toObject();
            for (auto it = columns.begin(); it != columns.end(); ++it)
                wrong += compared(it.key(), rowsOf(problems(file, it.key(), judged::blank)),
                                  it.value());
            return wrong;
        };
        m_checks[u"duplicate_texts"_s] = [](Imported &file, const QJsonValue &value) -> QString {
            const QString column = columnFor(file, u"description"_s);
            const int repeated = file.json["rows"_L1]["read"_L1].toInt()
                    - file.json["distinct"_L1][column].toInt();
            return compared(u"repeated texts"_s, repeated, int(value.toArray().size()));
        };
        m_checks[u"exact_duplicates_without_index"_s] = [](Imported &file,
                                                           const QJsonValue &value) -> QString {
            int marked = 0;
            for (const store::Record &record : file.records)
                marked += record.has(u"c.equal_to_row"_s);
            return compared(u"marked"_s, marked, value)
                    + compared(u"named"_s,
                               int(problems(file, {}, judged::noted, u"same content"_s).size()),
                               value);
        };
        m_checks[u"index_gaps"_s] = [](Imported &file, const QJsonValue &value) -> QString {
            QJsonArray gaps;
            int before = -1;
            for (const store::Record &record : file.records) {
                const int index = record.text(file.plan.columns.first().aside).toInt();
                if (index != ++before)
                    gaps.append(index);
                before = index;
            }
            return compared(u"gaps of the running number"_s, gaps, value);
        };
        m_checks[u"encoding"_s] = [](Imported &file, const QJsonValue &value) -> QString {
            const QString encoding = value.toString().section(u' ', 0, 0);
            return compared(u"format"_s, file.plan.format, u"csv, %1, comma"_s.arg(encoding));
        };
        m_checks[u"same_facts_as"_s] = [](Imported &, const QJsonValue &) -> QString {
            return QString();
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile expected(ledgerFolder() + u"expected.json"_s);
        if (!expected.open(QIODevice::ReadOnly))
            QSKIP("The real ledgers are absent: set ANLAN_SHARED to the folder that holds "
                  "data/ledgers");
        m_expected = QJsonDocument::fromJson(expected.readAll()).object();
        fillChecks();
        for (const QString &file : files()) {
            auto imported = std::make_unique<Imported>();
            imported->plan = imported->ledger.plan(ledgerFolder() + file);
            imported->json = hazards::ledgerFactsToJson(imported->ledger.run(imported->plan));
            imported->records = imported->ledger.records(imported->plan.entity);
            m_files[file] = std::move(imported);
        }
    }

    void saysEveryFact_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("key");
        for (const QString &file : files()) {
            const QStringList keys = expectedOf(file).keys();
            for (const QString &key : keys)
                QTest::addRow("%s: %s", qPrintable(file), qPrintable(key)) << file << key;
        }
    }
    void saysEveryFact()
    {
        QFETCH(QString, file);
        QFETCH(QString, key);
        if (unsayable().contains(key))
            return;
        QVERIFY2(m_checks.contains(key), qPrintable(u"nobody compares "_s + key));
        const QString wrong = m_checks[key](*m_files.at(file), expectedOf(file).value(key));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void printsExactlyTheKeysOfTheFormat()
    {
        for (const auto &[name, file] : m_files) {
            QCOMPARE(file->json.keys(),
                     (QStringList{u"columns"_s, u"dates"_s, u"distinct"_s, u"first_data_row"_s,
                                  u"header_facts"_s, u"header_rows"_s, u"last_data_row"_s,
                                  u"levels"_s, u"mapping"_s, u"notes_rows"_s, u"problems"_s,
                                  u"rows"_s, u"sheet"_s, u"states"_s, u"title_row"_s, u"types"_s}));
            QCOMPARE(file->json["mapping"_L1].toObject().size(), file->plan.columns.size());
        }
    }

    void takesHazardsForHazardsAndAccidentsForIncidents()
    {
        for (const auto &[name, file] : m_files)
            QCOMPARE(file->plan.entity,
                     name.startsWith(u"incidents"_s) ? u"incident"_s : u"hazard"_s);
    }

    // Every cell with something in it is found again in the record of its row.
    void losesNoValue()
    {
        for (const auto &[name, file] : m_files) {
            auto book = tables::openBook(ledgerFolder() + name);
            core::NoProgress progress;
            qsizetype at = 0;
            QStringList lost;
            const auto read = tables::readRecords(
                    **book, file->plan.layout,
                    [&](const tables::Record &row) {
                        const store::Record &record = file->records.at(at++);
                        for (qsizetype i = 0; i < row.cells.size(); ++i) {
                            const hazards::ColumnPlan &column = file->plan.columns.at(i);
                            if (!row.cells.at(i).isBlank() && stored(record, column).isEmpty())
                                lost += u"%1 %2 %3"_s.arg(name).arg(row.row).arg(column.name);
                        }
                        return true;
                    },
                    progress);
            QVERIFY(read);
            QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
        }
    }
};

QTEST_GUILESS_MAIN(TestLedgerFacts)
#include "tst_ledgerfacts.moc"
