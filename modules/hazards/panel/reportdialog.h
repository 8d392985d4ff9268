// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/hazardsteps.h"
#include "hazards/panel/plantchoices.h"
#include "hazards/panel/savingdialog.h"

#include <memory>

namespace Ui {
class ReportDialog;
}

namespace shell {
class FormDraft;
}

namespace hazards {

// Reports a hazard: what and where are asked, category and colour offered, the rest is filled in
// unless somebody wants to see it.
class ReportDialog : public SavingDialog
{
    Q_OBJECT
public:
    ReportDialog(store::Store &store, shell::Shell &shell, QWidget *parent = nullptr);
    ~ReportDialog() override;

    bool isReady() const { return m_isReady; } // the lists have come
    NewHazard hazard() const;
    void reject() override; // given up: nothing is offered back

protected:
    QString missing() const override;
    void save() override;

private:
    void showChoices(const core::Result<PlantChoices> &choices);
    void showMore(bool isOn);
    void sayWherePlaceGoes();
    void keepDraft();

    std::unique_ptr<Ui::ReportDialog> m_ui;
    shell::FormDraft *m_draft = nullptr; // once the lists are there
    bool m_isReady = false;
};

}
