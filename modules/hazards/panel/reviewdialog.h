// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/panel/stepdialog.h"

#include <memory>

namespace Ui {
class ReviewForm;
}

namespace hazards {

// Passes a rectification or returns it; the first and the second review.
class ReviewDialog : public StepDialog
{
    Q_OBJECT
public:
    ReviewDialog(Step step, store::Store &store, shell::Shell &shell, const store::Record &seen,
                 QWidget *parent = nullptr);
    ~ReviewDialog() override;

protected:
    Work work() const override;
    QString missingInput() const override;

private:
    std::unique_ptr<Ui::ReviewForm> m_ui;
};

}
