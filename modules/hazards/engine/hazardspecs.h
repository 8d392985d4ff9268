// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringView>

namespace store {
class Schema;
struct Workflow;
}

namespace hazards {

// The kinds hazard and incident. plant::addSpecs comes first.
void addSpecs(store::Schema &schema);
store::Workflow hazardWorkflow(); // the one source of states and steps

// States of the workflow (domain.md c.5), as the log names them.
namespace state {
inline constexpr QStringView draft = u"draft";
inline constexpr QStringView reported = u"reported";
inline constexpr QStringView graded = u"graded";
inline constexpr QStringView dispatched = u"dispatched";
inline constexpr QStringView rectifying = u"rectifying";
inline constexpr QStringView submitted = u"submitted";
inline constexpr QStringView secondReview = u"second_review";
inline constexpr QStringView closed = u"closed";
inline constexpr QStringView archived = u"archived";
inline constexpr QStringView returned = u"returned";
inline constexpr QStringView merged = u"merged";
inline constexpr QStringView rejected = u"rejected";
inline constexpr QStringView suspended = u"suspended";
}

}
