// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/recentstores.h"

#include "shell/setting.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int MostRecentStores = 8;

shell::Setting<QStringList> recentPaths()
{
    return {u"stores/recent"_s, {}};
}

}

RecentStores::RecentStores(QSettings &settings)
    : m_settings(settings)
{
}

QStringList RecentStores::paths() const
{
    return recentPaths().get(m_settings);
}

void RecentStores::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList known = paths();
    known.removeAll(absolute);
    known.prepend(absolute);
    recentPaths().set(m_settings, known.mid(0, MostRecentStores));
}

void RecentStores::remove(const QString &path)
{
    QStringList known = paths();
    known.removeAll(path);
    recentPaths().set(m_settings, known);
}

}
