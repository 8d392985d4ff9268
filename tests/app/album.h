// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QPixmap;
class QWidget;

// Pictures of windows as one sees them, each taken only when nothing changes any more.
class Album
{
public:
    Album(QString folder, QString suffix);

    // The window and the dialogs over it. isSettled: whether what is shown has been read.
    template<typename Condition>
    bool take(const QString &view, QWidget *window, Condition isSettled)
    {
        for (int attempt = 0; attempt < 20; ++attempt) {
            paint(window); // lists ask for their pages while they are painted
            if (!isSettled())
                return false;
            if (isStill(window))
                return save(view, window);
        }
        return false;
    }

private:
    static QPixmap paint(QWidget *window);
    static bool isStill(QWidget *window); // two pictures in a row are equal
    bool save(const QString &view, QWidget *window) const;

    QString m_folder;
    QString m_suffix;
};
