// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTimeEdit>

namespace hazards {

// A deadline in the time of the plant. 23:59 stands for the end of the day.
class DeadlineEdit : public QDateTimeEdit
{
    Q_OBJECT
public:
    explicit DeadlineEdit(QWidget *parent = nullptr);

    void setZone(const QByteArray &timeZone) { m_zone = timeZone; }
    void setDeadline(const QString &stored); // an instant or YYYY-MM-DD
    QString deadline() const;                // as it is stored
    bool isPast(qint64 now) const;           // milliseconds

private:
    QByteArray m_zone;
    QString m_given; // kept to the millisecond unless somebody changes it
    QDateTime m_shown;
};

}
