// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/engine/conflicts.h"
#include "hazards/hazardcase.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

class TestHazardSteps : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_plant = std::make_unique<TestPlant>();
        m_hazard = std::make_unique<HazardCase>(*m_plant);
    }

    void reportsWithWhatCanBeKnownFilledIn()
    {
        const store::Record record = m_hazard->record();
        QCOMPARE(record.state, u"reported"_s);
        QCOMPARE(record.number, u"HZ-2025-00001"_s);
        QCOMPARE(record.text(u"found_on"_s), u"2025-10-09"_s);
        QCOMPARE(record.reference(u"found_by"_s), m_plant->worker);
        QCOMPARE(record.reference(u"area"_s), m_plant->team); // that of the press
        QCOMPARE(record.text(u"source"_s), u"desk"_s);
    }

    void countsNumbersByTheYearItWasFound()
    {
        GET(old,
            hazards::report(m_plant->store(), m_plant->worker,
                            {.description = u"x"_s, .foundOn = u"2024-12-31"_s}));
        GET(record, store::readRecord(m_plant->connection(), m_plant->schema(), u"hazard"_s, *old));
        QCOMPARE(record->number, u"HZ-2024-00001"_s);
    }

    void refusesAReportThatCannotBe_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("foundOn");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no description") << u" "_s << u""_s << u"description is empty"_s;
        QTest::newRow("tomorrow") << u"x"_s << u"2025-10-10"_s << u"future"_s;
        QTest::newRow("no day") << u"x"_s << u"2025-13-01"_s << u"not a day"_s;
    }
    void refusesAReportThatCannotBe()
    {
        QFETCH(QString, description);
        QFETCH(QString, foundOn);
        QFETCH(QString, sentence);
        REFUSED(hazards::report(m_plant->store(), m_plant->worker,
                                {.description = description, .foundOn = foundOn}),
                sentence);
    }

    void reportsADraftLater()
    {
        GET(id,
            hazards::report(m_plant->store(), m_plant->worker,
                            {.description = u"x"_s, .isDraft = true}));
        GET(record, store::readRecord(m_plant->connection(), m_plant->schema(), u"hazard"_s, *id));
        QCOMPARE(record->state, u"draft"_s);
        OK(hazards::reportDraft(m_plant->store(), m_plant->worker, *id));
        record = store::readRecord(m_plant->connection(), m_plant->schema(), u"hazard"_s, *id);
        QCOMPARE(record->state, u"reported"_s);
    }

    void goesTheWholeWayOfAGeneralHazard()
    {
        m_hazard->bringTo(u"closed"_s);
        OK(hazards::archive(m_plant->store(), m_plant->officer, m_hazard->id));
        const store::Record record = m_hazard->record();
        QCOMPARE(record.state, u"archived"_s);
        QCOMPARE(record.reference(u"rectified_by"_s), m_plant->worker);
        QCOMPARE(record.reference(u"reviewer"_s), m_plant->officer);
        QCOMPARE(record.reference(u"responsible_area"_s), m_plant->team); // that of the leader
        QCOMPARE(record.text(u"completed_on"_s), u"2025-10-09"_s);
        QCOMPARE(record.text(u"closed_on"_s), u"2025-10-09"_s);
        QCOMPARE(record.openConflicts, 0);
    }

    void goesTheWholeWayOfAMajorHazard()
    {
        OK(m_hazard->grade(u"major"_s));
        QCOMPARE(m_hazard->record().text(u"response_colour"_s), u"red"_s);
        OK(m_hazard->dispatch());
        m_hazard->settlePlan();
        OK(m_hazard->start());
        OK(m_hazard->submit());
        OK(m_hazard->pass());
        QCOMPARE(m_hazard->state(), u"second_review"_s);
        OK(hazards::secondReview(m_plant->store(), m_plant->manager, m_hazard->id,
                                 {.isPassed = true, .opinion = u"同意销号"_s}));
        QCOMPARE(m_hazard->state(), u"closed"_s);
        QCOMPARE(m_hazard->record().reference(u"second_reviewer"_s), m_plant->manager);
    }

    void asksForALegalBasisBeforeItIsMajor()
    {
        REFUSED(hazards::grade(m_plant->store(), m_plant->officer, m_hazard->id,
                               {.grade = u"major"_s}),
                u"legal basis"_s);
        REFUSED(hazards::grade(m_plant->store(), m_plant->officer, m_hazard->id,
                               {.grade = u"major"_s, .colour = u"blue"_s, .legalBasis = u"x"_s}),
                u"always red"_s);
        QCOMPARE(m_hazard->state(), u"reported"_s);
    }

    void asksForGradeAndColourAndKnowsThem()
    {
        REFUSED(hazards::grade(m_plant->store(), m_plant->officer, m_hazard->id,
                               {.grade = u"general"_s}),
                u"Response colour"_s);
        REFUSED(hazards::grade(m_plant->store(), m_plant->officer, m_hazard->id, {}),
                u"Hazard grade, Response colour"_s);
        REFUSED(hazards::grade(m_plant->store(), m_plant->officer, m_hazard->id,
                               {.grade = u"general"_s, .colour = u"green"_s}),
                u"“green”"_s);
    }

    void replacesTheAccidentTypesWhenGrading()
    {
        OK(hazards::change(m_plant->store(), m_plant->worker, m_hazard->id,
                           {{u"accident_types"_s, QJsonArray{u"86-05"_s, u"86-03"_s}}}));
        OK(hazards::grade(m_plant->store(), m_plant->officer, m_hazard->id,
                          {.grade = u"general"_s,
                           .colour = u"blue"_s,
                           .accidentTypes = {u"86-03"_s, u"86-01"_s}}));
        QStringList types = m_hazard->record().list(u"accident_types"_s);
        types.sort();
        QCOMPARE(types, QStringList({u"86-01"_s, u"86-03"_s}));
    }

    void takesTheDeadlineFromTheColour_data()
    {
        QTest::addColumn<QString>("colour");
        QTest::addColumn<QString>("deadline");
        // Now is 2025-10-09 16:53:20 at the plant; the store adds a millisecond for each save.
        QTest::newRow("red") << u"red"_s << u"2025-10-10T08:53:20.*Z"_s;
        QTest::newRow("orange") << u"orange"_s << u"2025-10-11"_s;
        QTest::newRow("yellow") << u"yellow"_s << u"2025-10-12"_s;
        QTest::newRow("blue") << u"blue"_s << u"2025-10-16"_s;
    }
    void takesTheDeadlineFromTheColour()
    {
        QFETCH(QString, colour);
        QFETCH(QString, deadline);
        OK(m_hazard->grade(u"general"_s, colour));
        OK(hazards::dispatch(m_plant->store(), m_plant->officer, m_hazard->id,
                             {.responsible = m_plant->leader}));
        const QString given = m_hazard->record().text(u"deadline"_s);
        QVERIFY2(QRegularExpression(u'^' + deadline + u'$').match(given).hasMatch(),
                 qUtf8Printable(given));
    }

    void refusesADispatchThatCannotBe()
    {
        OK(m_hazard->grade());
        const auto dispatch = [this](const hazards::Dispatch &order) {
            return hazards::dispatch(m_plant->store(), m_plant->officer, m_hazard->id, order);
        };
        REFUSED(dispatch({}), u"Responsible person"_s);
        REFUSED(dispatch({.responsible = m_plant->press}), u"active people"_s);
        REFUSED(dispatch({.responsible = m_plant->leader, .deadline = u"2025-10-08"_s}),
                u"before the day it was found"_s);
        REFUSED(dispatch({.responsible = m_plant->leader, .deadline = u"next week"_s}),
                u"not a deadline"_s);
        QCOMPARE(m_hazard->state(), u"graded"_s);
    }

    void refusesAStepOutOfOrder()
    {
        REFUSED(m_hazard->start(), u"To be graded"_s);
        REFUSED(hazards::archive(m_plant->store(), m_plant->officer, m_hazard->id),
                u"cannot go to “Archived”"_s);
    }

    void namesWhatTheTreatmentPlanLacks()
    {
        OK(m_hazard->grade(u"major"_s));
        OK(m_hazard->dispatch());
        REFUSED(m_hazard->start(),
                u"Measures settled, Responsibility settled, Funds settled, Time "
                "limit settled, Emergency plan settled"_s);
        m_hazard->settlePlan(
                {u"five_measures"_s, u"five_responsibility"_s, u"five_time"_s, u"five_plan"_s});
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"five_funds"_s, 1}}));
        REFUSED(m_hazard->start(), u"Still missing: Funds: evidence."_s);
        QCOMPARE(m_hazard->state(), u"dispatched"_s);
    }

    void asksForThePlanAgainAfterTheGradeWasRaised()
    {
        m_hazard->bringTo(u"submitted"_s);
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"grade"_s, u"major"_s}}));
        OK(hazards::review(m_plant->store(), m_plant->officer, m_hazard->id,
                           {.isPassed = false, .opinion = u"应为重大隐患"_s}));
        REFUSED(m_hazard->start(), u"treatment plan"_s);
    }

    void doesNotLetTheRectifierReview()
    {
        m_hazard->bringTo(u"submitted"_s);
        const auto reviewBy = [this](const QUuid &person) {
            return hazards::review(m_plant->store(), person, m_hazard->id, {.isPassed = true});
        };
        REFUSED(reviewBy(m_plant->worker), u"may not be the person who rectified it"_s);
        REFUSED(reviewBy(m_plant->leader), u"responsible for the rectification"_s);
        REFUSED(hazards::review(m_plant->store(), m_plant->worker, m_hazard->id,
                                {.opinion = u"x"_s}),
                u"Choose somebody else"_s);
        QCOMPARE(m_hazard->state(), u"submitted"_s);
        OK(reviewBy(m_plant->director));
    }

    void doesNotLetTheFirstReviewerMakeTheSecondReview()
    {
        OK(m_hazard->grade(u"major"_s));
        OK(m_hazard->dispatch());
        m_hazard->settlePlan();
        OK(m_hazard->start());
        OK(m_hazard->submit());
        OK(m_hazard->pass());
        REFUSED(hazards::secondReview(m_plant->store(), m_plant->officer, m_hazard->id,
                                      {.isPassed = true}),
                u"may not be the first one"_s);
    }

    void returnsAndComesBackThroughAllSteps()
    {
        m_hazard->bringTo(u"submitted"_s);
        REFUSED(hazards::review(m_plant->store(), m_plant->officer, m_hazard->id, {}),
                u"Review opinion"_s);
        OK(hazards::review(m_plant->store(), m_plant->officer, m_hazard->id,
                           {.opinion = u"防护罩未固定"_s}));
        QCOMPARE(m_hazard->state(), u"returned"_s);
        QCOMPARE(m_hazard->record().text(u"closed_on"_s), QString());
        OK(m_hazard->start());
        m_hazard->bringTo(u"closed"_s);
        QCOMPARE(m_hazard->record().text(u"review_opinion"_s), u"合格"_s);
    }

    void forgetsTheOpinionOfAnEarlierRound()
    {
        m_hazard->bringTo(u"submitted"_s);
        OK(hazards::review(m_plant->store(), m_plant->officer, m_hazard->id, {.opinion = u"差"_s}));
        OK(m_hazard->start());
        OK(m_hazard->submit());
        OK(hazards::review(m_plant->store(), m_plant->officer, m_hazard->id, {.isPassed = true}));
        QCOMPARE(m_hazard->record().text(u"review_opinion"_s), QString());
    }

    void refusesACompletionThatCannotBe()
    {
        m_hazard->bringTo(u"rectifying"_s);
        const auto submit = [this](const QString &measure, const QString &day) {
            return hazards::submit(m_plant->store(), m_plant->worker, m_hazard->id,
                                   {.measure = measure, .completedOn = day});
        };
        REFUSED(submit(u"x"_s, u"2025-10-10"_s), u"future"_s);
        REFUSED(submit(u"x"_s, u"2025-10-01"_s), u"before “Found on”"_s);
        REFUSED(submit(u""_s, u""_s), u"Measure"_s);
    }

    void rejectsWithAReason()
    {
        REFUSED(hazards::reject(m_plant->store(), m_plant->officer, m_hazard->id, u" "_s),
                u"Reason"_s);
        OK(hazards::reject(m_plant->store(), m_plant->officer, m_hazard->id, u"照片与现场不符"_s));
        QCOMPARE(m_hazard->state(), u"rejected"_s);
    }

    void mergesIntoAnother()
    {
        const HazardCase other(*m_plant);
        REFUSED(hazards::merge(m_plant->store(), m_plant->officer, m_hazard->id, m_hazard->id),
                u"into itself"_s);
        REFUSED(hazards::merge(m_plant->store(), m_plant->officer, m_hazard->id, m_plant->press),
                u"Choose the hazard that stays"_s);
        OK(hazards::merge(m_plant->store(), m_plant->officer, m_hazard->id, other.id));
        QCOMPARE(m_hazard->record().reference(u"merged_into"_s), other.id);
        REFUSED(hazards::merge(m_plant->store(), m_plant->officer, other.id, m_hazard->id),
                u"Choose the hazard that stays"_s);
    }

    void suspendsWithANewDeadlineAndResumes()
    {
        m_hazard->bringTo(u"rectifying"_s);
        const auto suspend = [this](const QString &reason, const QString &until) {
            return hazards::suspend(m_plant->store(), m_plant->director, m_hazard->id,
                                    {.reason = reason, .until = until});
        };
        REFUSED(suspend(u"等待备件"_s, u""_s), u"new deadline"_s);
        REFUSED(suspend(u"等待备件"_s, u"2025-10-08"_s), u"future"_s);
        REFUSED(suspend(u""_s, u"2025-12-01"_s), u"Reason"_s);
        OK(suspend(u"等待备件"_s, u"2025-12-01"_s));
        QCOMPARE(m_hazard->state(), u"suspended"_s);
        QCOMPARE(m_hazard->record().text(u"deadline"_s), u"2025-12-01"_s);
        OK(hazards::resume(m_plant->store(), m_plant->director, m_hazard->id));
        m_hazard->bringTo(u"closed"_s);
    }

    void parksAStepThatSomebodyElseWasFasterWith()
    {
        m_hazard->bringTo(u"submitted"_s);
        const store::Record seen = m_hazard->record();
        OK(hazards::review(m_plant->store(), m_plant->officer, m_hazard->id,
                           {.isPassed = true, .opinion = u"合格"_s}, &seen));
        GET(mine,
            hazards::review(m_plant->store(), m_plant->director, m_hazard->id,
                            {.isPassed = false, .opinion = u"不合格"_s}, &seen));
        QVERIFY(!mine->isTaken);
        QVERIFY(mine->message.contains(u"“Closed”"_s));
        const store::Record now = m_hazard->record();
        QCOMPARE(now.state, u"closed"_s);
        QCOMPARE(now.text(u"review_opinion"_s), u"合格"_s);
        QCOMPARE(now.reference(u"reviewer"_s), m_plant->officer);
        QCOMPARE(now.openConflicts, 1);
    }

    void judgesAStepOnTheHazardAsItStands()
    {
        OK(m_hazard->grade(u"major"_s));
        OK(m_hazard->dispatch());
        m_hazard->settlePlan();
        const store::Record seen = m_hazard->record(); // the dialog is open
        OK(hazards::change(m_plant->store(), m_plant->manager, m_hazard->id,
                           {{u"five_funds"_s, 0}}));
        REFUSED(hazards::start(m_plant->store(), m_plant->leader, m_hazard->id, &seen),
                u"Funds settled"_s);
        QCOMPARE(m_hazard->state(), u"dispatched"_s);
    }

    void aHazardThatBecameMajorMeanwhileGoesToTheSecondReview()
    {
        m_hazard->bringTo(u"submitted"_s);
        const store::Record seen = m_hazard->record();
        OK(hazards::change(m_plant->store(), m_plant->manager, m_hazard->id,
                           {{u"grade"_s, u"major"_s},
                            {u"response_colour"_s, u"red"_s},
                            {u"legal_basis"_s, u"令第10号第七条"_s}}));
        GET(mine,
            hazards::review(m_plant->store(), m_plant->officer, m_hazard->id,
                            {.isPassed = true, .opinion = u"合格"_s}, &seen));
        QVERIFY(mine->isTaken);
        QCOMPARE(m_hazard->state(), u"second_review"_s);
    }

    void nobodyReviewsWhatTheyRectifiedMeanwhile()
    {
        m_hazard->bringTo(u"submitted"_s);
        const store::Record seen = m_hazard->record();
        OK(hazards::change(m_plant->store(), m_plant->manager, m_hazard->id,
                           {{u"rectified_by"_s, core::toText(m_plant->officer)}}));
        REFUSED(hazards::review(m_plant->store(), m_plant->officer, m_hazard->id,
                                {.isPassed = true, .opinion = u"合格"_s}, &seen),
                u"rectified it"_s);
    }

    void saysThatAHazardWasDeletedMeanwhile()
    {
        m_hazard->bringTo(u"rectifying"_s);
        const store::Record seen = m_hazard->record();
        OK(hazards::voidHazard(m_plant->store(), m_plant->officer, m_hazard->id, u"重复"_s));
        GET(mine,
            hazards::submit(m_plant->store(), m_plant->worker, m_hazard->id, {.measure = u"更换"_s},
                            &seen));
        QVERIFY(!mine->isTaken);
        QVERIFY2(mine->message.startsWith(u"Somebody else deleted this hazard"_s),
                 qUtf8Printable(mine->message));
        QCOMPARE(m_hazard->record().openConflicts, 1);
    }

    void aParkedStepKeepsItsAccidentTypes()
    {
        const store::Record seen = m_hazard->record();
        OK(hazards::reject(m_plant->store(), m_plant->officer, m_hazard->id, u"不属实"_s));
        GET(mine,
            hazards::grade(
                    m_plant->store(), m_plant->director, m_hazard->id,
                    {.grade = u"general"_s, .colour = u"blue"_s, .accidentTypes = {u"86-03"_s}},
                    &seen));
        QVERIFY(!mine->isTaken);
        GET(conflicts,
            hazards::openConflicts(m_plant->connection(), m_plant->schema(), m_hazard->id,
                                   m_plant->store().plant().timeZone));
        QCOMPARE(conflicts->size(), 1);
        const auto &fields = conflicts->constFirst().fields;
        QVERIFY(std::any_of(fields.cbegin(), fields.cend(), [](const auto &field) {
            return field.field == u"Possible accident types"_s && !field.other.isEmpty();
        }));
    }

    void registersTwoTextsWrittenOnTheSameView()
    {
        const store::Record seen = m_hazard->record();
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"description"_s, u"甲"_s}}, &seen));
        GET(receipt,
            hazards::change(m_plant->store(), m_plant->worker, m_hazard->id,
                            {{u"description"_s, u"乙"_s}}, &seen));
        QCOMPARE(receipt->conflicts, 1);
        QCOMPARE(m_hazard->record().openConflicts, 1);
    }

    void fourEyesHoldOutsideTheStepsToo()
    {
        m_hazard->bringTo(u"closed"_s);
        const auto write = [this](const QString &key, const QUuid &person) {
            return hazards::change(m_plant->store(), m_plant->manager, m_hazard->id,
                                   {{key, core::toText(person)}});
        };
        REFUSED(write(u"reviewer"_s, m_plant->worker), u"rectified it"_s);
        REFUSED(write(u"rectified_by"_s, m_plant->officer), u"rectified it"_s);
        REFUSED(write(u"responsible"_s, m_plant->officer), u"responsible"_s);
        OK(write(u"reviewer"_s, m_plant->director));
        REFUSED(hazards::change(m_plant->store(), m_plant->manager, m_hazard->id,
                                {{u"reviewer"_s, {}}}),
                u"“Reviewer” may not be empty"_s);
    }

    void anEarlierRoundDoesNotBindWhoIsResponsibleNow()
    {
        m_hazard->bringTo(u"submitted"_s);
        OK(hazards::review(m_plant->store(), m_plant->officer, m_hazard->id,
                           {.opinion = u"不合格"_s}));
        OK(hazards::change(m_plant->store(), m_plant->manager, m_hazard->id,
                           {{u"responsible"_s, core::toText(m_plant->officer)}}));
    }

    void aGradeIsLoweredOnlyBySomebodyWhoSawIt()
    {
        OK(m_hazard->grade(u"general"_s, u"orange"_s));
        const store::Record seen = m_hazard->record();
        const auto lower = [this](const store::Record *looked) {
            return hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                                   {{u"response_colour"_s, u"blue"_s}}, looked);
        };
        OK(hazards::change(m_plant->store(), m_plant->manager, m_hazard->id,
                           {{u"response_colour"_s, u"red"_s}}));
        REFUSED(lower(&seen), u"was raised since"_s);
        REFUSED(lower(nullptr), u"Open it first"_s);
        const store::Record now = m_hazard->record();
        OK(lower(&now));
        QCOMPARE(m_hazard->record().text(u"response_colour"_s), u"blue"_s);
    }

    void changesASetToExactlyTheseMembers()
    {
        const auto types = [this] { return m_hazard->record().list(u"accident_types"_s); };
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"accident_types"_s, QJsonArray{u"86-01"_s, u"爆炸"_s}}}));
        QCOMPARE(types().size(), 2);
        OK(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                           {{u"accident_types"_s, QJsonArray{u"爆炸"_s}}}));
        QCOMPARE(types(), QStringList({u"爆炸"_s}));
        REFUSED(hazards::change(m_plant->store(), m_plant->officer, m_hazard->id,
                                {{u"description"_s, QJsonValue()}}),
                u"description is empty"_s);
    }

    void keepsCommentsAndPhotos()
    {
        OK(hazards::comment(m_plant->store(), m_plant->officer, m_hazard->id, u"已联系厂家"_s));
        REFUSED(hazards::comment(m_plant->store(), m_plant->officer, m_hazard->id, u" "_s),
                u"empty"_s);
        GET(facts,
            store::appended(m_plant->connection(), u"hazard"_s, m_hazard->id, u"comments"_s));
        QCOMPARE(facts->size(), 1);
        QCOMPARE(facts->first().value.value(u"text"_s).toString(), u"已联系厂家"_s);
        OK(hazards::addPhotos(m_plant->store(), m_plant->worker, m_hazard->id, u"before_photos"_s,
                              {u"ab"_s.repeated(32)}));
        QCOMPARE(m_hazard->record().list(u"before_photos"_s).size(), 1);
        REFUSED(hazards::addPhotos(m_plant->store(), m_plant->worker, m_hazard->id, u"measure"_s,
                                   {u"x"_s}),
                u"no photos"_s);
    }

    void takesNoStepOnADeletedHazard()
    {
        REFUSED(hazards::voidHazard(m_plant->store(), m_plant->officer, m_hazard->id, {}),
                u"Say why"_s);
        OK(hazards::voidHazard(m_plant->store(), m_plant->officer, m_hazard->id, u"重复录入"_s));
        REFUSED(m_hazard->grade(), u"was deleted"_s);
    }

private:
    std::unique_ptr<TestPlant> m_plant;
    std::unique_ptr<HazardCase> m_hazard;
};

QTEST_GUILESS_MAIN(TestHazardSteps)
#include "tst_hazardsteps.moc"
