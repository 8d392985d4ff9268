// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "plant/engine/area.h"
#include "plant/engine/codes.h"
#include "plant/engine/person.h"
#include "store/record.h"

#include <QDialog>

#include <functional>
#include <optional>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace shell {
class MessageBar;
class Shell;
}
namespace store {
class Store;
}

namespace plant {

// What a form of this module shows and offers.
struct FormContent {
    AreaTree areas;
    CodeBook codes;
    QList<Person> people;                // also those who left
    std::optional<store::Record> record; // none: a new one
};

// A form for one area, person or piece of equipment. It reads by a job, says under the fields what
// is still missing, saves by a job, and stays open with the reason when the engine refuses.
class RecordDialog : public QDialog
{
    Q_OBJECT
public:
    ~RecordDialog() override;

    void reject() override; // not while it is being saved

Q_SIGNALS:
    void saved(const QUuid &id);

protected:
    using Save = std::function<core::Result<QUuid>(store::Store &store, const QUuid &actor)>;

    // id: null for a new one.
    RecordDialog(store::Store &store, shell::Shell &shell, const QString &entity, const QUuid &id,
                 QWidget *parent);
    void finishLayout(); // once the fields are there
    void begin();        // reads, then fill()
    void check();        // once something was entered

    virtual void fill(const FormContent &content) = 0;
    virtual QString objection() const = 0; // why it cannot be saved as it is; empty: it can
    virtual Save save() const = 0;         // values only: it runs on a worker

    const QUuid &id() const { return m_id; }
    bool isNew() const { return m_id.isNull(); }
    const FormContent &content() const { return m_content; }

    // A choice that may be typed to find it by any part. chosen(): null data if the text is none.
    static void offer(QComboBox *box, const QList<std::pair<QString, QVariant>> &choices,
                      const QVariant &current);
    static QVariant chosen(const QComboBox *box);
    static bool isKnown(const QComboBox *box); // empty, or one of the choices
    static QList<std::pair<QString, QVariant>> areaChoices(const AreaTree &areas);
    static QList<std::pair<QString, QVariant>> codeChoices(const QList<Code> &codes);

private:
    void store();

    store::Store &m_store;
    shell::Shell &m_shell;
    const QString m_entity;
    const QUuid m_id;
    FormContent m_content;
    bool m_isReady = false; // what there is has been read
    bool m_isSaving = false;
    shell::MessageBar *m_messages;
    QLabel *m_why = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_ok = nullptr;
};

}
