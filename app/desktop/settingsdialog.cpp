// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/settingsdialog.h"

#include "app/desktop/desktopsettings.h"
#include "shell/theme.h"
#include "ui_settingsdialog.h"

#include <QPushButton>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace app {

SettingsDialog::SettingsDialog(QSettings &settings, shell::Theme &theme, ActionBook &actions,
                               QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_before(theme.choice())
    , m_actions(actions)
    , m_entries(actions.entries())
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    m_ui->language->addItem(tr("As the system"), QString());
    m_ui->language->addItem(u"简体中文"_s, u"zh_CN"_s); // each language in its own words
    m_ui->language->addItem(u"English"_s, u"en"_s);
    m_ui->language->setCurrentIndex(
            qMax(0, m_ui->language->findData(languageSetting().get(settings))));
    m_ui->theme->addItem(tr("As the system"), toText(shell::ThemeChoice::System));
    m_ui->theme->addItem(tr("Light"), toText(shell::ThemeChoice::Light));
    m_ui->theme->addItem(tr("Dark"), toText(shell::ThemeChoice::Dark));
    m_ui->theme->setCurrentIndex(qMax(0, m_ui->theme->findData(toText(theme.choice()))));
    fillKeys();

    connect(m_ui->theme, &QComboBox::activated, this, &SettingsDialog::previewTheme);
    connect(m_ui->keys, &QTreeWidget::currentItemChanged, this, &SettingsDialog::showKeyOfRow);
    connect(m_ui->key, &QKeySequenceEdit::editingFinished, this,
            [this] { changeKey(m_ui->key->keySequence()); });
    connect(m_ui->resetKey, &QPushButton::clicked, this, [this] {
        const int row = m_ui->keys->indexOfTopLevelItem(m_ui->keys->currentItem());
        if (row >= 0)
            changeKey(m_entries.at(row).byDefault);
    });
    connect(m_ui->clearKey, &QPushButton::clicked, this, [this] { changeKey({}); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    m_ui->keys->setCurrentItem(m_ui->keys->topLevelItem(0));
    checkKeys();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::accept()
{
    for (const ActionBook::Entry &entry : std::as_const(m_entries))
        m_actions.setKey(entry.id, entry.key);
    themeSetting().set(m_settings, m_ui->theme->currentData().toString());
    const QString language = m_ui->language->currentData().toString();
    const bool isOtherLanguage = language != languageSetting().get(m_settings);
    languageSetting().set(m_settings, language);
    QDialog::accept();
    if (isOtherLanguage)
        Q_EMIT languageChanged();
}

void SettingsDialog::reject()
{
    m_theme.choose(m_before);
    QDialog::reject();
}

void SettingsDialog::fillKeys()
{
    for (const ActionBook::Entry &entry : std::as_const(m_entries)) {
        new QTreeWidgetItem(m_ui->keys,
                            {entry.text, entry.key.toString(QKeySequence::NativeText), QString()});
    }
    m_ui->keys->resizeColumnToContents(0);
    m_ui->keys->resizeColumnToContents(1);
}

void SettingsDialog::showKeyOfRow()
{
    const int row = m_ui->keys->indexOfTopLevelItem(m_ui->keys->currentItem());
    m_ui->key->setKeySequence(row < 0 ? QKeySequence() : m_entries.at(row).key);
    for (QWidget *control :
         {static_cast<QWidget *>(m_ui->key), static_cast<QWidget *>(m_ui->resetKey),
          static_cast<QWidget *>(m_ui->clearKey)})
        control->setEnabled(row >= 0);
}

void SettingsDialog::changeKey(const QKeySequence &key)
{
    QTreeWidgetItem *item = m_ui->keys->currentItem();
    const int row = m_ui->keys->indexOfTopLevelItem(item);
    if (row < 0)
        return;
    m_entries[row].key = key;
    item->setText(1, key.toString(QKeySequence::NativeText));
    m_ui->key->setKeySequence(key);
    checkKeys();
}

void SettingsDialog::previewTheme()
{
    m_theme.choose(shell::themeFromText(m_ui->theme->currentData().toString()));
}

void SettingsDialog::checkKeys()
{
    QString first;
    for (int row = 0; row < m_entries.size(); ++row) {
        const ActionBook::Entry &entry = m_entries.at(row);
        const ActionBook::Entry *other = ActionBook::conflict(m_entries, entry);
        const QString text = other ? tr("also the key of \"%1\"").arg(other->text) : QString();
        m_ui->keys->topLevelItem(row)->setText(2, text);
        if (other && first.isEmpty())
            first = tr("%1 is the key of \"%2\" and of \"%3\". Change one of them.")
                            .arg(entry.key.toString(QKeySequence::NativeText), entry.text,
                                 other->text);
    }
    m_ui->problem->setText(first);
    m_ui->problem->setVisible(!first.isEmpty());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(first.isEmpty());
}

}
