// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/codebuttons.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace hazards {

CodeButtons::CodeButtons(QWidget *parent)
    : QWidget(parent)
    , m_none(nullptr)
    , m_group(new QButtonGroup(this))
{
    constexpr int most = 5;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i <= most; ++i) {
        auto *button = new QRadioButton(this);
        button->hide();
        m_group->addButton(button, i);
        row->addWidget(button);
        if (i < most)
            m_buttons.append(button);
        else
            m_none = button;
    }
    row->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            Q_EMIT chosen();
    });
}

void CodeButtons::focusInEvent(QFocusEvent *event)
{
    QWidget *target = m_group->checkedButton();
    (target ? target : m_buttons.constFirst())->setFocus(event->reason());
}

void CodeButtons::setCodes(const QList<plant::Code> &codes, Keys keys,
                           const std::function<QIcon(const QString &)> &iconOf)
{
    const QString before = code();
    m_codes.clear();
    for (int i = 0; i < m_buttons.size(); ++i) {
        QRadioButton *button = m_buttons.at(i);
        button->setVisible(i < codes.size());
        if (i >= codes.size())
            continue;
        const plant::Code &each = codes.at(i);
        m_codes.append(each.code);
        button->setObjectName(objectName() + u'.' + each.code);
        //: a choice and the number that chooses it with Alt
        button->setText(keys == Keys::Numbers ? tr("&%1 %2").arg(i + 1).arg(each.label())
                                              : each.label());
        if (iconOf)
            button->setIcon(iconOf(each.code));
    }
    choose(before);
}

void CodeButtons::addNone(const QString &text)
{
    m_none->setText(text);
    m_none->setObjectName(objectName() + u".none"_s);
    m_none->show();
    if (code().isEmpty())
        m_none->setChecked(true);
}

QString CodeButtons::code() const
{
    const int id = m_group->checkedId();
    return id >= 0 && id < m_codes.size() ? m_codes.at(id) : QString();
}

void CodeButtons::choose(const QString &code)
{
    const qsizetype at = m_codes.indexOf(code);
    if (at >= 0)
        m_buttons.at(at)->setChecked(true);
    else if (!m_none->isHidden())
        m_none->setChecked(true);
}

void CodeButtons::setChoosable(const std::function<bool(const QString &)> &isChoosable)
{
    for (int i = 0; i < m_codes.size(); ++i)
        m_buttons.at(i)->setEnabled(isChoosable(m_codes.at(i)));
}

}
