// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/engine/life.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sample {

namespace {

constexpr qint64 Minute = 60'000;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;
constexpr qint64 PlantOffset = 8 * Hour; // China has one zone and no summer time

qint64 plantDay(qint64 time)
{
    return (time + PlantOffset) / Day;
}

int plantHour(qint64 time)
{
    return int((time + PlantOffset) % Day / Hour);
}

QDate dateOf(qint64 time)
{
    return QDate(1970, 1, 1).addDays(plantDay(time));
}

bool isRestDay(const QDate &date)
{
    const bool isHoliday = (date.month() == 10 && date.day() <= 7)
            || (date.month() == 5 && date.day() <= 5) || (date.month() == 1 && date.day() == 1);
    return isHoliday || date.dayOfWeek() == 7;
}

// When somebody in the office gets to it: not at night, not on Sundays.
qint64 inOfficeHours(qint64 time, core::Rng &rng)
{
    if (plantHour(time) >= 18)
        time = (plantDay(time) + 1) * Day - PlantOffset;
    while (isRestDay(dateOf(time)))
        time = (plantDay(time) + 1) * Day - PlantOffset;
    if (plantHour(time) < 8)
        time = plantDay(time) * Day - PlantOffset + 8 * Hour + rng.below(40) * Minute;
    return time;
}

// Where a hazard of the last weeks stands when the sample ends, so that every state is there.
constexpr Act lastActs[] = {Act::Draft, Act::Report, Act::Grade,  Act::Dispatch,
                            Act::Start, Act::Submit, Act::Return, Act::Suspend};

class Planning
{
public:
    Planning(const Site &site, const QList<Finding> &findings, qint64 from, qint64 until,
             core::Rng &rng)
        : m_site(site)
        , m_findings(findings)
        , m_from(from)
        , m_until(until)
        , m_rng(rng)
    {
        for (const QString &workshop : workshopCodes())
            m_life.areas += teamCodes(workshop);
        for (qsizetype i = 0; i < m_findings.size(); ++i) {
            if (m_findings.at(i).isMajor())
                m_major.append(int(i));
            else if (m_findings.at(i).weight == 0)
                m_life.recurring = int(i);
        }
    }

    Life plan(int hazards)
    {
        constexpr int Recurrences =
                8; // seven in two months, and once more before the cause is gone
        const int majors = hazards < 20 ? 0 : std::min(3 + hazards / 300, 40);
        weighDays();
        m_life.stories.reserve(size_t(hazards));
        m_life.events.reserve(size_t(hazards) * 8);
        if (hazards >= 100) {
            for (int i = 0; i < Recurrences; ++i)
                addRecurrence(i);
        }
        for (int i = 0; i < majors; ++i)
            addMajor(i, majors);
        while (int(m_life.stories.size()) < hazards)
            addOrdinary();
        std::sort(m_life.events.begin(), m_life.events.end(), [](const Event &a, const Event &b) {
            return std::tuple(a.time, a.story, a.act) < std::tuple(b.time, b.story, b.act);
        });
        return std::move(m_life);
    }

private:
    // Working days weigh more; the plant gets better over the two years.
    void weighDays()
    {
        qint64 sum = 0;
        const qint64 days = (m_until - m_from) / Day;
        for (qint64 day = 0; day < days; ++day) {
            const QDate date = dateOf(m_from + day * Day);
            const int usual = isRestDay(date) ? 8 : date.dayOfWeek() == 6 ? 45 : 100;
            sum += usual * (140 - 60 * day / days);
            m_weights.push_back(sum);
        }
    }

    qint64 someDay() // its beginning at the plant
    {
        const qint64 at = m_rng.below(m_weights.back());
        const auto found = std::upper_bound(m_weights.begin(), m_weights.end(), at);
        return m_from + (found - m_weights.begin()) * Day;
    }

    qint64 someHour(const Finding &finding)
    {
        // Rounds in the morning and in the early afternoon, a few in the night shift.
        constexpr int hours[] = {8, 8, 9, 9, 9, 10, 10, 11, 13, 13, 14, 14, 15, 16, 17, 19, 21};
        const int hour = finding.hour >= 0 ? finding.hour : hours[m_rng.below(std::size(hours))];
        return hour * Hour + m_rng.below(60) * Minute + m_rng.below(60) * 1000;
    }

    int someFinding(int month)
    {
        qint64 sum = 0;
        for (const Finding &finding : m_findings)
            sum += weightIn(finding, month);
        qint64 at = m_rng.below(sum);
        for (qsizetype i = 0; i < m_findings.size(); ++i) {
            at -= weightIn(m_findings.at(i), month);
            if (at < 0)
                return int(i);
        }
        return 0;
    }

    static qint64 weightIn(const Finding &finding, int month)
    {
        if (finding.isMajor() || !finding.happensIn(month))
            return 0;
        return finding.weight * (finding.isSeasonal() ? 3 : 1);
    }

    QUuid oneOf(const QList<QUuid> &people, const QUuid &butNot = {})
    {
        QUuid found;
        do {
            found = people.at(m_rng.below(people.size()));
        } while (found == butNot && people.size() > 1);
        return found;
    }

    // Place and people of a finding.
    Story cast(int index, qint64 foundAt)
    {
        const Finding &finding = m_findings.at(index);
        Story story{.foundAt = foundAt, .seed = m_rng.next(), .finding = index};
        QString area;
        if (finding.where.startsWith(u'@')) {
            static const QHash<QString, QString> workshops{{u"@冲压"_s, u"CY"_s},
                                                           {u"@焊接"_s, u"HJ"_s},
                                                           {u"@喷涂"_s, u"PT"_s},
                                                           {u"@仓库"_s, u"CK"_s},
                                                           {u"@机修"_s, u"JX"_s}};
            const QString workshop = workshops.value(finding.where);
            do {
                story.area = qint32(m_rng.below(m_life.areas.size()));
                area = m_life.areas.at(story.area);
            } while (!workshop.isEmpty() && !area.startsWith(workshop));
        } else {
            const QList<Machine> &machines = *m_site.machines.constFind(finding.where);
            story.machine = qint32(m_rng.below(machines.size()));
            area = machines.at(story.machine).areaCode;
        }
        giveTo(story, finding, area);
        return story;
    }

    void giveTo(Story &story, const Finding &finding, const QString &area)
    {
        const QString workshop = area.left(2);
        const QList<QUuid> team = m_site.workers.value(area);
        story.officer = m_site.officers.at(workshopCodes().indexOf(workshop));
        switch (finding.who.unicode()) {
        case u'M':
            story.responsible = m_site.heads.value(u"JX-J"_s);
            story.rectifier = oneOf(m_site.workers.value(u"JX-J"_s));
            break;
        case u'E':
            story.responsible = m_site.heads.value(u"JX-D"_s);
            story.rectifier = oneOf(m_site.workers.value(u"JX-D"_s));
            break;
        case u'S':
            story.responsible = oneOf(m_site.officers, story.officer);
            story.rectifier = story.responsible;
            break;
        case u'D':
            story.responsible = m_site.heads.value(workshop);
            story.rectifier = m_rng.chance(50) ? story.responsible : m_site.heads.value(area);
            break;
        default:
            story.responsible = m_site.heads.value(area);
            story.rectifier = m_rng.chance(60) ? oneOf(team) : story.responsible;
        }
        story.reviewer = story.officer == story.responsible || m_rng.chance(15)
                ? oneOf(m_site.officers, story.responsible)
                : story.officer;
        const qint64 luck = m_rng.below(100);
        story.finder = luck < 40 ? story.officer
                : luck < 65      ? m_site.heads.value(area)
                : luck < 92      ? oneOf(team)
                : luck < 96      ? m_site.heads.value(workshop)
                : luck < 98      ? m_site.safetyDirector
                                 : m_site.director;
    }

    void happen(qint64 time, Act act)
    {
        if (time < m_until)
            m_life.events.push_back({time, qint32(m_life.stories.size()) - 1, act});
    }

    // The plant answers faster and faster; per cent of what it takes at the end.
    qint64 pace(qint64 time) const
    {
        return 220 - 120 * (time - m_from) / std::max<qint64>(1, m_until - m_from);
    }

    qint64 between(qint64 least, qint64 most, qint64 at)
    {
        return (least + m_rng.below(most - least)) * pace(at) / 100;
    }

    void addRecurrence(int nth)
    {
        if (m_life.recurring < 0)
            return;
        const qint64 first = m_until - 190 * Day; // two months, then quiet
        const qint64 gap = nth < 7 ? nth * 9 * Day : 75 * Day;
        Story story = cast(m_life.recurring, 0);
        story.machine = 7; // CC-008 on line B
        const QString area = m_site.machines.value(u"冲床"_s).at(7).areaCode;
        giveTo(story, m_findings.at(m_life.recurring), area);
        story.again = nth;
        const qint64 day = inOfficeHours(first + gap - 1, m_rng);
        story.foundAt = plantDay(day) * Day - PlantOffset + 14 * Hour + m_rng.below(100) * Minute;
        m_life.stories.push_back(story);
        usualWay(story, Act::Archive);
    }

    void addMajor(int nth, int count)
    {
        // The last three are still under way: in second review, being rectified, without a plan.
        const int fromEnd = count - 1 - nth;
        constexpr qint64 ago[] = {4, 12, 27};
        const qint64 day = fromEnd < 3 ? m_until - ago[fromEnd] * Day : someDay();
        const int index = m_major.at(nth % m_major.size());
        Story story = cast(index, 0);
        story.foundAt = inOfficeHours(day + 9 * Hour + m_rng.below(300) * Minute, m_rng);
        story.finder = m_rng.chance(50) ? m_site.safetyDirector : story.officer;
        m_life.stories.push_back(story);
        const Act last = fromEnd == 0 ? Act::Dispatch
                : fromEnd == 1        ? Act::Start
                : fromEnd == 2        ? Act::Pass
                                      : Act::Archive;
        qint64 time = story.foundAt;
        happen(time, Act::Report);
        happen(time += (10 + m_rng.below(50)) * Minute, Act::Grade);
        happen(time += (20 + m_rng.below(120)) * Minute, Act::Dispatch);
        if (last == Act::Dispatch)
            return;
        happen(time = inOfficeHours(time + (20 + m_rng.below(40)) * Hour, m_rng), Act::Plan);
        happen(time = inOfficeHours(time + (1 + m_rng.below(5)) * Hour, m_rng), Act::Start);
        if (last == Act::Start)
            return;
        const qint64 work = last == Act::Pass ? 12 : 8 + m_rng.below(22);
        happen(time = inOfficeHours(time + work * Day, m_rng), Act::Submit);
        happen(time = inOfficeHours(time + (3 + m_rng.below(30)) * Hour, m_rng), Act::Pass);
        if (last == Act::Pass)
            return;
        happen(time = inOfficeHours(time + (10 + m_rng.below(60)) * Hour, m_rng), Act::SecondPass);
        happen(inOfficeHours(time + (2 + m_rng.below(8)) * Day, m_rng), Act::Archive);
    }

    void addOrdinary()
    {
        const qint64 day = someDay();
        const int index = someFinding(dateOf(day).month());
        Story story = cast(index, 0);
        story.foundAt = day + someHour(m_findings.at(index));
        m_life.stories.push_back(story);
        const bool isRecent =
                story.foundAt > m_until - 28 * Day && story.foundAt < m_until - 9 * Day;
        if (isRecent && ++m_recent % 3 != 0) {
            const Act last = lastActs[size_t(m_stalled++) % std::size(lastActs)];
            usualWay(story, last);
        } else {
            usualWay(story, Act::Archive);
        }
    }

    // Report to archive, with the detours of real life, as far as `last`.
    void usualWay(const Story &story, Act last)
    {
        const Finding &finding = m_findings.at(story.finding);
        const bool isOrange = finding.colour == u'o';
        const bool isBlue = finding.colour == u'b';
        const bool isWhole = last == Act::Archive;
        const qint64 luck = isWhole && story.again == 0 ? m_rng.below(1000) : 999;
        qint64 time = story.foundAt;
        const auto later = [&](qint64 least, qint64 most) {
            time += between(least, most, time);
            if (!isOrange)
                time = inOfficeHours(time, m_rng);
            return time;
        };
        if (last == Act::Draft || luck > 980) {
            happen(time, Act::Draft);
            if (last == Act::Draft)
                return;
            happen(later(10 * Minute, 5 * Hour), Act::ReportDraft);
        } else {
            happen(time, Act::Report);
        }
        if (last == Act::Report)
            return;
        if (luck < 25) {
            happen(later(Hour, 8 * Hour), Act::Reject);
            return;
        }
        happen(isOrange ? later(3 * Minute, 25 * Minute) : later(15 * Minute, 4 * Hour),
               Act::Grade);
        if (last == Act::Grade)
            return;
        if (luck >= 25 && luck < 50) {
            happen(later(10 * Minute, 3 * Hour), Act::Merge);
            return;
        }
        happen(later(5 * Minute, isOrange ? 20 * Minute : 3 * Hour), Act::Dispatch);
        if (last == Act::Dispatch)
            return;
        const bool isSuspended = last == Act::Suspend || (luck >= 50 && luck < 75);
        if (isSuspended) {
            happen(later(4 * Hour, 20 * Hour), Act::Suspend);
            if (last == Act::Suspend)
                return;
            happen(time = inOfficeHours(time + (4 + m_rng.below(6)) * Day, m_rng), Act::Resume);
        }
        happen(isOrange         ? later(5 * Minute, 45 * Minute)
                       : isBlue ? later(4 * Hour, 40 * Hour)
                                : later(30 * Minute, 6 * Hour),
               Act::Start);
        if (last == Act::Start)
            return;
        if (luck % 100 < 15)
            happen(later(30 * Minute, 4 * Hour), Act::Comment);
        const bool isLate = luck >= 100 && luck < 190; // past the deadline
        const bool isReturned = last == Act::Return || (luck >= 190 && luck < 270);
        work(isOrange, isBlue, isLate, later);
        happen(time, Act::Submit);
        if (last == Act::Submit)
            return;
        if (isReturned) {
            happen(later(Hour, 10 * Hour), Act::Return);
            if (last == Act::Return)
                return;
            happen(later(20 * Minute, 6 * Hour), Act::Start);
            happen(later(Hour, 20 * Hour), Act::Submit);
        }
        happen(later(30 * Minute, isOrange ? 5 * Hour : 14 * Hour), Act::Pass);
        happen(inOfficeHours(time + (1 + m_rng.below(6)) * Day, m_rng), Act::Archive);
    }

    template<typename Later>
    void work(bool isOrange, bool isBlue, bool isLate, const Later &later)
    {
        if (isLate)
            later(isOrange         ? 50 * Hour
                          : isBlue ? 8 * Day
                                   : 4 * Day,
                  isOrange         ? 90 * Hour
                          : isBlue ? 13 * Day
                                   : 8 * Day);
        else if (isOrange)
            later(20 * Minute, 9 * Hour);
        else if (isBlue)
            later(3 * Hour, 50 * Hour);
        else
            later(40 * Minute, 18 * Hour);
    }

    const Site &m_site;
    const QList<Finding> &m_findings;
    qint64 m_from;
    qint64 m_until;
    core::Rng &m_rng;
    Life m_life;
    QList<int> m_major;
    std::vector<qint64> m_weights; // running sums of the days
    int m_recent = 0;
    int m_stalled = 0;
};

}

Life planLife(const Site &site, const QList<Finding> &findings, int hazards, qint64 from,
              qint64 until, core::Rng &rng)
{
    return Planning(site, findings, from, until, rng).plan(hazards);
}

}
