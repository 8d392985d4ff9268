// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/report.h"

namespace samplereport {

inline documents::RowSource rowsOf(const QList<documents::Row> &rows)
{
    return [rows](const documents::TakeRow &take, core::Progress &) -> core::Result<> {
        for (const documents::Row &row : rows) {
            if (!take(row))
                break;
        }
        return {};
    };
}

// Two columns, a code and a sentence, in Chinese.
inline documents::Report small(const QList<documents::Row> &rows)
{
    documents::Report report;
    report.title = QStringLiteral("样表");
    report.locale = QLocale(QLocale::Chinese, QLocale::China);
    report.columns = {{.key = QStringLiteral("code"), .title = QStringLiteral("编号")},
                      {.key = QStringLiteral("what"),
                       .title = QStringLiteral("内容"),
                       .kind = documents::ColumnKind::LongText}};
    report.rows = rowsOf(rows);
    report.expectedRows = int(rows.size());
    return report;
}

// Says yes to a cancel once so much of the way is done.
class CancelAt final : public core::Progress
{
public:
    explicit CancelAt(int value)
        : m_at(value)
    {
    }
    void setRange(int) override { }
    void setValue(int value) override { m_canceled = m_canceled || value >= m_at; }
    bool isCanceled() const override { return m_canceled; }

private:
    int m_at;
    bool m_canceled = false;
};

}
