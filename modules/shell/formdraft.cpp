// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/formdraft.h"

#include "core/clock.h"
#include "shell/jobrunner.h"
#include "shell/shell.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QMetaProperty>
#include <QSaveFile>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace shell {

namespace {

constexpr int PauseBeforeKeeping = 1000;   // milliseconds after the last change
constexpr qint64 LargestDraft = 1'000'000; // bytes; more is no form of ours

// The fields that carry a value of the user's: named, with a user property that tells of changes.
QList<QWidget *> namedFields(const QWidget *form)
{
    QList<QWidget *> fields;
    for (QWidget *widget : form->findChildren<QWidget *>()) {
        const QMetaProperty value = widget->metaObject()->userProperty();
        if (!widget->objectName().isEmpty() && !widget->objectName().startsWith("qt_"_L1)
            && value.isWritable() && value.hasNotifySignal())
            fields << widget;
    }
    return fields;
}

core::Result<> writeDraft(const QString &path, const QByteArray &json)
{
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(json) != json.size() || !file.commit())
        return core::fail(core::ErrorCode::Io, {}, file.errorString());
    return {};
}

}

FormDraft::FormDraft(Shell &shell, const QString &form, const QString &record, QWidget *fields)
    : QObject(fields)
    , m_shell(shell)
    , m_fields(fields)
{
    const QByteArray key =
            QCryptographicHash::hash((form + u'\n' + record).toUtf8(), QCryptographicHash::Sha256)
                    .toHex()
                    .left(32);
    m_path = QDir(shell.draftFolder()).filePath(QString::fromLatin1(key) + u".json"_s);
    read();
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseBeforeKeeping);
    connect(&m_pause, &QTimer::timeout, this, &FormDraft::keep);
    const QMetaMethod changed =
            staticMetaObject.method(staticMetaObject.indexOfSlot("waitForMore()"));
    for (QWidget *field : namedFields(fields))
        connect(field, field->metaObject()->userProperty().notifySignal(), this, changed);
}

void FormDraft::restore()
{
    for (QWidget *field : namedFields(m_fields)) {
        const auto value = m_old.constFind(field->objectName());
        if (value != m_old.constEnd())
            field->metaObject()->userProperty().write(field, value->toVariant());
    }
    m_old = {};
}

void FormDraft::discard()
{
    m_isDiscarded = true;
    m_pause.stop();
    m_old = {};
    QFile::remove(m_path);
}

void FormDraft::waitForMore()
{
    m_isDiscarded = false;
    m_pause.start();
}

QJsonObject FormDraft::content() const
{
    QJsonObject content;
    for (const QWidget *field : namedFields(m_fields))
        content.insert(field->objectName(),
                       QJsonValue::fromVariant(field->metaObject()->userProperty().read(field)));
    return content;
}

void FormDraft::read()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestDraft)
        return;
    const QJsonObject stored = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject fields = stored.value("fields"_L1).toObject();
    if (fields.isEmpty() || fields == content())
        return;
    m_old = fields;
    m_oldTime = core::fromInstantText(stored.value("at"_L1).toString());
}

void FormDraft::keep()
{
    if (m_isKeeping) { // one after the other, so that the last one stays
        m_pause.start();
        return;
    }
    m_isKeeping = true;
    const QByteArray json =
            QJsonDocument(QJsonObject{{u"at"_s, core::toInstantText(m_shell.clock().now())},
                                      {u"fields"_s, content()}})
                    .toJson(QJsonDocument::Compact);
    m_shell.jobs().start<void>(
            Lane::Quick, {}, this,
            [path = m_path, json](core::Progress &) { return writeDraft(path, json); },
            [this](const core::Result<> &written) {
                m_isKeeping = false;
                if (m_isDiscarded)
                    QFile::remove(m_path); // given up while it was being written
                else if (written)
                    Q_EMIT kept();
            });
}

}
