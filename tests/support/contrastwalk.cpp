// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/contrastwalk.h"

#include "shell/colours.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace contrastwalk {

namespace {

class Walk
{
public:
    int seen = 0;
    QStringList faults;

    void look(const QString &text, const QColor &letters, const QColor &ground)
    {
        if (text.trimmed().isEmpty())
            return;
        ++seen;
        const double contrast = shell::Colours::contrast(letters, ground);
        if (contrast < 4.5)
            faults << u"\"%1\" has %2:1, %3 on %4"_s.arg(text.left(30))
                              .arg(contrast, 0, 'f', 1)
                              .arg(letters.name(), ground.name());
    }

    void lookAtPalette(const QWidget *widget, const QString &text)
    {
        look(text, widget->palette().color(widget->foregroundRole()),
             widget->palette().color(widget->backgroundRole()));
    }

    void lookAtCells(const QAbstractItemView *view)
    {
        const QAbstractItemModel *model = view->model();
        const QPalette colours = view->palette();
        const QModelIndex root = view->rootIndex();
        constexpr int Enough = 60; // rows; more are of the same kinds
        for (int row = 0; model && row < qMin(Enough, model->rowCount(root)); ++row) {
            for (int column = 0; column < model->columnCount(root); ++column) {
                const QModelIndex cell = model->index(row, column, root);
                const auto colourOf = [&](int role, QPalette::ColorRole otherwise) {
                    const QVariant given = cell.data(role);
                    return given.isValid() ? given.value<QBrush>().color()
                                           : colours.color(otherwise);
                };
                const bool isStriped = view->alternatingRowColors() && row % 2 == 1;
                look(cell.data().toString(), colourOf(Qt::ForegroundRole, QPalette::Text),
                     colourOf(Qt::BackgroundRole,
                              isStriped ? QPalette::AlternateBase : QPalette::Base));
            }
        }
    }

    void lookAtRichText(const QTextBrowser *browser)
    {
        for (QTextBlock block = browser->document()->begin(); block.isValid();
             block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                const QTextCharFormat format = part.fragment().charFormat();
                const QPalette colours = browser->palette();
                const auto colourOf = [&](const QBrush &given, QPalette::ColorRole otherwise) {
                    return given.style() == Qt::NoBrush ? colours.color(otherwise) : given.color();
                };
                look(part.fragment().text(), colourOf(format.foreground(), QPalette::Text),
                     colourOf(format.background(), QPalette::Base));
            }
        }
    }
};

}

QStringList faults(QWidget *root, int *seen)
{
    Walk walk;
    const QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || !widget->isEnabled())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            walk.lookAtPalette(label, label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            walk.lookAtPalette(button, button->text());
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            walk.look(line->placeholderText(), line->palette().color(QPalette::PlaceholderText),
                      line->palette().color(QPalette::Base));
        else if (const auto *browser = qobject_cast<const QTextBrowser *>(widget))
            walk.lookAtRichText(browser);
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
                 view && !qobject_cast<const QHeaderView *>(widget))
            walk.lookAtCells(view);
    }
    if (seen)
        *seen += walk.seen;
    walk.faults.removeDuplicates();
    return walk.faults;
}

}
