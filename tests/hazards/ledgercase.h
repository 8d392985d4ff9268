// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazardspecs.h"
#include "hazards/engine/ledgerimport.h"
#include "plant/engine/plantspecs.h"
#include "store/history.h"
#include "store/record.h"
#include "support/teststore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QTest>

// A store with nobody in it, and ledgers to take over.
class LedgerCase
{
public:
    const store::Schema &schema() const { return m_schema; }
    store::Store &store() { return m_store.store(); }
    QUuid actor() const { return m_actor; }

    hazards::ImportPlan plan(const QString &path, const hazards::ImportOptions &options = {})
    {
        auto plan = hazards::analyseLedger(store(), path, options, m_progress);
        if (!plan)
            qFatal("%s: %s", qUtf8Printable(path), qUtf8Printable(plan.error().message));
        return *plan;
    }
    hazards::LedgerFacts run(const hazards::ImportPlan &plan,
                             hazards::ImportMode mode = hazards::ImportMode::Write)
    {
        auto report = hazards::runImport(store(), m_actor, plan, mode, m_progress);
        if (!report)
            qFatal("%s: %s (%s)", qUtf8Printable(plan.path), qUtf8Printable(report.error().message),
                   qUtf8Printable(report.error().detail));
        return report->facts;
    }
    hazards::LedgerFacts import(const QString &path) { return run(plan(path)); }

    // Lines with commas, as a csv file in the folder of the store.
    QString csv(const QString &name, const QStringList &lines)
    {
        const QString path = m_store.folder() + u'/' + name;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(lines.join(u'\n').toUtf8()) < 0)
            qFatal("cannot write %s", qUtf8Printable(path));
        return path;
    }
    QString path(const QString &name) const { return m_store.folder() + u'/' + name; }

    // Live records of a kind in the order of the rows of their ledger.
    QList<store::Record> records(const QString &type = QStringLiteral("hazard"))
    {
        const auto connection = store().connect();
        QSqlQuery query = connection->prepare(
                QStringLiteral("SELECT id FROM \"%1\" WHERE is_void = 0 ORDER BY %2 row")
                        .arg(type,
                             type == QStringLiteral("custom_field")
                                     ? QString()
                                     : QStringLiteral("import_row, ")));
        if (!query.exec())
            qFatal("cannot read %s", qUtf8Printable(type));
        QList<store::Record> found;
        while (query.next()) {
            const QUuid id = QUuid::fromRfc4122(query.value(0).toByteArray());
            found.append(*store::readRecord(*connection, m_schema, type, id));
        }
        return found;
    }
    qint64 operations() { return store::counts(*store().connect(), m_schema)->operations; }
    void undo()
    {
        const auto undone = store::undoLast(store(), m_actor, m_progress);
        if (!undone)
            qFatal("undo: %s", qUtf8Printable(undone.error().message));
        if (!undone->kept.isEmpty())
            qFatal("kept: %s", qUtf8Printable(undone->kept.join(u'\n')));
    }

private:
    struct Specs : store::Schema {
        Specs()
        {
            plant::addSpecs(*this);
            hazards::addSpecs(*this);
        }
    };
    Specs m_schema;
    TestStore m_store{m_schema};
    QUuid m_actor = core::uuidFromText(u"01920000-0000-7000-8000-000000000001");
    core::NoProgress m_progress;
};

inline QList<hazards::ImportProblem> problemsOf(const hazards::LedgerFacts &facts,
                                                const QString &column, QStringView action,
                                                const QString &why = {})
{
    QList<hazards::ImportProblem> found;
    for (const hazards::ImportProblem &problem : facts.problems) {
        if (problem.column == column && problem.action == action && problem.why.contains(why))
            found.append(problem);
    }
    return found;
}
