// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

class QSettings;

namespace app {

// The files opened last, newest first, at most eight.
class RecentStores
{
public:
    explicit RecentStores(QSettings &settings);

    QStringList paths() const;
    void add(const QString &path);
    void remove(const QString &path);

private:
    QSettings &m_settings;
};

}
