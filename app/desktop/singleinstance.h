// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocalServer>
#include <QObject>

namespace app {

// One desktop per store: the second asks the first to come to the front. GUI thread.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &storePath, QObject *parent = nullptr);

    // True: this one is the first. False: another answered and comes to the front.
    bool claim();

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

}
