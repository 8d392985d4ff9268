// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/formdraft.h"
#include "support/testshell.h"

#include <QDateEdit>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Form : QWidget {
    QLineEdit place{this};
    QPlainTextEdit what{this};
    QDateEdit day{QDate(2026, 1, 1), this};
    QSpinBox count{this};

    Form()
    {
        place.setObjectName(u"place"_s);
        what.setObjectName(u"what"_s);
        day.setObjectName(u"day"_s);
        count.setObjectName(u"count"_s);
    }
};

}

class TestFormDraft : public QObject
{
    Q_OBJECT
private slots:
    void whatWasTypedComesBackAfterACrash()
    {
        TestShell shell;
        {
            Form form;
            shell::FormDraft draft(shell, u"hazards.report"_s, {}, &form);
            QSignalSpy kept(&draft, &shell::FormDraft::kept);
            form.place.setText(u"二号车间"_s);
            form.what.setPlainText(u"护栏松动"_s);
            form.day.setDate(QDate(2026, 4, 20));
            form.count.setValue(3);
            QTRY_COMPARE(kept.size(), 1);
        } // nobody said discard
        Form form;
        shell::FormDraft draft(shell, u"hazards.report"_s, {}, &form);
        QVERIFY(draft.hasOld());
        QCOMPARE(draft.oldTime().toMSecsSinceEpoch(), TestShell::Noon);
        QCOMPARE(form.place.text(), QString()); // not before it was asked for
        draft.restore();
        QCOMPARE(form.place.text(), u"二号车间"_s);
        QCOMPARE(form.what.toPlainText(), u"护栏松动"_s);
        QCOMPARE(form.day.date(), QDate(2026, 4, 20));
        QCOMPARE(form.count.value(), 3);
    }

    void aSavedFormLeavesNothing()
    {
        TestShell shell;
        Form form;
        shell::FormDraft draft(shell, u"hazards.report"_s, {}, &form);
        QSignalSpy kept(&draft, &shell::FormDraft::kept);
        form.place.setText(u"x"_s);
        QTRY_COMPARE(kept.size(), 1);
        draft.discard();
        QVERIFY(QDir(shell.draftFolder()).entryList(QDir::Files).isEmpty());
    }

    void draftsOfTwoRecordsAreApart()
    {
        TestShell shell;
        Form form;
        shell::FormDraft draft(shell, u"hazards.report"_s, u"1"_s, &form);
        QSignalSpy kept(&draft, &shell::FormDraft::kept);
        form.place.setText(u"x"_s);
        QTRY_COMPARE(kept.size(), 1);
        Form other;
        QVERIFY(!shell::FormDraft(shell, u"hazards.report"_s, u"2"_s, &other).hasOld());
        QVERIFY(shell::FormDraft(shell, u"hazards.report"_s, u"1"_s, &other).hasOld());
    }

    void aDamagedFileIsNoDraft()
    {
        TestShell shell;
        Form form;
        {
            shell::FormDraft draft(shell, u"f"_s, {}, &form);
            QSignalSpy kept(&draft, &shell::FormDraft::kept);
            form.place.setText(u"x"_s);
            QTRY_COMPARE(kept.size(), 1);
        }
        const QDir folder(shell.draftFolder());
        QFile file(folder.filePath(folder.entryList(QDir::Files).constFirst()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"fields\": [");
        file.close();
        Form other;
        QVERIFY(!shell::FormDraft(shell, u"f"_s, {}, &other).hasOld());
    }
};

QTEST_MAIN(TestFormDraft)
#include "tst_formdraft.moc"
