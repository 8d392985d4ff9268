// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/engine/living.h"

#include "core/ids.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/hazardsteps.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace sample {

namespace {

class Living
{
public:
    Living(store::Store &store, const Site &site, const QList<Finding> &findings, Life &life)
        : m_store(store)
        , m_site(site)
        , m_findings(findings)
        , m_life(life)
        , m_heads(site.heads.cbegin(), site.heads.cend())
    {
    }

    core::Result<> take(const Event &event)
    {
        Story &story = m_life.stories[size_t(event.story)];
        switch (event.act) {
        case Act::Draft:
        case Act::Report:
            return report(story, event.act == Act::Draft);
        case Act::ReportDraft:
            return taken(hazards::reportDraft(m_store, story.finder, story.hazard));
        case Act::Grade:
            return grade(story);
        case Act::Dispatch:
            return dispatch(story);
        case Act::Plan:
            return plan(story);
        case Act::Start:
            return taken(hazards::start(m_store, story.rectifier, story.hazard));
        case Act::Comment:
            return comment(story);
        case Act::Submit:
            return submit(story);
        case Act::Return:
        case Act::Pass:
            return review(story, event.act == Act::Pass);
        case Act::SecondPass:
            return taken(hazards::secondReview(
                    m_store, m_site.safetyDirector, story.hazard,
                    {.isPassed = true, .opinion = u"资料与现场一致，同意销号"_s}));
        case Act::Archive:
            return taken(hazards::archive(m_store, story.officer, story.hazard));
        case Act::Reject:
            return taken(hazards::reject(m_store, story.officer, story.hazard,
                                         u"现场核查不属实，设备处于正常检修状态"_s));
        case Act::Merge:
            return merge(story);
        case Act::Suspend:
            return suspend(story, event.time);
        case Act::Resume:
            return taken(hazards::resume(m_store, story.officer, story.hazard));
        }
        return {};
    }

private:
    static core::Result<> taken(const core::Result<hazards::StepResult> &step)
    {
        if (!step)
            return core::passOn(step);
        if (!step->isTaken)
            return core::fail(core::ErrorCode::Refused, step->message);
        return {};
    }

    const Finding &findingOf(const Story &story) const { return m_findings.at(story.finding); }

    template<typename... Texts>
    static QString one(const Story &story, int salt, Texts... texts)
    {
        core::SeededRng rng(story.seed + quint64(salt));
        const QString choices[] = {QString::fromUtf16(texts)...};
        return choices[rng.below(qint64(sizeof...(texts)))];
    }

    std::optional<qint64> cost(const Story &story, int percent) const
    {
        core::SeededRng rng(story.seed + 77);
        const int yuan = findingOf(story).yuan;
        if (yuan == 0 || !(rng.chance(percent) || findingOf(story).isMajor()))
            return std::nullopt;
        return qint64(yuan) * (60 + rng.below(80));
    }

    core::Result<> report(Story &story, bool isDraft)
    {
        core::SeededRng rng(story.seed);
        const Finding &finding = findingOf(story);
        hazards::NewHazard hazard;
        hazard.description = spellOut(finding.description, rng);
        hazard.category = finding.factor.left(1);
        hazard.factor = finding.factor;
        hazard.colour = finding.colourCode();
        hazard.source = u"sample"_s;
        hazard.isDraft = isDraft;
        if (story.machine >= 0) {
            const Machine &machine = m_site.machines.value(finding.where).at(story.machine);
            hazard.equipment = machine.id;
            hazard.area = m_site.areas.value(machine.areaCode);
        } else {
            hazard.area = m_site.areas.value(m_life.areas.at(story.area));
            hazard.place = one(story, 3, u"东侧通道", u"西侧料架旁", u"入口处", u"3号工位",
                               u"中间过道", u"物料暂存区", u"南门内侧", u"班组园地");
        }
        const bool isOfficer = m_site.officers.contains(story.finder);
        const bool isWorker = !isOfficer && !m_heads.contains(story.finder);
        hazard.checkType = finding.isMajor() ? (rng.chance(50) ? u"expert"_s : u"superior"_s)
                : finding.isSeasonal()       ? u"seasonal"_s
                : isWorker                   ? u"snapshot"_s
                : story.finder == m_site.director || story.finder == m_site.safetyDirector
                ? u"comprehensive"_s
                : rng.chance(25) ? u"special"_s
                                 : u"daily"_s;
        if (finding.isMajor() || finding.colour == u'o')
            hazard.interimMeasure = one(story, 4, u"停机挂牌，设警戒区", u"停止作业，安排专人看守",
                                        u"切断电源并上锁");
        // Workers tell the officer, who writes it down.
        const QUuid actor = isWorker && rng.chance(35) ? story.officer : story.finder;
        hazard.foundBy = story.finder;
        const auto id = hazards::report(m_store, actor, hazard);
        if (!id)
            return core::passOn(id);
        story.hazard = *id;
        story.before = std::exchange(m_newest[story.finding], *id);
        return {};
    }

    core::Result<> grade(const Story &story)
    {
        const Finding &finding = findingOf(story);
        const QDate day = QDate::fromString(hazards::momentOf(m_store).today, Qt::ISODate);
        return taken(
                hazards::grade(m_store, story.officer, story.hazard,
                               {.grade = finding.isMajor() ? u"major"_s : u"general"_s,
                                .colour = story.again >= 3 ? u"orange"_s : finding.colourCode(),
                                .accidentTypes = {finding.accidentCode(day)},
                                .legalBasis = finding.basis,
                                .isRepeat = story.again > 0}));
    }

    core::Result<> dispatch(const Story &story)
    {
        const Finding &finding = findingOf(story);
        hazards::Dispatch order;
        order.responsible = story.responsible;
        order.measure = u"限期整改，完成后提交复核"_s;
        if (finding.isMajor()) {
            core::SeededRng rng(story.seed + 5);
            order.deadline = hazards::momentAt(m_store.clock().now()
                                                       + (30 + rng.below(15)) * qint64(86'400'000),
                                               m_store.plant().timeZone)
                                     .today;
            order.supervisor = m_site.safetyDirector;
            order.measure = u"停产整改，按治理方案执行，安全总监督办"_s;
        }
        return taken(hazards::dispatch(m_store, story.officer, story.hazard, order));
    }

    core::Result<> plan(const Story &story)
    {
        const QString evidence[] = {
                u"治理方案已批准：%1"_s.arg(findingOf(story).measure),
                u"厂长任组长，安全总监督办，责任到人（任命文件已下发）"_s,
                u"安全生产费用专户列支 %1 元，已审批"_s.arg(findingOf(story).yuan),
                u"治理期限 30 日，每周通报进度"_s, u"应急处置方案已修订并组织桌面演练一次"_s};
        store::Values values;
        const QStringList keys = hazards::fiveKeys();
        for (qsizetype i = 0; i < keys.size(); ++i) {
            values.insert(keys.at(i), 1);
            values.insert(keys.at(i) + u"_evidence"_s, evidence[i]);
        }
        const auto done = hazards::change(m_store, story.officer, story.hazard, values);
        return done ? core::Result<>() : core::passOn(done);
    }

    core::Result<> comment(const Story &story)
    {
        const auto done =
                hazards::comment(m_store, story.responsible, story.hazard,
                                 one(story, 6, u"备件已申购，预计明天到货", u"已安排中班停机处理",
                                     u"现场已拉警戒线，等待电工", u"需要喷涂车间配合停线半小时",
                                     u"同类设备一并排查", u"班前会已向全体说明"));
        return done ? core::Result<>() : core::passOn(done);
    }

    core::Result<> submit(const Story &story)
    {
        core::SeededRng rng(story.seed + 8);
        const Finding &finding = findingOf(story);
        const QString measure = story.again == 7
                ? u"改为双手按钮联锁启动，取消脚踏开关，同型号冲床全部更换"_s
                : spellOut(finding.measure, rng);
        return taken(hazards::submit(m_store, story.rectifier, story.hazard,
                                     {.measure = measure, .costCents = cost(story, 60)}));
    }

    core::Result<> review(const Story &story, bool isPassed)
    {
        const QString opinion = isPassed
                ? one(story, 9, u"现场核查，整改到位", u"复测合格，同意关闭", u"抽查两次均正常",
                      u"符合要求", u"照片与现场一致，同意销号")
                : one(story, 10, u"整改不彻底，固定不牢，重新处理", u"只清理了表面，未消除原因",
                      u"缺少试验记录，补做后再提交", u"现场仍有一处未整改");
        return taken(hazards::review(m_store, story.reviewer, story.hazard,
                                     {.isPassed = isPassed, .opinion = opinion}));
    }

    // Into the one of its sort before it, if that one counts.
    core::Result<> merge(const Story &story)
    {
        if (!story.before.isNull()) {
            const auto merged = hazards::merge(m_store, story.officer, story.hazard, story.before);
            if (merged || merged.error().code != core::ErrorCode::Refused)
                return taken(merged);
        }
        return taken(hazards::reject(m_store, story.officer, story.hazard,
                                     u"重复上报，已在当班检查记录中处理"_s));
    }

    core::Result<> suspend(const Story &story, qint64 now)
    {
        core::SeededRng rng(story.seed + 11);
        const QString until = hazards::momentAt(now + (12 + rng.below(30)) * qint64(86'400'000),
                                                m_store.plant().timeZone)
                                      .today;
        return taken(hazards::suspend(
                m_store, story.officer, story.hazard,
                {.reason = one(story, 12, u"备件采购周期长，已采取临时隔离措施",
                               u"需停产检修窗口实施，已加强巡查", u"外协单位排期，已挂牌警示"),
                 .until = until,
                 .approvedBy = m_site.safetyDirector}));
    }

    store::Store &m_store;
    const Site &m_site;
    const QList<Finding> &m_findings;
    Life &m_life;
    const QSet<QUuid> m_heads;
    QHash<qint32, QUuid> m_newest; // of each finding
};

}

core::Result<> live(store::Store &store, core::ManualClock &clock, const Site &site,
                    const QList<Finding> &findings, Life &life, core::Progress &progress)
{
    constexpr size_t EventsPerSave = 5000;
    Living living(store, site, findings, life);
    progress.setRange(int(life.events.size()));
    for (size_t next = 0; next < life.events.size();) {
        auto batch = store::Batch::begin(store);
        if (!batch)
            return core::passOn(batch);
        const size_t end = std::min(next + EventsPerSave, life.events.size());
        for (; next < end; ++next) {
            if (next % 100 == 0) {
                progress.setValue(int(next));
                if (progress.isCanceled())
                    return core::fail(core::ErrorCode::Cancelled,
                                      QCoreApplication::translate(
                                              "sample", "Stopped. Nothing was left behind."));
            }
            clock.set(life.events[next].time);
            if (auto done = living.take(life.events[next]); !done)
                return done;
        }
        if (auto done = batch->commit(); !done)
            return done;
    }
    return {};
}

}
