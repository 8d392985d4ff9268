// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <tl/expected.hpp>

namespace core {

enum class ErrorCode {
    Invalid, // the input breaks a rule: say which
    Refused, // the rule of the trade or of the role forbids it now
    NotFound,
    Cancelled,
    Busy, // another process holds the store
    DiskFull,
    ReadOnly,
    Newer, // written by a newer version of the program
    Damaged,
    Database,
    Io,
    Network,
};

struct Error {
    ErrorCode code;
    QString message; // for the user, translated: what happened and what to do
    QString detail;  // for the log
};

template<typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

// Hands an error of one result on as the error of another.
template<typename T>
tl::unexpected<Error> passOn(const Result<T> &result)
{
    return tl::unexpected<Error>(result.error());
}

}
