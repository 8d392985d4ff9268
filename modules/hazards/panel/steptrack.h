// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <QWidget>

namespace shell {
class Shell;
}

namespace hazards {

// The five steps as a line: done, now, to come. Words and marks say it; the colour only helps.
class StepTrack : public QWidget
{
    Q_OBJECT
public:
    explicit StepTrack(shell::Shell &shell, QWidget *parent = nullptr);

    // now: how many steps are done; 5 once the hazard is archived. A hazard that left the way (not
    // true, merged) has none marked.
    void setState(const QString &state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList labels() const;

    shell::Shell &m_shell;
    int m_done = 0;
};

}
