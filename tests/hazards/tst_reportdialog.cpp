// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/hazardstore.h"
#include "hazards/panel/codebuttons.h"
#include "hazards/panel/photolist.h"
#include "hazards/panel/reportdialog.h"
#include "shell/choicebox.h"
#include "shell/messagebar.h"
#include "store/blobs.h"
#include "support/accesswalk.h"
#include "support/expectations.h"
#include "support/keyboard.h"
#include "support/testplant.h"
#include "support/testshell.h"

#include <QCompleter>
#include <QDateEdit>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace hazards;

class TestReportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isUsableByKeyboardEyeAndScreenReader();
    void reportsInFourInputs();
    void saysWhatIsMissing();
    void controlAndEnterReportsOutOfTheDescription();
    void keepsAPlaceInOwnWords();
    void refusesAFinderWhoIsNobody();
    void asksWhoWorksNow();
    void photosBecomeEvidence();
    void aFileThatIsNoPictureIsTakenOutWithAWord();
    void aRefusalIsSaidInside();
    void whatWasTypedIsOfferedBackAfterACrash();
    void whatWasReportedOrGivenUpIsNotOfferedBack();

private:
    template<typename T>
    T *part(const QString &name) const
    {
        T *found = m_dialog->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void openAgain()
    {
        m_dialog = std::make_unique<ReportDialog>(m_plant->store(), *m_shell);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTRY_VERIFY(m_dialog->isReady());
        m_keys = {};
    }
    bool isDraftKept() const { return !QDir(m_shell->draftFolder()).isEmpty(QDir::Files); }
    QPushButton *saveButton() const { return part<QPushButton>(u"save"_s); }
    QString reason() const { return part<QLabel>(u"reason"_s)->text(); }
    Hazard onlyHazard();

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<TestShell> m_shell;
    std::unique_ptr<ReportDialog> m_dialog;
    Keyboard m_keys;
};

void TestReportDialog::init()
{
    m_plant = std::make_unique<TestPlant>();
    m_shell = std::make_unique<TestShell>(m_plant->store().path());
    m_shell->setPerson({.id = m_plant->worker, .name = u"工人丙"_s});
    m_dialog = std::make_unique<ReportDialog>(m_plant->store(), *m_shell);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_VERIFY(m_dialog->isReady());
    m_keys = {};
}

void TestReportDialog::cleanup()
{
    m_dialog.reset();
    m_shell.reset();
    m_plant.reset();
}

Hazard TestReportDialog::onlyHazard()
{
    const auto connection = m_plant->connection();
    const auto rows = findRows(connection, {});
    if (!rows || rows->size() != 1)
        qFatal("not one hazard");
    return fetch(connection, *rows)->constFirst();
}

void TestReportDialog::isUsableByKeyboardEyeAndScreenReader()
{
    QCOMPARE(accesswalk::faults(m_dialog.get()).join(u'\n'), QString());
    part<QToolButton>(u"more"_s)->click();
    QTRY_VERIFY(part<QDateEdit>(u"foundOn"_s)->isVisible());
    QCOMPARE(accesswalk::faults(m_dialog.get()).join(u'\n'), QString());
}

void TestReportDialog::reportsInFourInputs()
{
    QVERIFY(part<QPlainTextEdit>(u"description"_s)->hasFocus());
    m_keys.write(u"光电保护装置失效"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"P-0"_s);
    m_keys.press(Qt::Key_Return); // the entry found
    QCOMPARE(part<shell::ChoiceBox>(u"place"_s)->text(), u"P-01 冲床"_s);
    QVERIFY(m_dialog->isVisible()); // Enter took the entry and nothing else
    m_keys.press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY(part<QRadioButton>(u"category.2"_s)->isChecked());
    m_keys.press(Qt::Key_Return);

    QTRY_VERIFY(!m_dialog->isVisible());
    const Hazard hazard = onlyHazard();
    QCOMPARE(hazard.description, u"光电保护装置失效"_s);
    QCOMPARE(hazard.equipment, m_plant->press);
    QCOMPARE(hazard.area, m_plant->team);
    QCOMPARE(hazard.category, u"2"_s);
    QCOMPARE(hazard.state, u"reported"_s);
    QCOMPARE(hazard.foundBy, m_plant->worker);
    QCOMPARE(hazard.foundOn, momentOf(m_plant->store()).today);
    QCOMPARE(m_shell->opened, QList<shell::Reference>({{u"hazard"_s, hazard.id}}));
    QVERIFY(m_shell->announced.constLast().contains(hazard.number));
    QVERIFY2(m_keys.strokes <= 6, "text, tab, text, enter, category, enter");
}

void TestReportDialog::saysWhatIsMissing()
{
    QVERIFY(!saveButton()->isEnabled());
    QCOMPARE(reason(), u"Say what was found."_s);
    m_keys.write(u"  "_s);
    QVERIFY(!saveButton()->isEnabled());
    m_keys.write(u"油污"_s);
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY(reason().startsWith(u"Say where it is"_s));
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!m_dialog->isSaving());
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"冲压"_s);
    QVERIFY(saveButton()->isEnabled());
}

void TestReportDialog::controlAndEnterReportsOutOfTheDescription()
{
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"焊接班"_s);
    m_keys.press(Qt::Key_Tab, Qt::ShiftModifier); // the only entry that fits is taken
    QVERIFY(part<QPlainTextEdit>(u"description"_s)->hasFocus());
    m_keys.write(u"气瓶未固定"_s);
    m_keys.press(Qt::Key_Return);
    m_keys.write(u"两只"_s);
    QVERIFY(m_dialog->isVisible()); // a line of its own
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog->isVisible());
    const Hazard hazard = onlyHazard();
    QCOMPARE(hazard.description, u"气瓶未固定\n两只"_s);
    QCOMPARE(hazard.area, m_plant->otherTeam);
    QVERIFY(hazard.equipment.isNull());
}

void TestReportDialog::keepsAPlaceInOwnWords()
{
    m_keys.write(u"护栏缺失"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"东门外卸货平台"_s);
    QVERIFY(!part<QLabel>(u"placeNote"_s)->isVisible());
    m_keys.press(Qt::Key_Tab);
    QTRY_VERIFY(part<QLabel>(u"placeNote"_s)->isVisible());
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(onlyHazard().place, u"东门外卸货平台"_s);
    QVERIFY(onlyHazard().area.isNull());
}

void TestReportDialog::refusesAFinderWhoIsNobody()
{
    m_keys.write(u"护栏缺失"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"冲压班"_s);
    part<QToolButton>(u"more"_s)->click();
    auto *finder = part<shell::ChoiceBox>(u"foundBy"_s);
    QCOMPARE(finder->text(), u"工人丙"_s);
    QVERIFY(m_keys.tabTo(finder));
    m_keys.press(Qt::Key_A, Qt::ControlModifier);
    m_keys.write(u"张无名"_s);
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY2(reason().contains(u"张无名"_s), qUtf8Printable(reason()));
    m_keys.press(Qt::Key_A, Qt::ControlModifier);
    m_keys.write(u"班长"_s);
    m_keys.press(Qt::Key_Return);
    QVERIFY(saveButton()->isEnabled());
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(onlyHazard().foundBy, m_plant->leader);
}

void TestReportDialog::asksWhoWorksNow()
{
    m_keys.write(u"护栏缺失"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"冲压班"_s);
    QVERIFY(saveButton()->isEnabled());
    m_shell->setPerson({});
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY(reason().contains(u"who works now"_s));
}

void TestReportDialog::photosBecomeEvidence()
{
    QTemporaryDir folder;
    QImage picture(300, 200, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    m_shell->testPrompts.pathToOpen = folder.filePath(u"before.png"_s);
    QVERIFY(picture.save(m_shell->testPrompts.pathToOpen));

    m_keys.write(u"护栏缺失"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"冲压班"_s);
    part<QToolButton>(u"more"_s)->click();
    QVERIFY(m_keys.tabTo(part<QPushButton>(u"addPhotos"_s)));
    m_keys.press(Qt::Key_Space);
    QCOMPARE(part<PhotoList>(u"photos"_s)->files().size(), 1);
    m_keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_dialog->isVisible());
    const Hazard hazard = onlyHazard();
    QCOMPARE(hazard.beforePhotos.size(), 1);
    QFile kept(store::Blobs(m_plant->store().path()).pathOf(hazard.beforePhotos.constFirst()));
    QFile original(m_shell->testPrompts.pathToOpen);
    QVERIFY(kept.open(QIODevice::ReadOnly) && original.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), original.readAll());
}

void TestReportDialog::aFileThatIsNoPictureIsTakenOutWithAWord()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"notes.jpg"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    part<QToolButton>(u"more"_s)->click();
    auto *photos = part<PhotoList>(u"photos"_s);
    photos->add({file.fileName()});
    QTRY_COMPARE(photos->files(), QStringList());
    const auto labels = photos->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"notes.jpg"_s);
    }));
}

void TestReportDialog::aRefusalIsSaidInside()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"gone.png"_s);
    QVERIFY(QImage(20, 20, QImage::Format_RGB32).save(path));
    part<PhotoList>(u"photos"_s)->add({path});
    QTRY_VERIFY(m_shell->jobs().isIdle());
    QVERIFY(QFile::remove(path));
    m_keys.write(u"护栏缺失"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"冲压班"_s);
    m_keys.press(Qt::Key_Return);
    m_keys.press(Qt::Key_Return);
    auto *messages = m_dialog->findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QVERIFY2(messages->text().contains(u"gone.png"_s), qUtf8Printable(messages->text()));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(saveButton()->isEnabled()); // it may be tried again
    QCOMPARE(m_shell->opened.size(), 0);
}

void TestReportDialog::whatWasTypedIsOfferedBackAfterACrash()
{
    m_keys.write(u"护栏缺失"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.write(u"焊接班"_s);
    m_keys.press(Qt::Key_Tab);
    m_keys.press(Qt::Key_2, Qt::AltModifier);
    part<shell::ChoiceBox>(u"foundBy"_s)->choose(core::toText(m_plant->leader));
    QTRY_VERIFY(part<QRadioButton>(u"category.2"_s)->isChecked());
    QVERIFY(!isDraftKept());
    QTRY_VERIFY(isDraftKept());
    QTRY_VERIFY(m_shell->jobs().isIdle());
    m_dialog.reset(); // nobody pressed anything

    openAgain();
    auto *messages = m_dialog->findChild<shell::MessageBar *>();
    QVERIFY(messages->isVisible());
    QVERIFY2(messages->text().contains(u"was not reported"_s), qUtf8Printable(messages->text()));
    QCOMPARE(part<QPlainTextEdit>(u"description"_s)->toPlainText(), QString()); // not unasked
    const auto buttons = messages->findChildren<QPushButton *>();
    const auto take = std::find_if(buttons.cbegin(), buttons.cend(), [](const auto *button) {
        return button->text() == u"Take it up again"_s;
    });
    QVERIFY(take != buttons.cend());
    (*take)->click();
    const NewHazard back = m_dialog->hazard();
    QCOMPARE(back.description, u"护栏缺失"_s);
    QCOMPARE(back.area, m_plant->otherTeam);
    QCOMPARE(back.category, u"2"_s);
    QCOMPARE(back.foundBy, m_plant->leader);
    QVERIFY(saveButton()->isEnabled());
    saveButton()->click();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(onlyHazard().area, m_plant->otherTeam);
    QVERIFY(!isDraftKept());
}

void TestReportDialog::whatWasReportedOrGivenUpIsNotOfferedBack()
{
    m_keys.write(u"护栏缺失"_s);
    QTRY_VERIFY(isDraftKept());
    QTRY_VERIFY(m_shell->jobs().isIdle());
    m_dialog->reject();
    QVERIFY(!isDraftKept());
    openAgain();
    QVERIFY(!m_dialog->findChild<shell::MessageBar *>()->isVisible());
}

QTEST_MAIN(TestReportDialog)
#include "tst_reportdialog.moc"
