// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/importdialog.h"

#include "hazards/panel/fielddelegate.h"
#include "hazards/panel/judgementmodel.h"
#include "hazards/panel/ledgeractions.h"
#include "shell/colours.h"
#include "shell/messagebar.h"
#include "shell/prompts.h"
#include "store/spec.h"
#include "store/store.h"
#include "ui_importdialog.h"

#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

enum MappingColumn { HeadingColumn, FieldColumn, WhyColumn, MappingColumnCount };

}

shell::FileQuestion ImportDialog::question()
{
    return {.id = u"hazards.import"_s,
            .title = tr("Ledger to take over"),
            .filters = {tr("Ledgers (%1)").arg(u"*.xlsx *.csv *.txt"_s)}};
}

ImportDialog::ImportDialog(store::Store &store, shell::Shell &shell, const QString &path,
                           QWidget *parent)
    : SavingDialog(store, shell, tr("Take over"), parent)
    , m_ui(std::make_unique<Ui::ImportDialog>())
    , m_judgements(new JudgementModel(this))
    , m_pause(new QTimer(this))
    , m_path(path)
{
    setWindowTitle(tr("Take over a ledger"));
    m_ui->setupUi(body());
    m_ui->entity->addItem(tr("Hazards"), u"hazard"_s);
    m_ui->entity->addItem(tr("Accidents"), u"incident"_s);
    for (QComboBox *box : {m_ui->sheet, m_ui->entity})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_ui->columns->setColumnCount(MappingColumnCount);
    m_ui->columns->setHorizontalHeaderLabels({tr("Column in the file"), tr("Goes to"), tr("Why")});
    m_ui->columns->setItemDelegateForColumn(FieldColumn, new FieldDelegate(this));
    m_ui->judgements->setModel(m_judgements);
    const int letter = fontMetrics().averageCharWidth();
    const int lines = fontMetrics().lineSpacing();
    for (QTableView *table : {static_cast<QTableView *>(m_ui->columns), m_ui->judgements}) {
        table->verticalHeader()->hide();
        table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table->verticalHeader()->setDefaultSectionSize(lines + 10);
        table->horizontalHeader()->setStretchLastSection(true);
        table->horizontalHeader()->setHighlightSections(false);
        table->setMinimumHeight(lines * 10);
        table->setMinimumWidth(letter * 110);
    }
    m_ui->columns->setColumnWidth(HeadingColumn, letter * 34);
    m_ui->columns->setColumnWidth(FieldColumn, letter * 30);
    m_ui->judgements->setColumnWidth(JudgementModel::Row, letter * 8);
    m_ui->judgements->setColumnWidth(JudgementModel::ColumnName, letter * 20);
    m_ui->judgements->setColumnWidth(JudgementModel::Value, letter * 24);
    m_ui->judgements->setColumnWidth(JudgementModel::Action, letter * 22);

    m_pause->setSingleShot(true);
    m_pause->setInterval(0);
    connect(m_pause, &QTimer::timeout, this, [this] { read(false); });
    connect(m_ui->chooseFile, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_ui->sheet, &QComboBox::activated, this, [this] {
        m_options = {.sheet = m_ui->sheet->currentText()};
        read(true);
    });
    connect(m_ui->entity, &QComboBox::activated, this, [this] {
        m_options.mapping = {.entity = m_ui->entity->currentData().toString()};
        read(false);
    });
    connect(m_ui->columns, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (m_isFilling || item->column() != FieldColumn)
            return;
        const QString heading =
                m_ui->columns->item(item->row(), HeadingColumn)->data(Qt::UserRole).toString();
        m_options.mapping.columns.insert(heading, item->data(Qt::UserRole).toString());
        m_pause->start(); // the editor is still open
    });
    connect(&m_reading, &QFutureWatcherBase::progressRangeChanged, m_ui->reading,
            &QProgressBar::setRange);
    connect(&m_reading, &QFutureWatcherBase::progressValueChanged, m_ui->reading,
            &QProgressBar::setValue);
    connect(this, &QDialog::finished, this, [this] { m_reading.future().cancel(); });
    read(true);
    fitToScreen();
}

ImportDialog::~ImportDialog()
{
    letGo();
}

core::Result<ImportDialog::Found> ImportDialog::examine(const store::Store &store,
                                                        const QUuid &actor, const ImportPlan *known,
                                                        const QString &path,
                                                        const ImportOptions &options,
                                                        core::Progress &progress)
{
    auto plan = known ? remapped(store, *known, options.mapping, progress)
                      : analyseLedger(store, path, options, progress);
    if (!plan)
        return core::passOn(plan);
    auto preview = runImport(const_cast<store::Store &>(store), actor, *plan, ImportMode::DryRun,
                             progress);
    if (!preview)
        return core::passOn(preview);
    return Found{std::move(*plan), std::move(*preview)};
}

void ImportDialog::read(bool isNewFile)
{
    m_reading.future().cancel();
    const int generation = ++m_generation;
    std::shared_ptr<const ImportPlan> known;
    if (!isNewFile && m_found)
        known = std::make_shared<const ImportPlan>(m_found->plan);
    if (isNewFile)
        m_found.reset();
    m_isReading = true;
    m_error = {};
    messages()->dismiss();
    m_ui->file->setText(QFileInfo(m_path).fileName());
    m_ui->file->setToolTip(m_path);
    m_ui->reading->setRange(0, 0);
    m_ui->reading->show();
    m_ui->summary->clear();
    checkInput();
    const QFuture<void> job = shell().jobs().start<Found>(
            tr("Reading the ledger %1").arg(QFileInfo(m_path).fileName()), this,
            [store = &store(), actor = shell().person().id, known, path = m_path,
             options = m_options](core::Progress &progress) {
                return examine(*store, actor, known.get(), path, options, progress);
            },
            [this, generation](const core::Result<Found> &found) {
                if (generation == m_generation)
                    show(found);
            });
    m_reading.setFuture(job);
}

void ImportDialog::show(const core::Result<Found> &found)
{
    m_isReading = false;
    m_ui->reading->hide();
    if (!found) {
        m_error = found.error();
        messages()->showError(found.error());
        if (m_found) {
            // Another mapping was refused: what is shown is the one before.
            m_options.mapping = {};
            for (const ColumnPlan &column : m_found->plan.columns) {
                if (column.isOverridden)
                    m_options.mapping.columns.insert(column.name, column.field);
            }
            showColumns();
            m_error = {};
        }
    } else {
        m_found = *found;
        showFound();
    }
    checkInput();
    fitToScreen();
}

QString ImportDialog::rowsText(int number) const
{
    return tr("%n row(s)", nullptr, number);
}

void ImportDialog::showFound()
{
    const ImportPlan &plan = m_found->plan;
    const LedgerFacts &facts = m_found->preview.facts;
    const tables::Layout &layout = plan.layout;
    m_ui->sheet->clear();
    m_ui->sheet->addItem(layout.sheetName);
    m_ui->sheet->addItems(layout.otherSheets);
    m_ui->sheet->setEnabled(!layout.otherSheets.isEmpty());
    m_ui->entity->setCurrentIndex(m_ui->entity->findData(plan.entity));
    QStringList words;
    if (!layout.title.isEmpty())
        words.append(tr("Title: %1.").arg(layout.title.simplified()));
    words.append(layout.firstHeaderRow == layout.lastHeaderRow
                         ? tr("Headings in row %1.").arg(layout.firstHeaderRow)
                         : tr("Headings in rows %1 to %2.")
                                   .arg(layout.firstHeaderRow)
                                   .arg(layout.lastHeaderRow));
    words.append(tr("Data in rows %1 to %2.").arg(layout.firstDataRow).arg(layout.lastDataRow));
    words.append(plan.whyEntity);
    m_ui->found->setText(words.join(u' '));
    m_judgements->setProblems(facts.problems);
    m_ui->pages->setTabText(1,
                            tr("Judgements (%1)").arg(QLocale().toString(facts.problems.size())));
    showColumns();

    QStringList counts{
            tr("%1 read, %2 come in.").arg(rowsText(facts.read), rowsText(facts.imported))};
    if (facts.duplicates > 0)
        counts.append(tr("%1 are in the ledger already.").arg(rowsText(facts.duplicates)));
    if (facts.skipped > 0)
        counts.append(tr("%1 are left out.").arg(rowsText(facts.skipped)));
    if (facts.warned > 0)
        counts.append(tr("%1 needed a judgement: see the list.").arg(rowsText(facts.warned)));
    if (facts.problemsLeftOut > 0)
        counts.append(tr("The list names the first %1 judgements only.")
                              .arg(QLocale().toString(facts.problems.size())));
    m_ui->summary->setText(counts.join(u' '));
    setVerb(tr("Take over %n row(s)", nullptr, facts.imported));
}

void ImportDialog::showColumns()
{
    m_isFilling = true;
    const ImportPlan &plan = m_found->plan;
    const store::EntitySpec &spec = *store().schema().find(plan.entity);
    auto *delegate =
            static_cast<FieldDelegate *>(m_ui->columns->itemDelegateForColumn(FieldColumn));
    delegate->setFields(spec);
    m_ui->columns->setRowCount(int(plan.columns.size()));
    for (int row = 0; row < plan.columns.size(); ++row) {
        const ColumnPlan &column = plan.columns.at(row);
        auto *heading = new QTableWidgetItem(column.name.isEmpty() ? column.label : column.name);
        heading->setData(Qt::UserRole,
                         column.name.isEmpty() ? tables::columnLetters(column.column)
                                               : column.name);
        heading->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        heading->setToolTip(heading->text());
        auto *field = new QTableWidgetItem(delegate->labelOf(column.field));
        field->setData(Qt::UserRole, column.field);
        auto *why = new QTableWidgetItem(column.isNumber ? tr("The running number of the rows.")
                                                         : column.why);
        why->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        why->setToolTip(why->text());
        m_ui->columns->setItem(row, HeadingColumn, heading);
        m_ui->columns->setItem(row, FieldColumn, field);
        m_ui->columns->setItem(row, WhyColumn, why);
    }
    if (!plan.columns.isEmpty() && m_ui->columns->currentRow() < 0)
        m_ui->columns->setCurrentCell(0, FieldColumn);
    m_isFilling = false;
}

void ImportDialog::chooseFile()
{
    shell().prompts().openFile(this, ImportDialog::question(), [this](const QString &path) {
        m_path = path;
        m_options = {};
        read(true);
    });
}

QString ImportDialog::missing() const
{
    if (m_isReading)
        return tr("The file is being read.");
    if (!m_found)
        return tr("This file cannot be taken over. Choose another one.");
    if (m_found->preview.facts.imported == 0)
        return tr("There is no row in it that is not in the ledger already.");
    return {};
}

void ImportDialog::save()
{
    run<ImportReport>(
            tr("Taking over the ledger %1").arg(m_found->plan.fileName),
            [store = &store(), actor = shell().person().id,
             plan = m_found->plan](core::Progress &progress) {
                return runImport(*store, actor, plan, ImportMode::Write, progress);
            },
            [this](const ImportReport &report) { finished(report); });
}

void ImportDialog::finished(const ImportReport &report)
{
    m_judgements->setProblems(report.facts.problems);
    m_ui->pages->setCurrentIndex(1);
    leaveToRead();
    // The judgements are still to be read.
    body()->setEnabled(true);
    for (QWidget *control :
         {static_cast<QWidget *>(m_ui->chooseFile), static_cast<QWidget *>(m_ui->sheet),
          static_cast<QWidget *>(m_ui->entity)})
        control->setEnabled(false);
    m_ui->columns->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_ui->columnsNote->hide();
    messages()->showText(
            shell::ColourRole::Ok,
            tr("%1 were taken over. Ctrl+Z in the window takes all of them back again.")
                    .arg(rowsText(report.facts.imported)));
    shell().announce(tr("%1 were taken over.").arg(rowsText(report.facts.imported)));
    fitToScreen();
}

void importLedger(store::Store &store, shell::Shell &shell, QWidget *parent)
{
    shell.prompts().openFile(
            parent, ImportDialog::question(),
            [store = &store, shell = &shell, parent = QPointer(parent)](const QString &path) {
                auto *dialog = new ImportDialog(*store, *shell, path, parent);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->open();
            });
}

}
