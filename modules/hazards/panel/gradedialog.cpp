// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/gradedialog.h"

#include "hazards/panel/stepdialogs.h"
#include "hazards/panel/wording.h"
#include "shell/colours.h"
#include "shell/messagebar.h"
#include "shell/prompts.h"
#include "store/store.h"
#include "ui_gradeform.h"

using namespace Qt::StringLiterals;

namespace hazards {

GradeDialog::GradeDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                         QWidget *parent)
    : StepDialog(Step::Grade, store, shell, seen, parent)
    , m_ui(std::make_unique<Ui::GradeForm>())
{
    m_ui->setupUi(body());
    setLines(m_ui->legalBasis, 2);
    m_ui->legalBasis->setPlainText(seen.text(u"legal_basis"_s));
    m_ui->isRepeat->setChecked(seen.integer(u"is_repeat"_s) == 1);
    m_ui->planNote->hide();
    for (CodeButtons *buttons : {m_ui->grade, m_ui->colour, m_ui->category})
        connect(buttons, &CodeButtons::chosen, this, &GradeDialog::followGrade);
    connect(m_ui->accidentType, &QLineEdit::textChanged, this, &GradeDialog::checkInput);
    connect(m_ui->accidentType, &shell::ChoiceBox::chosenChanged, this, &GradeDialog::checkInput);
    connect(m_ui->legalBasis, &QPlainTextEdit::textChanged, this, &GradeDialog::checkInput);
    loadPlantChoices(store, shell, this, [this](const core::Result<PlantChoices> &choices) {
        if (choices)
            showChoices(*choices);
        else
            messages()->showError(choices.error());
    });
    checkInput();
    fitToScreen();
}

GradeDialog::~GradeDialog()
{
    letGo();
}

void GradeDialog::showChoices(const PlantChoices &choices)
{
    const QDate day = QDate::fromString(seen().text(u"found_on"_s), Qt::ISODate);
    m_ui->grade->setCodes(choices.codes.codes(u"hazard_grade"_s, day));
    m_ui->colour->setCodes(choices.codes.codes(u"response_colour"_s, day), CodeButtons::Keys::None,
                           [this](const QString &code) {
                               return swatch(shell().colours().fill(colourRole(code)));
                           });
    m_ui->category->setCodes(choices.codes.codes(u"hazard_category"_s, day),
                             CodeButtons::Keys::Numbers);
    QList<shell::Choice> types;
    for (const plant::Code &code : choices.codes.codes(u"accident_type"_s, day))
        types.append({code.code, code.label(), code.code});
    m_ui->accidentType->setChoices(types);
    m_ui->grade->choose(seen().text(u"grade"_s));
    m_ui->colour->choose(seen().text(u"response_colour"_s));
    m_ui->category->choose(seen().text(u"category"_s));
    if (const QStringList known = seen().list(u"accident_types"_s); !known.isEmpty())
        m_ui->accidentType->choose(known.constFirst());
    followGrade();
    fitToScreen();
    m_ui->grade->setFocus();
}

void GradeDialog::followGrade()
{
    const bool isMajorNow = m_ui->grade->code() == "major"_L1;
    if (isMajorNow && m_ui->colour->code() != "red"_L1) {
        m_ui->colour->choose(u"red"_s);
        return; // comes here again
    }
    m_ui->colour->setChoosable(
            [isMajorNow](const QString &code) { return !isMajorNow || code == "red"_L1; });
    if (m_ui->planNote->isHidden() == isMajorNow) {
        m_ui->planNote->setVisible(isMajorNow);
        fitToScreen();
    }
    checkInput();
}

QString GradeDialog::missingInput() const
{
    if (m_ui->grade->code().isEmpty())
        return tr("Choose the grade.");
    if (m_ui->colour->code().isEmpty())
        return tr("Choose the response colour: it says how fast the hazard has to be answered.");
    if (m_ui->accidentType->isUnknown())
        return tr("“%1” is no accident type. Choose one from the list, or leave it empty.")
                .arg(m_ui->accidentType->text().trimmed());
    if (m_ui->grade->code() == "major"_L1 && m_ui->legalBasis->toPlainText().trimmed().isEmpty())
        return tr("Name the clause by which the hazard is major.");
    return {};
}

StepDialog::Work GradeDialog::work() const
{
    Grading grading{.grade = m_ui->grade->code(),
                    .colour = m_ui->colour->code(),
                    .category = m_ui->category->code(),
                    .legalBasis = m_ui->legalBasis->toPlainText().trimmed(),
                    .isRepeat = m_ui->isRepeat->isChecked()};
    QStringList types = seen().list(u"accident_types"_s);
    const QString type = m_ui->accidentType->chosen();
    if (!type.isEmpty() && !types.contains(type)) {
        if (!types.isEmpty())
            types.removeFirst(); // the one that stood in the box
        types.prepend(type);
        grading.accidentTypes = types;
    }
    return [grading](store::Store &store, const QUuid &actor, const store::Record &seen,
                     core::Progress &) { return grade(store, actor, seen.id, grading, &seen); };
}

void GradeDialog::taken()
{
    if (m_ui->grade->code() != "major"_L1)
        return;
    auto *store = &this->store();
    auto *shell = &this->shell();
    QWidget *parent = parentWidget();
    const QUuid id = seen().id;
    shell->prompts().ask(
            parent,
            {.title = tr("Treatment plan"),
             .text = tr("Hazard %1 is major. Rectification can begin once its treatment plan with "
                        "the five assurances is there.")
                             .arg(seen().number),
             .acceptText = tr("Enter the plan")},
            [store, shell, parent, id](bool isWanted) {
                if (isWanted)
                    openPlan(*store, *shell, id, parent);
            });
}

}
