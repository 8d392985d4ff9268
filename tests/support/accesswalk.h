// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

class QWidget;

// Walks a window, panel or dialog that is shown at its size and names what keeps it from being used
// by keyboard, by a screen reader or by eye. An empty list is what a test wants:
//     const QStringList faults = accesswalk::faults(&dialog);
//     QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n"_s)));
namespace accesswalk {

QStringList faults(QWidget *root); // all of the following

QStringList namelessControls(QWidget *root); // every control that takes the focus has a name
QStringList tabOrderFaults(QWidget *root);   // the focus moves as one reads
QStringList doubledShortcuts(QWidget *root); // two actions on one key within reach of each other
QStringList doubledMnemonics(QWidget *root); // two controls of a page, two entries of a menu
QStringList smallTargets(QWidget *root);     // under about 24 px
QStringList clippedTexts(QWidget *root);     // less room than the text asks for
// A label that cuts its text on purpose sets the property "elides" and shows the whole as tool tip.

}
