// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme.h"
#include "support/accesswalk.h"

#include <QAction>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The walk finds what it is for: each fault is planted once.
class TestAccessWalk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { shell::installStyle(); }

    void aGoodFormHasNoFaults()
    {
        QWidget form;
        auto *rows = new QFormLayout(&form);
        rows->addRow(u"&Name"_s, new QLineEdit);
        rows->addRow(u"&Place"_s, new QLineEdit);
        rows->addRow(new QCheckBox(u"&Urgent"_s));
        rows->addRow(new QPushButton(u"&Save"_s));
        show(form);
        QCOMPARE(accesswalk::faults(&form), QStringList());
    }

    void findsAControlWithoutAName()
    {
        QWidget form;
        auto *column = new QVBoxLayout(&form);
        column->addWidget(new QLineEdit);
        show(form);
        QCOMPARE(accesswalk::namelessControls(&form).size(), 1);
    }

    void findsATabOrderThatGoesBack()
    {
        QWidget form;
        auto *column = new QVBoxLayout(&form);
        auto *first = new QPushButton(u"1"_s);
        auto *second = new QPushButton(u"2"_s);
        auto *third = new QPushButton(u"3"_s);
        for (QWidget *widget : {first, second, third})
            column->addWidget(widget);
        show(form);
        QCOMPARE(accesswalk::tabOrderFaults(&form), QStringList());
        QWidget::setTabOrder(first, third);
        QWidget::setTabOrder(third, second);
        QCOMPARE(accesswalk::tabOrderFaults(&form).size(), 1);
    }

    void findsTwoActionsOnOneKey()
    {
        QWidget window;
        auto *panelA = new QWidget(&window);
        auto *panelB = new QWidget(&window);
        const auto addKey = [](QWidget *owner, Qt::ShortcutContext context) {
            auto *action = new QAction(u"Search"_s, owner);
            action->setShortcut(QKeySequence(u"Ctrl+F"_s));
            action->setShortcutContext(context);
            owner->addAction(action);
        };
        addKey(panelA, Qt::WidgetWithChildrenShortcut);
        addKey(panelB, Qt::WidgetWithChildrenShortcut);
        QCOMPARE(accesswalk::doubledShortcuts(&window), QStringList()); // never reachable together
        addKey(&window, Qt::WindowShortcut);
        QCOMPARE(accesswalk::doubledShortcuts(&window).size(), 2);
    }

    void findsTwoControlsOnOneMnemonic()
    {
        QWidget form;
        auto *column = new QVBoxLayout(&form);
        column->addWidget(new QPushButton(u"&Save"_s));
        column->addWidget(new QPushButton(u"&Send"_s));
        QCOMPARE(accesswalk::doubledMnemonics(&form).size(), 1);
    }

    void findsSmallTargetsAndClippedTexts()
    {
        QWidget form;
        form.resize(300, 100);
        auto *button = new QToolButton(&form);
        button->setAccessibleName(u"Close"_s);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setGeometry(0, 0, 12, 12);
        auto *label = new QLabel(u"A rather long sentence"_s, &form);
        label->setGeometry(0, 40, 20, 20);
        show(form);
        QCOMPARE(accesswalk::smallTargets(&form).size(), 1);
        QCOMPARE(accesswalk::clippedTexts(&form).size(), 1);
    }

private:
    static void show(QWidget &window)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
};

QTEST_MAIN(TestAccessWalk)
#include "tst_accesswalk.moc"
