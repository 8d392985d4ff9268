// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/sheet.h"

namespace tables {

// Cuts a text of separated values into records as it arrives. Quotation marks may enclose
// separators and line ends; a doubled one stands for itself; one inside a bare field is a
// character.
class CsvParser
{
public:
    enum class Trouble { None, LongRecord, ManyColumns, ManyRows, OpenQuote };

    explicit CsvParser(QChar separator)
        : m_separator(separator)
    {
    }

    // Calls `visitor` (bool(const Row &)) for each finished record that holds something. False if
    // the visitor wants no more or there is trouble.
    template<typename Visitor>
    bool feed(QStringView text, const Visitor &visitor)
    {
        for (const QChar c : text) {
            if (take(c) && !finishRecord(visitor))
                return false;
            if (m_trouble != Trouble::None)
                return false;
        }
        return true;
    }

    template<typename Visitor>
    bool finish(const Visitor &visitor)
    {
        if (m_state == State::Quoted) {
            m_trouble = Trouble::OpenQuote;
            return false;
        }
        if (m_field.isEmpty() && m_row.cells.empty() && m_column == 1)
            return true;
        endField();
        return m_trouble == Trouble::None && finishRecord(visitor);
    }

    Trouble trouble() const { return m_trouble; }
    qint64 line() const { return m_line; } // where the parser stands, 1-based
    qint64 troubleLine() const
    {
        return m_trouble == Trouble::OpenQuote ? m_quoteLine : m_recordLine;
    }
    int columns() const { return m_recordColumns; } // fields of the last finished record

private:
    enum class State { FieldStart, Bare, Quoted, QuoteInQuoted };

    bool take(QChar c); // true when a record ends
    void endField();
    bool endRecord();

    template<typename Visitor>
    bool finishRecord(const Visitor &visitor)
    {
        if (!endRecord())
            return false;
        const bool more = m_row.cells.empty() || visitor(m_row);
        m_row.cells.clear();
        return more;
    }

    QChar m_separator;
    State m_state = State::FieldStart;
    Trouble m_trouble = Trouble::None;
    Row m_row;
    QString m_field;
    int m_rows = 0;
    int m_column = 1;
    int m_recordColumns = 0;
    qint64 m_line = 1;
    qint64 m_recordLine = 1; // where the record begins
    qint64 m_quoteLine = 1;
    qint64 m_length = 0;
    bool m_afterReturn = false;
};

}
