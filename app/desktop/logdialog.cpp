// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/logdialog.h"

#include "shell/jobrunner.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 ShownBytes = 200'000;

core::Result<QString> endOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::Io, LogDialog::tr("There is no log file yet."),
                          file.errorString());
    if (file.size() > ShownBytes)
        file.seek(file.size() - ShownBytes);
    return QString::fromUtf8(file.readAll());
}

}

LogDialog::LogDialog(shell::JobRunner &jobs, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Log"));
    const QString path = QDir(folder()).filePath(u"anlan.log"_s);
    auto *where = new QLabel(tr("The log is kept in %1").arg(QDir::toNativeSeparators(path)), this);
    where->setWordWrap(true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("Lines of the log"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("C&opy all"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(where);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(line * 46, line * 28);

    jobs.start<QString>(
            shell::Lane::Quick, windowTitle(), this,
            [path](core::Progress &) { return endOfFile(path); },
            [this](const core::Result<QString> &text) {
                m_text->setPlainText(text ? *text : text.error().message);
                m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
            });
}

QString LogDialog::folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/log"_s;
}

}
