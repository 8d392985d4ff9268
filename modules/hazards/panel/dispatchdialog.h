// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/panel/plantchoices.h"
#include "hazards/panel/stepdialog.h"

#include <QHash>

#include <memory>

namespace Ui {
class DispatchForm;
}

namespace hazards {

// Hands a hazard to the person who has to rectify it, with a deadline.
class DispatchDialog : public StepDialog
{
    Q_OBJECT
public:
    DispatchDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                   QWidget *parent = nullptr);
    ~DispatchDialog() override;

protected:
    Work work() const override;
    QString missingInput() const override;

private:
    void showChoices(const PlantChoices &choices);
    void proposeDeadline();
    void followPerson();

    QHash<QString, QUuid> m_unitOf; // person -> area

    std::unique_ptr<Ui::DispatchForm> m_ui;
};

}
