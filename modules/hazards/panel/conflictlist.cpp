// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/conflictlist.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

QLabel *conflictLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString byWhom(const QString &who, qint64 time, const QByteArray &timeZone)
{
    if (who.isEmpty())
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    const QTimeZone zone(timeZone);
    //: person, day and time
    return ConflictList::tr("%1, %2").arg(
            who, (zone.isValid() ? at.toTimeZone(zone) : at).toString(u"yyyy-MM-dd HH:mm"_s));
}

QString identity(const OpenConflict &conflict)
{
    QStringList parts{QString::fromLatin1(conflict.id.toHex()), conflict.why, conflict.whyNotTaken};
    for (const ConflictField &field : conflict.fields)
        parts << field.now << field.other;
    return parts.join(u'\n');
}

}

ConflictList::ConflictList(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Conflicts"));
}

void ConflictList::setConflicts(const QList<OpenConflict> &conflicts, const QByteArray &timeZone)
{
    QStringList wanted;
    for (const OpenConflict &conflict : conflicts)
        wanted << identity(conflict);
    if (wanted == m_shown && widget())
        return;
    m_shown = wanted;
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(4, 4, 4, 4);
    for (const OpenConflict &conflict : conflicts)
        layout->addWidget(makeEntry(conflict, timeZone));
    layout->addStretch(1);
    setWidget(page); // deletes the one before
}

QWidget *ConflictList::makeEntry(const OpenConflict &conflict, const QByteArray &timeZone)
{
    auto *entry = new QFrame(this);
    entry->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(entry);
    QLabel *title = conflictLabel(conflict.what, entry);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);
    layout->addWidget(conflictLabel(conflict.why, entry));
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    const auto put = [&](int row, int column, const QString &text) {
        grid->addWidget(conflictLabel(text, entry), row, column, Qt::AlignTop);
    };
    put(0, 1, tr("Stands now"));
    put(0, 2, tr("The other"));
    put(1, 1, byWhom(conflict.whoNow, conflict.timeNow, timeZone));
    put(1, 2, byWhom(conflict.who, conflict.time, timeZone));
    int row = 2;
    for (const ConflictField &field : conflict.fields) {
        put(row, 0, field.field);
        put(row, 1, field.now.isEmpty() ? tr("(empty)") : field.now);
        put(row++, 2, field.other.isEmpty() ? tr("(empty)") : field.other);
    }
    layout->addLayout(grid);
    if (!conflict.whyNotTaken.isEmpty())
        layout->addWidget(conflictLabel(conflict.whyNotTaken, entry));
    addButtons(conflict, entry, layout);
    return entry;
}

void ConflictList::addButtons(const OpenConflict &conflict, QWidget *entry, QBoxLayout *layout)
{
    auto *line = new QHBoxLayout;
    layout->addLayout(line);
    const auto button = [&](const QString &name, const QString &text) {
        auto *made = new QPushButton(text, entry);
        made->setObjectName(name);
        made->setAccessibleDescription(conflict.what + u": "_s + conflict.why);
        line->addWidget(made);
        return made;
    };
    connect(button(u"keep"_s, tr("Keep what stands")), &QPushButton::clicked, this,
            [this, id = conflict.id] { Q_EMIT decided(id, ConflictChoice::Keep, {}); });
    QPushButton *take = button(u"takeOther"_s, tr("Take the other"));
    take->setEnabled(conflict.whyNotTaken.isEmpty());
    take->setToolTip(conflict.whyNotTaken);
    connect(take, &QPushButton::clicked, this,
            [this, id = conflict.id] { Q_EMIT decided(id, ConflictChoice::TakeOther, {}); });
    if (conflict.isText) {
        QPushButton *edit = button(u"editBoth"_s, tr("Edit both"));
        auto *text = new QPlainTextEdit(conflict.textNow + u'\n' + conflict.textOther, entry);
        text->setObjectName(u"bothTexts"_s);
        text->setAccessibleName(tr("One text made of both"));
        text->setTabChangesFocus(true);
        text->setFixedHeight(text->fontMetrics().lineSpacing() * 5);
        text->hide();
        auto *save = new QPushButton(tr("Save this text"), entry);
        save->setObjectName(u"saveBoth"_s);
        save->hide();
        layout->addWidget(text);
        layout->addWidget(save, 0, Qt::AlignLeft);
        connect(edit, &QPushButton::clicked, text, [text, save, edit] {
            text->show();
            save->show();
            edit->setEnabled(false);
            text->setFocus();
        });
        connect(text, &QPlainTextEdit::textChanged, save,
                [text, save] { save->setEnabled(!text->toPlainText().trimmed().isEmpty()); });
        connect(save, &QPushButton::clicked, this, [this, text, id = conflict.id] {
            Q_EMIT decided(id, ConflictChoice::Edit, text->toPlainText());
        });
    }
    line->addStretch(1);
}

}
