// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/areadialog.h"
#include "plant/panel/equipmentdialog.h"
#include "plant/panel/persondialog.h"
#include "plant/panel/plantpanel.h"
#include "shell/messagebar.h"
#include "support/accesswalk.h"
#include "support/expectations.h"
#include "support/testplant.h"
#include "support/testshell.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using plant::AreaDialog;
using plant::EquipmentDialog;
using plant::PersonDialog;

class TestPlantDialogs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anAreaNeedsANameBeforeItCanBeSaved();
    void suggestsTheKindThatStandsBelow();
    void addsAnAreaByKeyboard();
    void anAreaCannotBePutBelowItself();
    void keepsWhatTheFormDoesNotShow();
    void saysWhyTheEngineRefusesAndStaysOpen();
    void aPersonNeedsARole();
    void changesOnlyWhatWasChanged();
    void aChangeBySomebodyElseIsRegistered();
    void somebodyLeaves();
    void aNameThatIsNotInTheListIsNotTaken();
    void findsTheResponsibleByAnyPartOfTheName();
    void keepsAResponsibleWhoLeft();
    void aDayHasToBeADay();
    void firstStepOfANewPlantIsOneself();
    void isUsableByKeyboardEyeAndScreenReader();

private:
    template<typename Dialog>
    Dialog *opened(const QUuid &id, const QUuid &area = {})
    {
        auto *dialog = new Dialog(m_plant->store(), *m_shell, id, area, nullptr);
        dialog->open();
        m_dialog = dialog;
        m_saved = std::make_unique<QSignalSpy>(dialog, &plant::RecordDialog::saved);
        return dialog;
    }
    QLineEdit *line(const QString &name) const { return m_dialog->findChild<QLineEdit *>(name); }
    QComboBox *box(const QString &name) const { return m_dialog->findChild<QComboBox *>(name); }
    QPushButton *ok() const { return m_dialog->findChild<QPushButton *>(u"ok"_s); }
    QString why() const { return m_dialog->findChild<QLabel *>(u"why"_s)->text(); }
    QUuid savedId() const { return m_saved->value(0).value(0).toUuid(); }

    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<TestShell> m_shell;
    QPointer<plant::RecordDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_saved;
};

void TestPlantDialogs::init()
{
    m_plant = std::make_unique<TestPlant>();
    m_shell = std::make_unique<TestShell>(m_plant->store().path());
    m_shell->setPerson({m_plant->officer, u"安全甲"_s, {}, u"officer"_s});
}

void TestPlantDialogs::cleanup()
{
    delete m_dialog;
    m_saved.reset();
    m_shell.reset();
    m_plant.reset();
}

void TestPlantDialogs::anAreaNeedsANameBeforeItCanBeSaved()
{
    opened<AreaDialog>({}, m_plant->workshop);
    QTRY_VERIFY(why().contains(u"name"_s));
    QVERIFY(!ok()->isEnabled());
    line(u"name"_s)->setText(u"   "_s);
    QVERIFY(!ok()->isEnabled());
    line(u"name"_s)->setText(u"喷涂班"_s);
    QVERIFY(ok()->isEnabled());
    QVERIFY(why().isEmpty());
}

void TestPlantDialogs::suggestsTheKindThatStandsBelow()
{
    opened<AreaDialog>({}, m_plant->workshop);
    QTRY_COMPARE(box(u"kind"_s)->currentText(), u"Team"_s);
    QCOMPARE(box(u"parent"_s)->currentText(), u"厂区 / 一车间"_s);
}

void TestPlantDialogs::addsAnAreaByKeyboard()
{
    AreaDialog *dialog = opened<AreaDialog>({}, m_plant->workshop);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QTRY_VERIFY(line(u"name"_s)->hasFocus() && !why().isEmpty());
    QTest::keyClicks(line(u"name"_s), u"Paint shop"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(m_saved->count(), 1);
    GET(areas, plant::AreaTree::load(m_plant->connection()));
    const plant::Area *added = areas->find(savedId());
    QVERIFY(added);
    QCOMPARE(added->path, u"厂区 / 一车间 / Paint shop"_s);
    QCOMPARE(added->kind, u"team"_s);
    QTRY_VERIFY(!m_dialog);
}

void TestPlantDialogs::anAreaCannotBePutBelowItself()
{
    opened<AreaDialog>(m_plant->workshop);
    QTRY_COMPARE(line(u"name"_s)->text(), u"一车间"_s);
    QCOMPARE(box(u"parent"_s)->count(), 1);
    QCOMPARE(box(u"parent"_s)->itemText(0), u"厂区"_s);
}

void TestPlantDialogs::keepsWhatTheFormDoesNotShow()
{
    opened<AreaDialog>(m_plant->team);
    QTRY_COMPARE(line(u"name"_s)->text(), u"冲压班"_s);
    line(u"name"_s)->setText(u"冲压一班"_s);
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    GET(areas, plant::AreaTree::load(m_plant->connection()));
    QCOMPARE(areas->find(m_plant->team)->name, u"冲压一班"_s);
    QCOMPARE(areas->find(m_plant->team)->order, 2);
    QCOMPARE(areas->find(m_plant->team)->parent, m_plant->workshop);
}

void TestPlantDialogs::saysWhyTheEngineRefusesAndStaysOpen()
{
    opened<AreaDialog>({}, m_plant->plant);
    QTRY_VERIFY(!why().isEmpty());
    line(u"name"_s)->setText(u"二车间"_s);
    line(u"code"_s)->setText(u"W1"_s); // that of the first
    ok()->click();
    auto *messages = m_dialog->findChild<shell::MessageBar *>();
    QTRY_VERIFY(messages->text().contains(u"W1"_s));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_saved->count(), 0);
    line(u"code"_s)->setText(u"W2"_s);
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
}

void TestPlantDialogs::aPersonNeedsARole()
{
    opened<PersonDialog>({}, m_plant->team);
    QTRY_VERIFY(!why().isEmpty());
    line(u"name"_s)->setText(u"新人己"_s);
    QVERIFY(why().contains(u"role"_s));
    QVERIFY(!ok()->isEnabled());
    box(u"role"_s)->setCurrentIndex(box(u"role"_s)->findText(u"Worker"_s));
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    GET(person, plant::findPerson(m_plant->connection(), savedId()));
    QCOMPARE((*person)->role, u"worker"_s);
    QCOMPARE((*person)->area, m_plant->team);
    QVERIFY((*person)->isActive);
}

void TestPlantDialogs::changesOnlyWhatWasChanged()
{
    GET(before,
        store::readRecord(m_plant->connection(), m_plant->schema(), u"person"_s, m_plant->leader));
    opened<PersonDialog>(m_plant->leader);
    QTRY_COMPARE(line(u"name"_s)->text(), u"班长乙"_s);
    line(u"phone"_s)->setText(u"13900000000"_s);
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    GET(after,
        store::readRecord(m_plant->connection(), m_plant->schema(), u"person"_s, m_plant->leader));
    QCOMPARE(after->text(u"phone"_s), u"13900000000"_s);
    for (const QString &key : {u"name"_s, u"login"_s, u"role"_s, u"area"_s, u"active"_s})
        QCOMPARE(after->versions.value(key), before->versions.value(key));
}

void TestPlantDialogs::aChangeBySomebodyElseIsRegistered()
{
    opened<PersonDialog>(m_plant->leader);
    QTRY_COMPARE(line(u"name"_s)->text(), u"班长乙"_s);
    GET(leader, plant::findPerson(m_plant->connection(), m_plant->leader));
    plant::Person other = **leader;
    other.phone = u"111"_s;
    OK(plant::changePerson(m_plant->store(), m_plant->director, other));
    line(u"phone"_s)->setText(u"222"_s);
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    GET(after,
        store::readRecord(m_plant->connection(), m_plant->schema(), u"person"_s, m_plant->leader));
    QCOMPARE(after->text(u"phone"_s), u"222"_s);
    auto connection = m_plant->connection();
    auto query = connection.prepare(u"SELECT count(*) FROM conflict WHERE key = 'phone'"_s);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt(), 1);
}

void TestPlantDialogs::somebodyLeaves()
{
    opened<PersonDialog>(m_plant->worker);
    QTRY_COMPARE(line(u"name"_s)->text(), u"工人丙"_s);
    auto *active = m_dialog->findChild<QCheckBox *>(u"active"_s);
    QVERIFY(active->isVisible() && active->isChecked());
    active->click();
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    GET(person, plant::findPerson(m_plant->connection(), m_plant->worker));
    QVERIFY(!(*person)->isActive);
}

void TestPlantDialogs::aNameThatIsNotInTheListIsNotTaken()
{
    opened<EquipmentDialog>(m_plant->press);
    QTRY_COMPARE(line(u"code"_s)->text(), u"P-01"_s);
    QVERIFY(ok()->isEnabled());
    box(u"responsible"_s)->setEditText(u"谁也不是"_s);
    QVERIFY(!ok()->isEnabled());
    QVERIFY(why().contains(u"谁也不是"_s));
    box(u"responsible"_s)->setEditText({});
    QVERIFY(ok()->isEnabled());
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    GET(press, plant::findEquipment(m_plant->connection(), m_plant->press));
    QVERIFY((*press)->responsible.isNull());
    QCOMPARE((*press)->riskLevel, u"yellow"_s);
}

void TestPlantDialogs::findsTheResponsibleByAnyPartOfTheName()
{
    opened<EquipmentDialog>({}, m_plant->team);
    QTRY_VERIFY(!why().isEmpty());
    line(u"name"_s)->setText(u"剪板机"_s);
    QComboBox *responsible = box(u"responsible"_s);
    QCOMPARE(responsible->completer()->filterMode(), Qt::MatchContains);
    responsible->completer()->setCompletionPrefix(u"丁"_s);
    QCOMPARE(responsible->completer()->completionCount(), 1);
    responsible->setEditText(responsible->completer()->currentCompletion());
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    GET(added, plant::findEquipment(m_plant->connection(), savedId()));
    QCOMPARE((*added)->responsible, m_plant->director);
    QCOMPARE((*added)->area, m_plant->team);
}

void TestPlantDialogs::keepsAResponsibleWhoLeft()
{
    GET(leader, plant::findPerson(m_plant->connection(), m_plant->leader));
    plant::Person gone = **leader;
    gone.isActive = false;
    OK(plant::changePerson(m_plant->store(), m_plant->officer, gone));
    opened<EquipmentDialog>(m_plant->press);
    QTRY_COMPARE(line(u"code"_s)->text(), u"P-01"_s);
    line(u"type"_s)->setText(u"JH21-110"_s);
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    GET(press, plant::findEquipment(m_plant->connection(), m_plant->press));
    QCOMPARE((*press)->responsible, m_plant->leader);
    QCOMPARE((*press)->type, u"JH21-110"_s);
}

void TestPlantDialogs::aDayHasToBeADay()
{
    opened<EquipmentDialog>(m_plant->press);
    QTRY_COMPARE(line(u"code"_s)->text(), u"P-01"_s);
    line(u"commissionedOn"_s)->setText(u"2025-02-30"_s);
    QVERIFY(!ok()->isEnabled());
    QVERIFY(why().contains(u"2025-02-30"_s));
    line(u"commissionedOn"_s)->setText(u"2025-02-28"_s);
    QVERIFY(ok()->isEnabled());
}

void TestPlantDialogs::firstStepOfANewPlantIsOneself()
{
    TestStore empty(m_plant->schema());
    m_shell->setPerson({});
    plant::PlantPanel panel(empty.store(), *m_shell);
    panel.show();
    QTRY_VERIFY(m_shell->jobs().isIdle());
    auto *tabs = panel.findChild<QTabWidget *>(u"tabs"_s);
    tabs->setCurrentIndex(1);
    auto *first = panel.findChild<QWidget *>(u"person"_s)->findChild<QPushButton *>(u"firstStep"_s);
    QVERIFY(first->isVisible());
    first->click();
    QTRY_VERIFY(panel.findChild<plant::RecordDialog *>());
    m_dialog = panel.findChild<plant::RecordDialog *>();
    m_saved = std::make_unique<QSignalSpy>(m_dialog, &plant::RecordDialog::saved);
    QTRY_COMPARE(m_dialog->windowTitle(), u"Enter yourself"_s);
    QCOMPARE(box(u"role"_s)->currentText(), u"Safety officer"_s);
    line(u"name"_s)->setText(u"安全庚"_s);
    ok()->click();
    QTRY_COMPARE(m_saved->count(), 1);
    const QUuid me = savedId();
    auto connection = empty->connect();
    QVERIFY(connection);
    GET(record, store::readRecord(*connection, m_plant->schema(), u"person"_s, me));
    QCOMPARE(record->createdBy, me);
    GET(areas, plant::AreaTree::load(*connection));
    QCOMPARE(areas->areas().size(), 1);
    QCOMPARE(areas->areas().first().name, u"Test plant"_s);
    QCOMPARE(record->reference(u"area"_s), areas->areas().first().id);
    m_dialog.clear(); // the panel's
    m_shell->setPerson({me, u"安全庚"_s, {}, {}});
    Q_EMIT m_shell->events().storeChanged({u"person"_s, u"area"_s});
    QTRY_COMPARE(panel.findChild<QTreeView *>(u"tree"_s)->model()->rowCount(), 1);
    QTRY_COMPARE(panel.findChild<QWidget *>(u"person"_s)
                         ->findChild<QTableView *>(u"table"_s)
                         ->model()
                         ->rowCount(),
                 1);
}

void TestPlantDialogs::isUsableByKeyboardEyeAndScreenReader()
{
    const auto walk = [this] {
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        QTRY_VERIFY(ok()->isEnabled());
        QCOMPARE(accesswalk::faults(m_dialog), QStringList());
        delete m_dialog;
    };
    opened<AreaDialog>(m_plant->team);
    walk();
    opened<PersonDialog>(m_plant->leader);
    walk();
    opened<EquipmentDialog>(m_plant->press);
    walk();
}

QTEST_MAIN(TestPlantDialogs)
#include "tst_plantdialogs.moc"
