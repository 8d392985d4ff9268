// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/panel/plantchoices.h"
#include "hazards/panel/stepdialog.h"

#include <memory>

namespace Ui {
class GradeForm;
}

namespace hazards {

// Grades a hazard: general or major, and how fast it has to be answered.
class GradeDialog : public StepDialog
{
    Q_OBJECT
public:
    GradeDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                QWidget *parent = nullptr);
    ~GradeDialog() override;

protected:
    Work work() const override;
    QString missingInput() const override;
    void taken() override;

private:
    void showChoices(const PlantChoices &choices);
    void followGrade();

    std::unique_ptr<Ui::GradeForm> m_ui;
};

}
