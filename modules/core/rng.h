// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

namespace core {

// Where randomness comes from, so that the sample plant and the tests can be repeated.
class Rng
{
public:
    virtual ~Rng() = default;
    virtual quint64 next() = 0;
    // An integer in [0, bound); bound > 0. The bias of the modulo is below 2^-32 for bounds in use.
    qint64 below(qint64 bound) { return qint64(next() % quint64(bound)); }
    bool chance(int percent) { return below(100) < percent; }
};

class SystemRng final : public Rng
{
public:
    quint64 next() override;
};

// splitmix64 (Steele, Lea, Flood 2014): equal seeds give equal sequences on every machine.
class SeededRng final : public Rng
{
public:
    explicit SeededRng(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next() override;

private:
    quint64 m_state;
};

}
