// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/panel/reportpreview.h"

#include "documents/engine/pageimage.h"
#include "documents/engine/pdfwriter.h"
#include "documents/engine/xlsxreport.h"
#include "documents/panel/pageview.h"
#include "documents/panel/printing.h"
#include "shell/jobrunner.h"
#include "shell/messagebar.h"
#include "shell/prompts.h"
#include "shell/shell.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QToolButton>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace documents {

namespace reportpreview {

constexpr int fitWidth = 0; // kept as the data of the zoom box, beside percentages
constexpr int wholePage = -1;
constexpr std::array percentages{50, 75, 100, 125, 150, 200, 300};
constexpr int roomAroundSheet = 26;

struct Picture {
    QImage image;
    QString text;
};

core::Result<Picture> picture(const PagedReport &pages, int page, double scale, double ratio)
{
    const auto image = pageImage(pages, page, scale, ratio);
    if (!image)
        return core::passOn(image);
    return Picture{*image, pages.pageText(page)};
}

}

ReportPreview::ReportPreview(shell::Shell &shell, Report report, QWidget *parent)
    : QDialog(parent)
    , m_shell(shell)
    , m_report(std::move(report))
{
    setWindowTitle(tr("Print preview: %1").arg(m_report.title));
    build();
    const QSize screen = this->screen()->availableSize();
    resize(QSize(1180, 700).boundedTo(screen * 0.94));
    layOut();
}

ReportPreview::~ReportPreview()
{
    m_layingOut.cancel();
}

ReportPreview *ReportPreview::present(shell::Shell &shell, Report report, QWidget *parent)
{
    auto *preview = new ReportPreview(shell, std::move(report), parent);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->open();
    return preview;
}

void ReportPreview::build()
{
    using namespace reportpreview;
    const auto turner = [this](const QString &name, const QString &icon, const QString &text,
                               int by) {
        auto *button = new QToolButton;
        button->setObjectName(name);
        button->setIcon(m_shell.icon(icon));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(text);
        button->setToolTip(text);
        button->setMinimumSize(28, 28);
        connect(button, &QToolButton::clicked, this, [this, by] { goToPage(m_page + by); });
        return button;
    };
    const auto pushButton = [this](const QString &name, const QString &icon, const QString &text) {
        auto *button = new QPushButton(m_shell.icon(icon), text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        return button;
    };
    m_previous = turner(u"previousPage"_s, u"previous"_s, tr("Previous page"), -1);
    m_next = turner(u"nextPage"_s, u"next"_s, tr("Next page"), 1);
    m_number = new QSpinBox;
    m_number->setObjectName(u"page"_s);
    m_number->setAccessibleName(tr("Page"));
    m_number->setKeyboardTracking(false);
    m_number->setMinimum(1);
    m_count = new QLabel;
    m_count->setObjectName(u"pageCount"_s);
    m_zoom = new QComboBox;
    m_zoom->setObjectName(u"zoom"_s);
    m_zoom->setAccessibleName(tr("Zoom"));
    m_zoom->addItem(tr("Fit width"), fitWidth);
    m_zoom->addItem(tr("Whole page"), wholePage);
    for (const int percent : percentages)
        m_zoom->addItem(tr("%1 %").arg(percent), percent);
    m_print = pushButton(u"print"_s, u"print"_s, tr("&Print…"));
    m_savePdf = pushButton(u"savePdf"_s, u"save"_s, tr("Save as P&DF…"));
    m_saveExcel = pushButton(u"saveExcel"_s, u"export"_s, tr("Save as &Excel…"));
    QPushButton *close = pushButton(u"close"_s, u"close"_s, tr("&Close"));
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Laying out the pages"));
    m_messages = new shell::MessageBar(m_shell);
    m_view = new PageView;
    m_view->setObjectName(u"view"_s);
    m_view->setAccessibleName(tr("Page preview"));
    m_view->showText(tr("Laying out the pages…"));

    auto *bar = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_previous, m_number, m_count, m_next})
        bar->addWidget(widget);
    bar->addSpacing(12);
    bar->addWidget(m_zoom);
    bar->addStretch();
    for (QWidget *widget : {m_print, m_savePdf, m_saveExcel, close})
        bar->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->addLayout(bar);
    column->addWidget(m_messages);
    column->addWidget(m_progress);
    column->addWidget(m_view, 1);

    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_previous, m_number, m_next, m_zoom, m_print, m_savePdf})
        widget->setEnabled(false);
    connect(m_number, &QSpinBox::valueChanged, this, [this](int page) { goToPage(page - 1); });
    connect(m_zoom, &QComboBox::currentIndexChanged, this, &ReportPreview::renderPage);
    connect(m_print, &QPushButton::clicked, this, &ReportPreview::print);
    connect(m_savePdf, &QPushButton::clicked, this, &ReportPreview::savePdf);
    connect(m_saveExcel, &QPushButton::clicked, this, &ReportPreview::saveExcel);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, m_print,
            &QPushButton::click);
    connect(m_view, &PageView::pageTurned, this, [this](int by) {
        const int before = m_page;
        goToPage(m_page + by);
        if (m_page < before)
            m_view->scrollToBottom();
    });
    connect(m_view, &PageView::firstPageWanted, this, [this] { goToPage(0); });
    connect(m_view, &PageView::lastPageWanted, this,
            [this] { goToPage(m_pages ? m_pages->pageCount() - 1 : 0); });
    connect(m_view, &PageView::zoomed, this, &ReportPreview::zoom);
    connect(m_view, &PageView::resized, this, [this] {
        if (m_zoom->currentData().toInt() <= fitWidth)
            renderPage();
    });
    connect(m_view, &PageView::activated, this, &ReportPreview::openRecord);
    connect(&m_watcher, &QFutureWatcherBase::progressRangeChanged, m_progress,
            &QProgressBar::setRange);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, m_progress,
            &QProgressBar::setValue);
    m_view->setFocus();
}

void ReportPreview::layOut()
{
    m_layingOut = m_shell.jobs().start<std::shared_ptr<const PagedReport>>(
            tr("Laying out %1").arg(m_report.title), this,
            [report = m_report](core::Progress &progress) {
                return PagedReport::layOut(report, progress);
            },
            [this](const core::Result<std::shared_ptr<const PagedReport>> &result) {
                m_progress->hide();
                if (result) {
                    m_pages = *result;
                    ready();
                } else if (result.error().code == core::ErrorCode::Cancelled) {
                    reject();
                } else {
                    m_view->showText({});
                    m_messages->showError(result.error());
                    m_messages->setAction(tr("Try again"), [this] {
                        m_progress->show();
                        layOut();
                    });
                }
            });
    m_watcher.setFuture(m_layingOut);
}

void ReportPreview::ready()
{
    const QSignalBlocker quiet(m_number);
    m_number->setMaximum(m_pages->pageCount());
    m_count->setText(tr("of %1").arg(m_pages->pageCount()));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_number, m_zoom, m_print, m_savePdf})
        widget->setEnabled(true);
    goToPage(0);
}

void ReportPreview::goToPage(int page)
{
    if (!m_pages)
        return;
    page = qBound(0, page, m_pages->pageCount() - 1);
    const bool isTurned = page != m_page;
    m_page = page;
    const QSignalBlocker quiet(m_number);
    m_number->setValue(page + 1);
    if (!m_number->hasFocus() && !m_view->hasFocus() && !m_previous->hasFocus()
        && !m_next->hasFocus())
        m_view->setFocus();
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < m_pages->pageCount());
    if (isTurned)
        m_view->scrollToTop();
    renderPage();
}

double ReportPreview::scale() const
{
    using namespace reportpreview;
    const QSizeF size = m_pages->pageSize();
    const QSize room = m_view->maximumViewportSize() - QSize(roomAroundSheet, roomAroundSheet);
    const int zoom = m_zoom->currentData().toInt();
    const int bar = m_view->verticalScrollBar()->sizeHint().width();
    if (zoom == fitWidth)
        return qMax(50, room.width() - bar) / size.width();
    if (zoom == wholePage)
        return qMin(qMax(50, room.width()) / size.width(), qMax(50, room.height()) / size.height());
    return zoom / 100.0 * logicalDpiX() / unitsPerInch;
}

void ReportPreview::renderPage()
{
    if (!m_pages)
        return;
    const int generation = ++m_generation;
    m_shell.jobs().start<reportpreview::Picture>(
            shell::Lane::Quick, tr("Page %1").arg(m_page + 1), this,
            [pages = m_pages, page = m_page, scale = scale(),
             ratio = devicePixelRatioF()](core::Progress &) {
                return reportpreview::picture(*pages, page, scale, ratio);
            },
            [this, generation](const core::Result<reportpreview::Picture> &picture) {
                if (generation != m_generation)
                    return;
                if (!picture) {
                    m_messages->showError(picture.error());
                    return;
                }
                m_view->showPage(picture->image);
                m_view->setAccessibleDescription(picture->text);
            });
}

// Steps along the fixed sizes, from the one nearest to what is seen.
void ReportPreview::zoom(int steps)
{
    using namespace reportpreview;
    if (!m_pages)
        return;
    const double percent = scale() * unitsPerInch / logicalDpiX() * 100;
    const int firstFixed = m_zoom->count() - int(percentages.size());
    int next = steps > 0 ? int(percentages.size()) - 1 : 0;
    for (int i = 0; i < int(percentages.size()); ++i) {
        const bool isLarger = percentages[i] > percent + 0.5;
        const bool isSmaller = percentages[i] < percent - 0.5;
        if (steps > 0 && isLarger) {
            next = i;
            break;
        }
        if (steps < 0 && isSmaller)
            next = i;
    }
    m_zoom->setCurrentIndex(firstFixed + next);
}

void ReportPreview::openRecord(QPointF place)
{
    const QSizeF size = m_pages->pageSize();
    const auto hit = m_pages->hitAt(m_page, {place.x() * size.width(), place.y() * size.height()});
    if (!hit)
        return;
    const shell::Reference reference{hit->reference.type, QUuid::fromString(hit->reference.id)};
    if (reference.isNull())
        return;
    reject(); // the record lies behind this dialog
    m_shell.open(reference);
}

void ReportPreview::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_report.title);
    printer->setFullPage(true);
    printer->setPageLayout(m_pages->pageLayout());
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintPageRange
                       | QAbstractPrintDialog::PrintCollateCopies
                       | QAbstractPrintDialog::PrintToFile);
    dialog->setMinMax(1, m_pages->pageCount());
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        m_shell.jobs().start<void>(
                tr("Printing %1").arg(m_report.title), this,
                [pages = m_pages, printer](core::Progress &progress) {
                    return printPages(*pages, *printer, progress);
                },
                [this](const core::Result<> &result) {
                    if (!result)
                        m_messages->showError(result.error());
                    else
                        m_messages->showText(shell::ColourRole::Ok, tr("Sent to the printer."));
                });
    });
    // The dialog uses the printer until it is gone.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void ReportPreview::savePdf()
{
    const shell::FileQuestion question{.id = u"documents.savePdf"_s,
                                       .title = tr("Save as PDF"),
                                       .filters = {tr("PDF documents (*.pdf)")},
                                       .suggestedName = suggestedName() + u".pdf"_s,
                                       .suffix = u"pdf"_s};
    m_shell.prompts().saveFile(this, question, [this](const QString &path) {
        m_shell.jobs().start<void>(
                tr("Saving %1").arg(QDir::toNativeSeparators(path)), this,
                [pages = m_pages, path](core::Progress &progress) {
                    return writePdf(*pages, path, progress);
                },
                [this, path](const core::Result<> &result) { saved(result, path); });
    });
}

void ReportPreview::saveExcel()
{
    const shell::FileQuestion question{.id = u"documents.saveExcel"_s,
                                       .title = tr("Save as Excel"),
                                       .filters = {tr("Excel workbooks (*.xlsx)")},
                                       .suggestedName = suggestedName() + u".xlsx"_s,
                                       .suffix = u"xlsx"_s};
    m_shell.prompts().saveFile(this, question, [this](const QString &path) {
        m_shell.jobs().start<void>(
                tr("Saving %1").arg(QDir::toNativeSeparators(path)), this,
                [report = m_report, path](core::Progress &progress) {
                    return writeXlsx(report, path, progress);
                },
                [this, path](const core::Result<> &result) { saved(result, path); });
    });
}

void ReportPreview::saved(const core::Result<> &result, const QString &path)
{
    if (!result) {
        m_messages->showError(result.error());
        return;
    }
    m_messages->showText(shell::ColourRole::Ok,
                         tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
}

QString ReportPreview::suggestedName() const
{
    QString name = m_report.title;
    for (QChar &c : name) {
        if (u"/\\:*?\"<>|"_s.contains(c) || c < u' ')
            c = u' ';
    }
    if (m_report.madeAt.isValid())
        name += m_report.madeAt.toTimeZone(m_report.zone).toString(u" yyyy-MM-dd"_s);
    return name.simplified();
}

}
