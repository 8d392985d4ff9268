// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace app {

// Asks for the name of a new plant.
class NewPlantDialog : public QDialog
{
    Q_OBJECT
public:
    explicit NewPlantDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void named(const QString &name);
};

}
