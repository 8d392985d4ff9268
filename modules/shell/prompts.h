// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace shell {

struct FileQuestion {
    QString id; // "hazards.import": remembers the folder used last
    QString title;
    QStringList filters;   // "Spreadsheets (*.xlsx *.xls *.csv)"
    QString suggestedName; // saving: the file name offered
    QString suffix;        // saving: added if the user gives none, without dot
};

struct Question {
    QString title;
    QString text;
    QString acceptText;     // the verb on the button: "Discard", "Take over 37 rows"
    bool dangerous = false; // the safe button is the default
};

// Questions to the user. Nothing blocks: the answer comes by the callback, and not at all if the
// parent dies first. Tests put their own answers in.
class Prompts
{
public:
    using FileAnswer = std::function<void(const QString &path)>;       // only if one was chosen
    using FilesAnswer = std::function<void(const QStringList &paths)>; // only if some were chosen
    using Answer = std::function<void(bool accepted)>;

    virtual ~Prompts() = default;
    virtual void openFile(QWidget *parent, const FileQuestion &question, FileAnswer answer) = 0;
    virtual void openFiles(QWidget *parent, const FileQuestion &question, FilesAnswer answer) = 0;
    virtual void saveFile(QWidget *parent, const FileQuestion &question, FileAnswer answer) = 0;
    virtual void ask(QWidget *parent, const Question &question, Answer answer) = 0;
    virtual void tell(QWidget *parent, const QString &title, const QString &text) = 0;
};

}
