// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/jobrunner.h"
#include "shell/shell.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>

#include <algorithm>
#include <functional>

namespace shell {

// A list of any length: every row is known by its id, and only the pages that a view has looked at
// are held. Record has a member `row` of the type RowId. GUI thread; all reading is done by jobs.
template<typename RowId, typename Record>
class PagedListModel : public QAbstractTableModel
{
public:
    static constexpr int PageSize = 256;

    const Record *recordAt(int row) const; // null until its page has come
    int indexOf(RowId row) const { return int(m_rows.indexOf(row)); } // -1 if it is not in the list
    RowId rowAt(int row) const { return m_rows.at(row); }
    bool isAsking() const { return m_isAsking; }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    // Runs on a worker: values only.
    using Fetch = std::function<core::Result<QList<Record>>(const QList<RowId> &rows)>;

    PagedListModel(Shell &shell, QObject *parent)
        : QAbstractTableModel(parent)
        , m_shell(shell)
    {
    }

    // Work, on a worker, gives core::Result<Answer>, whose member `rows` is the new list. use()
    // takes the rest of it before views read again, done() speaks of it afterwards.
    template<typename Answer, typename Work, typename Use, typename Done>
    void ask(const QString &title, Work work, Use use, Done done);
    // As recordAt; asks for the page if it is not there. It comes with dataChanged.
    const Record *wanted(int row) const;

    virtual Fetch fetcher() const = 0;
    virtual QString pageTitle() const = 0; // of the job that reads a page
    virtual void readingFailed(const core::Error &error) = 0;

private:
    void load(int page) const;
    void take(int page, const core::Result<QList<Record>> &records);

    Shell &m_shell;
    QList<RowId> m_rows;
    int m_generation = 0; // answers to an older question are dropped
    bool m_isAsking = false;
    mutable QCache<int, QList<Record>> m_pages{64};
    mutable QSet<int> m_loading;
};

template<typename RowId, typename Record>
const Record *PagedListModel<RowId, Record>::recordAt(int row) const
{
    const QList<Record> *page = row < 0 ? nullptr : m_pages.object(row / PageSize);
    if (!page || row >= m_rows.size())
        return nullptr;
    // A row that was taken out meanwhile is missing in its page.
    const RowId id = m_rows.at(row);
    const auto found = std::find_if(page->begin(), page->end(),
                                    [id](const Record &record) { return record.row == id; });
    return found == page->end() ? nullptr : &*found;
}

template<typename RowId, typename Record>
const Record *PagedListModel<RowId, Record>::wanted(int row) const
{
    const Record *record = recordAt(row);
    if (!record && !m_pages.contains(row / PageSize))
        load(row / PageSize);
    return record;
}

template<typename RowId, typename Record>
template<typename Answer, typename Work, typename Use, typename Done>
void PagedListModel<RowId, Record>::ask(const QString &title, Work work, Use use, Done done)
{
    const int generation = ++m_generation;
    m_isAsking = true;
    m_shell.jobs().start<Answer>(
            Lane::Quick, title, this,
            [work = std::move(work)](core::Progress &) -> core::Result<Answer> { return work(); },
            [this, generation, use = std::move(use),
             done = std::move(done)](const core::Result<Answer> &answer) {
                if (generation != m_generation)
                    return;
                m_isAsking = false;
                if (!answer) {
                    readingFailed(answer.error());
                    return;
                }
                beginResetModel();
                m_rows = answer->rows;
                use(*answer);
                m_pages.clear();
                m_loading.clear();
                endResetModel();
                done(*answer);
            });
}

template<typename RowId, typename Record>
void PagedListModel<RowId, Record>::load(int page) const
{
    if (m_loading.contains(page))
        return;
    m_loading.insert(page);
    auto *self = const_cast<PagedListModel *>(this); // a cache: filled while it is looked at
    m_shell.jobs().start<QList<Record>>(
            Lane::Quick, pageTitle(), self,
            [fetch = fetcher(), rows = m_rows.mid(page * PageSize, PageSize)](core::Progress &) {
                return fetch(rows);
            },
            [self, page, generation = m_generation](const core::Result<QList<Record>> &records) {
                if (generation == self->m_generation)
                    self->take(page, records);
            });
}

template<typename RowId, typename Record>
void PagedListModel<RowId, Record>::take(int page, const core::Result<QList<Record>> &records)
{
    m_loading.remove(page);
    if (!records) {
        readingFailed(records.error());
        return;
    }
    const int first = page * PageSize;
    const int last = std::min(first + PageSize, rowCount()) - 1;
    m_pages.insert(page, new QList<Record>(*records));
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

}
