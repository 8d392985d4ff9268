// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sample/engine/findings.h"
#include "sample/engine/staff.h"

#include <vector>

namespace sample {

enum class Act : quint8 {
    Draft,
    Report,
    ReportDraft,
    Grade,
    Dispatch,
    Plan, // of a major hazard
    Start,
    Comment,
    Submit,
    Return,
    Pass,
    SecondPass,
    Archive,
    Reject,
    Merge,
    Suspend,
    Resume,
};

// One hazard of the sample: what was found, and who has to do with it.
struct Story {
    qint64 foundAt = 0; // milliseconds UTC
    quint64 seed = 0;   // of its words and costs
    qint32 finding = -1;
    qint32 machine = -1; // among those of the finding's type
    qint32 area = -1;    // in teamCodes order, where there is no machine
    qint32 again = 0;    // how many times the same fault was found before (the recurring fault)
    QUuid finder;
    QUuid officer; // grades, dispatches, archives
    QUuid responsible;
    QUuid rectifier;
    QUuid reviewer;
    QUuid hazard; // once it is reported
    QUuid before; // the one of its sort that was reported before it
};

struct Event {
    qint64 time = 0;
    qint32 story = 0;
    Act act = Act::Report;
};

struct Life {
    std::vector<Story> stories;
    std::vector<Event> events; // in the order of time
    QStringList areas;         // Story::area
    int recurring = -1;        // the finding that comes back on one press
};

// Plans everything that happens between two instants. Touches no store.
Life planLife(const Site &site, const QList<Finding> &findings, int hazards, qint64 from,
              qint64 until, core::Rng &rng);

}
