// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "plant/panel/recorddialog.h"

#include <memory>

namespace plant {

namespace Ui {
class EquipmentDialog;
}

// Adds a piece of equipment or corrects one.
class EquipmentDialog : public RecordDialog
{
    Q_OBJECT
public:
    // area: where a new one stands.
    EquipmentDialog(store::Store &store, shell::Shell &shell, const QUuid &id, const QUuid &area,
                    QWidget *parent);
    ~EquipmentDialog() override;

protected:
    void fill(const FormContent &content) override;
    QString objection() const override;
    Save save() const override;

private:
    const QUuid m_area;
    std::unique_ptr<Ui::EquipmentDialog> m_ui;
};

}
