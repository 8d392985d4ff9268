// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "hazards/engine/ledgerimport.h"
#include "hazards/panel/savingdialog.h"

#include <QFuture>

#include <memory>
#include <optional>

class QTimer;

namespace shell {
struct FileQuestion;
}

namespace Ui {
class ImportDialog;
}

namespace hazards {

class JudgementModel;

// Takes over a ledger kept in a spreadsheet: what was found in the file, where each column goes,
// every judgement that was made, and how many rows come in. Nothing is written before the button.
class ImportDialog : public SavingDialog
{
    Q_OBJECT
public:
    ImportDialog(store::Store &store, shell::Shell &shell, const QString &path,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

    static shell::FileQuestion question(); // which file

    bool isReady() const { return m_found.has_value() && !m_isReading; }
    const LedgerFacts *facts() const { return m_found ? &m_found->preview.facts : nullptr; }

protected:
    QString missing() const override;
    void save() override;

private:
    struct Found {
        ImportPlan plan;
        ImportReport preview; // of a run that writes nothing
    };
    static core::Result<Found> examine(const store::Store &store, const QUuid &actor,
                                       const ImportPlan *known, const QString &path,
                                       const ImportOptions &options, core::Progress &progress);

    void read(bool isNewFile); // the file, or another mapping of it
    void show(const core::Result<Found> &found);
    void showColumns();
    void showFound();
    void chooseFile();
    void finished(const ImportReport &report);
    QString rowsText(int number) const;

    std::unique_ptr<Ui::ImportDialog> m_ui;
    JudgementModel *m_judgements;
    QFutureWatcher<void> m_reading;
    QTimer *m_pause;
    QString m_path;
    ImportOptions m_options;
    std::optional<Found> m_found;
    core::Error m_error{};
    int m_generation = 0;
    bool m_isReading = false;
    bool m_isFilling = false; // the mapping table, by us
};

}
