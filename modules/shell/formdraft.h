// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

class QWidget;

namespace shell {

class Shell;

// What somebody has typed into a form survives a crash: a second after the last key the named
// fields of the form are in a small file. The next time the form opens for the same record it can
// be offered back. Make it after the fields are filled; it lives as long as the form. GUI thread.
//     if (m_draft.hasOld()) ask, then m_draft.restore() or m_draft.discard();
//     when the form was saved or given up: m_draft.discard();
class FormDraft : public QObject
{
    Q_OBJECT
public:
    FormDraft(Shell &shell, const QString &form, const QString &record, QWidget *fields);

    bool hasOld() const { return !m_old.isEmpty(); } // another content than the form has now
    QDateTime oldTime() const { return m_oldTime; }
    void restore();
    void discard();

Q_SIGNALS:
    void kept(); // the file holds what the form shows

private Q_SLOTS:
    void waitForMore();

private:
    QJsonObject content() const;
    void read();
    void keep();

    Shell &m_shell;
    QWidget *m_fields;
    QString m_path;
    QJsonObject m_old;
    QDateTime m_oldTime;
    QTimer m_pause;
    bool m_isKeeping = false;
    bool m_isDiscarded = false;
};

}
