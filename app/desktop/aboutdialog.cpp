// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/aboutdialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Anlan"));
    const int line = fontMetrics().height();
    auto *picture = new QLabel(this);
    picture->setPixmap(QIcon(u":/anlan.svg"_s).pixmap(QSize(line * 4, line * 4)));
    auto *name = new QLabel(tr("Anlan %1").arg(QCoreApplication::applicationVersion()), this);
    QFont larger = name->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.5);
    larger.setBold(true);
    name->setFont(larger);
    auto *text = new QLabel(tr("The safety officer's desk: it works without a network, and keeps "
                               "every change.\nFree software under the GNU General Public License, "
                               "version 3 or later. There is no warranty.\nBuilt with Qt %1.")
                                    .arg(QString::fromLatin1(qVersion())),
                            this);
    text->setWordWrap(true);
    auto *licence = new QPlainTextEdit(this);
    licence->setReadOnly(true);
    licence->setTabChangesFocus(true);
    licence->setAccessibleName(tr("Text of the licence"));
    licence->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QFile file(u":/LICENSE"_s);
    if (file.open(QIODevice::ReadOnly))
        licence->setPlainText(QString::fromUtf8(file.readAll()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(text);
    auto *head = new QHBoxLayout;
    head->addWidget(picture, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(licence, 1);
    column->addWidget(buttons);
    resize(line * 38, line * 30);
}

}
