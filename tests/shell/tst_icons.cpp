// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/colours.h"
#include "shell/icons.h"

#include <QApplication>
#include <QImage>
#include <QPalette>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// The colour of the most opaque pixel.
QColor inkOf(const QIcon &icon)
{
    const QImage image =
            icon.pixmap(QSize(48, 48), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
    QRgb darkest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > qAlpha(darkest))
                darkest = image.pixel(x, y);
        }
    }
    return QColor::fromRgba(darkest);
}

}

class TestIcons : public QObject
{
    Q_OBJECT
private slots:
    void everyIconLeavesInk()
    {
        const QStringList names = shell::iconNames();
        QVERIFY(names.size() > 40);
        for (const QString &name : names)
            QVERIFY2(inkOf(shell::icon(name)).alpha() > 200, qPrintable(name));
    }

    void anIconFollowsThePaletteOfTheMoment()
    {
        const QIcon icon = shell::icon(u"ledger"_s);
        for (const auto theme : {shell::Colours::Theme::Light, shell::Colours::Theme::Dark}) {
            const QPalette palette = shell::Colours(theme).palette();
            QApplication::setPalette(palette);
            QCOMPARE(inkOf(icon).rgb(), palette.color(QPalette::WindowText).rgb());
        }
    }

    void anUnknownNameGivesNoIcon()
    {
        QTest::ignoreMessage(QtWarningMsg, "no icon named \"no-such-thing\"");
        QVERIFY(shell::icon(u"no-such-thing"_s).isNull());
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
