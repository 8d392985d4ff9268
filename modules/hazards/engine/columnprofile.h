// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/ledgermapping.h"

namespace hazards {

// What the values of a column look like, from its first rows.
class ColumnProfile
{
public:
    ColumnProfile(const ColumnSample &sample, const plant::CodeBook &codes);

    // Whether the values may stand in a field of the record. isCertain: the heading leaves no
    // doubt.
    bool fits(const store::EntitySpec &spec, const QString &field, bool isCertain) const;
    QString guess(const store::EntitySpec &spec) const; // a field from the values alone; or empty
    double guessScore() const;                          // below that of any heading
    QString ownType() const;                            // of a field of the plant's own
    DateOrder order() const;
    double dates() const { return share(m_dates); }

private:
    void countOrder(const QString &text);
    double share(int count) const { return m_count > 0 ? double(count) / m_count : 0; }
    double known(const QString &table) const { return share(m_known.value(table)); }

    int m_count = 0;
    int m_dates = 0;
    int m_numbers = 0;
    int m_amounts = 0;
    int m_levels = 0;
    int m_grades = 0;
    int m_states = 0;
    int m_dayFirst = 0;
    int m_monthFirst = 0;
    int m_answers = 0; // yes or no
    int m_different = 0;
    double m_length = 0;        // mean, in characters
    QMap<QString, int> m_known; // code table -> values it knows
};

}
