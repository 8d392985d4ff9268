// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/confirmdialog.h"

#include "hazards/panel/plandialog.h"
#include "hazards/panel/wording.h"
#include "shell/messagebar.h"
#include "store/store.h"
#include "ui_confirmform.h"

using namespace Qt::StringLiterals;

namespace hazards {

ConfirmDialog::ConfirmDialog(Step step, store::Store &store, shell::Shell &shell,
                             const store::Record &seen, QWidget *parent)
    : StepDialog(step, store, shell, seen, parent)
    , m_ui(std::make_unique<Ui::ConfirmForm>())
{
    m_ui->setupUi(body());
    setLines(m_ui->text, 2);
    if (needsText())
        m_ui->textLabel->setText(tr("&Reason"));
    m_ui->explanation->setText(explanation());
    m_ui->explanation->setVisible(!m_ui->explanation->text().isEmpty());
    m_ui->plan->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_ui->plan->setVisible(step == Step::Start && isMajor(seen));
    connect(m_ui->plan, &QPushButton::clicked, this, &ConfirmDialog::openPlanFirst);
    connect(m_ui->text, &QPlainTextEdit::textChanged, this, &ConfirmDialog::checkInput);
    checkInput();
    fitToScreen();
    m_ui->text->setFocus();
}

ConfirmDialog::~ConfirmDialog()
{
    letGo();
}

bool ConfirmDialog::needsText() const
{
    return step() == Step::Reject;
}

QString ConfirmDialog::explanation() const
{
    const QString deadline = instantText(seen().text(u"deadline"_s), store().plant().timeZone);
    switch (step()) {
    case Step::Report:
        return tr("The draft becomes a reported hazard and waits to be graded.");
    case Step::Start:
        return deadline.isEmpty()
                ? tr("Rectification begins.")
                : tr("Rectification begins. It has to be done by %1.").arg(deadline);
    case Step::Archive:
        return tr("The hazard is put away. It can still be read, found and printed.");
    case Step::Reject:
        return tr(
                "The hazard is closed as not confirmed. The person who reported it can read why.");
    case Step::Resume:
        return tr("The hazard goes back to the person responsible.");
    case Step::Grade:
    case Step::Dispatch:
    case Step::Submit:
    case Step::Review:
    case Step::SecondReview:
    case Step::Merge:
    case Step::Suspend:
        break;
    }
    return {};
}

void ConfirmDialog::openPlanFirst()
{
    auto *dialog = new PlanDialog(store(), shell(), seen(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PlanDialog::saved, this, [this] {
        shell().jobs().start<store::Record>(
                shell::Lane::Quick, tr("Reading the hazard again"), this,
                [store = &store(),
                 id = seen().id](core::Progress &) -> core::Result<store::Record> {
                    const auto connection = store->connect();
                    if (!connection)
                        return core::passOn(connection);
                    return store::readRecord(*connection, store->schema(), u"hazard"_s, id);
                },
                [this](const core::Result<store::Record> &record) {
                    if (record)
                        setSeen(*record);
                    else
                        messages()->showError(record.error());
                    checkInput();
                });
    });
    dialog->open();
}

QString ConfirmDialog::missingInput() const
{
    return needsText() && m_ui->text->toPlainText().trimmed().isEmpty()
            ? tr("Say why the hazard is not confirmed.")
            : QString();
}

StepDialog::Work ConfirmDialog::work() const
{
    return [step = step(), text = m_ui->text->toPlainText().trimmed()](
                   store::Store &store, const QUuid &actor, const store::Record &seen,
                   core::Progress &) -> core::Result<StepResult> {
        if (step == Step::Reject)
            return hazards::reject(store, actor, seen.id, text, &seen);
        auto result = step == Step::Report ? reportDraft(store, actor, seen.id, &seen)
                : step == Step::Start      ? start(store, actor, seen.id, &seen)
                : step == Step::Archive    ? archive(store, actor, seen.id, &seen)
                                           : resume(store, actor, seen.id, &seen);
        if (result && result->isTaken && !text.isEmpty()) {
            if (const auto noted = comment(store, actor, seen.id, text); !noted)
                return core::passOn(noted);
        }
        return result;
    };
}

}
