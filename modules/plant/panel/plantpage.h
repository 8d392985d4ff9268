// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QUuid>
#include <QWidget>

namespace plant {

// One tab of the panel: a list of one kind of record.
class PlantPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString kind() const = 0; // of its records: "area"
    virtual void refresh() = 0;
    virtual void focusSearch() = 0;
    virtual QUuid current() const = 0; // null if none is selected
    virtual void select(const QUuid &id) = 0;

Q_SIGNALS:
    void addAsked();
    void editAsked(const QUuid &id);
    void picked(const QUuid &id); // the user went to it
    void failed(const core::Error &error);
};

}
