// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/shell.h"

#include <QObject>

namespace shell {

// What panels hear of: they connect here, with themselves as the context. GUI thread.
class Events : public QObject
{
    Q_OBJECT
public:
    explicit Events(QObject *parent = nullptr);

Q_SIGNALS:
    void storeChanged(const QStringList &entityTypes); // once after each commit, also a foreign one
    void personChanged(const shell::Person &person);
    void themeChanged(); // colours only; icons repaint themselves
    void referenceOpened(const shell::Reference &reference);
    void selectionChanged(const shell::Reference &reference);
};

}
