// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/persondialog.h"

#include "plant/engine/setup.h"
#include "ui_persondialog.h"

using namespace Qt::StringLiterals;

namespace plant {

PersonDialog::PersonDialog(store::Store &store, shell::Shell &shell, const QUuid &id,
                           const QUuid &area, QWidget *parent)
    : RecordDialog(store, shell, u"person"_s, id, parent)
    , m_area(area)
    , m_ui(std::make_unique<Ui::PersonDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(isNew() ? tr("Add a person") : tr("Person"));
    m_ui->name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_ui->active->setVisible(!isNew());
    finishLayout();
    connect(m_ui->name, &QLineEdit::textChanged, this, &PersonDialog::check);
    connect(m_ui->role, &QComboBox::currentTextChanged, this, &PersonDialog::check);
    connect(m_ui->area, &QComboBox::currentTextChanged, this, &PersonDialog::check);
    begin();
}

PersonDialog::~PersonDialog() = default;

bool PersonDialog::isFirst() const
{
    return isNew() && content().people.isEmpty();
}

void PersonDialog::fill(const FormContent &content)
{
    const bool isKept = content.record.has_value();
    if (isFirst())
        setWindowTitle(tr("Enter yourself"));
    QUuid area = isKept ? content.record->reference(u"area"_s) : m_area;
    if (isFirst() && area.isNull() && !content.areas.areas().isEmpty())
        area = content.areas.areas().first().id;
    offer(m_ui->area, areaChoices(content.areas), area);
    const bool hasAreas = !content.areas.areas().isEmpty();
    m_ui->area->setVisible(hasAreas);
    m_ui->areaLabel->setVisible(hasAreas);
    QVariant role;
    if (isKept)
        role = content.record->text(u"role"_s);
    else if (isFirst())
        role = u"safety_officer"_s;
    offer(m_ui->role, codeChoices(content.codes.codes(u"role"_s)), role);
    if (isKept) {
        m_ui->name->setText(content.record->text(u"name"_s));
        m_ui->employeeNumber->setText(content.record->text(u"employee_number"_s));
        m_ui->phone->setText(content.record->text(u"phone"_s));
        m_ui->login->setText(content.record->text(u"login"_s));
        m_ui->active->setChecked(!content.record->has(u"active"_s)
                                 || content.record->integer(u"active"_s) != 0);
    }
    m_ui->name->setFocus();
}

QString PersonDialog::objection() const
{
    if (m_ui->name->text().trimmed().isEmpty())
        return tr("Still missing: the name.");
    if (m_ui->role->currentText().trimmed().isEmpty())
        return tr("Still missing: the role.");
    if (!isKnown(m_ui->role))
        return tr("There is no role “%1”. Choose one from the list.")
                .arg(m_ui->role->currentText());
    if (!isKnown(m_ui->area))
        return tr("There is no area “%1”. Choose one from the list.")
                .arg(m_ui->area->currentText());
    return {};
}

RecordDialog::Save PersonDialog::save() const
{
    const Person person{.id = id(),
                        .name = m_ui->name->text().trimmed(),
                        .login = m_ui->login->text().trimmed(),
                        .employeeNumber = m_ui->employeeNumber->text().trimmed(),
                        .area = chosen(m_ui->area).toUuid(),
                        .role = chosen(m_ui->role).toString(),
                        .phone = m_ui->phone->text().trimmed(),
                        .isActive = m_ui->active->isChecked()};
    return [person, isFirst = isFirst(), seen = content().record](
                   store::Store &store, const QUuid &actor) -> core::Result<QUuid> {
        if (isFirst)
            return setUpPlant(store, person);
        if (!seen)
            return addPerson(store, actor, person);
        if (auto changed = changePerson(store, actor, person, &*seen); !changed)
            return core::passOn(changed);
        return person.id;
    };
}

}
