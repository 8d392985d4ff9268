// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/dispatchdialog.h"

#include "hazards/panel/wording.h"
#include "shell/messagebar.h"
#include "store/store.h"
#include "ui_dispatchform.h"

using namespace Qt::StringLiterals;

namespace hazards {

DispatchDialog::DispatchDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                               QWidget *parent)
    : StepDialog(Step::Dispatch, store, shell, seen, parent)
    , m_ui(std::make_unique<Ui::DispatchForm>())
{
    m_ui->setupUi(body());
    setLines(m_ui->measure, 3);
    m_ui->measure->setPlainText(seen.text(u"measure"_s));
    m_ui->cost->setText(yuanText(seen, u"cost"_s));
    m_ui->deadline->setZone(store.plant().timeZone);
    for (shell::ChoiceBox *box : {m_ui->responsible, m_ui->unit, m_ui->supervisor}) {
        connect(box, &QLineEdit::textChanged, this, &DispatchDialog::checkInput);
        connect(box, &shell::ChoiceBox::chosenChanged, this, &DispatchDialog::checkInput);
    }
    connect(m_ui->responsible, &shell::ChoiceBox::chosenChanged, this,
            &DispatchDialog::followPerson);
    connect(m_ui->deadline, &QDateTimeEdit::dateTimeChanged, this, &DispatchDialog::checkInput);
    connect(m_ui->cost, &QLineEdit::textChanged, this, &DispatchDialog::checkInput);
    loadPlantChoices(store, shell, this, [this](const core::Result<PlantChoices> &choices) {
        if (choices)
            showChoices(*choices);
        else
            messages()->showError(choices.error());
    });
    proposeDeadline();
    checkInput();
    fitToScreen();
    m_ui->responsible->setFocus();
}

DispatchDialog::~DispatchDialog()
{
    letGo();
}

void DispatchDialog::showChoices(const PlantChoices &choices)
{
    m_ui->responsible->setChoices(choices.people);
    m_ui->supervisor->setChoices(choices.people);
    m_ui->unit->setChoices(choices.areas);
    for (const auto &[person, unit] : choices.units)
        m_unitOf.insert(person, unit);
    m_ui->responsible->choose(seen().text(u"responsible"_s));
    m_ui->supervisor->choose(seen().text(u"supervisor"_s));
    m_ui->unit->choose(seen().text(u"responsible_area"_s));
    followPerson();
}

void DispatchDialog::proposeDeadline()
{
    // Shown at once and put right by the answer: an empty date cannot be shown.
    m_ui->deadline->setDeadline(seen().has(u"deadline"_s) ? seen().text(u"deadline"_s) : today());
    if (seen().has(u"deadline"_s))
        return;
    shell().jobs().start<QString>(
            shell::Lane::Quick, tr("Working out the usual deadline"), this,
            [store = &store(), colour = seen().text(u"response_colour"_s)](
                    core::Progress &) -> core::Result<QString> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                return defaultDeadline(*connection, colour, store->clock().now(),
                                       store->plant().timeZone);
            },
            [this](const core::Result<QString> &deadline) {
                if (!deadline)
                    messages()->showError(deadline.error());
                else if (!deadline->isEmpty()) {
                    m_ui->deadline->setDeadline(*deadline);
                    m_ui->deadlineNote->setText(
                            tr("Proposed for the response colour of this hazard. 23:59 stands for "
                               "the end of the day."));
                    fitToScreen();
                }
                checkInput();
            });
}

void DispatchDialog::followPerson()
{
    const QUuid unit = m_unitOf.value(m_ui->responsible->chosen());
    if (!unit.isNull())
        m_ui->unit->choose(core::toText(unit));
    checkInput();
}

QString DispatchDialog::missingInput() const
{
    if (m_ui->responsible->chosen().isEmpty())
        return m_ui->responsible->isUnknown()
                ? notInList(m_ui->responsible->text())
                : tr("Choose who is responsible for the rectification.");
    if (m_ui->unit->isUnknown())
        return notInList(m_ui->unit->text());
    if (m_ui->deadline->isPast(store().clock().now()))
        return tr("The deadline lies in the past.");
    if (m_ui->supervisor->isUnknown())
        return notInList(m_ui->supervisor->text());
    if (!m_ui->cost->text().trimmed().isEmpty() && !centsOf(m_ui->cost->text()))
        return tr("“%1” is no amount of money. Write yuan, such as 1200 or 1200.50.")
                .arg(m_ui->cost->text().trimmed());
    return {};
}

StepDialog::Work DispatchDialog::work() const
{
    const Dispatch order{.responsible = core::uuidFromText(m_ui->responsible->chosen()),
                         .responsibleArea = core::uuidFromText(m_ui->unit->chosen()),
                         .deadline = m_ui->deadline->deadline(),
                         .measure = m_ui->measure->toPlainText().trimmed(),
                         .supervisor = core::uuidFromText(m_ui->supervisor->chosen()),
                         .costCents = centsOf(m_ui->cost->text())};
    return [order](store::Store &store, const QUuid &actor, const store::Record &seen,
                   core::Progress &) { return dispatch(store, actor, seen.id, order, &seen); };
}

}
