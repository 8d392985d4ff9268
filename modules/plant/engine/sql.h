// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <QUuid>
#include <QVariant>

namespace plant::sql {

// Conditions of a query with the values they bind, in order.
struct Where {
    QStringList conditions;
    QVariantList values;

    void add(const QString &condition, const QVariantList &bound = {});
    // Part of any of the columns, case ignored for Latin letters.
    void contains(const QStringList &columns, const QString &text);
    void isOneOf(const QString &column, const QList<QUuid> &ids);
    void isOneOf(const QString &column, const QStringList &values);
    QString text() const; // with WHERE; empty if there is no condition
};

QVariant id(const QUuid &id); // NULL if null
QUuid uuid(const QVariant &value);
QString marks(qsizetype count); // "?, ?, ?"

}
