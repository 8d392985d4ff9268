// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rng.h"

#include <QRandomGenerator>

namespace core {

quint64 SystemRng::next()
{
    return QRandomGenerator::system()->generate64();
}

quint64 SeededRng::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

}
