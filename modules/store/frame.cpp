// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/frame.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <memory>

#include <openssl/evp.h>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {
// Layout: plant 16, lane 16, n 8, count 4, min_schema 4, prev 32, sig 64, len 4, body.
constexpr qsizetype signatureAt = 80;
constexpr qsizetype lengthAt = 144;
constexpr qsizetype bodyAt = 148;
constexpr unsigned long long mostUnpacked = 16ULL << 20;

template<typename Integer>
void appendBig(QByteArray &out, Integer value)
{
    char bytes[sizeof(Integer)];
    qToBigEndian(value, bytes);
    out.append(bytes, sizeof(Integer));
}

template<typename Integer>
Integer big(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<Integer>(bytes.constData() + at);
}

auto damagedFrame(const QString &detail)
{
    return core::fail(core::ErrorCode::Damaged,
                      QCoreApplication::translate("store", "A part of the log cannot be read."),
                      detail);
}
}

QByteArray sha256(QByteArrayView first, QByteArrayView second, QByteArrayView third)
{
    thread_local const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> context(EVP_MD_CTX_new(),
                                                                                   EVP_MD_CTX_free);
    QByteArray out(32, Qt::Uninitialized);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    for (const QByteArrayView part : {first, second, third})
        EVP_DigestUpdate(context.get(), part.data(), size_t(part.size()));
    EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(out.data()), nullptr);
    return out;
}

core::Result<QByteArray> encodeFrame(const FrameHeader &header, const QByteArray &lines)
{
    thread_local const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx *)> context(
            ZSTD_createCCtx(), ZSTD_freeCCtx);
    QByteArray body(qsizetype(ZSTD_compressBound(size_t(lines.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compressCCtx(context.get(), body.data(), size_t(body.size()),
                                          lines.constData(), size_t(lines.size()), 3);
    if (ZSTD_isError(size))
        return damagedFrame(QString::fromLatin1(ZSTD_getErrorName(size)));
    body.truncate(qsizetype(size));

    QByteArray frame;
    frame.reserve(bodyAt + body.size());
    frame += header.plant.toRfc4122() + header.lane.toRfc4122();
    appendBig(frame, header.n);
    appendBig(frame, header.count);
    appendBig(frame, header.minSchema);
    frame += header.prev;
    frame += QByteArray(64, '\0');
    appendBig(frame, quint32(body.size()));
    frame += body;
    return frame;
}

QByteArray frameHash(QByteArrayView frame)
{
    return sha256(frame.first(signatureAt), frame.sliced(lengthAt, 4), frame.sliced(bodyAt));
}

core::Result<Frame> decodeFrame(const QByteArray &bytes)
{
    if (bytes.size() < bodyAt || qsizetype(big<quint32>(bytes, lengthAt)) != bytes.size() - bodyAt)
        return damagedFrame(u"frame of %1 bytes"_s.arg(bytes.size()));
    Frame frame;
    frame.header.plant = QUuid::fromRfc4122(QByteArrayView(bytes).first(16));
    frame.header.lane = QUuid::fromRfc4122(QByteArrayView(bytes).sliced(16, 16));
    frame.header.n = big<quint64>(bytes, 32);
    frame.header.count = big<quint32>(bytes, 40);
    frame.header.minSchema = big<quint32>(bytes, 44);
    frame.header.prev = bytes.mid(48, 32);
    frame.hash = frameHash(bytes);

    const char *packed = bytes.constData() + bodyAt;
    const auto packedSize = size_t(bytes.size() - bodyAt);
    const unsigned long long size = ZSTD_getFrameContentSize(packed, packedSize);
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > mostUnpacked)
        return damagedFrame(u"body of unknown or excessive size"_s);
    thread_local const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx *)> context(
            ZSTD_createDCtx(), ZSTD_freeDCtx);
    QByteArray lines(qsizetype(size), Qt::Uninitialized);
    const size_t got =
            ZSTD_decompressDCtx(context.get(), lines.data(), size_t(size), packed, packedSize);
    if (ZSTD_isError(got) || got != size)
        return damagedFrame(u"body does not unpack"_s);
    // Counted before they are split: a body of line feeds would fill the memory.
    if (frame.header.count > quint32(mostOpsPerFrame)
        || lines.count('\n') + 1 != qsizetype(frame.header.count))
        return damagedFrame(u"count does not match the body"_s);
    frame.lines = lines.split('\n');
    return frame;
}

QByteArray toJson(const Envelope &envelope)
{
    QJsonObject json{{u"at"_s, envelope.at}, {u"epoch"_s, envelope.epoch}};
    if (!envelope.denied.isEmpty()) {
        QList<int> order(envelope.denied.cbegin(), envelope.denied.cend());
        std::sort(order.begin(), order.end());
        QJsonArray denied;
        for (const int index : std::as_const(order))
            denied.append(index);
        json.insert(u"denied"_s, denied);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Envelope envelopeFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Envelope envelope;
    envelope.at = object.value(u"at"_s).toInteger();
    envelope.epoch = object.value(u"epoch"_s).toInteger();
    const QJsonArray denied = object.value(u"denied"_s).toArray();
    for (const auto &index : denied)
        envelope.denied.insert(index.toInt());
    return envelope;
}

}
