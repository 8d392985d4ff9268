// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "plant/panel/recorddialog.h"

#include <memory>

namespace plant {

namespace Ui {
class PersonDialog;
}

// Adds a person or corrects one. In a plant without people it is the one who sets it up.
class PersonDialog : public RecordDialog
{
    Q_OBJECT
public:
    // area: where a new one belongs.
    PersonDialog(store::Store &store, shell::Shell &shell, const QUuid &id, const QUuid &area,
                 QWidget *parent);
    ~PersonDialog() override;

protected:
    void fill(const FormContent &content) override;
    QString objection() const override;
    Save save() const override;

private:
    bool isFirst() const; // nobody is recorded yet

    const QUuid m_area;
    std::unique_ptr<Ui::PersonDialog> m_ui;
};

}
