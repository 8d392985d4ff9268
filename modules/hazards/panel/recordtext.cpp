// SPDX-License-Identifier: GPL-3.0-or-later
#include "hazards/panel/recordtext.h"

#include "core/clock.h"
#include "hazards/engine/hazardrules.h"
#include "hazards/engine/ownfields.h"
#include "hazards/panel/wording.h"
#include "plant/engine/codes.h"
#include "shell/colours.h"
#include "store/record.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hazards {

namespace {

// One table of label and value per group; empty values are left out.
class Facts
{
    Q_DECLARE_TR_FUNCTIONS(hazards::Facts)
public:
    Facts(const Hazard &hazard, const store::Record &record, const plant::CodeBook &codes,
          const QMap<QString, QString> &ownLabels, const store::Store &store,
          const shell::Colours &colours)
        : m_hazard(hazard)
        , m_record(record)
        , m_codes(codes)
        , m_ownLabels(ownLabels)
        , m_store(store)
        , m_spec(*store.schema().find(u"hazard"_s))
        , m_muted(colours.text(shell::ColourRole::MutedText).name())
        , m_overdue(colours.text(shell::ColourRole::Overdue).name())
    {
    }

    QString html()
    {
        found();
        judged();
        rectified();
        reviewed();
        ownFields();
        return m_html;
    }

private:
    void group(const QString &title) { m_pendingTitle = title; }

    void row(const QString &label, const QString &value, const QString &colour = {})
    {
        if (value.trimmed().isEmpty())
            return;
        if (!m_pendingTitle.isEmpty()) {
            closeGroup();
            m_html +=
                    u"<p style='margin-top:8px;margin-bottom:2px'><b>%1</b></p><table cellspacing='0' cellpadding='2'>"_s
                            .arg(m_pendingTitle.toHtmlEscaped());
            m_pendingTitle.clear();
            m_isOpen = true;
        }
        QString text = value.toHtmlEscaped().replace(u'\n', "<br/>"_L1);
        if (!colour.isEmpty())
            text = u"<span style='color:%1'>%2</span>"_s.arg(colour, text);
        m_html += u"<tr><td width='110' style='color:%1'>%2</td><td>%3</td></tr>"_s.arg(
                m_muted, label.toHtmlEscaped(), text);
    }

    void closeGroup()
    {
        if (m_isOpen)
            m_html += "</table>"_L1;
        m_isOpen = false;
    }

    QString instant(const QString &stored) const
    {
        return instantText(stored, m_store.plant().timeZone);
    }

    void found()
    {
        group(tr("Found"));
        row(m_spec.fieldLabel(u"found_on"_s), dateText(m_hazard.foundOn));
        row(m_spec.fieldLabel(u"found_by"_s), m_hazard.foundByName);
        row(m_spec.fieldLabel(u"check_type"_s), m_codes.label(u"check_type"_s, m_hazard.checkType));
        row(m_spec.fieldLabel(u"area"_s), m_hazard.areaPath);
        row(m_spec.fieldLabel(u"place_text"_s), m_hazard.place);
        row(m_spec.fieldLabel(u"equipment"_s), m_hazard.equipmentName);
        row(m_spec.fieldLabel(u"interim_measure"_s), m_hazard.interimMeasure);
    }

    void judged()
    {
        group(tr("Grading"));
        row(m_spec.fieldLabel(u"grade"_s), m_codes.label(u"hazard_grade"_s, m_hazard.grade));
        row(m_spec.fieldLabel(u"response_colour"_s),
            m_codes.label(u"response_colour"_s, m_hazard.colour));
        row(m_spec.fieldLabel(u"category"_s),
            m_codes.label(u"hazard_category"_s, m_hazard.category));
        row(m_spec.fieldLabel(u"factor"_s), m_codes.label(u"hazard_factor"_s, m_hazard.factor));
        QStringList types;
        for (const QString &type : m_hazard.accidentTypes)
            types.append(m_codes.label(u"accident_type"_s, type));
        row(m_spec.fieldLabel(u"accident_types"_s), types.join(tr(", ")));
        row(m_spec.fieldLabel(u"legal_basis"_s), m_hazard.legalBasis);
        if (m_hazard.isRepeat)
            row(m_spec.fieldLabel(u"is_repeat"_s), tr("Yes"));
    }

    void rectified()
    {
        group(tr("Rectification"));
        row(m_spec.fieldLabel(u"responsible_area"_s), m_hazard.responsibleUnit);
        row(m_spec.fieldLabel(u"responsible"_s), m_hazard.responsibleName);
        const bool late = isOverdue(m_hazard, momentOf(m_store));
        row(m_spec.fieldLabel(u"deadline"_s),
            late ? tr("%1 (overdue)").arg(instant(m_hazard.deadline)) : instant(m_hazard.deadline),
            late ? m_overdue : QString());
        row(m_spec.fieldLabel(u"measure"_s), m_hazard.measure);
        if (m_hazard.hasCost)
            row(m_spec.fieldLabel(u"cost"_s),
                tr("%1 yuan").arg(QLocale().toString(double(m_hazard.costCents) / 100, 'f', 2)));
        for (const FiveItem &item : m_hazard.five) {
            if (item.isDone || !item.evidence.isEmpty())
                row(m_spec.fieldLabel(item.key), (item.isDone ? u"✓ "_s : u"○ "_s) + item.evidence);
        }
        row(m_spec.fieldLabel(u"rectified_by"_s), m_hazard.rectifiedByName);
        row(m_spec.fieldLabel(u"completed_on"_s), dateText(m_hazard.completedOn));
        row(m_spec.fieldLabel(u"supervisor"_s), m_hazard.supervisor);
    }

    void reviewed()
    {
        group(tr("Review"));
        row(m_spec.fieldLabel(u"reviewer"_s), m_hazard.reviewerName);
        row(m_spec.fieldLabel(u"reviewed_on"_s), dateText(m_hazard.reviewedOn));
        row(m_spec.fieldLabel(u"review_opinion"_s), m_hazard.reviewOpinion);
        row(m_spec.fieldLabel(u"second_reviewer"_s), m_hazard.secondReviewerName);
        row(m_spec.fieldLabel(u"second_reviewed_on"_s), dateText(m_hazard.secondReviewedOn));
        row(m_spec.fieldLabel(u"second_opinion"_s), m_hazard.secondOpinion);
        row(m_spec.fieldLabel(u"closed_on"_s), dateText(m_hazard.closedOn));
        row(m_spec.fieldLabel(u"remark"_s), m_hazard.remark);
    }

    void ownFields()
    {
        group(tr("Further fields"));
        for (auto value = m_record.values.cbegin(); value != m_record.values.cend(); ++value) {
            if (value.key().startsWith("c."_L1))
                row(ownFieldLabel(m_ownLabels, value.key()), value->toVariant().toString());
        }
        closeGroup();
    }

    const Hazard &m_hazard;
    const store::Record &m_record;
    const plant::CodeBook &m_codes;
    const QMap<QString, QString> &m_ownLabels;
    const store::Store &m_store;
    const store::EntitySpec &m_spec;
    QString m_muted;
    QString m_overdue;
    QString m_html;
    QString m_pendingTitle;
    bool m_isOpen = false;
};

}

QString factsHtml(const Hazard &hazard, const store::Record &record, const plant::CodeBook &codes,
                  const QMap<QString, QString> &ownLabels, const store::Store &store,
                  const shell::Colours &colours)
{
    return Facts(hazard, record, codes, ownLabels, store, colours).html();
}

QString historyHtml(const QList<HistoryLine> &lines, const QByteArray &timeZone,
                    const shell::Colours &colours)
{
    const QString muted = colours.text(shell::ColourRole::MutedText).name();
    QString html = u"<table cellspacing='0' cellpadding='3'>"_s;
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) { // newest first
        const QString when = QDateTime::fromMSecsSinceEpoch(line->time, QTimeZone(timeZone))
                                     .toString(u"yyyy-MM-dd HH:mm"_s);
        QString changes;
        for (const HistoryChange &change : line->changes) {
            const QString after = change.after.toHtmlEscaped().replace(u'\n', "<br/>"_L1);
            changes += u"<br/><span style='color:%1'>%2:</span> "_s.arg(
                    muted, change.field.toHtmlEscaped());
            changes += change.before.isEmpty()
                    ? after
                    : u"<s>%1</s> → %2"_s.arg(change.before.toHtmlEscaped(), after);
        }
        html += u"<tr><td style='color:%1;white-space:nowrap'>%2</td><td><b>%3</b> · %4%5</td></tr>"_s
                        .arg(muted, when, line->who.toHtmlEscaped(), line->what.toHtmlEscaped(),
                             changes);
    }
    return html + u"</table>"_s;
}

}
