// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "documents/engine/pagedreport.h"

#include <QDialog>
#include <QFuture>
#include <QFutureWatcher>
#include <QPointF>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace shell {
class MessageBar;
class Shell;
}

namespace documents {

class PageView;

// A report as it will stand on paper, to be turned over, printed and saved. A double click on a row
// opens the record behind it. Everything slow runs in the shell's jobs.
class ReportPreview : public QDialog
{
    Q_OBJECT
public:
    // The rows of the report are read on a worker thread, once for the pages and once for Excel.
    ReportPreview(shell::Shell &shell, Report report, QWidget *parent = nullptr);
    ~ReportPreview() override;

    // Makes one that deletes itself, and opens it.
    static ReportPreview *present(shell::Shell &shell, Report report, QWidget *parent);

    int currentPage() const { return m_page; } // from 0
    bool isReady() const { return m_pages != nullptr; }

private:
    void build();
    void layOut();
    void ready();
    void goToPage(int page);
    void renderPage();
    void zoom(int steps);
    double scale() const; // pixels of the widget per unit of the page
    void openRecord(QPointF place);
    void print();
    void savePdf();
    void saveExcel();
    void saved(const core::Result<> &result, const QString &path);
    QString suggestedName() const;

    shell::Shell &m_shell;
    Report m_report;
    std::shared_ptr<const PagedReport> m_pages;
    QFuture<void> m_layingOut;
    QFutureWatcher<void> m_watcher;
    int m_page = 0;
    int m_generation = 0; // of the picture asked for last

    shell::MessageBar *m_messages = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_previous = nullptr;
    QSpinBox *m_number = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_next = nullptr;
    QComboBox *m_zoom = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_savePdf = nullptr;
    QPushButton *m_saveExcel = nullptr;
    PageView *m_view = nullptr;
};

}
