// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/plantmodule.h"

#include "plant/panel/plantpanel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plant {

namespace {

class PlantModule final : public shell::Module
{
    Q_DECLARE_TR_FUNCTIONS(plant::PlantModule)
public:
    explicit PlantModule(store::Store &store)
        : m_store(store)
    {
    }

    void addTo(shell::Shell &shell) override
    {
        shell.addPanel({.id = u"plant.people"_s,
                        .title = tr("People and places"),
                        .icon = shell.icon(u"people"_s),
                        .area = Qt::LeftDockWidgetArea,
                        .shortcut = QKeySequence(u"Ctrl+3"_s),
                        .opens = {u"area"_s, u"person"_s, u"equipment"_s},
                        .create = [this, &shell](QWidget *parent) {
                            return new PlantPanel(m_store, shell, parent);
                        }});
    }

private:
    store::Store &m_store;
};

}

std::unique_ptr<shell::Module> createModule(store::Store &store)
{
    return std::make_unique<PlantModule>(store);
}

}
