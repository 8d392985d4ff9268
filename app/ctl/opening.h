// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/ctl/command.h"
#include "core/clock.h"
#include "core/rng.h"
#include "store/connection.h"
#include "store/spec.h"
#include "store/store.h"

#include <memory>

namespace ctl {

// What stores need from outside, as one call of the program has it.
struct Services {
    Services();
    store::Environment environment() const { return {schema, clock, rng, {}}; }

    store::Schema schema;
    core::SystemClock clock;
    mutable core::SystemRng rng;
};

// The store of a call, and who works with it.
class Opened
{
public:
    static core::Result<std::unique_ptr<Opened>> open(const Request &request);

    store::Store &store() const { return *m_store; }
    const store::Connection &connection() const { return *m_connection; }
    // The person of --as. That there is none is an error in words.
    core::Result<QUuid> actor(const Request &request) const;

private:
    Opened() = default;
    Services m_services;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Connection> m_connection;
};

// By login, id, or a name that only one person has. Null id for an empty text.
core::Result<QUuid> personFor(const store::Connection &connection, const QString &text);
// By path, code, or a name that only one area has.
core::Result<QUuid> areaFor(const store::Connection &connection, const QString &text);
// By code, id, or a name that only one machine has.
core::Result<QUuid> equipmentFor(const store::Connection &connection, const QString &text);

}
