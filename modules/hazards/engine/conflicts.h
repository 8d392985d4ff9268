// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "store/record.h"
#include "store/writer.h"

namespace hazards {

// One field of a conflict, in words.
struct ConflictField {
    QString field;
    QString now;   // what stands
    QString other; // what lost
};

// An open row of the conflict register of a hazard, as the person reads it who decides it.
struct OpenConflict {
    QByteArray id;
    QString kind; // as the reducer names it
    QString what; // the field, or the step
    QString why;  // one sentence
    QString who;  // whose write lost
    qint64 time = 0;
    QString whoNow; // whose write stands
    qint64 timeNow = 0;
    QList<ConflictField> fields;
    QString whyNotTaken; // why the other one cannot be taken; empty if it can
    QString textNow;     // both texts as written, to make one of them; only if isText
    QString textOther;
    bool isText = false;
};

// Oldest first.
core::Result<QList<OpenConflict>> openConflicts(const store::Connection &connection,
                                                const store::Schema &schema, const QUuid &hazard,
                                                const QByteArray &timeZone);

enum class ConflictChoice { Keep, TakeOther, Edit };
// Keeps what stands, takes what lost (a parked step is taken now if it leads on from where the
// hazard stands), or writes a text made of both. One save.
core::Result<store::Receipt> decideConflict(store::Store &store, const QUuid &actor,
                                            const QByteArray &conflict, ConflictChoice choice,
                                            const QString &text = {});

// What the reducer registered on this hazard, in a sentence.
QString whyRegistered(const store::Schema &schema, const QString &kind,
                      const store::Record &hazard);

}
