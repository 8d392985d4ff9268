// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/album.h"
#include "app/desktop/actionbook.h"
#include "app/language.h"
#include "hazards/engine/hazardhistory.h"
#include "hazards/engine/hazardstore.h"
#include "support/sampledesktop.h"
#include "tables/sheetwriter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFont>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <cstdio>

using namespace Qt::StringLiterals;

// Pictures of the real window over the sample plant, for the manual and for the eye of whoever
// changes a panel: see "packaging/dev screenshots".
namespace {

QString chosen(const char *variable, const QString &otherwise)
{
    const QString value = qEnvironmentVariable(variable);
    return value.isEmpty() ? otherwise : value;
}

QSize sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts.at(0).toInt(), parts.at(1).toInt()) : QSize();
}

// A ledger as a workshop keeps it: a title, a header with names of its own, dates of all kinds.
bool writeLedger(const QString &path)
{
    using tables::ColumnType;
    auto writer = tables::SheetWriter::create(
            path,
            {.name = u"二季度"_s,
             .title = u"示范车间隐患排查治理台账"_s,
             .columns = {{u"序号"_s, ColumnType::Integer, 6},
                         {u"检查日期"_s, ColumnType::Date, 12},
                         {u"检查人"_s},
                         {u"隐患部位"_s, ColumnType::Text, 18},
                         {u"隐患描述"_s, ColumnType::WrappedText, 36},
                         {u"隐患等级"_s},
                         {u"整改措施"_s, ColumnType::WrappedText, 30},
                         {u"整改责任人"_s},
                         {u"整改期限"_s, ColumnType::Date, 12},
                         {u"完成情况"_s},
                         {u"整改费用（元）"_s, ColumnType::Amount, 12}},
             .facts = {u"单位：安澜示范五金厂"_s, u"填表日期：2026年4月"_s}});
    if (!writer)
        return false;
    const QStringList texts{u"砂轮机防护罩缺失，作业时碎屑飞溅"_s, u"配电箱门未关闭，箱内有杂物"_s,
                            u"安全通道堆放物料，宽度不足"_s, u"灭火器压力不足，未按月检查"_s,
                            u"行车吊钩防脱装置损坏"_s};
    const QStringList places{u"机加工车间"_s, u"冲压车间"_s, u"成品库"_s};
    for (int row = 0; row < 24; ++row) {
        const QDate found = QDate(2026, 3, 2).addDays(row * 2);
        const bool isDone = row % 4 != 3;
        const QVariantList cells{row + 1,
                                 found,
                                 u"王安"_s,
                                 places.at(row % places.size()),
                                 texts.at(row % texts.size()),
                                 row % 9 == 8 ? u"重大"_s : u"一般"_s,
                                 isDone ? QVariant(u"已按要求整改"_s) : QVariant(),
                                 row % 5 == 4 ? u"维修班"_s : u"李宁平"_s,
                                 found.addDays(7),
                                 isDone ? u"已完成"_s : u"整改中"_s,
                                 isDone ? QVariant(150.0 + row * 40) : QVariant()};
        if (!(*writer)->writeRow(cells))
            return false;
    }
    return bool((*writer)->finish());
}

class Photographer
{
public:
    Photographer(Album &album, QSize size)
        : m_album(album)
        , m_size(size)
    {
    }

    bool takeLedger();
    bool takeAll();

private:
    bool ready();
    bool take(const QString &view, QWidget *window);
    bool takeStartPage();
    bool takeOverdue();
    bool takePeople();
    bool takeDialog(const QString &view, const QString &action);
    bool takeImport();
    bool takePreview();
    bool takeStep();
    bool closeDialog(QDialog *dialog);
    QDialog *dialog() const;
    QDialog *dialogAfter(const QString &action);
    shell::Reference hazard(const QString &state, const std::function<int(int)> &rank) const;
    bool show(const shell::Reference &reference);

    app::MainWindow &window() const { return *m_desktop.window(); }
    template<typename T>
    T *part(const QString &panel, const QString &name) const
    {
        const auto *dock = window().findChild<QWidget *>(panel);
        return dock ? dock->findChild<T *>(name) : nullptr;
    }

    SampleDesktop m_desktop;
    Album &m_album;
    QSize m_size;
};

bool Photographer::ready()
{
    m_desktop.theme.choose(shell::themeFromText(chosen("ANLAN_THEME", u"light"_s)));
    m_desktop.make();
    return true;
}

bool Photographer::take(const QString &view, QWidget *window)
{
    const bool isTaken =
            window && m_album.take(view, window, [this] { return m_desktop.settled(); });
    if (!isTaken)
        std::fprintf(stderr, "screenshots: no picture of %s\n", qUtf8Printable(view));
    return isTaken;
}

QDialog *Photographer::dialog() const
{
    const QList<QDialog *> dialogs = window().findChildren<QDialog *>();
    for (QDialog *each : dialogs) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

QDialog *Photographer::dialogAfter(const QString &action)
{
    window().activateWindow();
    if (!QTest::qWaitForWindowActive(&window()))
        return nullptr;
    QAction *found = window().actionBook().action(action);
    if (!found)
        return nullptr;
    found->trigger();
    if (!QTest::qWaitFor([this] { return dialog() != nullptr; }, SampleDesktop::Patience))
        return nullptr;
    return m_desktop.settled() ? dialog() : nullptr;
}

bool Photographer::closeDialog(QDialog *dialog)
{
    dialog->reject();
    return QTest::qWaitFor([this] { return !this->dialog(); }, SampleDesktop::Patience);
}

// The hazard in that state whose history ranks highest.
shell::Reference Photographer::hazard(const QString &state,
                                      const std::function<int(int)> &rank) const
{
    const auto store = store::Store::open(
            m_desktop.path(),
            {m_desktop.schema, m_desktop.clock, const_cast<core::SeededRng &>(m_desktop.rng)});
    if (!store)
        return {};
    const auto connection = (*store)->connect();
    const auto rows = hazards::findRows(*connection, {.states = {state}}, 40);
    const auto page = rows ? hazards::fetch(*connection, *rows) : core::passOn(rows);
    shell::Reference best;
    int highest = -1;
    for (const hazards::Hazard &each : page ? *page : QList<hazards::Hazard>()) {
        const auto history =
                hazards::historyLines(*connection, m_desktop.schema, u"hazard"_s, each.id);
        const int ranked = history ? rank(int(history->size())) : -1;
        if (ranked > highest) {
            highest = ranked;
            best = {u"hazard"_s, each.id};
        }
    }
    return best;
}

bool Photographer::show(const shell::Reference &reference)
{
    if (reference.isNull())
        return false;
    window().open(reference);
    return m_desktop.settled();
}

bool Photographer::takeStartPage()
{
    m_desktop.desk.start({}, {});
    app::StartPage *page = m_desktop.desk.startPage();
    return page && take(u"start"_s, page);
}

bool Photographer::takeLedger()
{
    if (!ready() || !m_desktop.open(SampleDesktop::SafetyOfficer.toString(), m_size))
        return false;
    const auto longest = [](int lines) { return lines; };
    return show(hazard(u"submitted"_s, longest)) && take(u"ledger"_s, &window());
}

bool Photographer::takeOverdue()
{
    auto *overdue = part<QToolButton>(u"hazards.list"_s, u"overdueOnly"_s);
    if (!overdue)
        return false;
    overdue->click();
    const bool isTaken = take(u"overdue"_s, &window());
    overdue->click();
    return isTaken && m_desktop.settled();
}

bool Photographer::takePeople()
{
    window().actionBook().action(u"panel.plant.people"_s)->trigger();
    const bool isTaken = m_desktop.settled() && take(u"people"_s, &window());
    window().actionBook().action(u"panel.hazards.list"_s)->trigger();
    return isTaken && m_desktop.settled();
}

bool Photographer::takeDialog(const QString &view, const QString &action)
{
    QDialog *opened = dialogAfter(action);
    return opened && take(view, &window()) && closeDialog(opened);
}

bool Photographer::takeImport()
{
    const QString path = QDir(m_desktop.folder).filePath(u"示范车间二季度台账.xlsx"_s);
    if (!writeLedger(path))
        return false;
    m_desktop.prompts.pathToOpen = path;
    return takeDialog(u"import"_s, u"hazards.import"_s);
}

bool Photographer::takePreview()
{
    auto *open = part<QToolButton>(u"hazards.list"_s, u"openOnly"_s);
    auto *print = part<QToolButton>(u"hazards.list"_s, u"print"_s);
    if (!open || !print)
        return false;
    open->click();
    if (!m_desktop.settled())
        return false;
    print->click();
    if (!QTest::qWaitFor([this] { return dialog() != nullptr; }, SampleDesktop::Patience))
        return false;
    QDialog *preview = dialog();
    const bool isTaken = m_desktop.settled() && take(u"print"_s, &window()) && closeDialog(preview);
    open->click();
    return isTaken && m_desktop.settled();
}

bool Photographer::takeStep()
{
    if (!show(hazard(u"reported"_s, [](int lines) { return 100 - lines; })))
        return false;
    auto *grade = part<QPushButton>(u"hazards.record"_s, u"step_grade"_s);
    if (!grade)
        return false;
    grade->click();
    if (!QTest::qWaitFor([this] { return dialog() != nullptr; }, SampleDesktop::Patience))
        return false;
    QDialog *opened = dialog();
    return m_desktop.settled() && take(u"step"_s, &window()) && closeDialog(opened);
}

bool Photographer::takeAll()
{
    if (!ready() || !takeStartPage() || !takeLedger())
        return false;
    // One that fails does not hide the others.
    const bool isComplete[] = {takeOverdue(),
                               takeDialog(u"report"_s, u"hazards.report"_s),
                               takeStep(),
                               takeImport(),
                               takePreview(),
                               takePeople(),
                               takeDialog(u"settings"_s, u"file.settings"_s)};
    return std::all_of(std::begin(isComplete), std::end(isComplete), [](bool is) { return is; });
}

}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QString screen = chosen("ANLAN_SCREEN", u"1366x768"_s);
    const QSize size = sizeFrom(screen);
    if (argc != 2 || size.isEmpty()) {
        std::fprintf(stderr, "screenshots OUTDIR, with ANLAN_SCREEN as WIDTHxHEIGHT\n");
        return 2;
    }
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setCursorFlashTime(0);
    QFont font = QApplication::font();
    font.setStyleStrategy(QFont::NoSubpixelAntialias); // grey edges: small files
    QApplication::setFont(font);
    const QString language = chosen("ANLAN_LANGUAGE", u"zh_CN"_s);
    const app::Language words(language);
    Album album(QString::fromLocal8Bit(argv[1]),
                language + u'-' + chosen("ANLAN_THEME", u"light"_s) + u'-' + screen);
    Photographer photographer(album, size);
    // A large screen differs by its room alone: one picture shows it.
    const bool isDone = size.width() > 1366 ? photographer.takeLedger() : photographer.takeAll();
    return isDone ? 0 : 1;
}
