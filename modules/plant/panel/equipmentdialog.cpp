// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/equipmentdialog.h"

#include "plant/engine/equipment.h"
#include "ui_equipmentdialog.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace plant {

EquipmentDialog::EquipmentDialog(store::Store &store, shell::Shell &shell, const QUuid &id,
                                 const QUuid &area, QWidget *parent)
    : RecordDialog(store, shell, u"equipment"_s, id, parent)
    , m_area(area)
    , m_ui(std::make_unique<Ui::EquipmentDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(isNew() ? tr("Add equipment") : tr("Equipment"));
    m_ui->name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    finishLayout();
    for (const QLineEdit *line : {m_ui->name, m_ui->commissionedOn})
        connect(line, &QLineEdit::textChanged, this, &EquipmentDialog::check);
    for (const QComboBox *box : {m_ui->area, m_ui->riskLevel, m_ui->responsible})
        connect(box, &QComboBox::currentTextChanged, this, &EquipmentDialog::check);
    begin();
}

EquipmentDialog::~EquipmentDialog() = default;

void EquipmentDialog::fill(const FormContent &content)
{
    const store::Record record = content.record.value_or(store::Record());
    offer(m_ui->area, areaChoices(content.areas),
          content.record ? record.reference(u"area"_s) : m_area);
    offer(m_ui->riskLevel, codeChoices(content.codes.codes(u"risk_level"_s)),
          record.text(u"risk_level"_s));
    const QUuid responsible = record.reference(u"responsible"_s);
    QList<std::pair<QString, QVariant>> people;
    for (const Person &person : content.people) {
        if (!person.isActive && person.id != responsible)
            continue;
        people.append({person.areaPath.isEmpty()
                               ? person.name
                               : tr("%1, %2", "person, area").arg(person.name, person.areaPath),
                       person.id});
    }
    offer(m_ui->responsible, people, responsible);
    m_ui->code->setText(record.text(u"code"_s));
    m_ui->name->setText(record.text(u"name"_s));
    m_ui->type->setText(record.text(u"type"_s));
    m_ui->location->setText(record.text(u"location"_s));
    m_ui->commissionedOn->setText(record.text(u"commissioned_on"_s));
    m_ui->code->setFocus();
}

QString EquipmentDialog::objection() const
{
    if (m_ui->name->text().trimmed().isEmpty())
        return tr("Still missing: the name.");
    if (m_ui->area->currentText().trimmed().isEmpty())
        return tr("Still missing: the area.");
    if (!isKnown(m_ui->area))
        return tr("There is no area “%1”. Choose one from the list.")
                .arg(m_ui->area->currentText());
    if (!isKnown(m_ui->riskLevel))
        return tr("There is no risk level “%1”. Choose one from the list.")
                .arg(m_ui->riskLevel->currentText());
    if (!isKnown(m_ui->responsible))
        return tr("There is nobody called “%1”. Choose somebody from the list.")
                .arg(m_ui->responsible->currentText());
    const QString day = m_ui->commissionedOn->text().trimmed();
    if (!day.isEmpty() && !QDate::fromString(day, Qt::ISODate).isValid())
        return tr("“%1” is not a day. Write it as 2026-03-31.").arg(day);
    return {};
}

RecordDialog::Save EquipmentDialog::save() const
{
    const Equipment piece{.id = id(),
                          .code = m_ui->code->text().trimmed(),
                          .name = m_ui->name->text().trimmed(),
                          .type = m_ui->type->text().trimmed(),
                          .area = chosen(m_ui->area).toUuid(),
                          .location = m_ui->location->text().trimmed(),
                          .commissionedOn = m_ui->commissionedOn->text().trimmed(),
                          .riskLevel = chosen(m_ui->riskLevel).toString(),
                          .responsible = chosen(m_ui->responsible).toUuid(),
                          .qrText = content().record ? content().record->text(u"qr_text"_s)
                                                     : QString()};
    return [piece, seen = content().record](store::Store &store,
                                            const QUuid &actor) -> core::Result<QUuid> {
        if (!seen)
            return addEquipment(store, actor, piece);
        if (auto changed = changeEquipment(store, actor, piece, &*seen); !changed)
            return core::passOn(changed);
        return piece.id;
    };
}

}
