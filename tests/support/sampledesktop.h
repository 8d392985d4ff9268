// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/desk.h"
#include "app/desktop/modulelist.h"
#include "app/desktop/startpage.h"
#include "app/desktop/storeplants.h"
#include "app/specs.h"
#include "core/rng.h"
#include "sample/engine/sampleplant.h"
#include "support/testshell.h"

#include <QDir>
#include <QTest>
#include <QTimeZone>

// The desk as main() makes it, with all modules, over a sample plant that is always the same one.
struct SampleDesktop {
    static constexpr int Patience = 20'000; // milliseconds
    static constexpr QStringView SafetyOfficer = u"wang.an";
    static QDate lastDay() { return {2026, 4, 24}; }
    // The morning after the last day of the sample.
    static qint64 morning()
    {
        return QDateTime(lastDay().addDays(1), QTime(8, 30), QTimeZone("Asia/Shanghai"))
                .toMSecsSinceEpoch();
    }

    explicit SampleDesktop(const QString &kept = {}) // a folder that stays; empty: one that goes
        : folder(kept.isEmpty() ? own.path() : kept)
    {
    }

    QTemporaryDir own;
    QString folder;
    QSettings settings{own.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    core::ManualClock clock{morning()};
    core::SeededRng rng{7};
    store::Schema schema = app::createSchema();
    TestPrompts prompts;
    shell::Theme theme;
    app::StorePlants plants{{schema, clock, rng},
                            app::createModules,
                            [this](const QString &path, core::Progress &progress) {
                                return sample::createPlant(path, schema, sampleOptions, progress);
                            }};
    sample::Options sampleOptions{.until = lastDay()};
    shell::JobRunner jobs;
    app::Desk desk{{{}, {}, settings, jobs, prompts, clock, theme}, plants, folder};

    QString path() const { return QDir(folder).filePath(QStringLiteral("sample.anlan")); }
    app::MainWindow *window() const { return desk.window(); }

    // Makes the file unless it is there.
    void make()
    {
        core::NoProgress progress;
        if (QFileInfo::exists(path()))
            return;
        if (const auto made = plants.createSample(path(), progress); !made)
            qFatal("no sample plant: %s", qUtf8Printable(made.error().message));
    }

    // Opens the plant in a window of this size; all that it reads at first has been read.
    bool open(const QString &login, QSize size)
    {
        desk.start(path(), login);
        if (!QTest::qWaitFor([this] { return window() != nullptr; }, Patience))
            return false;
        window()->showNormal();
        window()->setGeometry(QRect(QPoint(0, 0), size));
        return settled()
                && QTest::qWaitFor([this] { return !window()->person().isNull(); }, Patience);
    }

    // Nothing runs, and what it gave has arrived.
    bool settled() const
    {
        return QTest::qWaitFor(
                [this] {
                    QCoreApplication::sendPostedEvents();
                    return jobs.isIdle();
                },
                Patience);
    }
};
