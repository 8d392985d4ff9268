// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/colours.h"
#include "support/testshell.h"

#include <QPalette>
#include <QTest>

class TestColours : public QObject
{
    Q_OBJECT
private slots:
    void everyRoleIsReadableInBothThemes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyRoleIsReadableInBothThemes()
    {
        QFETCH(bool, dark);
        const shell::Colours colours(dark ? shell::Colours::Theme::Dark
                                          : shell::Colours::Theme::Light);
        const QPalette palette = colours.palette();
        for (const shell::ColourRole role : shell::Colours::roles()) {
            for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
                const double contrast =
                        shell::Colours::contrast(colours.text(role), palette.color(ground));
                QVERIFY2(contrast >= 4.5,
                         qPrintable(QStringLiteral("role %1 on ground %2: %3")
                                            .arg(int(role))
                                            .arg(int(ground))
                                            .arg(contrast)));
            }
            const double upon = shell::Colours::contrast(colours.onFill(role), colours.fill(role));
            QVERIFY2(upon >= 4.5,
                     qPrintable(QStringLiteral("on fill %1: %2").arg(int(role)).arg(upon)));
        }
        const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
                {QPalette::WindowText, QPalette::Window},
                {QPalette::Text, QPalette::Base},
                {QPalette::Text, QPalette::AlternateBase},
                {QPalette::ButtonText, QPalette::Button},
                {QPalette::HighlightedText, QPalette::Highlight},
                {QPalette::ToolTipText, QPalette::ToolTipBase},
                {QPalette::Link, QPalette::Base},
                {QPalette::Link, QPalette::Window},
                {QPalette::PlaceholderText, QPalette::Base}};
        for (const auto &[text, ground] : pairs) {
            const double contrast =
                    shell::Colours::contrast(palette.color(text), palette.color(ground));
            QVERIFY2(contrast >= 4.5,
                     qPrintable(QStringLiteral("palette %1 on %2: %3")
                                        .arg(int(text))
                                        .arg(int(ground))
                                        .arg(contrast)));
        }
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(qRound(shell::Colours::contrast(Qt::white, Qt::black)), 21);
        QCOMPARE(qRound(shell::Colours::contrast(QColor(0x777777), Qt::white) * 100), 448);
    }
};

QTEST_MAIN(TestColours)
#include "tst_colours.moc"
