// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/actionbook.h"

#include <QSettings>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString keySetting(const QString &actionId)
{
    return u"keys/"_s + actionId;
}

}

ActionBook::ActionBook(QSettings &settings, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
{
}

QAction *ActionBook::add(const shell::ActionSpec &spec)
{
    Q_ASSERT(!spec.id.isEmpty());
    QWidget *owner = spec.scope ? spec.scope : m_window;
    auto *action = new QAction(spec.icon, spec.text, owner);
    action->setObjectName(spec.id);
    action->setShortcutContext(spec.scope ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    const QVariant chosen = m_settings.value(keySetting(spec.id));
    action->setShortcut(chosen.isValid() ? QKeySequence(chosen.toString()) : spec.key);
    if (spec.handler)
        connect(action, &QAction::triggered, owner, [handler = spec.handler] { handler(); });
    owner->addAction(action);
    m_pages.insert(spec.id, {action, spec.key});
    return action;
}

QAction *ActionBook::action(const QString &id) const
{
    return m_pages.value(id).action;
}

QList<ActionBook::Entry> ActionBook::entries() const
{
    QList<Entry> entries;
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        const QAction *action = page->action;
        if (!action)
            continue;
        QString text = action->text();
        const qsizetype bracket = text.indexOf("(&"_L1); // "打开(&O)"
        if (bracket > 0)
            text.remove(bracket, 4);
        text.remove(u'&');
        entries << Entry{page.key(), text, page->byDefault, action->shortcut(),
                         action->shortcutContext() == Qt::WindowShortcut};
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &one, const Entry &other) {
        return QString::localeAwareCompare(one.text, other.text) < 0;
    });
    return entries;
}

void ActionBook::setKey(const QString &id, const QKeySequence &key)
{
    const auto page = m_pages.constFind(id);
    if (page == m_pages.cend())
        return;
    if (key == page->byDefault)
        m_settings.remove(keySetting(id));
    else
        m_settings.setValue(keySetting(id), key.toString(QKeySequence::PortableText));
    if (page->action)
        page->action->setShortcut(key);
}

const ActionBook::Entry *ActionBook::conflict(const QList<Entry> &entries, const Entry &asked)
{
    if (asked.key.isEmpty())
        return nullptr;
    for (const Entry &entry : entries) {
        // Two panels may share a key: the one with the focus hears it.
        const bool canMeet = entry.isOfWindow || asked.isOfWindow;
        if (entry.id != asked.id && canMeet && entry.key == asked.key)
            return &entry;
    }
    return nullptr;
}

}
