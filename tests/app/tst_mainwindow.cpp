// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/actionbook.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/windowlayout.h"
#include "shell/events.h"
#include "support/accesswalk.h"
#include "support/testmodule.h"
#include "support/testshell.h"

#include <QDockWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

// A window with services of its own, as main() makes them.
struct Desktop {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    shell::JobRunner jobs;
    TestPrompts prompts;
    core::ManualClock clock{TestShell::Noon};
    shell::Theme theme;
    QStringList made; // panels, in the order they were made

    std::unique_ptr<app::MainWindow> window()
    {
        return std::make_unique<app::MainWindow>(
                app::Services{{}, folder.path(), settings, jobs, prompts, clock, theme},
                TestModule::list(&made));
    }
};

class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void makesAPanelWhenItIsFirstSeen()
    {
        Desktop desktop;
        const auto window = desktop.window();
        QCOMPARE(desktop.made, QStringList());
        window->show();
        QTRY_COMPARE(desktop.made.size(), 2); // the front of each area
        QVERIFY(!desktop.made.contains(u"test.rounds"_s));
        window->actionBook().action(u"panel.test.rounds"_s)->trigger();
        QTRY_VERIFY(desktop.made.contains(u"test.rounds"_s));
        QCOMPARE(desktop.made.size(), 3);
    }

    void keepsTheLayoutOfTheLastTime()
    {
        Desktop desktop;
        {
            const auto window = desktop.window();
            window->show();
            dockOf(*window, u"test.list"_s)->hide();
            window->addDockWidget(Qt::BottomDockWidgetArea, dockOf(*window, u"test.detail"_s));
            window->close();
        }
        const auto window = desktop.window();
        window->show();
        QVERIFY(dockOf(*window, u"test.list"_s)->isHidden());
        QCOMPARE(window->dockWidgetArea(dockOf(*window, u"test.detail"_s)),
                 Qt::BottomDockWidgetArea);
    }

    void aLayoutOfAnotherVersionIsNotUsed()
    {
        Desktop desktop;
        const auto first = desktop.window();
        first->addDockWidget(Qt::BottomDockWidgetArea, dockOf(*first, u"test.detail"_s));
        desktop.settings.setValue(u"layout/docks/daily"_s,
                                  first->saveState(app::WindowLayout::Version + 1));
        const auto window = desktop.window();
        QCOMPARE(window->dockWidgetArea(dockOf(*window, u"test.detail"_s)),
                 Qt::RightDockWidgetArea);
        QVERIFY(!dockOf(*window, u"test.detail"_s)->isHidden());
    }

    void resetLayoutPutsEverythingBack()
    {
        Desktop desktop;
        const auto window = desktop.window();
        window->show();
        dockOf(*window, u"test.list"_s)->hide();
        dockOf(*window, u"test.detail"_s)->setFloating(true);
        window->actionBook().action(u"window.resetLayout"_s)->trigger();
        QVERIFY(!dockOf(*window, u"test.list"_s)->isHidden());
        QVERIFY(!dockOf(*window, u"test.detail"_s)->isFloating());
        QCOMPARE(window->tabifiedDockWidgets(dockOf(*window, u"test.list"_s)).size(), 1);
    }

    void eachPerspectiveKeepsItsOwnLayout()
    {
        Desktop desktop;
        const auto window = desktop.window();
        window->show();
        window->windowLayout().showPerspective(u"review"_s);
        dockOf(*window, u"test.detail"_s)->hide();
        window->windowLayout().showPerspective(u"daily"_s);
        QVERIFY(!dockOf(*window, u"test.detail"_s)->isHidden());
        window->windowLayout().showPerspective(u"review"_s);
        QVERIFY(dockOf(*window, u"test.detail"_s)->isHidden());
    }

    void opensARecordInThePanelForIt()
    {
        Desktop desktop;
        const auto window = desktop.window();
        window->show();
        QSignalSpy selected(&window->events(), &shell::Events::selectionChanged);
        const shell::Reference reference{u"test.rounds"_s, QUuid::createUuid()};
        window->open(reference);
        auto *dock = dockOf(*window, u"test.rounds"_s);
        QTRY_VERIFY(dock->widget());
        QCOMPARE(dock->widget()->findChild<QLineEdit *>(u"search"_s)->text(), u"test.rounds"_s);
        QCOMPARE(window->selection(), reference);
        QCOMPARE(selected.size(), 1);
    }

    void keysAndNamesAreInOrder()
    {
        Desktop desktop;
        const auto window = desktop.window();
        window->resize(1366, 768);
        window->show();
        window->actionBook().action(u"panel.test.rounds"_s)->trigger(); // all panels made
        QTRY_COMPARE(desktop.made.size(), 3);
        const QStringList faults = accesswalk::faults(window.get());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n"_s)));
    }

    void aKeyOfTheUsersOwnSurvives()
    {
        Desktop desktop;
        {
            const auto window = desktop.window();
            window->actionBook().setKey(u"test.report"_s, QKeySequence(u"Ctrl+Alt+R"_s));
        }
        const auto window = desktop.window();
        QCOMPARE(window->actionBook().action(u"test.report"_s)->shortcut(),
                 QKeySequence(u"Ctrl+Alt+R"_s));
    }

    void theKeyOfAnActionRunsIt()
    {
        Desktop desktop;
        const auto window = desktop.window();
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(window->statusBar()->currentMessage(), u"reported"_s);
    }

    void ctrlFSearchesInThePanelThatHasTheFocus()
    {
        Desktop desktop;
        const auto window = desktop.window();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->actionBook().action(u"panel.test.detail"_s)->trigger();
        auto *panel = dockOf(*window, u"test.detail"_s)->widget();
        QTRY_VERIFY(panel);
        panel->findChild<QPushButton *>()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(),
                     static_cast<QWidget *>(panel->findChild<QLineEdit *>(u"search"_s)));
    }

    void showsAJobWithProgressAndACancelThatWorks()
    {
        Desktop desktop;
        const auto window = desktop.window();
        window->show();
        auto *button = window->findChild<QToolButton *>(u"jobs"_s);
        QVERIFY(button->isHidden());
        std::optional<core::ErrorCode> told;
        desktop.jobs.start<void>(
                u"Importing"_s, window.get(),
                [](core::Progress &progress) -> core::Result<> {
                    progress.setRange(200);
                    progress.setValue(50);
                    while (!progress.isCanceled())
                        QThread::yieldCurrentThread();
                    return core::fail(core::ErrorCode::Cancelled, {});
                },
                [&told](const core::Result<> &result) { told = result.error().code; });
        QTRY_VERIFY(button->isVisible());
        QTRY_COMPARE(button->text(), u"Importing: 25 %"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        auto *cancel = button->findChild<QPushButton *>();
        QTRY_VERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_COMPARE(told, core::ErrorCode::Cancelled);
        QTRY_VERIFY(button->isHidden());
    }

    void leavingWhileAJobRunsAsksFirst()
    {
        Desktop desktop;
        const auto window = desktop.window();
        window->show();
        QSignalSpy left(window.get(), &app::MainWindow::left);
        desktop.jobs.start<void>(
                u"Importing"_s, window.get(),
                [](core::Progress &progress) -> core::Result<> {
                    while (!progress.isCanceled())
                        QThread::yieldCurrentThread();
                    return {};
                },
                [](const core::Result<> &) {});
        desktop.prompts.accept = false;
        QVERIFY(!window->close());
        QCOMPARE(desktop.prompts.questions.size(), 1);
        QCOMPARE(left.size(), 0);
        desktop.prompts.accept = true;
        window->close();
        QTRY_COMPARE(left.size(), 1);
        QVERIFY(!window->isVisible());
    }

    void tellsWhoWorksNow()
    {
        Desktop desktop;
        const auto window = desktop.window();
        QSignalSpy changed(&window->events(), &shell::Events::personChanged);
        const shell::Person person{QUuid::createUuid(), u"示例甲"_s, u"安全员"_s, u"jia"_s};
        window->setPerson(person);
        QCOMPARE(window->person(), person);
        QCOMPARE(changed.size(), 1);
        QVERIFY(window->findChild<QToolButton *>(u"person"_s)->text().contains(u"示例甲"_s));
    }

private:
    static QDockWidget *dockOf(const app::MainWindow &window, const QString &id)
    {
        return window.findChild<QDockWidget *>(id);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
