// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/panel/savingdialog.h"
#include "store/record.h"

#include <memory>

class QCheckBox;
class QPlainTextEdit;

namespace Ui {
class PlanForm;
}

namespace hazards {

// The treatment plan of a major hazard: its legal basis and the five assurances, each with what
// shows that it is in place. It may be saved in parts.
class PlanDialog : public SavingDialog
{
    Q_OBJECT
public:
    PlanDialog(store::Store &store, shell::Shell &shell, const store::Record &seen,
               QWidget *parent = nullptr);
    ~PlanDialog() override;

Q_SIGNALS:
    void saved();

protected:
    QString missing() const override;
    void save() override;

private:
    struct Row {
        QString key;
        QCheckBox *isDone;
        QPlainTextEdit *evidence;
    };
    store::Values changes() const;

    std::unique_ptr<Ui::PlanForm> m_ui;
    store::Record m_seen;
    QList<Row> m_rows;
};

}
