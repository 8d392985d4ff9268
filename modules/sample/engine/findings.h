// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "core/rng.h"

#include <QDate>
#include <QList>

namespace sample {

// What is found again and again in such plants: one line of content/findings.tsv.
struct Finding {
    QString where; // type of machine, or @ and a part of the plant
    int firstMonth = 1;
    int lastMonth = 12; // may lie before firstMonth: over the turn of the year
    int hour = -1;      // typical hour of the day; -1: any
    QChar colour;       // r o y b; M: major
    QString factor;     // code of hazard_factor
    QString accident;
    int weight = 1;
    int yuan = 0;
    QChar who; // who puts it right: T team, M fitters, E electricians, S safety, D director
    QString description; // {a;b} stands for one of a and b
    QString measure;
    QString basis;

    bool isMajor() const { return colour == u'M'; }
    bool isSeasonal() const { return firstMonth != 1 || lastMonth != 12; }
    bool happensIn(int month) const;
    QString accidentCode(const QDate &day) const; // the standard changed on 2026-07-01
    QString colourCode() const;
};

core::Result<QList<Finding>> loadFindings();
// One of the alternatives of every brace.
QString spellOut(const QString &pattern, core::Rng &rng);

}
