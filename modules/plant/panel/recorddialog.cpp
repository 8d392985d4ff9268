// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/recorddialog.h"

#include "shell/jobrunner.h"
#include "shell/messagebar.h"
#include "shell/shell.h"
#include "store/store.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plant {

static core::Result<FormContent> readForm(const store::Store &store, const QString &entity,
                                          const QUuid &id)
{
    const auto connection = store.connect();
    if (!connection)
        return core::passOn(connection);
    auto areas = AreaTree::load(*connection);
    if (!areas)
        return core::passOn(areas);
    auto codes = CodeBook::load(*connection);
    if (!codes)
        return core::passOn(codes);
    auto known = people(*connection, {.activeOnly = false});
    if (!known)
        return core::passOn(known);
    FormContent content{std::move(*areas), std::move(*codes), std::move(*known), {}};
    if (id.isNull())
        return content;
    auto record = store::readRecord(*connection, store.schema(), entity, id);
    if (!record)
        return core::passOn(record);
    content.record = std::move(*record);
    return content;
}

RecordDialog::RecordDialog(store::Store &store, shell::Shell &shell, const QString &entity,
                           const QUuid &id, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_shell(shell)
    , m_entity(entity)
    , m_id(id)
    , m_messages(new shell::MessageBar(shell, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
}

RecordDialog::~RecordDialog() = default;

void RecordDialog::finishLayout()
{
    m_why = new QLabel(this);
    m_why->setObjectName(u"why"_s);
    m_why->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = m_buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"ok"_s);
    m_ok->setDefault(true);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    Q_ASSERT(column);
    column->insertWidget(0, m_messages);
    column->addWidget(m_why);
    column->addStretch(1);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &RecordDialog::store);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &RecordDialog::reject);
    check();
}

void RecordDialog::begin()
{
    m_shell.jobs().start<FormContent>(
            shell::Lane::Quick, tr("Reading the form"), this,
            [store = &m_store, entity = m_entity, id = m_id](core::Progress &) {
                return readForm(*store, entity, id);
            },
            [this](const core::Result<FormContent> &content) {
                if (!content) {
                    m_messages->showError(content.error());
                    m_messages->setAction(tr("Try again"), [this] { begin(); });
                    return;
                }
                m_content = *content;
                fill(m_content);
                m_isReady = true;
                check();
            });
}

void RecordDialog::check()
{
    if (!m_ok)
        return;
    const QString why = m_isReady ? objection() : QString();
    m_why->setText(why);
    m_ok->setEnabled(m_isReady && !m_isSaving && why.isEmpty());
    m_ok->setToolTip(why);
    m_ok->setAccessibleDescription(why);
}

void RecordDialog::store()
{
    if (!m_ok->isEnabled())
        return;
    m_isSaving = true;
    m_messages->dismiss();
    check();
    m_shell.jobs().start<QUuid>(
            shell::Lane::Writer, windowTitle(), this,
            [store = &m_store, actor = m_shell.person().id, work = save()](core::Progress &) {
                return work(*store, actor);
            },
            [this](const core::Result<QUuid> &id) {
                m_isSaving = false;
                if (!id) {
                    m_messages->showError(id.error());
                    check();
                    return;
                }
                accept();
                Q_EMIT saved(*id);
            });
}

void RecordDialog::reject()
{
    if (!m_isSaving)
        QDialog::reject();
}

void RecordDialog::offer(QComboBox *box, const QList<std::pair<QString, QVariant>> &choices,
                         const QVariant &current)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->clear();
    for (const auto &[text, data] : choices)
        box->addItem(text, data);
    if (box->findData(current) < 0 && current.typeId() == QMetaType::QString
        && !current.toString().isEmpty())
        box->addItem(current.toString(), current); // a word that no table knows is kept
    box->setCurrentIndex(box->findData(current));
    if (box->currentIndex() < 0)
        box->setEditText({});
}

QVariant RecordDialog::chosen(const QComboBox *box)
{
    const QString text = box->currentText().trimmed();
    if (box->itemText(box->currentIndex()) == text) // of two with one name, the one that was taken
        return box->currentData();
    const int found = box->findText(text, Qt::MatchFixedString);
    return found < 0 ? QVariant() : box->itemData(found);
}

bool RecordDialog::isKnown(const QComboBox *box)
{
    return box->currentText().trimmed().isEmpty() || chosen(box).isValid();
}

QList<std::pair<QString, QVariant>> RecordDialog::areaChoices(const AreaTree &areas)
{
    QList<std::pair<QString, QVariant>> choices;
    for (const Area &area : areas.areas())
        choices.append({area.path, area.id});
    return choices;
}

QList<std::pair<QString, QVariant>> RecordDialog::codeChoices(const QList<Code> &codes)
{
    QList<std::pair<QString, QVariant>> choices;
    for (const Code &code : codes)
        choices.append({code.label(), code.code});
    return choices;
}

}
