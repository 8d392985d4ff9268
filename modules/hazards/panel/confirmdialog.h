// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/panel/stepdialog.h"

#include <memory>

namespace Ui {
class ConfirmForm;
}

namespace hazards {

// The steps that ask for nothing but a word: report, start, archive, reject, resume.
class ConfirmDialog : public StepDialog
{
    Q_OBJECT
public:
    ConfirmDialog(Step step, store::Store &store, shell::Shell &shell, const store::Record &seen,
                  QWidget *parent = nullptr);
    ~ConfirmDialog() override;

protected:
    Work work() const override;
    QString missingInput() const override;

private:
    bool needsText() const;
    QString explanation() const;
    void openPlanFirst();

    std::unique_ptr<Ui::ConfirmForm> m_ui;
};

}
