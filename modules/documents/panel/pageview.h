// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractScrollArea>
#include <QImage>

namespace documents {

// Shows the picture of one page. Asks for pages and sizes by signals, as it does not know how they
// are made.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PageView(QWidget *parent = nullptr);

    void showPage(const QImage &image); // with its device pixel ratio
    void showText(const QString &text); // while there is no page
    void scrollToTop();
    void scrollToBottom();
    QSize sheetSize() const; // of the page shown, in widget pixels

Q_SIGNALS:
    void pageTurned(int by);
    void firstPageWanted();
    void lastPageWanted();
    void zoomed(int steps);
    void resized();
    void activated(QPointF place); // double click; parts of the sheet, 0 to 1

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QRect sheet() const;
    void updateScrollBars();

    QImage m_image;
    QString m_text;
};

}
