// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QCommandLinkButton;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace app {

// The first choice: the sample plant, a new plant, a file, or one of the last.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    void setSampleOffered(bool isOffered);
    void setRecent(const QStringList &paths);
    void showProblem(const QString &text); // empty: none
    void showWork(const QString &title);   // the choices wait; empty: work is over
    void showProgress(int value, int maximum);

Q_SIGNALS:
    void sampleAsked();
    void newAsked();
    void openAsked();
    void recentChosen(const QString &path);
    void recentForgotten(const QString &path);
    void workCancelled();
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QCommandLinkButton *choice(const QString &name, const QString &icon, const QString &text,
                               const QString &explanation);
    void enableRecent();
    void openCurrent();
    void forgetCurrent();

    QLabel *m_problem;
    QWidget *m_choices;
    QCommandLinkButton *m_sample;
    QListWidget *m_recent;
    QPushButton *m_openRecent;
    QPushButton *m_forget;
    QWidget *m_work;
    QLabel *m_workTitle;
    QProgressBar *m_progress;
};

}
