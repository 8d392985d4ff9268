// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/actionbook.h"
#include "shell/theme.h"

#include <QDialog>

#include <memory>

class QKeySequenceEdit;

namespace Ui {
class SettingsDialog;
}

namespace app {

// Language, theme and keys. The theme is shown at once and taken back on Cancel.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(QSettings &settings, shell::Theme &theme, ActionBook &actions,
                   QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void languageChanged();

private:
    void fillKeys();
    void showKeyOfRow();
    void changeKey(const QKeySequence &key);
    void previewTheme();
    void checkKeys();

    QSettings &m_settings;
    shell::Theme &m_theme;
    shell::ThemeChoice m_before;
    ActionBook &m_actions;
    QList<ActionBook::Entry> m_entries; // as edited
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

}
