// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/submitdialog.h"

#include "hazards/panel/photolist.h"
#include "hazards/panel/wording.h"
#include "shell/messagebar.h"
#include "store/store.h"
#include "ui_submitform.h"

using namespace Qt::StringLiterals;

namespace hazards {

SubmitDialog::SubmitDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                           QWidget *parent)
    : StepDialog(Step::Submit, store, shell, seen, parent)
    , m_ui(std::make_unique<Ui::SubmitForm>())
{
    m_ui->setupUi(body());
    setLines(m_ui->measure, 4);
    m_ui->measure->setPlainText(seen.text(u"measure"_s));
    m_ui->cost->setText(yuanText(seen, u"cost"_s));
    const QDate now = QDate::fromString(today(), Qt::ISODate);
    m_ui->completedOn->setMaximumDate(now);
    m_ui->completedOn->setDate(now);
    m_ui->photos->setShell(shell, tr("Photos after rectification"));
    setHint(tr("Whoever is named here cannot review the hazard afterwards."));
    connect(m_ui->measure, &QPlainTextEdit::textChanged, this, &SubmitDialog::checkInput);
    connect(m_ui->completedOn, &QDateEdit::dateChanged, this, &SubmitDialog::checkInput);
    connect(m_ui->cost, &QLineEdit::textChanged, this, &SubmitDialog::checkInput);
    connect(m_ui->rectifiedBy, &QLineEdit::textChanged, this, &SubmitDialog::checkInput);
    connect(m_ui->rectifiedBy, &shell::ChoiceBox::chosenChanged, this, &SubmitDialog::checkInput);
    connect(m_ui->photos, &PhotoList::changed, this, [this] { fitToScreen(); });
    loadPlantChoices(store, shell, this, [this](const core::Result<PlantChoices> &choices) {
        if (!choices) {
            messages()->showError(choices.error());
            return;
        }
        m_ui->rectifiedBy->setChoices(choices->people);
        if (m_ui->rectifiedBy->text().isEmpty())
            m_ui->rectifiedBy->choose(core::toText(actor()));
    });
    checkInput();
    fitToScreen();
    m_ui->measure->setFocus();
}

SubmitDialog::~SubmitDialog()
{
    letGo();
}

QString SubmitDialog::missingInput() const
{
    if (m_ui->measure->toPlainText().trimmed().isEmpty())
        return tr("Say what was done.");
    const QString found = seen().text(u"found_on"_s);
    if (m_ui->completedOn->date().toString(Qt::ISODate) < found)
        return tr("It cannot be completed before it was found (%1).").arg(found);
    if (m_ui->rectifiedBy->isUnknown())
        return notInList(m_ui->rectifiedBy->text());
    if (!m_ui->cost->text().trimmed().isEmpty() && !centsOf(m_ui->cost->text()))
        return tr("“%1” is no amount of money. Write yuan, such as 1200 or 1200.50.")
                .arg(m_ui->cost->text().trimmed());
    return {};
}

StepDialog::Work SubmitDialog::work() const
{
    const Submission submission{.measure = m_ui->measure->toPlainText().trimmed(),
                                .completedOn = m_ui->completedOn->date().toString(Qt::ISODate),
                                .rectifiedBy = core::uuidFromText(m_ui->rectifiedBy->chosen()),
                                .costCents = centsOf(m_ui->cost->text())};
    return [submission, photos = m_ui->photos->files()](
                   store::Store &store, const QUuid &actor, const store::Record &seen,
                   core::Progress &progress) -> core::Result<StepResult> {
        const auto kept = keepPhotos(store.path(), photos, progress);
        if (!kept)
            return core::passOn(kept);
        Submission whole = submission;
        whole.afterPhotos = seen.list(u"after_photos"_s) + *kept;
        return submit(store, actor, seen.id, whole, &seen);
    };
}

}
