// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QUuid>
#include <QWidget>

class QTabWidget;

namespace shell {
class MessageBar;
class Shell;
struct Reference;
}
namespace store {
class Store;
}

namespace plant {

class PlantPage;

// Who works in the plant, where, and with what: areas, people and equipment, a tab for each.
class PlantPanel : public QWidget
{
    Q_OBJECT
public:
    PlantPanel(store::Store &store, shell::Shell &shell, QWidget *parent = nullptr);

public Q_SLOTS:
    void showReference(const shell::Reference &reference);

private:
    void addPage(PlantPage *page, const QIcon &icon, const QString &title);
    void makeActions();
    PlantPage *page() const; // in front
    PlantPage *pageOf(const QString &kind) const;
    void edit(PlantPage *page, const QUuid &id); // null: a new one
    void openDialog(PlantPage *page, const QUuid &id);
    void openWithoutPerson(const QUuid &id);

    store::Store &m_store;
    shell::Shell &m_shell;
    shell::MessageBar *m_messages;
    QTabWidget *m_tabs;
};

}
