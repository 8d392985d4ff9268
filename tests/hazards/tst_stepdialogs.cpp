// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "core/clock.h"
#include "hazardcase.h"
#include "hazards/panel/deadlineedit.h"
#include "hazards/panel/stepdialogs.h"
#include "shell/choicebox.h"
#include "shell/messagebar.h"
#include "support/accesswalk.h"
#include "support/keyboard.h"
#include "support/testshell.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace hazards;

class TestStepDialogs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyDialogIsUsableByKeyboardEyeAndScreenReader_data();
    void everyDialogIsUsableByKeyboardEyeAndScreenReader();
    void gradesByKeyboard();
    void aMajorHazardIsRedNeedsItsClauseAndOffersThePlan();
    void dispatchesWithTheUsualDeadlineAndTheUnitOfThePerson();
    void aDeadlineInThePastKeepsTheButtonOff();
    void rectificationOfAMajorHazardWaitsForItsPlan();
    void submitsWithTheDayAndTheCost();
    void theReviewerIsNeverTheRectifier();
    void aReturnNeedsWords();
    void aRejectionNeedsAReason();
    void mergesIntoTheHazardThatIsFound();
    void suspendsUntilALaterDay();
    void archivesWithARemark();
    void aStepThatCameTooLateIsExplained();
    void whatTheEngineRefusesIsSaidInside();

private:
    void open(Step step);
    template<typename T>
    T *part(const QString &name) const
    {
        T *found = m_dialog ? m_dialog->findChild<T *>(name) : nullptr;
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    bool canSave() const { return part<QPushButton>(u"save"_s)->isEnabled(); }
    QString reason() const { return part<QLabel>(u"reason"_s)->text(); }
    void workAs(const QUuid &person) { m_shell->setPerson({.id = person, .name = u"somebody"_s}); }
    void idle() { QTRY_VERIFY(m_shell->jobs().isIdle()); }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<HazardCase> m_hazard;
    QPointer<QDialog> m_dialog;
    Keyboard m_keys;
};

void TestStepDialogs::init()
{
    m_plant = std::make_unique<TestPlant>();
    m_shell = std::make_unique<TestShell>(m_plant->store().path());
    m_hazard = std::make_unique<HazardCase>(*m_plant);
    workAs(m_plant->officer);
    m_keys = {};
}

void TestStepDialogs::cleanup()
{
    delete m_dialog;
    m_shell.reset();
    m_hazard.reset();
    m_plant.reset();
}

void TestStepDialogs::open(Step step)
{
    delete m_dialog;
    m_dialog = openStep(step, m_plant->store(), *m_shell, m_hazard->record(), nullptr);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    idle();
}

void TestStepDialogs::everyDialogIsUsableByKeyboardEyeAndScreenReader_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("language");
    const auto row = [](const char *name, Step step, const QString &state) {
        for (const QString &language : {u"en"_s, u"zh_CN"_s})
            QTest::addRow("%s, %s", name, qPrintable(language)) << int(step) << state << language;
    };
    row("grade", Step::Grade, u"reported"_s);
    row("reject", Step::Reject, u"reported"_s);
    row("merge", Step::Merge, u"reported"_s);
    row("dispatch", Step::Dispatch, u"graded"_s);
    row("start", Step::Start, u"dispatched"_s);
    row("suspend", Step::Suspend, u"dispatched"_s);
    row("submit", Step::Submit, u"rectifying"_s);
    row("review", Step::Review, u"submitted"_s);
    row("archive", Step::Archive, u"closed"_s);
}

void TestStepDialogs::everyDialogIsUsableByKeyboardEyeAndScreenReader()
{
    QFETCH(int, step);
    QFETCH(QString, state);
    QFETCH(QString, language);
    const app::Language words(language);
    m_hazard->bringTo(state);
    open(Step(step));
    QCOMPARE(accesswalk::faults(m_dialog).join(u'\n'), QString());
    QVERIFY(part<QLabel>(u"heading"_s)->text().startsWith(m_hazard->record().number));
    m_keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_hazard->state(), state);
}

void TestStepDialogs::gradesByKeyboard()
{
    open(Step::Grade);
    QVERIFY(!canSave());
    QCOMPARE(reason(), u"Choose the grade."_s);
    m_keys.press(Qt::Key_Space); // the first: general
    QVERIFY(part<QRadioButton>(u"grade.general"_s)->isChecked());
    QVERIFY(!canSave());
    QVERIFY(reason().startsWith(u"Choose the response colour"_s));
    QVERIFY(m_keys.tabTo(part<QRadioButton>(u"colour.red"_s)));
    m_keys.press(Qt::Key_Space);
    m_keys.press(Qt::Key_Right);
    QVERIFY(part<QRadioButton>(u"colour.orange"_s)->isChecked());
    QVERIFY(m_keys.tabTo(part<shell::ChoiceBox>(u"accidentType"_s)));
    m_keys.write(u"zzz"_s);
    QVERIFY(!canSave());
    m_keys.press(Qt::Key_A, Qt::ControlModifier);
    m_keys.write(u"86-08"_s); // found by its code in either language
    m_keys.press(Qt::Key_Return);
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    const store::Record record = m_hazard->record();
    QCOMPARE(record.state, u"graded"_s);
    QCOMPARE(record.text(u"grade"_s), u"general"_s);
    QCOMPARE(record.text(u"response_colour"_s), u"orange"_s);
    QCOMPARE(record.list(u"accident_types"_s).size(), 1);
    QVERIFY(m_shell->announced.constLast().contains(record.number));
}

void TestStepDialogs::aMajorHazardIsRedNeedsItsClauseAndOffersThePlan()
{
    m_shell->testPrompts.accept = true;
    open(Step::Grade);
    m_keys.press(Qt::Key_Space);
    m_keys.press(Qt::Key_Right);
    QVERIFY(part<QRadioButton>(u"grade.major"_s)->isChecked());
    QVERIFY(part<QRadioButton>(u"colour.red"_s)->isChecked());
    QVERIFY(!part<QRadioButton>(u"colour.blue"_s)->isEnabled());
    QVERIFY(part<QLabel>(u"planNote"_s)->isVisible());
    QVERIFY(!canSave());
    QVERIFY2(reason().contains(u"clause"_s), qUtf8Printable(reason()));
    QVERIFY(m_keys.tabTo(part<QPlainTextEdit>(u"legalBasis"_s)));
    m_keys.write(u"令第10号第七条第七项"_s);
    QCOMPARE(accesswalk::faults(m_dialog).join(u'\n'), QString());
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_hazard->state(), u"graded"_s);
    QTRY_COMPARE(m_shell->testPrompts.questions.size(), 1);
    QTRY_VERIFY(QApplication::activeModalWidget()
                && QApplication::activeModalWidget()->findChild<QCheckBox *>(u"five_funds"_s));
    QWidget *plan = QApplication::activeModalWidget();
    QCOMPARE(accesswalk::faults(plan).join(u'\n'), QString());
    delete plan;
}

void TestStepDialogs::dispatchesWithTheUsualDeadlineAndTheUnitOfThePerson()
{
    m_hazard->bringTo(u"graded"_s); // yellow: three days
    open(Step::Dispatch);
    QVERIFY(!canSave());
    auto *deadline = part<DeadlineEdit>(u"deadline"_s);
    const auto connection = m_plant->connection();
    GET(usual, defaultDeadline(connection, u"yellow"_s, m_plant->clock().now(), "Asia/Shanghai"));
    QCOMPARE(deadline->deadline(), *usual);
    QCOMPARE(deadline->time(), QTime(23, 59));
    m_keys.write(u"班长"_s);
    m_keys.press(Qt::Key_Return);
    QCOMPARE(part<shell::ChoiceBox>(u"responsible"_s)->chosen(), core::toText(m_plant->leader));
    QCOMPARE(part<shell::ChoiceBox>(u"unit"_s)->chosen(), core::toText(m_plant->team));
    QVERIFY(m_keys.tabTo(part<QLineEdit>(u"cost"_s)));
    m_keys.write(u"many"_s);
    QVERIFY(!canSave());
    m_keys.press(Qt::Key_A, Qt::ControlModifier);
    m_keys.write(u"1200.5"_s);
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    const store::Record record = m_hazard->record();
    QCOMPARE(record.state, u"dispatched"_s);
    QCOMPARE(record.reference(u"responsible"_s), m_plant->leader);
    QCOMPARE(record.reference(u"responsible_area"_s), m_plant->team);
    QCOMPARE(record.text(u"deadline"_s), *usual);
    QCOMPARE(record.integer(u"cost"_s), 120050);
}

void TestStepDialogs::aDeadlineInThePastKeepsTheButtonOff()
{
    m_hazard->bringTo(u"graded"_s);
    open(Step::Dispatch);
    m_keys.write(u"班长"_s);
    m_keys.press(Qt::Key_Return);
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    auto *deadline = part<DeadlineEdit>(u"deadline"_s);
    QVERIFY(m_keys.tabTo(deadline));
    m_keys.press(Qt::Key_Down); // a year earlier
    QVERIFY(!canSave());
    QCOMPARE(reason(), u"The deadline lies in the past."_s);
    m_keys.press(Qt::Key_Up);
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    deadline->setTime(QTime(16, 30));
    QCOMPARE(deadline->deadline().right(14), u"T08:30:00.000Z"_s); // Shanghai is eight hours ahead
}

void TestStepDialogs::rectificationOfAMajorHazardWaitsForItsPlan()
{
    OK(m_hazard->grade(u"major"_s));
    OK(m_hazard->dispatch());
    workAs(m_plant->leader);
    open(Step::Start);
    QVERIFY(!canSave());
    QVERIFY2(reason().contains(u"treatment plan"_s), qUtf8Printable(reason()));
    QCOMPARE(accesswalk::faults(m_dialog).join(u'\n'), QString());
    QVERIFY(m_keys.tabTo(part<QPushButton>(u"plan"_s)));
    m_keys.press(Qt::Key_Space);
    QTRY_VERIFY(QApplication::activeModalWidget() != m_dialog);
    QPointer<QWidget> plan = QApplication::activeModalWidget();
    QVERIFY(QTest::qWaitForWindowActive(plan));
    for (const QString &key : fiveKeys()) {
        QVERIFY(m_keys.tabTo(plan->findChild<QPlainTextEdit *>(key + u"_evidence"_s)));
        m_keys.write(u"见治理方案"_s);
        QVERIFY(plan->findChild<QCheckBox *>(key)->isChecked());
    }
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!plan);
    QTRY_VERIFY(canSave());
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_hazard->state(), u"rectifying"_s);
    QCOMPARE(missingFive(m_plant->schema(), m_hazard->record()), QStringList());
}

void TestStepDialogs::submitsWithTheDayAndTheCost()
{
    m_hazard->bringTo(u"rectifying"_s);
    workAs(m_plant->worker);
    open(Step::Submit);
    QCOMPARE(reason(), u"Say what was done."_s);
    m_keys.write(u"更换光电保护装置"_s);
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    QCOMPARE(part<shell::ChoiceBox>(u"rectifiedBy"_s)->text(), u"工人丙"_s);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    const store::Record record = m_hazard->record();
    QCOMPARE(record.state, u"submitted"_s);
    QCOMPARE(record.text(u"measure"_s), u"更换光电保护装置"_s);
    QCOMPARE(record.reference(u"rectified_by"_s), m_plant->worker);
    QCOMPARE(record.text(u"completed_on"_s), momentOf(m_plant->store()).today);
}

void TestStepDialogs::theReviewerIsNeverTheRectifier()
{
    m_hazard->bringTo(u"submitted"_s); // rectified by the worker
    workAs(m_plant->worker);
    open(Step::Review);
    QVERIFY(!canSave());
    QVERIFY2(reason().startsWith(u"You rectified this hazard yourself"_s),
             qUtf8Printable(reason()));
    m_keys.press(Qt::Key_Space);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_hazard->state(), u"submitted"_s);
    workAs(m_plant->officer); // somebody else takes the seat
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    QCOMPARE(part<QPushButton>(u"save"_s)->text(), u"Pass"_s);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_hazard->state(), u"closed"_s);
    QCOMPARE(m_hazard->record().reference(u"reviewer"_s), m_plant->officer);
}

void TestStepDialogs::aReturnNeedsWords()
{
    m_hazard->bringTo(u"submitted"_s);
    open(Step::Review);
    QCOMPARE(reason(), u"Choose whether the rectification passed or is returned."_s);
    m_keys.press(Qt::Key_Space);
    m_keys.press(Qt::Key_Right);
    QVERIFY(part<QRadioButton>(u"sendBack"_s)->isChecked());
    QVERIFY(!canSave());
    QVERIFY(m_keys.tabTo(part<QPlainTextEdit>(u"opinion"_s)));
    m_keys.write(u"防护罩未装"_s);
    QCOMPARE(part<QPushButton>(u"save"_s)->text(), u"Return"_s);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_hazard->state(), u"returned"_s);
    QCOMPARE(m_hazard->record().text(u"review_opinion"_s), u"防护罩未装"_s);
}

void TestStepDialogs::aRejectionNeedsAReason()
{
    open(Step::Reject);
    QVERIFY(!canSave());
    m_keys.write(u"现场核实无此情况"_s);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_hazard->state(), u"rejected"_s);
    QCOMPARE(m_hazard->record().text(u"reject_reason"_s), u"现场核实无此情况"_s);
}

void TestStepDialogs::mergesIntoTheHazardThatIsFound()
{
    const HazardCase other(*m_plant);
    open(Step::Merge);
    QVERIFY(!canSave());
    m_keys.write(other.record().number);
    auto *into = part<shell::ChoiceBox>(u"into"_s);
    QTRY_COMPARE(into->choices().size(), 1);
    m_keys.press(Qt::Key_Return);
    QCOMPARE(into->chosen(), core::toText(other.id));
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_hazard->state(), u"merged"_s);
    QCOMPARE(m_hazard->record().reference(u"merged_into"_s), other.id);
}

void TestStepDialogs::suspendsUntilALaterDay()
{
    m_hazard->bringTo(u"dispatched"_s);
    open(Step::Suspend);
    m_keys.write(u"备件未到货"_s);
    QVERIFY(!canSave());
    QVERIFY2(reason().startsWith(u"Choose the new deadline"_s), qUtf8Printable(reason()));
    QVERIFY(m_keys.tabTo(part<DeadlineEdit>(u"until"_s)));
    m_keys.press(Qt::Key_Up); // a year later
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_hazard->state(), u"suspended"_s);
    QCOMPARE(m_hazard->record().text(u"deadline"_s), u"2026-10-20"_s);
}

void TestStepDialogs::archivesWithARemark()
{
    m_hazard->bringTo(u"closed"_s);
    open(Step::Archive);
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    m_keys.write(u"年度归档"_s);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_hazard->state(), u"archived"_s);
    const auto connection = m_plant->connection();
    GET(comments, store::appended(connection, u"hazard"_s, m_hazard->id, u"comments"_s));
    QCOMPARE(comments->size(), 1);
    QCOMPARE(comments->constFirst().value.value(u"text"_s).toString(), u"年度归档"_s);
}

void TestStepDialogs::aStepThatCameTooLateIsExplained()
{
    open(Step::Grade);
    m_keys.press(Qt::Key_Space);
    QVERIFY(m_keys.tabTo(part<QRadioButton>(u"colour.red"_s)));
    m_keys.press(Qt::Key_Space);
    m_keys.press(Qt::Key_Right);
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    OK(m_hazard->grade()); // by somebody else, meanwhile
    OK(m_hazard->dispatch());
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    auto *messages = m_dialog->findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY2(messages->text().contains(u"Somebody else"_s), qUtf8Printable(messages->text()));
    QVERIFY(!part<QPushButton>(u"save"_s)->isVisible());
    QCOMPARE(part<QPushButton>(u"cancel"_s)->text(), u"Close"_s);
    QCOMPARE(m_hazard->record().text(u"response_colour"_s), u"yellow"_s);
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
}

void TestStepDialogs::whatTheEngineRefusesIsSaidInside()
{
    m_hazard->bringTo(u"graded"_s);
    open(Step::Dispatch);
    m_keys.write(u"班长"_s);
    m_keys.press(Qt::Key_Return);
    // The person leaves after the list was read.
    const auto connection = m_plant->connection();
    auto person = plant::findPerson(connection, m_plant->leader);
    QVERIFY(person && *person);
    plant::Person gone = **person;
    gone.isActive = false;
    OK(plant::changePerson(m_plant->store(), m_plant->officer, gone));
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    auto *messages = m_dialog->findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY2(messages->text().contains(u"active people"_s), qUtf8Printable(messages->text()));
    QVERIFY2(canSave(), qUtf8Printable(reason()));
    QCOMPARE(m_hazard->state(), u"graded"_s);
    QCOMPARE(accesswalk::faults(m_dialog).join(u'\n'), QString());
}

QTEST_MAIN(TestStepDialogs)
#include "tst_stepdialogs.moc"
