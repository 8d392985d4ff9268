// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDate>
#include <QList>
#include <QStringList>
#include <QUuid>

namespace store {
class Store;
}

namespace hazards {

// Valid on this machine, until the tables are folded anew. Never stored, never in an operation.
enum class HazardRow : qint64 {};

// Now, for deadlines: the instant and the day of the plant.
struct Moment {
    QString now;   // UTC, as stored
    QString today; // YYYY-MM-DD in the time zone of the plant
};
Moment momentAt(qint64 milliseconds, const QByteArray &timeZone);
Moment momentOf(const store::Store &store);

// One measure of the treatment plan of a major hazard: in place, and what shows it.
struct FiveItem {
    QString key; // field of the flag; the evidence is key + "_evidence"
    bool isDone = false;
    QString evidence;
};

// A hazard as lists, the record view and the ledger show it. Names are those of today.
struct Hazard {
    HazardRow row{};
    QUuid id;
    QString number;
    QString state;
    QString stateSince; // instant
    bool isPending = false;
    int openConflicts = 0;

    QString description;
    QString foundOn; // YYYY-MM-DD
    QUuid foundBy;
    QString foundByName; // of the person, else the text of the ledger it came from
    QString checkType;
    QUuid area;
    QString areaPath;
    QString place; // in words
    QUuid equipment;
    QString equipmentName; // "code name"
    QString category;
    QString factor;
    QStringList accidentTypes; // codes, or words no standard knows
    QString grade;             // general, major
    QString colour;            // blue, yellow, orange, red
    QString legalBasis;
    QString measure;
    QString interimMeasure;
    QUuid responsibleArea;
    QString responsibleUnit; // path of the area, else text
    QUuid responsible;
    QString responsibleName;
    qint64 costCents = 0;
    bool hasCost = false;
    QString deadline; // instant, or YYYY-MM-DD: until the end of that day at the plant
    QUuid rectifiedBy;
    QString rectifiedByName;
    QString completedOn;
    QUuid reviewer;
    QString reviewerName;
    QString reviewedOn;
    QString reviewOpinion;
    QUuid secondReviewer;
    QString secondReviewerName;
    QString secondReviewedOn;
    QString secondOpinion;
    QString supervisor; // name of the person, else text
    QString closedOn;
    bool isRepeat = false;
    QString remark;
    QString source;
    QStringList beforePhotos; // SHA-256
    QStringList afterPhotos;
    QList<FiveItem> five;
};

enum class HazardOrder {
    FoundOn,
    Number,
    State,
    StateSince,
    Grade,
    Colour,
    Deadline,
    Area,
    Responsible,
    CompletedOn,
    Description,
};

struct HazardFilter {
    QString text; // part of number, description, place, measure or a name given as text
    QStringList states;
    QString grade;
    QString colour;
    QUuid area; // with everything below it
    QUuid equipment;
    QUuid responsible;
    QString checkType;
    QString category;
    QDate foundFrom;
    QDate foundTo; // last day
    bool openOnly = false;
    bool overdueOnly = false;
    Moment moment; // needed by overdueOnly
    HazardOrder order = HazardOrder::FoundOn;
    Qt::SortOrder direction = Qt::DescendingOrder;
};

}
