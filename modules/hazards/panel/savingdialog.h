// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "shell/jobrunner.h"
#include "shell/shell.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace shell {
class MessageBar;
}
namespace store {
class Store;
}

namespace hazards {

// A form that saves in the writer's lane: the button carries the verb and is off, with the reason
// beside it, until everything needed is there. What the engine refuses is said inside.
class SavingDialog : public QDialog
{
    Q_OBJECT
public:
    SavingDialog(store::Store &store, shell::Shell &shell, const QString &verb, QWidget *parent);

    bool isSaving() const { return m_isSaving; }
    void reject() override; // while it saves: asks the work to stop

protected:
    void showEvent(QShowEvent *event) override;
    store::Store &store() const { return m_store; }
    shell::Shell &shell() const { return m_shell; }
    QWidget *body() const { return m_body; } // the form goes in here
    shell::MessageBar *messages() const { return m_messages; }
    void setHeading(const QString &title, const QString &text);
    void setVerb(const QString &verb);
    void setHint(const QString &text); // beside the button while nothing is missing

    // What is still missing or wrong, as a sentence; empty if it may be saved.
    virtual QString missing() const = 0;
    virtual void save() = 0;
    void checkInput(); // call after each change
    // The form stays to be read; nothing more can be saved from it.
    void leaveToRead();
    void fitToScreen();
    // For destructors: controls that lose the focus as they go must not call back.
    void letGo();
    static void setLines(QPlainTextEdit *edit, int lines);
    static QString notInList(const QString &text); // reason: chosen from no list

    // Runs in the writer's lane; done is called only if it went well.
    template<typename T, typename Work, typename Done>
    void run(const QString &title, Work work, Done done);

private:
    void press(); // checks and saves
    void begin(const QFuture<void> &job);
    bool ended(const core::Error *error);

    store::Store &m_store;
    shell::Shell &m_shell;
    QLabel *m_title;
    QLabel *m_text;
    shell::MessageBar *m_messages;
    QScrollArea *m_area;
    QWidget *m_body;
    QLabel *m_reason;
    QProgressBar *m_progress;
    QPushButton *m_save;
    QPushButton *m_cancel;
    QFutureWatcher<void> m_watcher;
    QString m_hint;
    bool m_isSaving = false;
    bool m_isOver = false;
};

template<typename T, typename Work, typename Done>
void SavingDialog::run(const QString &title, Work work, Done done)
{
    begin(m_shell.jobs().start<T>(
            shell::Lane::Writer, title, this, std::move(work),
            [this, done = std::move(done)](const core::Result<T> &result) mutable {
                if (!ended(result ? nullptr : &result.error()))
                    return;
                if constexpr (std::is_void_v<T>)
                    done();
                else
                    done(*result);
            }));
}

}
