// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/photolist.h"

#include "shell/jobrunner.h"
#include "shell/prompts.h"
#include "shell/shell.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QImage>
#include <QImageReader>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

constexpr int pictureSide = 72;

// A picture of a few pixels out of a file that may be anything.
core::Result<QImage> smallPicture(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    if (QFileInfo(file).size() > largestPhoto)
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "hazards", "%1 is larger than %2. Choose a smaller photo.")
                                  .arg(name, QLocale().formattedDataSize(largestPhoto, 0)));
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio));
    const QImage picture = reader.read();
    if (picture.isNull())
        return core::fail(core::ErrorCode::Invalid,
                          QCoreApplication::translate("hazards",
                                                      "%1 is no picture that can be shown. "
                                                      "Choose a JPEG or PNG file.")
                                  .arg(name),
                          reader.errorString());
    return picture.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}

PhotoList::PhotoList(QWidget *parent)
    : QWidget(parent)
    , m_add(new QPushButton(tr("Add p&hotos..."), this))
    , m_remove(new QPushButton(tr("Remo&ve"), this))
    , m_problem(new QLabel(this))
    , m_list(new QListWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addWidget(m_list);
    m_add->setObjectName(u"addPhotos"_s);
    m_add->setAutoDefault(false);
    m_remove->setObjectName(u"removePhoto"_s);
    m_remove->setAutoDefault(false);
    m_remove->setEnabled(false);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_list->setObjectName(u"photos"_s);
    m_list->setViewMode(QListView::IconMode);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setMovement(QListView::Static);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setIconSize({pictureSide, pictureSide});
    m_list->setFixedHeight(pictureSide + fontMetrics().height() * 2 + 12);
    m_list->hide();
    auto *key = new QAction(this);
    key->setShortcut(QKeySequence::Delete);
    key->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(key);
    connect(key, &QAction::triggered, this, &PhotoList::removeMarked);
    connect(m_add, &QPushButton::clicked, this, &PhotoList::ask);
    connect(m_remove, &QPushButton::clicked, this, &PhotoList::removeMarked);
    connect(m_list, &QListWidget::currentRowChanged, m_remove,
            [this](int current) { m_remove->setEnabled(current >= 0); });
}

void PhotoList::focusInEvent(QFocusEvent *event)
{
    m_add->setFocus(event->reason());
}

void PhotoList::setShell(shell::Shell &shell, const QString &name)
{
    m_shell = &shell;
    m_list->setAccessibleName(name);
    m_add->setAccessibleDescription(name);
}

QStringList PhotoList::files() const
{
    QStringList files;
    for (int i = 0; i < m_list->count(); ++i)
        files.append(m_list->item(i)->data(Qt::UserRole).toString());
    return files;
}

void PhotoList::setFiles(const QStringList &files)
{
    for (int i = m_list->count() - 1; i >= 0; --i) {
        if (!files.contains(m_list->item(i)->data(Qt::UserRole).toString()))
            delete m_list->takeItem(i);
    }
    add(files);
}

void PhotoList::ask()
{
    m_shell->prompts().openFiles(
            this,
            {.id = u"hazards.photos"_s,
             .title = tr("Photos of the hazard"),
             .filters = {tr("Pictures (%1)").arg(u"*.jpg *.jpeg *.png *.bmp *.webp"_s)}},
            [this](const QStringList &files) { add(files); });
}

void PhotoList::add(const QStringList &files)
{
    m_problem->hide();
    for (const QString &file : files) {
        if (this->files().contains(file))
            continue;
        auto *item =
                new QListWidgetItem(m_shell->icon(u"photo"_s), QFileInfo(file).fileName(), m_list);
        item->setData(Qt::UserRole, file);
        item->setToolTip(file);
        loadPicture(file);
    }
    showNumber();
}

void PhotoList::loadPicture(const QString &file)
{
    const auto itemOf = [this](const QString &wanted) -> QListWidgetItem * {
        for (int i = 0; i < m_list->count(); ++i) {
            if (m_list->item(i)->data(Qt::UserRole).toString() == wanted)
                return m_list->item(i);
        }
        return nullptr;
    };
    m_shell->jobs().start<QImage>(
            shell::Lane::Quick, tr("Reading a photo"), this,
            [file](core::Progress &) { return smallPicture(file); },
            [this, file, itemOf](const core::Result<QImage> &picture) {
                QListWidgetItem *item = itemOf(file);
                if (!item)
                    return;
                if (picture) {
                    item->setIcon(QIcon(QPixmap::fromImage(*picture)));
                    return;
                }
                delete item;
                m_problem->setText(picture.error().message);
                m_problem->show();
                showNumber();
            });
}

void PhotoList::removeMarked()
{
    delete m_list->currentItem();
    showNumber();
}

void PhotoList::showNumber()
{
    m_list->setVisible(m_list->count() > 0);
    m_remove->setEnabled(m_list->currentRow() >= 0);
    Q_EMIT changed();
}

}
