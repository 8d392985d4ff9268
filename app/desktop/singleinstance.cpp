// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace app {

namespace {

Q_LOGGING_CATEGORY(logInstance, "anlan.app.instance", QtInfoMsg)

constexpr int AnswerWithin = 500; // milliseconds; before the first window is up

QString serverName(const QString &storePath)
{
    const QFileInfo file(storePath);
    const QString path =
            file.exists() ? file.canonicalFilePath() : QDir::cleanPath(file.absoluteFilePath());
    const QByteArray hash = QCryptographicHash::hash((QDir::homePath() + u'\n' + path).toUtf8(),
                                                     QCryptographicHash::Sha256);
    return u"anlan-"_s + QString::fromLatin1(hash.toHex().left(24));
}

}

SingleInstance::SingleInstance(const QString &storePath, QObject *parent)
    : QObject(parent)
    , m_name(serverName(storePath))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        }
        Q_EMIT raiseRequested();
    });
}

bool SingleInstance::claim()
{
    QLocalSocket other;
    other.connectToServer(m_name, QIODevice::ReadWrite);
    if (other.waitForConnected(AnswerWithin))
        return false;
    if (m_server.listen(m_name))
        return true;
    // Left behind by one that crashed: nobody answered above.
    QLocalServer::removeServer(m_name);
    if (!m_server.listen(m_name))
        qCWarning(logInstance) << "cannot be found by a second desktop:" << m_server.errorString();
    return true;
}

}
