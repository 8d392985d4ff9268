// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/suspenddialog.h"

#include "hazards/panel/wording.h"
#include "shell/messagebar.h"
#include "store/store.h"
#include "ui_suspendform.h"

using namespace Qt::StringLiterals;

namespace hazards {

SuspendDialog::SuspendDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                             QWidget *parent)
    : StepDialog(Step::Suspend, store, shell, seen, parent)
    , m_ui(std::make_unique<Ui::SuspendForm>())
{
    m_ui->setupUi(body());
    setLines(m_ui->reason, 3);
    m_ui->until->setZone(store.plant().timeZone);
    const QString before = seen.text(u"deadline"_s);
    m_ui->until->setDeadline(before.isEmpty() ? today() : before);
    connect(m_ui->reason, &QPlainTextEdit::textChanged, this, &SuspendDialog::checkInput);
    connect(m_ui->until, &QDateTimeEdit::dateTimeChanged, this, &SuspendDialog::checkInput);
    connect(m_ui->approvedBy, &QLineEdit::textChanged, this, &SuspendDialog::checkInput);
    connect(m_ui->approvedBy, &shell::ChoiceBox::chosenChanged, this, &SuspendDialog::checkInput);
    loadPlantChoices(store, shell, this, [this](const core::Result<PlantChoices> &choices) {
        if (!choices) {
            messages()->showError(choices.error());
            return;
        }
        m_ui->approvedBy->setChoices(choices->people);
        if (m_ui->approvedBy->text().isEmpty())
            m_ui->approvedBy->choose(core::toText(actor()));
    });
    checkInput();
    fitToScreen();
    m_ui->reason->setFocus();
}

SuspendDialog::~SuspendDialog()
{
    letGo();
}

QString SuspendDialog::missingInput() const
{
    if (m_ui->reason->toPlainText().trimmed().isEmpty())
        return tr("Say why the deadline cannot be kept.");
    const QString until = m_ui->until->deadline();
    if (until == seen().text(u"deadline"_s))
        return tr("Choose the new deadline; the one shown is that of now.");
    if (m_ui->until->isPast(store().clock().now()))
        return tr("The new deadline lies in the past.");
    if (m_ui->approvedBy->chosen().isEmpty())
        return m_ui->approvedBy->isUnknown() ? notInList(m_ui->approvedBy->text())
                                             : tr("Choose who approved it.");
    return {};
}

StepDialog::Work SuspendDialog::work() const
{
    const Suspension suspension{.reason = m_ui->reason->toPlainText().trimmed(),
                                .until = m_ui->until->deadline(),
                                .approvedBy = core::uuidFromText(m_ui->approvedBy->chosen())};
    return [suspension](store::Store &store, const QUuid &actor, const store::Record &seen,
                        core::Progress &) {
        return suspend(store, actor, seen.id, suspension, &seen);
    };
}

}
