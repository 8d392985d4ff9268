// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/reportdialog.h"

#include "hazards/panel/ledgeractions.h"
#include "hazards/panel/photolist.h"
#include "hazards/panel/wording.h"
#include "shell/colours.h"
#include "shell/formdraft.h"
#include "shell/messagebar.h"
#include "store/store.h"
#include "ui_reportdialog.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

struct Reported {
    QUuid id;
    QString number;
};

core::Result<Reported> saveReport(store::Store &store, const QUuid &actor, NewHazard hazard,
                                  const QStringList &photos, core::Progress &progress)
{
    const auto kept = keepPhotos(store.path(), photos, progress);
    if (!kept)
        return core::passOn(kept);
    hazard.beforePhotos = *kept;
    const auto id = report(store, actor, hazard);
    if (!id)
        return core::passOn(id);
    const auto connection = store.connect();
    if (!connection)
        return Reported{*id, {}};
    const auto record = store::readRecord(*connection, store.schema(), u"hazard"_s, *id);
    return Reported{*id, record ? record->number : QString()};
}

}

ReportDialog::ReportDialog(store::Store &store, shell::Shell &shell, QWidget *parent)
    : SavingDialog(store, shell, tr("&Report"), parent)
    , m_ui(std::make_unique<Ui::ReportDialog>())
{
    setWindowTitle(tr("Report a hazard"));
    m_ui->setupUi(body());
    setLines(m_ui->description, 3);
    m_ui->colour->addNone(tr("Decided when graded"));
    m_ui->place->setPlaceholderText(tr("Code or name of the equipment, or the area"));
    m_ui->placeNote->hide();
    const QDate today = QDate::fromString(momentOf(store).today, Qt::ISODate);
    m_ui->foundOn->setDate(today);
    m_ui->foundOn->setMaximumDate(today);
    m_ui->photos->setShell(shell, tr("Photos before rectification"));
    setHint(tr("Ctrl+Enter reports it from every field."));
    showMore(false);

    connect(m_ui->description, &QPlainTextEdit::textChanged, this, &ReportDialog::checkInput);
    connect(m_ui->place, &QLineEdit::textChanged, this, &ReportDialog::sayWherePlaceGoes);
    connect(m_ui->place, &shell::ChoiceBox::chosenChanged, this, &ReportDialog::sayWherePlaceGoes);
    connect(m_ui->place, &QLineEdit::editingFinished, this, &ReportDialog::sayWherePlaceGoes);
    connect(m_ui->foundBy, &QLineEdit::textChanged, this, &ReportDialog::checkInput);
    connect(m_ui->foundBy, &shell::ChoiceBox::chosenChanged, this, &ReportDialog::checkInput);
    connect(m_ui->more, &QToolButton::toggled, this, &ReportDialog::showMore);
    connect(m_ui->photos, &PhotoList::changed, this, [this] { fitToScreen(); });
    loadPlantChoices(store, shell, this, [this](const auto &choices) { showChoices(choices); });
    checkInput();
    fitToScreen();
    m_ui->description->setFocus();
}

ReportDialog::~ReportDialog()
{
    letGo();
}

void ReportDialog::showChoices(const core::Result<PlantChoices> &choices)
{
    if (!choices) {
        messages()->showError(choices.error());
        return;
    }
    const QDate today = m_ui->foundOn->maximumDate();
    m_ui->place->setChoices(choices->places);
    m_ui->foundBy->setChoices(choices->people);
    if (m_ui->foundBy->text().isEmpty())
        m_ui->foundBy->choose(core::toText(shell().person().id));
    m_ui->category->setCodes(choices->codes.codes(u"hazard_category"_s, today),
                             CodeButtons::Keys::Numbers);
    m_ui->colour->setCodes(choices->codes.codes(u"response_colour"_s, today),
                           CodeButtons::Keys::None, [this](const QString &code) {
                               return swatch(shell().colours().fill(colourRole(code)));
                           });
    m_ui->checkType->clear();
    m_ui->checkType->addItem(tr("Not stated"));
    for (const plant::Code &code : choices->codes.codes(u"check_type"_s, today))
        m_ui->checkType->addItem(code.label(), code.code);
    m_isReady = true;
    keepDraft();
    checkInput();
    fitToScreen();
}

void ReportDialog::keepDraft()
{
    if (m_draft)
        return;
    m_draft = new shell::FormDraft(shell(), u"hazards.report"_s, {}, body());
    if (!m_draft->hasOld())
        return;
    messages()->showText(shell::ColourRole::Notice,
                         tr("What was typed here on %1 was not reported.")
                                 .arg(QLocale().toString(m_draft->oldTime().toLocalTime(),
                                                         QLocale::ShortFormat)));
    messages()->setAction(tr("Take it up again"), [this] {
        m_draft->restore();
        checkInput();
        fitToScreen();
        m_ui->description->setFocus();
    });
}

void ReportDialog::reject()
{
    if (m_draft && !isSaving())
        m_draft->discard();
    SavingDialog::reject();
}

void ReportDialog::showMore(bool isOn)
{
    m_ui->more->setArrowType(isOn ? Qt::DownArrow : Qt::RightArrow);
    m_ui->moreBox->setVisible(isOn);
    fitToScreen();
}

void ReportDialog::sayWherePlaceGoes()
{
    const bool isOwnWords = m_ui->place->isUnknown() && m_isReady;
    m_ui->placeNote->setVisible(isOwnWords && !m_ui->place->hasFocus());
    checkInput();
    fitToScreen();
}

QString ReportDialog::missing() const
{
    if (m_ui->description->toPlainText().trimmed().isEmpty())
        return tr("Say what was found.");
    if (m_ui->place->text().trimmed().isEmpty())
        return tr("Say where it is: equipment, area, or the place in your own words.");
    if (m_ui->foundBy->isUnknown())
        return tr("“%1” is not one of the people of this plant. Choose who found it from the list.")
                .arg(m_ui->foundBy->text().trimmed());
    return {};
}

NewHazard ReportDialog::hazard() const
{
    const PlaceChoice place = placeOf(m_ui->place->chosen());
    return {.description = m_ui->description->toPlainText().trimmed(),
            .foundOn = m_ui->foundOn->date().toString(Qt::ISODate),
            .foundBy = core::uuidFromText(m_ui->foundBy->chosen()),
            .checkType = m_ui->checkType->currentData().toString(),
            .area = place.area,
            .place = m_ui->place->chosen().isEmpty() ? m_ui->place->text().trimmed() : QString(),
            .equipment = place.equipment,
            .category = m_ui->category->code(),
            .colour = m_ui->colour->code(),
            .interimMeasure = m_ui->interimMeasure->text().trimmed(),
            .remark = m_ui->remark->text().trimmed()};
}

void ReportDialog::save()
{
    run<Reported>(
            tr("Reporting a hazard"),
            [store = &store(), actor = shell().person().id, entered = hazard(),
             photos = m_ui->photos->files()](core::Progress &progress) {
                return saveReport(*store, actor, entered, photos, progress);
            },
            [this](const Reported &reported) {
                if (m_draft)
                    m_draft->discard();
                accept();
                shell().announce(tr("Hazard %1 is reported.").arg(reported.number));
                shell().open({u"hazard"_s, reported.id});
            });
}

void reportHazard(store::Store &store, shell::Shell &shell, QWidget *parent)
{
    auto *dialog = new ReportDialog(store, shell, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}
