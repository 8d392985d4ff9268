// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desk.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/modulelist.h"
#include "app/desktop/storeplants.h"
#include "app/specs.h"
#include "hazards/engine/hazardstore.h"
#include "support/keyboard.h"
#include "support/testplant.h"
#include "support/testshell.h"

#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

// The program over a real store, with all of its modules; nobody touches the mouse.
class TestFiveSteps : public QObject
{
    Q_OBJECT

private slots:
    void aHazardGoesFromReportToArchiveByTheKeyboardOfTwoPeople();

private:
    QWidget *dialog() const { return QApplication::activeModalWidget(); }
    bool goTo(const QString &name); // by Tab, in the window or dialog in front
    bool takeStep(const QString &key);
    bool becomes(const QString &name); // somebody else takes the seat
    bool isClosed()
    {
        return QTest::qWaitFor([this] { return !dialog(); });
    }
    QString state();

    TestPlant m_plant;
    QPointer<app::MainWindow> m_window;
    Keyboard m_keys;
};

bool TestFiveSteps::goTo(const QString &name)
{
    // The record is read again after each save; its buttons are made anew.
    return QTest::qWaitFor([&] {
        const QWidget *front = dialog() ? dialog() : m_window.data();
        const QPointer<QWidget> control = front->findChild<QWidget *>(name);
        return control && control->isVisible() && control->isEnabled() && m_keys.tabTo(control)
                && control && control->hasFocus();
    });
}

bool TestFiveSteps::takeStep(const QString &key)
{
    if (!goTo(u"step_"_s + key))
        return false;
    m_keys.press(Qt::Key_Space);
    return QTest::qWaitFor([this] {
        QWidget *front = dialog();
        return front && front->findChild<QPushButton *>(u"save"_s);
    });
}

bool TestFiveSteps::becomes(const QString &name)
{
    if (!goTo(u"person"_s))
        return false;
    m_keys.press(Qt::Key_Space);
    if (!QTest::qWaitFor([this] { return dialog() != nullptr; }))
        return false;
    m_keys.write(name);
    m_keys.press(Qt::Key_Return);
    return isClosed() && QTest::qWaitFor([&] { return m_window->person().name == name; });
}

QString TestFiveSteps::state()
{
    const auto connection = m_plant.store().connect();
    const auto rows = hazards::findRows(*connection, {});
    if (!rows || rows->size() != 1)
        return u"%1 hazards"_s.arg(rows ? rows->size() : -1);
    return hazards::fetch(*connection, *rows)->constFirst().state;
}

void TestFiveSteps::aHazardGoesFromReportToArchiveByTheKeyboardOfTwoPeople()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    core::SystemRng rng;
    const store::Schema schema = app::createSchema();
    TestPrompts prompts;
    shell::Theme theme;
    const app::StorePlants plants({schema, m_plant.clock(), rng}, app::createModules);
    shell::JobRunner jobs;
    app::Desk desk({{}, {}, settings, jobs, prompts, m_plant.clock(), theme}, plants,
                   folder.path());
    desk.start(m_plant.store().path(), u"officer"_s);
    QTRY_VERIFY(desk.window());
    m_window = desk.window();
    m_window->resize(1366, 768);
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_COMPARE(m_window->person().name, u"安全甲"_s);

    // Report
    m_keys.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(dialog()->findChild<QWidget *>(u"category.2"_s));
    m_keys.write(u"光电保护装置失效"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"P-01"_s);
    m_keys.press(Qt::Key_Return);
    m_keys.press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(state(), u"reported"_s);

    // Grade
    QVERIFY(takeStep(u"grade"_s));
    QVERIFY(goTo(u"grade.general"_s));
    m_keys.press(Qt::Key_Space);
    QVERIFY(goTo(u"colour.red"_s));
    m_keys.press(Qt::Key_Space);
    m_keys.press(Qt::Key_Right); // orange
    m_keys.press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(state(), u"graded"_s);

    // Dispatch
    QVERIFY(takeStep(u"dispatch"_s));
    QVERIFY(goTo(u"responsible"_s));
    QTRY_VERIFY(jobs.isIdle());
    m_keys.write(u"班长"_s);
    m_keys.press(Qt::Key_Return);
    m_keys.press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(state(), u"dispatched"_s);

    // Rectify, by somebody else
    QVERIFY(becomes(u"班长乙"_s));
    QVERIFY(takeStep(u"start"_s));
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isClosed());
    QCOMPARE(state(), u"rectifying"_s);
    QVERIFY(takeStep(u"submit"_s));
    m_keys.write(u"更换光电保护装置并试运行"_s);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isClosed());
    QCOMPARE(state(), u"submitted"_s);

    // Review, by the first person again
    QVERIFY(becomes(u"安全甲"_s));
    QVERIFY(takeStep(u"review"_s));
    QVERIFY(goTo(u"pass"_s));
    m_keys.press(Qt::Key_Space);
    m_keys.press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(state(), u"closed"_s);

    // Archive
    QVERIFY(takeStep(u"archive"_s));
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isClosed());
    QCOMPARE(state(), u"archived"_s);

    const auto connection = m_plant.connection();
    const auto rows = hazards::findRows(connection, {});
    const hazards::Hazard hazard = hazards::fetch(connection, *rows)->constFirst();
    QCOMPARE(hazard.foundBy, m_plant.officer);
    QCOMPARE(hazard.rectifiedBy, m_plant.leader);
    QCOMPARE(hazard.reviewer, m_plant.officer);
    m_window->close();
    QTRY_VERIFY(!desk.window() || !m_window->isVisible());
}

QTEST_MAIN(TestFiveSteps)
#include "tst_fivesteps.moc"
