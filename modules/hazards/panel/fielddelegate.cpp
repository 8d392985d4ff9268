// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/fielddelegate.h"

#include "hazards/engine/ledgermapping.h"
#include "store/spec.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace hazards {

void FieldDelegate::setFields(const store::EntitySpec &spec)
{
    m_fields = {{QString(), tr("A field of its own")}};
    if (isMappable(spec, u"state"_s))
        m_fields.append({u"state"_s, tr("State")});
    for (const store::FieldSpec &field : spec.fields) {
        if (isMappable(spec, field.key))
            m_fields.append({field.key, spec.fieldLabel(field.key)});
    }
}

QString FieldDelegate::labelOf(const QString &field) const
{
    for (const auto &[key, label] : m_fields) {
        if (key == field)
            return label;
    }
    return m_fields.isEmpty() ? field : m_fields.constFirst().second;
}

QWidget *FieldDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &) const
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(tr("Field"));
    for (const auto &[key, label] : m_fields)
        box->addItem(label, key);
    return box;
}

void FieldDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<QComboBox *>(editor);
    box->setCurrentIndex(qMax(0, box->findData(index.data(Qt::UserRole))));
}

void FieldDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                 const QModelIndex &index) const
{
    const auto *box = static_cast<const QComboBox *>(editor);
    const QString before = labelOf(index.data(Qt::UserRole).toString());
    if (box->currentText() == before)
        return;
    model->setItemData(index,
                       {{Qt::UserRole, box->currentData()}, {Qt::DisplayRole, box->currentText()}});
}

}
