// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/reviewdialog.h"

#include "hazards/panel/wording.h"
#include "store/store.h"
#include "ui_reviewform.h"

using namespace Qt::StringLiterals;

namespace hazards {

ReviewDialog::ReviewDialog(Step step, store::Store &store, shell::Shell &shell,
                           const store::Record &seen, QWidget *parent)
    : StepDialog(step, store, shell, seen, parent)
    , m_ui(std::make_unique<Ui::ReviewForm>())
{
    m_ui->setupUi(body());
    setLines(m_ui->opinion, 3);
    m_ui->measure->setText(seen.text(u"measure"_s));
    const QDate now = QDate::fromString(today(), Qt::ISODate);
    m_ui->reviewedOn->setMaximumDate(now);
    m_ui->reviewedOn->setDate(now);
    connect(m_ui->pass, &QRadioButton::toggled, this, [this](bool isOn) {
        if (isOn)
            setVerb(tr("Pass"));
        checkInput();
    });
    connect(m_ui->sendBack, &QRadioButton::toggled, this, [this](bool isOn) {
        if (isOn)
            setVerb(tr("Return"));
        checkInput();
    });
    connect(m_ui->opinion, &QPlainTextEdit::textChanged, this, &ReviewDialog::checkInput);
    connect(m_ui->reviewedOn, &QDateEdit::dateChanged, this, &ReviewDialog::checkInput);
    if (step == Step::Review && isMajor(seen))
        setHint(tr("A major hazard is closed by a second review, made by somebody else."));
    checkInput();
    fitToScreen();
    m_ui->pass->setFocus();
}

ReviewDialog::~ReviewDialog()
{
    letGo();
}

QString ReviewDialog::missingInput() const
{
    if (!m_ui->pass->isChecked() && !m_ui->sendBack->isChecked())
        return tr("Choose whether the rectification passed or is returned.");
    if (m_ui->sendBack->isChecked() && m_ui->opinion->toPlainText().trimmed().isEmpty())
        return tr("Say what is still to be done.");
    const QString completed = seen().text(u"completed_on"_s);
    if (m_ui->reviewedOn->date().toString(Qt::ISODate) < completed)
        return tr("It cannot be reviewed before it was completed (%1).").arg(completed);
    return {};
}

StepDialog::Work ReviewDialog::work() const
{
    const Review entered{.isPassed = m_ui->pass->isChecked(),
                         .opinion = m_ui->opinion->toPlainText().trimmed(),
                         .reviewedOn = m_ui->reviewedOn->date().toString(Qt::ISODate)};
    return [entered, step = step()](store::Store &store, const QUuid &actor,
                                    const store::Record &seen, core::Progress &) {
        return step == Step::SecondReview ? secondReview(store, actor, seen.id, entered, &seen)
                                          : review(store, actor, seen.id, entered, &seen);
    };
}

}
