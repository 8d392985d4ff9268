// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/panel/stepdialog.h"

#include <memory>

class QTimer;

namespace Ui {
class MergeForm;
}

namespace hazards {

// Closes a hazard as a duplicate of another one.
class MergeDialog : public StepDialog
{
    Q_OBJECT
public:
    MergeDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
                QWidget *parent = nullptr);
    ~MergeDialog() override;

protected:
    Work work() const override;
    QString missingInput() const override;

private:
    void search(const QString &text);

    QTimer *m_pause; // typing is settled before the ledger is asked
    int m_generation = 0;

    std::unique_ptr<Ui::MergeForm> m_ui;
};

}
