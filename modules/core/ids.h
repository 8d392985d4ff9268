// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <QUuid>

#include <array>
#include <compare>

namespace core {

class Rng;

// A time-ordered UUID, version 7 (RFC 9562, 5.7).
QUuid makeUuid7(qint64 milliseconds, Rng &rng);
QString toText(const QUuid &id);      // without braces
QUuid uuidFromText(QStringView text); // null if the text is none

// The identity of one operation: 48 bits of time and 48 random bits, as 24 hexadecimal digits in
// text.
struct OpId {
    std::array<quint8, 12> bytes{};

    bool isNull() const { return bytes == std::array<quint8, 12>{}; }
    QString toText() const;
    QByteArray toBytes() const;
    static OpId fromText(QStringView text); // null if the text is none
    static OpId fromBytes(QByteArrayView bytes);
    static OpId make(qint64 milliseconds, Rng &rng);
    // The next id of the same save: greater, so that operations of one save keep their order.
    OpId following() const;

    friend auto operator<=>(const OpId &, const OpId &) = default;
};

size_t qHash(const OpId &id, size_t seed = 0);

}
