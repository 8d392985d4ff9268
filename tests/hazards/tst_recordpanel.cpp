// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/hazardcase.h"
#include "hazards/panel/recordpanel.h"
#include "shell/messagebar.h"
#include "support/accesswalk.h"
#include "support/expectations.h"
#include "support/testshell.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestRecordPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatToDoWhileNothingIsSelected();
    void followsTheSelection();
    void otherRecordsLeaveItAlone();
    void offersTheStepsOfTheState_data();
    void offersTheStepsOfTheState();
    void saysWhyAStepIsNotPossible();
    void followsTheHazardOnItsWay();
    void asksWhoWorksBeforeAStep();
    void tellsTheHistoryInWords();
    void tellsTheFactsInWords();
    void ownFieldsGoByTheirName();
    void aValueIsNoMarkup();
    void badgeSaysStateAndColourInWords();
    void conflictsAreDecidedOnTheirTab();
    void twoTextsBecomeOne();
    void isUsableByKeyboardEyeAndScreenReader();

private:
    QString text(const QString &name) const
    {
        return m_panel->findChild<QTextBrowser *>(name)->toPlainText();
    }
    QString label(const QString &name) const { return m_panel->findChild<QLabel *>(name)->text(); }
    QStringList steps() const
    {
        QStringList names;
        for (const QPushButton *button :
             m_panel->findChild<QWidget *>(u"steps"_s)->findChildren<QPushButton *>())
            names << button->objectName().mid(5) + (button->isEnabled() ? QString() : u"!"_s);
        return names;
    }
    void select()
    {
        m_shell->setSelection({u"hazard"_s, m_hazard->id});
        QTRY_COMPARE(label(u"description"_s), u"光电保护装置失效"_s);
    }
    QWidget *conflicts() const { return m_panel->findChild<QWidget *>(u"conflicts"_s); }
    bool hasConflictsTab() const
    {
        const auto *tabs = m_panel->findChild<QTabWidget *>();
        return tabs->isTabVisible(tabs->indexOf(conflicts()));
    }
    // Two people describe it without having seen each other.
    void describeTwice()
    {
        const store::Record seen = m_hazard->record();
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"description"_s, u"护栏松动"_s}}, &seen));
        OK(hazards::change(m_plant->store(), m_plant->worker, m_hazard->id,
                           {{u"description"_s, u"护栏断裂"_s}}, &seen));
        QCOMPARE(m_hazard->record().openConflicts, 1);
    }
    void changed() { Q_EMIT m_shell->events().storeChanged({u"hazard"_s}); }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<HazardCase> m_hazard;
    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<hazards::RecordPanel> m_panel;
};

void TestRecordPanel::init()
{
    m_plant = std::make_unique<TestPlant>();
    m_hazard = std::make_unique<HazardCase>(*m_plant);
    m_shell = std::make_unique<TestShell>(m_plant->store().path());
    m_shell->setPerson({m_plant->officer, u"安全甲"_s, {}, u"officer"_s});
    m_panel = std::make_unique<hazards::RecordPanel>(m_plant->store(), *m_shell);
    m_panel->resize(480, 640);
    m_panel->show();
}

void TestRecordPanel::cleanup()
{
    m_panel.reset();
    m_shell.reset();
    m_hazard.reset();
    m_plant.reset();
}

void TestRecordPanel::saysWhatToDoWhileNothingIsSelected()
{
    QStringList texts;
    for (const QLabel *each : m_panel->findChildren<QLabel *>()) {
        if (each->isVisible())
            texts << each->text();
    }
    QVERIFY(texts.contains(u"No hazard is selected"_s));
    QVERIFY(!m_panel->findChild<QTabWidget *>()->isVisible());
}

void TestRecordPanel::followsTheSelection()
{
    select();
    QCOMPARE(label(u"number"_s), u"HZ-2025-00001"_s);
    HazardCase other(*m_plant);
    m_shell->setSelection({u"hazard"_s, other.id});
    QTRY_COMPARE(label(u"number"_s), u"HZ-2025-00002"_s);
}

void TestRecordPanel::otherRecordsLeaveItAlone()
{
    select();
    m_shell->setSelection({u"area"_s, m_plant->team});
    QTRY_VERIFY(m_shell->jobs().isIdle());
    QCOMPARE(label(u"number"_s), u"HZ-2025-00001"_s);
}

void TestRecordPanel::offersTheStepsOfTheState_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("step");
    QTest::newRow("reported") << u"reported"_s << u"grade"_s;
    QTest::newRow("graded") << u"graded"_s << u"dispatch"_s;
    QTest::newRow("dispatched") << u"dispatched"_s << u"start"_s;
    QTest::newRow("rectifying") << u"rectifying"_s << u"submit"_s;
    QTest::newRow("submitted") << u"submitted"_s << u"review"_s;
    QTest::newRow("closed") << u"closed"_s << u"archive"_s;
}

void TestRecordPanel::offersTheStepsOfTheState()
{
    QFETCH(QString, state);
    QFETCH(QString, step);
    m_hazard->bringTo(state);
    select();
    QVERIFY2(steps().contains(step), qUtf8Printable(steps().join(u' ')));
    QCOMPARE(steps().first(), step);
    QVERIFY(!m_panel->findChild<QPushButton *>(u"step_"_s + step)->text().isEmpty());
}

void TestRecordPanel::saysWhyAStepIsNotPossible()
{
    m_hazard->bringTo(u"submitted"_s);
    m_shell->setPerson({m_plant->worker, u"工人丙"_s, {}, {}}); // who rectified it
    select();
    QVERIFY(steps().contains(u"review!"_s));
    const auto *review = m_panel->findChild<QPushButton *>(u"step_review"_s);
    QVERIFY(!review->toolTip().isEmpty());
    QCOMPARE(label(u"whyNot"_s), review->toolTip());
    m_shell->setPerson({m_plant->officer, u"安全甲"_s, {}, {}});
    QTRY_VERIFY(steps().contains(u"review"_s));
    QVERIFY(label(u"whyNot"_s).isEmpty());
}

void TestRecordPanel::followsTheHazardOnItsWay()
{
    select();
    QVERIFY(steps().contains(u"grade"_s));
    OK(m_hazard->grade());
    changed();
    QTRY_VERIFY(steps().contains(u"dispatch"_s));
    QVERIFY(!steps().contains(u"grade"_s));
}

void TestRecordPanel::asksWhoWorksBeforeAStep()
{
    m_shell->setPerson({});
    select();
    auto *grade = m_panel->findChild<QPushButton *>(u"step_grade"_s);
    QVERIFY(grade && grade->isEnabled());
    grade->click();
    const auto *messages = m_panel->findChild<shell::MessageBar *>();
    QVERIFY(messages->isVisible());
    QVERIFY(messages->text().contains(u"right of the status bar"_s));
}

void TestRecordPanel::tellsTheHistoryInWords()
{
    m_hazard->bringTo(u"dispatched"_s);
    select();
    const QString history = text(u"history"_s);
    QVERIFY(history.contains(u"工人丙"_s));
    QVERIFY(history.contains(u"安全甲"_s));
    QVERIFY(history.contains(u"班长乙"_s)); // a name, not an id
    QVERIFY(!history.contains(core::toText(m_plant->leader)));
    QCOMPARE(m_panel->findChild<QTabWidget *>()->tabText(1), u"History (3)"_s);
    QVERIFY(history.indexOf(u"班长乙"_s) < history.indexOf(u"光电保护装置失效"_s)); // newest first
}

void TestRecordPanel::tellsTheFactsInWords()
{
    m_hazard->bringTo(u"dispatched"_s);
    select();
    const QString facts = text(u"facts"_s);
    for (const QString &part : {u"工人丙"_s, u"P-01 冲床"_s, u"厂区 / 一车间 / 冲压班"_s,
                                u"班长乙"_s, u"2025-10-20"_s, u"Yellow"_s})
        QVERIFY2(facts.contains(part), qUtf8Printable(part + u" in "_s + facts));
    QVERIFY(!facts.contains(u"overdue"_s));
    m_plant->clock().advance(30 * 24 * 3600 * 1000LL);
    changed();
    QTRY_VERIFY(text(u"facts"_s).contains(u"2025-10-20 (overdue)"_s));
}

void TestRecordPanel::ownFieldsGoByTheirName()
{
    auto writer = store::Writer::begin(m_plant->store(), m_plant->officer, u"Own fields"_s);
    QVERIFY(writer);
    OK(writer->create(u"custom_field"_s,
                      {{u"entity"_s, u"hazard"_s},
                       {u"slug"_s, u"shift"_s},
                       {u"label"_s, u"班次"_s},
                       {u"type"_s, u"text"_s}}));
    OK(writer->set(u"hazard"_s, m_hazard->id, {{u"c.shift"_s, u"夜班"_s}}));
    OK(writer->commit());
    select();
    QVERIFY(text(u"facts"_s).contains(u"班次"_s));
    QVERIFY(text(u"facts"_s).contains(u"夜班"_s));
    QVERIFY(!text(u"facts"_s).contains(u"shift"_s));
}

void TestRecordPanel::aValueIsNoMarkup()
{
    OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                       {{u"remark"_s, u"<b>bold</b> & <script>"_s}}));
    select();
    QVERIFY(text(u"facts"_s).contains(u"<b>bold</b> & <script>"_s));
    QVERIFY(text(u"history"_s).contains(u"<b>bold</b> & <script>"_s));
}

void TestRecordPanel::badgeSaysStateAndColourInWords()
{
    OK(m_hazard->grade(u"major"_s));
    select();
    const QStringList words = label(u"badge"_s).split(u" · "_s);
    QCOMPARE(words.size(), 3);
    QVERIFY(words.contains(u"Red"_s));
    QVERIFY(words.last().contains(m_plant->schema().find(u"hazard"_s)->stateLabel(u"graded"_s)));
    const QPalette palette = m_panel->findChild<QLabel *>(u"badge"_s)->palette();
    QVERIFY(shell::Colours::contrast(palette.color(QPalette::Window),
                                     palette.color(QPalette::WindowText))
            >= 4.5);
}

void TestRecordPanel::conflictsAreDecidedOnTheirTab()
{
    select();
    QVERIFY(!hasConflictsTab());
    describeTwice();
    changed();
    QTRY_VERIFY(hasConflictsTab());
    auto *tabs = m_panel->findChild<QTabWidget *>();
    tabs->setCurrentWidget(conflicts());
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Conflicts (1)"_s);
    QStringList texts;
    for (const QLabel *each : conflicts()->findChildren<QLabel *>())
        texts << each->text();
    QVERIFY(texts.contains(u"护栏断裂"_s) && texts.contains(u"护栏松动"_s));
    QVERIFY2(texts.filter(u"安全甲"_s).size() == 1 && texts.filter(u"工人丙"_s).size() == 1,
             qUtf8Printable(texts.join(u'|')));
    QCOMPARE(accesswalk::faults(m_panel.get()).join(u'\n'), QString());

    m_shell->setPerson({});
    conflicts()->findChild<QPushButton *>(u"takeOther"_s)->click();
    QVERIFY(m_panel->findChild<shell::MessageBar *>()->isVisible());
    QCOMPARE(m_hazard->record().openConflicts, 1); // nobody decides without a name
    m_shell->setPerson({m_plant->officer, u"安全甲"_s, {}, u"officer"_s});
    conflicts()->findChild<QPushButton *>(u"takeOther"_s)->click();
    QTRY_VERIFY(!hasConflictsTab());
    QCOMPARE(m_hazard->record().text(u"description"_s), u"护栏松动"_s);
    QCOMPARE(m_hazard->record().openConflicts, 0);
}

void TestRecordPanel::twoTextsBecomeOne()
{
    select();
    describeTwice();
    changed();
    QTRY_VERIFY(hasConflictsTab());
    m_panel->findChild<QTabWidget *>()->setCurrentWidget(conflicts());
    conflicts()->findChild<QPushButton *>(u"editBoth"_s)->click();
    auto *text = conflicts()->findChild<QPlainTextEdit *>(u"bothTexts"_s);
    QCOMPARE(text->toPlainText(), u"护栏断裂\n护栏松动"_s);
    text->setPlainText(u"护栏松动并断裂"_s);
    changed(); // another save does not take away what is being written
    QTRY_VERIFY(m_shell->jobs().isIdle());
    QCOMPARE(conflicts()->findChild<QPlainTextEdit *>(u"bothTexts"_s), text);
    conflicts()->findChild<QPushButton *>(u"saveBoth"_s)->click();
    QTRY_VERIFY(!hasConflictsTab());
    QCOMPARE(m_hazard->record().text(u"description"_s), u"护栏松动并断裂"_s);
}

void TestRecordPanel::isUsableByKeyboardEyeAndScreenReader()
{
    m_hazard->bringTo(u"dispatched"_s);
    select();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QCOMPARE(accesswalk::faults(m_panel.get()), QStringList());
}

QTEST_MAIN(TestRecordPanel)
#include "tst_recordpanel.moc"
