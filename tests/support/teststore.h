// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/rng.h"
#include "store/store.h"
#include "store/writer.h"

#include <QTemporaryDir>

// A store in a folder of its own, gone with the object. Time stands still and chance is seeded.
class TestStore
{
public:
    explicit TestStore(const store::Schema &schema, quint64 seed = 1)
        : m_rng(seed)
        , m_schema(schema)
    {
        auto made = store::Store::create(m_folder.filePath(QStringLiteral("test.anlan")),
                                         QStringLiteral("Test plant"), environment());
        if (!made)
            qFatal("no test store: %s (%s)", qUtf8Printable(made.error().message),
                   qUtf8Printable(made.error().detail));
        m_store = std::move(*made);
    }

    store::Store &store() { return *m_store; }
    store::Store *operator->() { return m_store.get(); }
    core::ManualClock &clock() { return m_clock; }
    core::SeededRng &rng() { return m_rng; }
    store::Environment environment() { return {m_schema, m_clock, m_rng, {}}; }
    QString folder() const { return m_folder.path(); }
    void close() { m_store.reset(); }
    void reopen()
    {
        const QString path = m_store->path();
        m_store.reset();
        auto opened = store::Store::open(path, environment());
        if (!opened)
            qFatal("cannot reopen: %s", qUtf8Printable(opened.error().message));
        m_store = std::move(*opened);
    }

private:
    QTemporaryDir m_folder;
    core::ManualClock m_clock{1'760'000'000'000}; // 2025-10-09
    core::SeededRng m_rng;
    const store::Schema &m_schema;
    std::unique_ptr<store::Store> m_store;
};
