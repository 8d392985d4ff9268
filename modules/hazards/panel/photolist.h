// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/progress.h"
#include "core/result.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace shell {
class Shell;
}

namespace hazards {

constexpr qint64 largestPhoto = 64 << 20; // bytes

// Photos chosen from files, with small pictures. They become evidence when the form is saved.
class PhotoList : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoList(QWidget *parent = nullptr);

    void setShell(shell::Shell &shell, const QString &name); // before anything else
    QStringList files() const;
    void add(const QStringList &files);

Q_SIGNALS:
    void changed();

protected:
    // Reached by the key of its label. No focus proxy: Tab would go in a circle.
    void focusInEvent(QFocusEvent *event) override;

private:
    void ask();
    void loadPicture(const QString &file);
    void removeMarked();
    void showNumber();

    shell::Shell *m_shell = nullptr;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_problem;
    QListWidget *m_list;
};

// Puts the files beside the store, in a job. SHA-256 of each.
core::Result<QStringList> keepPhotos(const QString &storePath, const QStringList &files,
                                     core::Progress &progress);

}
