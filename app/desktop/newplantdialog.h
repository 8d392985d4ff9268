// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace app {

// Asks for the name of a new plant and of whoever sets it up.
class NewPlantDialog : public QDialog
{
    Q_OBJECT
public:
    explicit NewPlantDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void named(const QString &plant, const QString &person);
};

}
