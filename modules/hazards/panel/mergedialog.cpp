// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/mergedialog.h"

#include "hazards/engine/hazardstore.h"
#include "hazards/panel/wording.h"
#include "shell/choicebox.h"
#include "shell/messagebar.h"
#include "store/store.h"
#include "ui_mergeform.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace hazards {

MergeDialog::MergeDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                         QWidget *parent)
    : StepDialog(Step::Merge, store, shell, seen, parent)
    , m_pause(new QTimer(this))
    , m_ui(std::make_unique<Ui::MergeForm>())
{
    m_ui->setupUi(body());
    m_ui->into->setSource(shell::ChoiceBox::Source::Searched);
    m_pause->setSingleShot(true);
    m_pause->setInterval(200);
    connect(m_ui->into, &shell::ChoiceBox::searched, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, [this] { search(m_ui->into->text().trimmed()); });
    connect(m_ui->into, &QLineEdit::textChanged, this, &MergeDialog::checkInput);
    connect(m_ui->into, &shell::ChoiceBox::chosenChanged, this, &MergeDialog::checkInput);
    checkInput();
    fitToScreen();
    m_ui->into->setFocus();
}

MergeDialog::~MergeDialog()
{
    letGo();
}

void MergeDialog::search(const QString &text)
{
    constexpr qint64 most = 20;
    HazardFilter filter;
    filter.text = text;
    const int generation = ++m_generation;
    shell().jobs().start<QList<Hazard>>(
            shell::Lane::Quick, tr("Searching the ledger"), this,
            [store = &store(), filter](core::Progress &) -> core::Result<QList<Hazard>> {
                const auto connection = store->connect();
                if (!connection)
                    return core::passOn(connection);
                const auto rows = findRows(*connection, filter, most);
                if (!rows)
                    return core::passOn(rows);
                return fetch(*connection, *rows);
            },
            [this, generation](const core::Result<QList<Hazard>> &hazards) {
                if (generation != m_generation)
                    return;
                if (!hazards) {
                    messages()->showError(hazards.error());
                    return;
                }
                QList<shell::Choice> choices;
                for (const Hazard &hazard : *hazards) {
                    if (hazard.id != seen().id)
                        choices.append({core::toText(hazard.id), hazard.number,
                                        hazard.description.simplified().left(60)});
                }
                m_ui->into->setChoices(choices);
            });
}

QString MergeDialog::missingInput() const
{
    if (!m_ui->into->chosen().isEmpty())
        return {};
    return m_ui->into->isUnknown() ? tr("Choose a hazard from the list.")
                                   : tr("Choose the hazard that stays.");
}

StepDialog::Work MergeDialog::work() const
{
    return [into = core::uuidFromText(m_ui->into->chosen())](
                   store::Store &store, const QUuid &actor, const store::Record &seen,
                   core::Progress &) { return merge(store, actor, seen.id, into, &seen); };
}

}
