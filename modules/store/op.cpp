// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/op.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {
struct VerbName {
    Verb verb;
    QLatin1StringView text;
};
constexpr VerbName verbNames[] = {
        {Verb::Create, "create"_L1}, {Verb::Set, "set"_L1},       {Verb::Add, "add"_L1},
        {Verb::Remove, "remove"_L1}, {Verb::Move, "move"_L1},     {Verb::Append, "append"_L1},
        {Verb::Void, "void"_L1},     {Verb::Unvoid, "unvoid"_L1}, {Verb::Resolve, "resolve"_L1},
        {Verb::Carry, "carry"_L1},
};
}

QString toText(Verb verb)
{
    for (const VerbName &name : verbNames) {
        if (name.verb == verb)
            return name.text;
    }
    return {};
}

QByteArray toJson(const Op &op)
{
    QJsonObject line{{u"o"_s, op.id.toText()},
                     {u"v"_s, op.schema},
                     {u"t"_s, op.time},
                     {u"u"_s, core::toText(op.actor)},
                     {u"e"_s, op.type},
                     {u"i"_s, core::toText(op.entity)},
                     {u"k"_s, op.verb == Verb::Unknown ? op.verbText : toText(op.verb)}};
    if (!op.fields.isEmpty()) {
        QJsonObject fields;
        for (const FieldWrite &field : op.fields)
            fields.insert(field.key, QJsonArray{field.value, field.base});
        line.insert(u"f"_s, fields);
    }
    if (!op.with.isEmpty())
        line.insert(u"w"_s, op.with);
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

bool isTooDeep(const QByteArray &json)
{
    constexpr int mostDeep = 200;
    int depth = 0;
    bool isInText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (isInText && c == '\\')
            ++i;
        else if (c == '"')
            isInText = !isInText;
        else if (!isInText && (c == '[' || c == '{') && ++depth > mostDeep)
            return true;
        else if (!isInText && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

core::Result<Op> opFromJson(const QByteArray &line)
{
    QJsonParseError parsing;
    const QJsonObject object = QJsonDocument::fromJson(line, &parsing).object();
    Op op;
    op.id = core::OpId::fromText(object.value(u"o"_s).toString());
    op.schema = object.value(u"v"_s).toInt();
    op.time = object.value(u"t"_s).toInteger();
    op.actor = core::uuidFromText(object.value(u"u"_s).toString());
    op.type = object.value(u"e"_s).toString();
    op.entity = core::uuidFromText(object.value(u"i"_s).toString());
    op.verbText = object.value(u"k"_s).toString();
    if (parsing.error != QJsonParseError::NoError || isTooDeep(line) || op.id.isNull()
        || op.entity.isNull() || op.type.isEmpty() || op.verbText.isEmpty())
        return core::fail(
                core::ErrorCode::Damaged,
                QCoreApplication::translate("store", "An operation in the log cannot be read."),
                parsing.errorString() + u": "_s + QString::fromUtf8(line.left(200)));
    for (const VerbName &name : verbNames) {
        if (name.text == op.verbText)
            op.verb = name.verb;
    }
    const QJsonObject fields = object.value(u"f"_s).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonArray pair = field.value().toArray();
        op.fields.append({field.key(), pair.at(0).isUndefined() ? QJsonValue() : pair.at(0),
                          pair.at(1).isUndefined() ? QJsonValue() : pair.at(1)});
    }
    op.with = object.value(u"w"_s).toObject();
    return op;
}

}
