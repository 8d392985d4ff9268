// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/csvparser.h"

#include "tables/limits.h"

namespace tables {

bool CsvParser::take(QChar c)
{
    const bool secondOfPair = m_afterReturn && c == u'\n';
    m_afterReturn = c == u'\r';
    if ((c == u'\n' && !secondOfPair) || c == u'\r')
        ++m_line;
    if (++m_length > limits::csvRecord) {
        m_trouble = Trouble::LongRecord;
        return false;
    }
    if (m_state == State::Quoted) {
        if (c == u'"')
            m_state = State::QuoteInQuoted;
        else if (secondOfPair)
            m_field.back() = u'\n';
        else
            m_field += c;
        return false;
    }
    if (secondOfPair) // the record ended with the return
        return false;
    if (c == u'\n' || c == u'\r') {
        endField();
        return true;
    }
    if (c == m_separator) {
        endField();
        ++m_column;
        return false;
    }
    if (c == u'"' && m_state != State::Bare) {
        if (m_state == State::QuoteInQuoted)
            m_field += c;
        else
            m_quoteLine = m_line;
        m_state = State::Quoted;
        return false;
    }
    m_state = State::Bare;
    m_field += c;
    return false;
}

void CsvParser::endField()
{
    m_state = State::FieldStart;
    if (m_column > limits::columns) {
        m_trouble = Trouble::ManyColumns;
        return;
    }
    if (m_field.isEmpty())
        return;
    Cell cell;
    cell.column = m_column;
    cell.kind = CellKind::Text;
    // ="007" keeps spreadsheet programs from making a number of it; an apostrophe keeps them from
    // running a formula.
    if (m_field.size() > 3 && m_field.startsWith(u"=\"") && m_field.endsWith(u'"'))
        cell.text = m_field.sliced(2, m_field.size() - 3);
    else if (m_field.size() > 1 && m_field[0] == u'\''
             && QStringView(u"=+-@\t\r").contains(m_field[1]))
        cell.text = m_field.sliced(1);
    else
        cell.text = m_field;
    m_row.cells.push_back(std::move(cell));
    m_field.clear();
}

bool CsvParser::endRecord()
{
    m_recordColumns = m_column;
    m_column = 1;
    m_length = 0;
    m_row.number = ++m_rows;
    if (m_rows > limits::rows && m_trouble == Trouble::None)
        m_trouble = Trouble::ManyRows;
    if (m_trouble == Trouble::None)
        m_recordLine = m_line;
    return m_trouble == Trouble::None;
}

}
