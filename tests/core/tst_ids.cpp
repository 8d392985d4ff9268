// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/ids.h"
#include "core/rng.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestIds : public QObject
{
    Q_OBJECT
private slots:
    void uuidsAreVersion7AndOrderedByTime()
    {
        core::SeededRng rng(1);
        const QUuid earlier = core::makeUuid7(1'732'270'000'123, rng);
        const QUuid later = core::makeUuid7(1'732'270'000'124, rng);
        QCOMPARE(core::toText(earlier).at(14), u'7'); // Qt 6.4 names versions 1 to 5 only
        QCOMPARE(earlier.variant(), QUuid::DCE);
        QVERIFY(earlier.toRfc4122() < later.toRfc4122());
        QCOMPARE(core::uuidFromText(core::toText(earlier)), earlier);
    }

    void equalSeedsGiveEqualIds()
    {
        core::SeededRng first(7);
        core::SeededRng second(7);
        QCOMPARE(core::makeUuid7(1, first), core::makeUuid7(1, second));
    }

    void operationIdsOfOneSaveKeepTheirOrder()
    {
        core::SeededRng rng(2);
        core::OpId id = core::OpId::make(1'732'270'000'123, rng);
        for (int i = 0; i < 1000; ++i) {
            const core::OpId next = id.following();
            QVERIFY(id < next);
            id = next;
        }
        QCOMPARE(core::OpId::fromText(id.toText()), id);
    }

    void refusesTextThatIsNoId()
    {
        QVERIFY(core::OpId::fromText(u"xyz"_s).isNull());
        QVERIFY(core::OpId::fromText(u"zz9335a1c2d47e0a9b1f4c77"_s).isNull());
        QVERIFY(core::uuidFromText(u"not a uuid"_s).isNull());
    }

    void instantsKeepTheirMilliseconds()
    {
        QCOMPARE(core::toInstantText(1'732'270'000'123), u"2024-11-22T10:06:40.123Z"_s);
        QCOMPARE(core::fromInstantText(u"2024-11-22T10:06:40.123Z"_s).toMSecsSinceEpoch(),
                 1'732'270'000'123);
        QVERIFY(!core::fromInstantText(u"yesterday"_s).isValid());
    }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
