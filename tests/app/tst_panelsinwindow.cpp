// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/actionbook.h"
#include "app/language.h"
#include "support/accesswalk.h"
#include "support/contrastwalk.h"
#include "support/sampledesktop.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

// The real window with all its panels over the sample plant: can it be used by keyboard, by a
// screen reader and by eye, in both languages and both themes?
class TestPanelsInWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        SampleDesktop maker(m_folder.path());
        maker.sampleOptions.hazards = 150;
        maker.make();
    }

    void everyPanelCanBeUsedByEverybody_data() { addLooks(); }
    void everyPanelCanBeUsedByEverybody()
    {
        SampleDesktop desktop(m_folder.path());
        const auto words = open(desktop);
        QVERIFY(words);
        QStringList faults;
        eachView(desktop, [&](const QString &view) {
            for (const QString &fault : accesswalk::faults(desktop.window()))
                faults << view + u": "_s + fault;
        });
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyTextStandsOutFromItsGround_data() { addLooks(); }
    void everyTextStandsOutFromItsGround()
    {
        SampleDesktop desktop(m_folder.path());
        const auto words = open(desktop);
        QVERIFY(words);
        QStringList faults;
        int seen = 0;
        eachView(desktop, [&](const QString &view) {
            for (const QString &fault : contrastwalk::faults(desktop.window(), &seen))
                faults << view + u": "_s + fault;
        });
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(seen > 200); // it has looked at something
    }

    void noKeyIsGivenTwiceNorLost()
    {
        SampleDesktop desktop(m_folder.path());
        const app::Language words(u"zh_CN"_s);
        QVERIFY(desktop.open(SampleDesktop::SafetyOfficer.toString(), room()));
        eachView(desktop, [](const QString &) {});
        const QStringList doubled = accesswalk::doubledShortcuts(desktop.window());
        QVERIFY2(doubled.isEmpty(), qPrintable(doubled.join(u'\n')));
        for (const QString &id : {u"hazards.report"_s, u"hazards.search"_s, u"hazards.refresh"_s,
                                  u"panel.hazards.list"_s, u"panel.plant.people"_s}) {
            const QAction *action = desktop.window()->actionBook().action(id);
            QVERIFY2(action && !action->shortcut().isEmpty(), qPrintable(id));
        }
    }

    void noEnglishIsLeftInTheChineseWindow()
    {
        SampleDesktop desktop(m_folder.path());
        const app::Language words(u"zh_CN"_s);
        QVERIFY(desktop.open(SampleDesktop::SafetyOfficer.toString(), room()));
        QSet<QString> texts;
        eachView(desktop, [&](const QString &) { texts.unite(textsOf(desktop.window())); });
        QVERIFY(texts.size() > 60);
        static const QRegularExpression english(u"[A-Za-z]{3,}"_s);
        // "sample" is the name of the file.
        static const QRegularExpression notWords(u"Ctrl|Shift|HZ-[0-9-]+|Anlan|PDF|Excel|sample"_s);
        QStringList left;
        for (QString text : texts) {
            if (text.remove(notWords).contains(english))
                left << text;
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

private:
    static void addLooks()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        for (const char *language : {"en", "zh_CN"}) {
            for (const char *theme : {"light", "dark"})
                QTest::addRow("%s, %s", language, theme)
                        << QString::fromLatin1(language) << QString::fromLatin1(theme);
        }
    }

    // An office screen; one of 1920x1080 at one and a half.
    static QSize room()
    {
        return qApp->devicePixelRatio() > 1 ? QSize(1280, 720) : QSize(1366, 768);
    }

    // The words last as long as what is returned; none if the window did not come.
    static std::unique_ptr<app::Language> open(SampleDesktop &desktop)
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        auto words = std::make_unique<app::Language>(language);
        desktop.theme.choose(shell::themeFromText(theme));
        if (!desktop.open(SampleDesktop::SafetyOfficer.toString(), room()))
            words.reset();
        return words;
    }

    // Each panel in front once, each of its tabs.
    template<typename Look>
    static void eachView(SampleDesktop &desktop, Look look)
    {
        app::MainWindow *window = desktop.window();
        const QList<QDockWidget *> docks = window->findChildren<QDockWidget *>();
        QVERIFY(docks.size() >= 3);
        for (QDockWidget *dock : docks) {
            window->actionBook().action(u"panel."_s + dock->objectName())->trigger();
            QTRY_VERIFY(dock->widget() && dock->widget()->isVisible());
            QVERIFY(desktop.settled());
            auto *tabs = dock->findChild<QTabWidget *>();
            for (int tab = 0; tab < (tabs ? tabs->count() : 1); ++tab) {
                if (tabs)
                    tabs->setCurrentIndex(tab);
                window->grab(); // lists ask for their pages while they are painted
                QVERIFY(desktop.settled());
                look(tabs ? u"%1, %2"_s.arg(dock->objectName(), tabs->tabText(tab))
                          : dock->objectName());
            }
        }
    }

    static QSet<QString> textsOf(const QWidget *root)
    {
        QSet<QString> texts;
        const QList<QWidget *> widgets = root->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            texts << widget->toolTip() << widget->accessibleName()
                  << widget->accessibleDescription();
            for (const QAction *action : widget->actions())
                texts << action->text() << action->toolTip();
            if (const auto *dock = qobject_cast<const QDockWidget *>(widget))
                texts << dock->windowTitle();
            else if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts << label->text();
            else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                texts << button->text();
            else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
                texts << line->placeholderText();
            else if (const auto *tabs = qobject_cast<const QTabWidget *>(widget)) {
                for (int tab = 0; tab < tabs->count(); ++tab)
                    texts << tabs->tabText(tab);
            } else if (const auto *header = qobject_cast<const QHeaderView *>(widget);
                       header && header->orientation() == Qt::Horizontal && header->model()) {
                for (int column = 0; column < header->count(); ++column)
                    texts << header->model()->headerData(column, Qt::Horizontal).toString();
            }
        }
        texts.remove(QString());
        return texts;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestPanelsInWindow)
#include "tst_panelsinwindow.moc"
