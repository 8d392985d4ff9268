// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/spec.h"

// A small kind of record with every merge rule and a workflow, for tests of the store alone.
inline store::Schema noteSchema()
{
    using namespace Qt::StringLiterals;
    using store::FieldType;
    store::Schema schema;
    schema.add(
            {.name = u"note"_s,
             .table = u"note"_s,
             .context = "note",
             .label = "Note",
             .fields = {{.key = u"title"_s, .label = "Title", .indexed = true},
                        {.key = u"body"_s, .type = FieldType::LongText, .label = "Body"},
                        {.key = u"due"_s, .type = FieldType::Date, .label = "Due"},
                        {.key = u"cost"_s, .type = FieldType::Money, .label = "Cost"},
                        {.key = u"grade"_s,
                         .type = FieldType::Code,
                         .label = "Grade",
                         .mergeAs = store::Merge::Highest,
                         .ranks = {u"low"_s, u"middle"_s, u"high"_s}},
                        {.key = u"owner"_s, .type = FieldType::Reference, .label = "Owner"},
                        {.key = u"worker"_s, .type = FieldType::Reference, .label = "Worker"},
                        {.key = u"reviewer"_s, .type = FieldType::Reference, .label = "Reviewer"},
                        {.key = u"tags"_s, .type = FieldType::TextSet, .label = "Tags"},
                        {.key = u"photos"_s, .type = FieldType::FileSet, .label = "Photos"},
                        {.key = u"comments"_s, .type = FieldType::Appended, .label = "Comments"}},
             .workflow =
                     store::Workflow{
                             .initial = u"open"_s,
                             .states = {{.key = u"open"_s, .label = "Open"},
                                        {.key = u"doing"_s, .label = "Doing"},
                                        {.key = u"done"_s, .label = "Done", .isOpen = false},
                                        {.key = u"filed"_s,
                                         .label = "Filed",
                                         .isOpen = false,
                                         .isFinal = true}},
                             .steps = {{.from = u"open"_s, .to = u"doing"_s, .label = "Start"},
                                       {.from = u"doing"_s,
                                        .to = u"done"_s,
                                        .label = "Finish",
                                        .different = {{u"worker"_s, u"reviewer"_s}}},
                                       {.from = u"doing"_s, .to = u"open"_s, .label = "Give back"},
                                       {.from = u"done"_s, .to = u"filed"_s, .label = "File"}}},
             .numbering = store::Numbering{.prefix = u"N"_s, .yearField = u"due"_s}});
    return schema;
}
