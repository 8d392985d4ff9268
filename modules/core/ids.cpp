// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"

#include "core/rng.h"

#include <QHashFunctions>

namespace core {

static void putTime(quint8 *out, qint64 milliseconds)
{
    for (int i = 0; i < 6; ++i)
        out[i] = quint8(milliseconds >> (40 - 8 * i));
}

QUuid makeUuid7(qint64 milliseconds, Rng &rng)
{
    std::array<quint8, 16> bytes{};
    putTime(bytes.data(), milliseconds);
    const quint64 high = rng.next();
    const quint64 low = rng.next();
    bytes[6] = quint8(0x70 | (high & 0x0f));
    bytes[7] = quint8(high >> 8);
    for (int i = 0; i < 8; ++i)
        bytes[size_t(8 + i)] = quint8(low >> (8 * i));
    bytes[8] = quint8(0x80 | (bytes[8] & 0x3f));
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), 16));
}

QString toText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QUuid uuidFromText(QStringView text)
{
    return text.size() == 36 ? QUuid::fromString(text) : QUuid();
}

QString OpId::toText() const
{
    return QString::fromLatin1(toBytes().toHex());
}

QByteArray OpId::toBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

OpId OpId::fromText(QStringView text)
{
    if (text.size() != 24)
        return {};
    OpId id;
    for (int i = 0; i < 12; ++i) {
        bool isHex = false;
        id.bytes[size_t(i)] = quint8(text.mid(2 * i, 2).toUShort(&isHex, 16));
        if (!isHex)
            return {};
    }
    return id;
}

OpId OpId::fromBytes(QByteArrayView bytes)
{
    OpId id;
    if (bytes.size() == 12)
        std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

OpId OpId::make(qint64 milliseconds, Rng &rng)
{
    OpId id;
    putTime(id.bytes.data(), milliseconds);
    const quint64 random = rng.next();
    // The top random bit stays free so that following() never runs into the time.
    for (int i = 0; i < 6; ++i)
        id.bytes[size_t(6 + i)] = quint8(random >> (8 * i));
    id.bytes[6] &= 0x7f;
    return id;
}

OpId OpId::following() const
{
    OpId next = *this;
    for (size_t i = next.bytes.size(); i-- > 0 && ++next.bytes[i] == 0;) { }
    return next;
}

size_t qHash(const OpId &id, size_t seed)
{
    return qHashBits(id.bytes.data(), id.bytes.size(), seed);
}

}
