// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/panel/plantchoices.h"
#include "hazards/panel/stepdialog.h"

#include <memory>

namespace Ui {
class SuspendForm;
}

namespace hazards {

// Gives a hazard a later deadline that somebody approved.
class SuspendDialog : public StepDialog
{
    Q_OBJECT
public:
    SuspendDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                  QWidget *parent = nullptr);
    ~SuspendDialog() override;

protected:
    Work work() const override;
    QString missingInput() const override;

private:
    std::unique_ptr<Ui::SuspendForm> m_ui;
};

}
