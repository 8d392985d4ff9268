// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/op.h"

#include <QSet>

namespace store {

constexpr int mostOpsPerFrame = 1000;
constexpr int mostBytesPerFrame = 1 << 20; // of JSON, before compression; also of one operation
constexpr int opSchema = 1; // format of operations this version writes and understands

// The unit that is frozen, signed, sent, stored and pulled, byte for byte (sync.md 1.2). Integers
// are big-endian. The signature stays zero until this desk is enrolled at a server.
struct FrameHeader {
    QUuid plant;
    QUuid lane;
    quint64 n = 0; // of the lane, from 1
    quint32 count = 0;
    quint32 minSchema = opSchema;
    QByteArray prev; // hash of the lane's frame n - 1; 32 zero bytes for the first
};

struct Frame {
    FrameHeader header;
    QList<QByteArray> lines; // operations as JSON
    QByteArray hash;         // SHA-256 of header without signature, then body
};

QByteArray sha256(QByteArrayView first, QByteArrayView second = {}, QByteArrayView third = {});
core::Result<QByteArray> encodeFrame(const FrameHeader &header, const QByteArray &lines);
QByteArray frameHash(QByteArrayView frame);
// Bounded: a body that unpacks to more than 16 MiB is refused.
core::Result<Frame> decodeFrame(const QByteArray &frame);

// What the acceptor says of a frame; inside the plant's chain as exact bytes.
struct Envelope {
    qint64 at = 0;    // accept time, never falling
    QSet<int> denied; // operations refused by role
    qint64 epoch = 0;
};
QByteArray toJson(const Envelope &envelope);
Envelope envelopeFromJson(const QByteArray &json);

}
