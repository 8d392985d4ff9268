// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a ledger row say together: the state it stands in, dates that contradict.
#include "hazards/engine/hazardspecs.h"
#include "hazards/engine/ledgerplace.h"
#include "hazards/engine/ledgerwords.h"
#include "store/spec.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

bool isDone(const QString &state)
{
    return state == state::closed || state == state::archived;
}

}

// From what else the row says, and never further than that.
QString RowReader::derivedState(const DraftRow &draft) const
{
    const auto has = [&draft](const QString &field) { return draft.values.contains(field); };
    if (has(u"closed_on"_s) || words::isPassed(draft.values.value(u"review_opinion"_s).toString()))
        return state::closed.toString();
    if (has(u"reviewed_on"_s) && has(u"completed_on"_s))
        return state::closed.toString();
    if (has(u"completed_on"_s))
        return state::submitted.toString();
    const bool isGiven = has(u"responsible"_s) || has(u"responsible_text"_s)
            || has(u"responsible_area"_s) || has(u"responsible_unit_text"_s);
    if (isGiven || has(u"deadline"_s))
        return state::dispatched.toString();
    return has(u"grade"_s) ? state::graded.toString() : state::reported.toString();
}

void RowReader::decideState(DraftRow &draft, const tables::Record &record)
{
    const int index = m_indexOf.value(u"state"_s, -1);
    const tables::Cell blank;
    const ColumnPlan none;
    Place place{index < 0 ? blank : record.cells.at(index),
                index < 0 ? none : m_plan.columns.at(index), nullptr, draft};
    const QString text = tables::cleanText(place.cell.text);
    QString found = codeFor(u"hazard_state"_s, text);
    if (!text.isEmpty())
        keepRaw(place); // the steps go on, the word of the ledger stays
    if (found.isEmpty()) {
        if (const auto answer = words::yesOrNo(text))
            found = *answer ? state::closed.toString() : state::dispatched.toString();
    }
    if (found.isEmpty() && !text.isEmpty()) {
        found = words::guessedState(text);
        if (!found.isEmpty() && m_spec.workflow->state(found)) {
            tellOnce(place, judged::taken,
                     QCoreApplication::translate(
                             "hazards",
                             "No state is called so. It was taken for “%1”, here and in further "
                             "rows.")
                             .arg(m_spec.stateLabel(found)));
        }
    }
    if (!m_spec.workflow->state(found)) {
        found = derivedState(draft);
        const QString label = m_spec.stateLabel(found);
        if (index < 0) {
            tellOnce(place, judged::derived,
                     QCoreApplication::translate(
                             "hazards",
                             "The ledger has no column for the state. It follows from the other "
                             "columns of each row; here: “%1”.")
                             .arg(label));
        } else {
            const QString what = text.isEmpty() ? QString() : whatElse(place);
            tell(place, judged::derived,
                 text.isEmpty() ? QCoreApplication::translate(
                                          "hazards",
                                          "The state is blank. By the other columns it is “%1”.")
                                          .arg(label)
                         : what.isEmpty()
                         ? QCoreApplication::translate(
                                   "hazards",
                                   "This is no known state. By the other columns it is “%1”.")
                                   .arg(label)
                         : what);
        }
    }
    draft.state = found;
    draft.facts.state = found;
    if (isDone(found) && !draft.values.contains(u"closed_on"_s)
        && draft.values.contains(u"reviewed_on"_s))
        draft.values.insert(u"closed_on"_s, draft.values.value(u"reviewed_on"_s));
    if (draft.values.value(u"grade"_s).toString() == "major"_L1
        && draft.values.value(u"response_colour"_s).toString() != "red"_L1) {
        draft.values.insert(u"response_colour"_s, u"red"_s);
        const int grade = m_indexOf.value(u"grade"_s, -1);
        draft.problems.append(
                {draft.row, columnOf(u"grade"_s),
                 grade < 0 ? QString() : tables::cleanText(record.cells.at(grade).text),
                 judged::derived.toString(),
                 QCoreApplication::translate(
                         "hazards", "A major hazard always has the response colour red.")});
    }
}

void RowReader::compareDates(DraftRow &draft)
{
    const auto day = [&draft](const QString &field) { return draft.days.value(field); };
    const auto note = [&](const QString &field, const QString &why) {
        draft.problems.append({draft.row, columnOf(field), day(field).toString(Qt::ISODate),
                               judged::noted.toString(), why});
    };
    const QDate found = day(u"found_on"_s);
    const QDate deadline = day(u"deadline"_s);
    if (deadline.isValid() && found.isValid() && deadline < found)
        note(u"deadline"_s,
             QCoreApplication::translate("hazards",
                                         "The deadline is before the day it was found."));
    bool isLate = false;
    for (const QString &field : {u"completed_on"_s, u"reviewed_on"_s, u"closed_on"_s}) {
        const QDate done = day(field);
        if (!done.isValid())
            continue;
        if (found.isValid() && done < found)
            note(field,
                 QCoreApplication::translate("hazards",
                                             "This day is before the day it was found."));
        // What was completed in time may be reviewed later.
        if (deadline.isValid() && done > deadline && !isLate
            && (field == "completed_on"_L1 || !day(u"completed_on"_s).isValid())) {
            isLate = true;
            note(field,
                 QCoreApplication::translate("hazards", "This day is after the deadline (%1).")
                         .arg(deadline.toString(Qt::ISODate)));
        }
    }
    if (draft.levels.value(u"level"_s) > draft.levels.value(u"potential_level"_s)
        && draft.levels.contains(u"potential_level"_s)) {
        draft.problems.append(
                {draft.row, columnOf(u"level"_s), draft.values.value(u"level"_s).toString(),
                 judged::noted.toString(),
                 QCoreApplication::translate(
                         "hazards", "The level of the accident is above its potential level.")});
    }
    const bool hasDone = day(u"completed_on"_s).isValid() || day(u"reviewed_on"_s).isValid()
            || day(u"closed_on"_s).isValid();
    const QString column = columnOf(u"state"_s);
    const QString word =
            draft.values
                    .value(m_indexOf.contains(u"state"_s)
                                   ? m_plan.columns.at(m_indexOf.value(u"state"_s)).aside
                                   : QString())
                    .toString();
    if (isDone(draft.state) && !hasDone && m_hasDoneDays) {
        draft.problems.append(
                {draft.row, column, word, judged::noted.toString(),
                 QCoreApplication::translate(
                         "hazards", "Closed, but no day of completion, review or closing.")});
    } else if (isDone(draft.state) && !hasDone && !m_told.contains(u"no days"_s)) {
        m_told.insert(u"no days"_s);
        draft.problems.append(
                {draft.row, column, word, judged::noted.toString(),
                 QCoreApplication::translate("hazards",
                                             "Closed, but the ledger names no day of completion, "
                                             "review or closing, here and in further rows.")});
    } else if (draft.state == state::dispatched && hasDone) {
        draft.problems.append(
                {draft.row, column, word, judged::noted.toString(),
                 QCoreApplication::translate(
                         "hazards", "Said to be open, but there is a day of completion.")});
    }
}

}
