// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/aboutdialog.h"
#include "app/desktop/actionbook.h"
#include "app/desktop/commandsearch.h"
#include "app/desktop/desktopsettings.h"
#include "app/desktop/logdialog.h"
#include "app/desktop/newplantdialog.h"
#include "app/desktop/personchooser.h"
#include "app/desktop/settingsdialog.h"
#include "app/desktop/startpage.h"
#include "app/language.h"
#include "support/accesswalk.h"
#include "support/testshell.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

class TestDialogs : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_shell = std::make_unique<TestShell>();
        m_window = std::make_unique<QMainWindow>();
        m_actions = new app::ActionBook(m_shell->settings(), m_window.get());
        m_actions->add({.id = u"a.first"_s,
                        .text = u"&First"_s,
                        .key = QKeySequence(u"Ctrl+1"_s),
                        .handler = [this] { m_ran << u"first"_s; }});
        m_actions->add({.id = u"a.second"_s,
                        .text = u"&Second"_s,
                        .key = QKeySequence(u"Ctrl+2"_s),
                        .handler = [this] { m_ran << u"second"_s; }});
        m_ran.clear();
    }
    void cleanup()
    {
        m_window.reset();
        m_shell.reset();
    }

    void everyDialogCanBeUsedByEverybody_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("dialog");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const QString &dialog : {u"settings"_s, u"about"_s, u"log"_s, u"person"_s,
                                          u"commands"_s, u"new plant"_s, u"start page"_s})
                QTest::addRow("%s, %s", qPrintable(dialog), qPrintable(language))
                        << language << dialog;
        }
    }
    void everyDialogCanBeUsedByEverybody()
    {
        QFETCH(QString, language);
        QFETCH(QString, dialog);
        const app::Language words(language);
        const std::unique_ptr<QWidget> shown(make(dialog));
        shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
        const QSize room = QSize(1366, 768 - 60); // with a title bar and a task bar
        QVERIFY2(shown->minimumSizeHint().width() <= room.width()
                         && shown->minimumSizeHint().height() <= room.height(),
                 "does not fit the smallest screen");
        const QStringList faults = accesswalk::faults(shown.get());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void aKeyInUseIsRefusedUntilItIsChanged()
    {
        app::SettingsDialog dialog(m_shell->settings(), m_shell->theme, *m_actions);
        dialog.show();
        auto *keys = dialog.findChild<QTreeWidget *>(u"keys"_s);
        auto *key = dialog.findChild<QKeySequenceEdit *>(u"key"_s);
        auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        keys->setCurrentItem(keys->topLevelItem(0));
        key->setKeySequence(QKeySequence(u"Ctrl+2"_s));
        Q_EMIT key->editingFinished();
        QVERIFY(!ok->isEnabled());
        QVERIFY(dialog.findChild<QLabel *>(u"problem"_s)->text().contains(u"Second"_s));
        key->setKeySequence(QKeySequence(u"Ctrl+3"_s));
        Q_EMIT key->editingFinished();
        QVERIFY(ok->isEnabled());
        dialog.accept();
        QCOMPARE(m_actions->action(u"a.first"_s)->shortcut(), QKeySequence(u"Ctrl+3"_s));
    }

    void theThemeIsTakenBackOnCancel()
    {
        app::SettingsDialog dialog(m_shell->settings(), m_shell->theme, *m_actions);
        dialog.show();
        auto *theme = dialog.findChild<QComboBox *>(u"theme"_s);
        theme->setCurrentIndex(theme->findData(u"dark"_s));
        Q_EMIT theme->activated(theme->currentIndex());
        QVERIFY(m_shell->colours().isDark());
        dialog.reject();
        QVERIFY(!m_shell->colours().isDark());
    }

    void anotherLanguageIsKeptAndTold()
    {
        app::SettingsDialog dialog(m_shell->settings(), m_shell->theme, *m_actions);
        QSignalSpy changed(&dialog, &app::SettingsDialog::languageChanged);
        auto *language = dialog.findChild<QComboBox *>(u"language"_s);
        language->setCurrentIndex(language->findData(u"en"_s));
        dialog.accept();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(app::languageSetting().get(m_shell->settings()), u"en"_s);
    }

    void aCommandIsFoundByAPartOfItsNameAndRun()
    {
        app::CommandSearch search(*m_actions);
        search.show();
        auto *filter = search.findChild<QLineEdit *>(u"filter"_s);
        QTest::keyClicks(filter, u"sec"_s);
        QCOMPARE(search.findChild<QListWidget *>(u"commands"_s)->count(), 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList(u"second"_s));
        QVERIFY(!search.isVisible());
    }

    void thePersonIsChosenByTypingAndArrowKeys()
    {
        app::PersonChooser chooser(people(), {});
        QSignalSpy chosen(&chooser, &app::PersonChooser::chosen);
        chooser.show();
        auto *filter = chooser.findChild<QLineEdit *>(u"filter"_s);
        filter->setText(u"车间"_s);
        QCOMPARE(chooser.findChild<QListWidget *>(u"people"_s)->count(), 2);
        QTest::keyClick(filter, Qt::Key_Down);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.constFirst().constFirst().value<shell::Person>(), people().at(2));
    }

    void aPlantNeedsANameThatCanBeAFile()
    {
        app::NewPlantDialog dialog;
        auto *name = dialog.findChild<QLineEdit *>(u"name"_s);
        auto *buttons = dialog.findChild<QDialogButtonBox *>();
        QPushButton *go = nullptr;
        for (QAbstractButton *button : buttons->buttons()) {
            if (buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
                go = qobject_cast<QPushButton *>(button);
        }
        QVERIFY(!go->isEnabled());
        dialog.findChild<QLineEdit *>(u"person"_s)->setText(u"示例甲"_s);
        name->setText(u"一厂/二厂"_s);
        QVERIFY(!go->isEnabled());
        name->setText(u"   "_s);
        QVERIFY(!go->isEnabled());
        name->setText(u"河东一厂"_s);
        dialog.findChild<QLineEdit *>(u"person"_s)->clear();
        QVERIFY(!go->isEnabled()); // nobody to begin with
        dialog.findChild<QLineEdit *>(u"person"_s)->setText(u"示例甲"_s);
        QVERIFY(go->isEnabled());
        name->setText(u"   "_s);
        QVERIFY(!go->isEnabled());
    }

    void theLicenceCanBeRead()
    {
        const app::AboutDialog dialog;
        QVERIFY(dialog.findChild<QPlainTextEdit *>()->toPlainText().contains(
                u"GNU GENERAL PUBLIC LICENSE"_s));
    }

    void theLanguageIsChosenInOrder()
    {
        const QLocale none = QLocale::c();
        const QLocale german(QLocale::German);
        QCOMPARE(app::chooseLanguage({}, {}, none), u"zh_CN"_s);
        QCOMPARE(app::chooseLanguage({}, {}, german), u"en"_s);
        QCOMPARE(app::chooseLanguage({}, {}, QLocale(QLocale::Chinese)), u"zh_CN"_s);
        QCOMPARE(app::chooseLanguage({}, u"en"_s, none), u"en"_s);
        QCOMPARE(app::chooseLanguage(u"zh_CN"_s, u"en"_s, german), u"zh_CN"_s);
        QCOMPARE(app::chooseLanguage(u"nonsense"_s, {}, german), u"en"_s);
    }

private:
    static QList<shell::Person> people()
    {
        static const QList<shell::Person> list{
                {QUuid::createUuid(), u"示例甲"_s, u"安全部"_s, u"jia"_s},
                {QUuid::createUuid(), u"示例乙"_s, u"一号车间"_s, u"yi"_s},
                {QUuid::createUuid(), u"示例丙"_s, u"二号车间"_s, u"bing"_s}};
        return list;
    }

    QWidget *make(const QString &dialog)
    {
        if (dialog == "settings"_L1)
            return new app::SettingsDialog(m_shell->settings(), m_shell->theme, *m_actions);
        if (dialog == "about"_L1)
            return new app::AboutDialog;
        if (dialog == "log"_L1)
            return new app::LogDialog(m_shell->jobs());
        if (dialog == "person"_L1)
            return new app::PersonChooser(people(), {});
        if (dialog == "commands"_L1)
            return new app::CommandSearch(*m_actions);
        if (dialog == "new plant"_L1)
            return new app::NewPlantDialog;
        auto *page = new app::StartPage;
        page->setRecent({u"a.anlan"_s});
        page->showProblem(u"The file cannot be opened."_s);
        return page;
    }

    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<QMainWindow> m_window;
    app::ActionBook *m_actions = nullptr;
    QStringList m_ran;
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
