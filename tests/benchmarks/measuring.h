// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <benchmark/benchmark.h>

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <vector>

namespace measuring {

template<typename T>
T must(core::Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qUtf8Printable(result.error().message),
               qUtf8Printable(result.error().detail));
    return std::move(*result);
}
inline void must(const core::Result<> &result)
{
    if (!result)
        qFatal("%s (%s)", qUtf8Printable(result.error().message),
               qUtf8Printable(result.error().detail));
}

inline void reportTimes(benchmark::State &state, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        const double place = std::ceil(share * double(milliseconds.size())) - 1;
        return milliseconds[size_t(std::max(place, 0.))];
    };
    state.counters["p50_ms"] = at(0.5);
    state.counters["p95_ms"] = at(0.95);
    state.counters["max_ms"] = milliseconds.back();
}

// Of this process, from /proc/self/status: VmRSS, RssAnon (without what is mapped from files),
// VmHWM (the highest so far).
inline double memoryMiB(const char *name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray label = QByteArray(name) + ':';
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(label))
            return line.mid(label.size()).simplified().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

// VmHWM begins anew from what is resident now.
inline void forgetPeak()
{
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5");
}

}
