// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rng.h"
#include "store/frame.h"
#include "support/check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <sys/resource.h>
#include <zstd.h>

using namespace Qt::StringLiterals;

// Frames and operations as bytes: what goes in comes out, and attacked bytes do no harm.
class TestFrame : public QObject
{
    Q_OBJECT
private slots:
    // First, since the peak of the memory never falls.
    void mutatedFramesDoNoHarm()
    {
        const QByteArray bytes = anyFrame(20);
        const qint64 before = peakMemory();
        int accepted = 0;
        for (int i = 0; i < 5000; ++i) {
            QByteArray mutant = bytes;
            for (qint64 n = m_rng.below(4); n >= 0; --n)
                mutate(mutant);
            const auto frame = store::decodeFrame(mutant);
            if (!frame) {
                QVERIFY(frame.error().code == core::ErrorCode::Damaged);
                continue;
            }
            ++accepted;
            QVERIFY(frame->lines.size() <= store::mostOpsPerFrame);
            for (const QByteArray &line : frame->lines)
                (void)store::opFromJson(line);
        }
        const qint64 grown = peakMemory() - before;
        qInfo("mutants 5000, still readable %d, memory grown by %lld KiB", accepted, grown);
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
        QVERIFY(grown <= 32 * 1024);
#endif
    }

    void whatGoesIntoAFrameComesOut()
    {
        store::FrameHeader header{core::makeUuid7(1, m_rng), core::makeUuid7(2, m_rng), 7, 3, 1,
                                  QByteArray(32, 'p')};
        GET(bytes, store::encodeFrame(header, "{\"a\":1}\n{}\n{\"压\":\"力\"}"));
        GET(frame, store::decodeFrame(*bytes));
        QCOMPARE(frame->header.plant, header.plant);
        QCOMPARE(frame->header.lane, header.lane);
        QCOMPARE(frame->header.n, 7u);
        QCOMPARE(frame->header.count, 3u);
        QCOMPARE(frame->header.minSchema, 1u);
        QCOMPARE(frame->header.prev, header.prev);
        QCOMPARE(frame->lines, (QList<QByteArray>{"{\"a\":1}", "{}", "{\"压\":\"力\"}"}));
        QCOMPARE(frame->hash, store::frameHash(*bytes));
    }

    void theHashLeavesOutTheSignatureAndNothingElse()
    {
        const QByteArray bytes = anyFrame(3);
        const QByteArray hash = store::frameHash(bytes);
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            QByteArray flipped = bytes;
            flipped[at] = char(flipped.at(at) ^ 1);
            const bool isSignature = at >= 80 && at < 144;
            QVERIFY2((store::frameHash(flipped) == hash) == isSignature,
                     qPrintable(QString::number(at)));
        }
    }

    void aBodyThatUnpacksToTooMuchIsRefused()
    {
        for (const qsizetype size : {qsizetype(16) << 20, (qsizetype(16) << 20) + 1}) {
            const QByteArray bytes = frameOf(QByteArray(size, ' '), 1);
            QVERIFY(bytes.size() < 100'000);
            QCOMPARE(bool(store::decodeFrame(bytes)), size == qsizetype(16) << 20);
        }
        // Many empty lines in a small frame: memory is bounded by what the header announces.
        QVERIFY(!store::decodeFrame(frameOf(QByteArray(1 << 20, '\n'), 5)));
        QVERIFY(!store::decodeFrame(frameOf(QByteArray(8 << 20, '\n'), (8 << 20) + 1)));
    }

    void whatGoesIntoAnOperationComesOut()
    {
        store::Op op;
        op.id = core::OpId::make(1'760'000'000'000, m_rng);
        op.time = 1'760'000'000'000;
        op.actor = core::makeUuid7(1, m_rng);
        op.entity = core::makeUuid7(2, m_rng);
        op.type = u"note"_s;
        op.verb = store::Verb::Move;
        op.fields = {{u"c.x"_s, qint64(9'007'199'254'740'993), u"base"_s}, {u"y"_s, u"压"_s, {}}};
        op.with = {{u"from"_s, u"a"_s}, {u"to"_s, u"b"_s}};
        GET(back, store::opFromJson(store::toJson(op)));
        QCOMPARE(back->id, op.id);
        QCOMPARE(back->time, op.time);
        QCOMPARE(back->actor, op.actor);
        QCOMPARE(back->entity, op.entity);
        QCOMPARE(back->type, op.type);
        QCOMPARE(back->verb, op.verb);
        QCOMPARE(back->with, op.with);
        QCOMPARE(back->fields.size(), 2);
        QCOMPARE(back->fields.at(0).value.toInteger(), qint64(9'007'199'254'740'993));
        QCOMPARE(back->fields.at(0).base.toString(), u"base"_s);
        QVERIFY(back->fields.at(1).base.isNull());
        QCOMPARE(store::toJson(*back), store::toJson(op));
    }

    void mutatedOperationsDoNoHarm()
    {
        const QByteArray line =
                R"({"o":"019335a1c2d47e0a9b1f4c77","v":1,"t":1732270000123,"u":"0193b7a0-0000-7000-8000-000000000001",)"
                R"("e":"note","i":"0193b7a0-0000-7000-8000-000000000002","k":"set",)"
                R"("f":{"title":["a","019335a1c2d47e0a9b1f4c77"],"c.x":[1,null]},"w":{"seen":"filed"}})";
        GET(op, store::opFromJson(line));
        for (int i = 0; i < 5000; ++i) {
            QByteArray mutant = line;
            for (qint64 n = m_rng.below(4); n >= 0; --n)
                mutate(mutant);
            const auto read = store::opFromJson(mutant);
            if (!read)
                continue;
            // What can be read can be written and read again as the same.
            GET(again, store::opFromJson(store::toJson(*read)));
            QCOMPARE(store::toJson(*again), store::toJson(*read));
        }
        QVERIFY(!store::opFromJson(QByteArray(100'000, '[')));
        QVERIFY(!store::opFromJson("{\"o\":" + QByteArray(100'000, '{')));
    }

    // A value nested so deep that it would not survive being stored is refused.
    void deepValuesAreRefusedOrKept()
    {
        for (const int depth : {10, 100, 500, 1000, 1018, 1019, 1020, 1021}) {
            const QByteArray value = QByteArray(depth, '[') + '1' + QByteArray(depth, ']');
            const auto op = store::opFromJson(
                    R"({"o":"019335a1c2d47e0a9b1f4c77","v":1,"t":1,"u":"","e":"note",)"
                    R"("i":"0193b7a0-0000-7000-8000-000000000002","k":"set","f":{"c.x":[)"
                    + value + "]}}");
            if (!op)
                continue;
            const QByteArray stored =
                    QJsonDocument(
                            QJsonObject{{u"a"_s,
                                         QJsonArray{QJsonObject{
                                                 {u"b"_s, QJsonArray{op->fields.first().value}}}}}})
                            .toJson(QJsonDocument::Compact);
            QVERIFY2(!QJsonDocument::fromJson(stored).isNull(), qPrintable(QString::number(depth)));
        }
    }

    void envelopesComeBack()
    {
        const store::Envelope envelope{1'760'000'000'000, {3, 0, 17}, 2};
        const store::Envelope back = store::envelopeFromJson(store::toJson(envelope));
        QCOMPARE(back.at, envelope.at);
        QCOMPARE(back.denied, envelope.denied);
        QCOMPARE(back.epoch, envelope.epoch);
        QCOMPARE(store::envelopeFromJson("nonsense").at, 0);
    }

private:
    QByteArray frameOf(const QByteArray &body, quint32 count)
    {
        return *store::encodeFrame({core::makeUuid7(1, m_rng), core::makeUuid7(2, m_rng), 1, count,
                                    1, QByteArray(32, '\0')},
                                   body);
    }

    QByteArray anyFrame(int ops)
    {
        QList<QByteArray> lines;
        for (int i = 0; i < ops; ++i) {
            store::Op op;
            op.id = core::OpId::make(i + 1, m_rng);
            op.entity = core::makeUuid7(i, m_rng);
            op.type = u"note"_s;
            op.verb = store::Verb::Set;
            op.fields = {{u"title"_s, QString(int(m_rng.below(80)), u'x'), {}}};
            lines.append(store::toJson(op));
        }
        return frameOf(lines.join('\n'), quint32(ops));
    }

    void mutate(QByteArray &bytes)
    {
        const qint64 at = m_rng.below(std::max<qint64>(bytes.size(), 1));
        switch (m_rng.below(6)) {
        case 0:
            bytes.truncate(at);
            break;
        case 1:
            bytes.insert(at, QByteArray(int(m_rng.below(9)), char(m_rng.below(256))));
            break;
        case 2:
            bytes.remove(at, m_rng.below(9));
            break;
        case 3: // lengths and counts
            if (bytes.size() > 160) {
                const int places[] = {32, 40, 44, 144, 148, 152};
                qToBigEndian(quint32(m_rng.next()), bytes.data() + places[m_rng.below(6)]);
            }
            break;
        default:
            if (at < bytes.size())
                bytes[at] = char(m_rng.below(256));
        }
    }

    static qint64 peakMemory() // KiB
    {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
    }

    core::SeededRng m_rng{42};
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
