// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "plant/engine/codes.h"

#include <QIcon>
#include <QWidget>

#include <functional>

class QButtonGroup;
class QRadioButton;

namespace hazards {

// A few codes side by side, one of which may be chosen: Tab reaches them, the arrows choose.
class CodeButtons : public QWidget
{
    Q_OBJECT
public:
    explicit CodeButtons(QWidget *parent = nullptr);

    // The first ones of them, with the keys Alt+1, Alt+2 ... if wanted.
    enum class Keys { None, Numbers };
    void setCodes(const QList<plant::Code> &codes, Keys keys = Keys::None,
                  const std::function<QIcon(const QString &code)> &iconOf = {});
    void addNone(const QString &text); // no code, as a choice of its own behind the others

    QString code() const; // empty if none
    void choose(const QString &code);
    void setChoosable(const std::function<bool(const QString &code)> &isChoosable);

Q_SIGNALS:
    void chosen();

protected:
    // Reached by the key of its label. No focus proxy: Tab would go in a circle.
    void focusInEvent(QFocusEvent *event) override;

private:
    QList<QRadioButton *> m_buttons; // made at once, so that Tab goes along as one reads
    QRadioButton *m_none;
    QButtonGroup *m_group;
    QStringList m_codes;
};

}
