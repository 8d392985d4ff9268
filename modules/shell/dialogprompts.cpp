// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dialogprompts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace shell {

namespace {

QString folderKey(const FileQuestion &question)
{
    return u"folders/"_s + question.id;
}

}

DialogPrompts::DialogPrompts(QSettings &settings)
    : m_settings(settings)
{
}

void DialogPrompts::openFile(QWidget *parent, const FileQuestion &question, FileAnswer answer)
{
    QFileDialog *dialog = fileDialog(parent, question);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [this, question, answer = std::move(answer)](const QString &path) {
                         remember(question, path);
                         answer(path);
                     });
    dialog->open();
}

void DialogPrompts::openFiles(QWidget *parent, const FileQuestion &question, FilesAnswer answer)
{
    QFileDialog *dialog = fileDialog(parent, question);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog,
                     [this, question, answer = std::move(answer)](const QStringList &paths) {
                         if (paths.isEmpty())
                             return;
                         remember(question, paths.constFirst());
                         answer(paths);
                     });
    dialog->open();
}

void DialogPrompts::saveFile(QWidget *parent, const FileQuestion &question, FileAnswer answer)
{
    QFileDialog *dialog = fileDialog(parent, question);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(question.suffix);
    dialog->selectFile(question.suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [this, question, answer = std::move(answer)](const QString &path) {
                         remember(question, path);
                         answer(path);
                     });
    dialog->open();
}

void DialogPrompts::ask(QWidget *parent, const Question &question, Answer answer)
{
    auto *box = new QMessageBox(QMessageBox::Question, question.title, question.text,
                                QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *accept = box->addButton(question.acceptText,
                                         question.dangerous ? QMessageBox::DestructiveRole
                                                            : QMessageBox::AcceptRole);
    box->setDefaultButton(question.dangerous
                                  ? qobject_cast<QPushButton *>(box->button(QMessageBox::Cancel))
                                  : accept);
    QObject::connect(box, &QDialog::finished, box, [box, accept, answer = std::move(answer)] {
        answer(box->clickedButton() == accept);
    });
    box->open();
}

void DialogPrompts::tell(QWidget *parent, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Information, title, text, QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

QFileDialog *DialogPrompts::fileDialog(QWidget *parent, const FileQuestion &question) const
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = m_settings.value(folderKey(question), documents).toString();
    auto *dialog = new QFileDialog(parent, question.title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(question.filters);
    return dialog;
}

void DialogPrompts::remember(const FileQuestion &question, const QString &path)
{
    m_settings.setValue(folderKey(question), QFileInfo(path).absolutePath());
}

}
