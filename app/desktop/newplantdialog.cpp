// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/newplantdialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

NewPlantDialog::NewPlantDialog(QWidget *parent)
    : QDialog(parent)
{
    constexpr int LongestName = 60;
    setWindowTitle(tr("Set up a new plant"));
    auto *name = new QLineEdit(this);
    name->setObjectName(u"name"_s);
    name->setMaxLength(LongestName);
    name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    auto *person = new QLineEdit(this);
    person->setObjectName(u"person"_s);
    person->setMaxLength(LongestName);
    auto *because = new QLabel(tr("Each change is saved under a name. You are the first person of "
                                  "the plant; the others are added later."),
                               this);
    because->setWordWrap(true);
    auto *why =
            new QLabel(tr("The name stands on every printed ledger. / \\ : * ? \" < > | cannot be "
                          "part of it."),
                       this);
    why->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *go = buttons->addButton(tr("&Next..."), QDialogButtonBox::AcceptRole);
    go->setEnabled(false);
    auto *form = new QFormLayout(this);
    form->addRow(tr("Na&me of the plant"), name);
    form->addRow(why);
    form->addRow(tr("&Your name"), person);
    form->addRow(because);
    form->addRow(buttons);

    const auto check = [go, name, person] {
        const QString text = name->text();
        const QString forbidden = u"/\\:*?\"<>|"_s;
        const bool isUsable = !text.trimmed().isEmpty()
                && std::none_of(text.cbegin(), text.cend(),
                                [&](QChar c) { return forbidden.contains(c) || !c.isPrint(); });
        go->setEnabled(isUsable && !person->text().trimmed().isEmpty());
    };
    connect(name, &QLineEdit::textChanged, this, check);
    connect(person, &QLineEdit::textChanged, this, check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, name, person] {
        accept();
        Q_EMIT named(name->text().trimmed(), person->text().trimmed());
    });
}

}
