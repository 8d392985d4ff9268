// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "plant/panel/recorddialog.h"

#include <memory>

namespace plant {

namespace Ui {
class AreaDialog;
}

// Adds an area or corrects one.
class AreaDialog : public RecordDialog
{
    Q_OBJECT
public:
    // parent: where a new one is to stand.
    AreaDialog(store::Store &store, shell::Shell &shell, const QUuid &id, const QUuid &parent,
               QWidget *parentWidget);
    ~AreaDialog() override;

protected:
    void fill(const FormContent &content) override;
    QString objection() const override;
    Save save() const override;

private:
    void suggestKind();

    const QUuid m_parent;
    std::unique_ptr<Ui::AreaDialog> m_ui;
};

}
