// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {

// What a long function tells and asks while it works. Lives on the thread of the work.
class Progress
{
public:
    virtual ~Progress() = default;
    virtual void setRange(int maximum) = 0;
    virtual void setValue(int value) = 0;
    virtual bool isCanceled() const = 0;
};

// For callers with nobody waiting: tests and short work.
class NoProgress final : public Progress
{
public:
    void setRange(int) override { }
    void setValue(int) override { }
    bool isCanceled() const override { return false; }
};

}
