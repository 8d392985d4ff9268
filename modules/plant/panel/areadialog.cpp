// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/areadialog.h"

#include "ui_areadialog.h"

using namespace Qt::StringLiterals;

namespace plant {

AreaDialog::AreaDialog(store::Store &store, shell::Shell &shell, const QUuid &id,
                       const QUuid &parent, QWidget *parentWidget)
    : RecordDialog(store, shell, u"area"_s, id, parentWidget)
    , m_parent(parent)
    , m_ui(std::make_unique<Ui::AreaDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(isNew() ? tr("Add an area") : tr("Area"));
    m_ui->name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    finishLayout();
    connect(m_ui->name, &QLineEdit::textChanged, this, &AreaDialog::check);
    connect(m_ui->kind, &QComboBox::currentTextChanged, this, &AreaDialog::check);
    connect(m_ui->parent, &QComboBox::currentTextChanged, this, &AreaDialog::check);
    begin();
}

AreaDialog::~AreaDialog() = default;

void AreaDialog::fill(const FormContent &content)
{
    const bool isKept = content.record.has_value();
    auto places = areaChoices(content.areas);
    if (isKept) { // below itself is no place
        const QList<QUuid> below = content.areas.subtree(id());
        places.removeIf(
                [&below](const auto &choice) { return below.contains(choice.second.toUuid()); });
    }
    offer(m_ui->parent, places, isKept ? content.record->reference(u"parent"_s) : m_parent);
    offer(m_ui->kind, codeChoices(content.codes.codes(u"area_kind"_s)),
          isKept ? QVariant(content.record->text(u"kind"_s)) : QVariant());
    if (isKept) {
        m_ui->name->setText(content.record->text(u"name"_s));
        m_ui->code->setText(content.record->text(u"code"_s));
    } else {
        suggestKind();
    }
    m_ui->name->setFocus();
}

// The kind that usually stands below the one above.
void AreaDialog::suggestKind()
{
    const QList<Code> kinds = content().codes.codes(u"area_kind"_s);
    const Area *above = content().areas.find(m_parent);
    qsizetype next = 0;
    for (qsizetype i = 0; above && i < kinds.size(); ++i) {
        if (kinds.at(i).code == above->kind)
            next = std::min(i + 1, kinds.size() - 1);
    }
    m_ui->kind->setCurrentIndex(int(next));
}

QString AreaDialog::objection() const
{
    if (m_ui->name->text().trimmed().isEmpty())
        return tr("Still missing: the name.");
    if (!chosen(m_ui->kind).isValid())
        return tr("Choose a kind from the list.");
    if (!isKnown(m_ui->parent))
        return tr("There is no area “%1”. Choose one from the list.")
                .arg(m_ui->parent->currentText());
    return {};
}

RecordDialog::Save AreaDialog::save() const
{
    Area area;
    if (const Area *before = content().areas.find(id()))
        area = *before;
    area.id = id();
    area.name = m_ui->name->text().trimmed();
    area.code = m_ui->code->text().trimmed();
    area.kind = chosen(m_ui->kind).toString();
    area.parent = chosen(m_ui->parent).toUuid();
    return [area, seen = content().record](store::Store &store,
                                           const QUuid &actor) -> core::Result<QUuid> {
        if (!seen)
            return addArea(store, actor, area);
        if (auto changed = changeArea(store, actor, area, &*seen); !changed)
            return core::passOn(changed);
        return area.id;
    };
}

}
