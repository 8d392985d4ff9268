// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/panel/plantchoices.h"
#include "hazards/panel/stepdialog.h"

#include <memory>

namespace Ui {
class SubmitForm;
}

namespace hazards {

// Says that a hazard is rectified, and by which measure.
class SubmitDialog : public StepDialog
{
    Q_OBJECT
public:
    SubmitDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                 QWidget *parent = nullptr);
    ~SubmitDialog() override;

protected:
    Work work() const override;
    QString missingInput() const override;

private:
    std::unique_ptr<Ui::SubmitForm> m_ui;
};

}
