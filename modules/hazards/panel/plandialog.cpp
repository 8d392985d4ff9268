// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/plandialog.h"

#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardsteps.h"
#include "hazards/panel/stepdialogs.h"
#include "hazards/panel/wording.h"
#include "shell/colours.h"
#include "shell/messagebar.h"
#include "store/spec.h"
#include "store/store.h"
#include "ui_planform.h"

using namespace Qt::StringLiterals;

namespace hazards {

PlanDialog::PlanDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                       QWidget *parent)
    : SavingDialog(store, shell, tr("Save the plan"), parent)
    , m_ui(std::make_unique<Ui::PlanForm>())
    , m_seen(seen)
{
    setWindowTitle(tr("Treatment plan: %1").arg(seen.number));
    setHeading(tr("Treatment plan of the major hazard %1").arg(seen.number),
               seen.text(u"description"_s).simplified());
    m_ui->setupUi(body());
    m_ui->legalBasis->setPlainText(seen.text(u"legal_basis"_s));
    setLines(m_ui->legalBasis, 2);
    connect(m_ui->legalBasis, &QPlainTextEdit::textChanged, this, &PlanDialog::checkInput);
    const store::EntitySpec &spec = *store.schema().find(u"hazard"_s);
    for (const QString &key : fiveKeys()) {
        const QString evidenceKey = key + u"_evidence"_s;
        const Row row{key, body()->findChild<QCheckBox *>(key),
                      body()->findChild<QPlainTextEdit *>(evidenceKey)};
        row.isDone->setChecked(seen.integer(key) == 1);
        row.isDone->setAccessibleName(spec.fieldLabel(key));
        row.evidence->setPlainText(seen.text(evidenceKey));
        row.evidence->setAccessibleName(spec.fieldLabel(evidenceKey));
        setLines(row.evidence, 2);
        connect(row.isDone, &QCheckBox::toggled, this, &PlanDialog::checkInput);
        connect(row.evidence, &QPlainTextEdit::textChanged, this, [this, row] {
            // Who writes what shows it says that it is in place.
            row.isDone->setChecked(!row.evidence->toPlainText().trimmed().isEmpty());
            checkInput();
        });
        m_rows.append(row);
    }
    setHint(tr("It may be saved in parts. Rectification can begin once all five are in place."));
    checkInput();
    fitToScreen();
    m_ui->legalBasis->setFocus();
}

PlanDialog::~PlanDialog()
{
    letGo();
}

store::Values PlanDialog::changes() const
{
    store::Values values;
    const auto put = [this, &values](const QString &key, const QString &text) {
        if (text != m_seen.text(key))
            values.insert(key, text.isEmpty() ? QJsonValue() : QJsonValue(text));
    };
    put(u"legal_basis"_s, m_ui->legalBasis->toPlainText().trimmed());
    for (const Row &row : m_rows) {
        const int isDone = row.isDone->isChecked() ? 1 : 0;
        if (isDone != m_seen.integer(row.key))
            values.insert(row.key, isDone);
        put(row.key + u"_evidence"_s, row.evidence->toPlainText().trimmed());
    }
    return values;
}

QString PlanDialog::missing() const
{
    for (const Row &row : m_rows) {
        if (row.isDone->isChecked() && row.evidence->toPlainText().trimmed().isEmpty())
            return tr("“%1”: say what shows it, or take the mark away.")
                    .arg(row.isDone->accessibleName());
    }
    return changes().isEmpty() ? tr("Nothing was changed yet.") : QString();
}

void PlanDialog::save()
{
    run<store::Receipt>(
            windowTitle(),
            [store = &store(), actor = shell().person().id, seen = m_seen, values = changes()](
                    core::Progress &) { return change(*store, actor, seen.id, values, &seen); },
            [this](const store::Receipt &receipt) {
                Q_EMIT saved();
                if (receipt.conflicts > 0) {
                    messages()->showText(
                            shell::ColourRole::Warning,
                            tr("Somebody else changed the same plan meanwhile. Both versions are "
                               "kept; decide between them under the conflicts of the hazard."));
                    leaveToRead();
                    return;
                }
                accept();
                shell().announce(
                        tr("The treatment plan of hazard %1 is saved.").arg(m_seen.number));
            });
}

}
