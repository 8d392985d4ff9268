// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/prompts.h"

class QFileDialog;
class QSettings;

namespace shell {

// The real questions: dialogs that are opened, never executed. GUI thread.
class DialogPrompts final : public Prompts
{
public:
    explicit DialogPrompts(QSettings &settings);

    void openFile(QWidget *parent, const FileQuestion &question, FileAnswer answer) override;
    void openFiles(QWidget *parent, const FileQuestion &question, FilesAnswer answer) override;
    void saveFile(QWidget *parent, const FileQuestion &question, FileAnswer answer) override;
    void ask(QWidget *parent, const Question &question, Answer answer) override;
    void tell(QWidget *parent, const QString &title, const QString &text) override;

private:
    QFileDialog *fileDialog(QWidget *parent, const FileQuestion &question) const;
    void remember(const FileQuestion &question, const QString &path);

    QSettings &m_settings;
};

}
