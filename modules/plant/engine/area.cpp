// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/engine/area.h"

#include "plant/engine/drafts.h"
#include "plant/engine/sql.h"
#include "store/connection.h"
#include "store/writer.h"

#include <QCoreApplication>
#include <QSet>
#include <QSqlQuery>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace plant {

core::Result<AreaTree> AreaTree::load(const store::Connection &connection)
{
    QSqlQuery query = connection.prepare(
            u"SELECT id, parent, kind, name, code, opened_on, closed_on, sort_order FROM area "
            "WHERE is_void = 0"_s);
    if (!query.exec())
        return store::failed(query);
    QList<Area> all;
    QSet<QUuid> known;
    while (query.next()) {
        all.append({.id = sql::uuid(query.value(0)),
                    .parent = sql::uuid(query.value(1)),
                    .kind = query.value(2).toString(),
                    .name = query.value(3).toString(),
                    .code = query.value(4).toString(),
                    .openedOn = query.value(5).toString(),
                    .closedOn = query.value(6).toString(),
                    .order = query.value(7).toLongLong()});
        known.insert(all.last().id);
    }
    std::sort(all.begin(), all.end(), [](const Area &left, const Area &right) {
        return std::tie(left.order, left.name, left.id)
                < std::tie(right.order, right.name, right.id);
    });
    // An area whose parent is gone stands at the top; so does one of a circle, which two people who
    // worked offline can make together.
    QHash<QUuid, QList<qsizetype>> below;
    for (qsizetype i = 0; i < all.size(); ++i)
        below[known.contains(all.at(i).parent) ? all.at(i).parent : QUuid()].append(i);

    AreaTree tree;
    tree.m_areas.reserve(all.size());
    const std::function<void(qsizetype, const QString &, int)> place =
            [&](qsizetype index, const QString &path, int depth) {
                Area area = all.at(index);
                if (tree.m_byId.contains(area.id))
                    return;
                area.path = path.isEmpty() ? area.name : path + u" / "_s + area.name;
                area.depth = depth;
                tree.m_byId.insert(area.id, tree.m_areas.size());
                tree.m_areas.append(area);
                const QList<qsizetype> children = below.value(area.id);
                for (const qsizetype child : children)
                    place(child, area.path, depth + 1);
            };
    const QList<qsizetype> roots = below.value(QUuid());
    for (const qsizetype root : roots)
        place(root, {}, 0);
    for (qsizetype i = 0; i < all.size(); ++i)
        place(i, {}, 0);
    return tree;
}

const Area *AreaTree::find(const QUuid &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_areas.at(*found);
}

QString AreaTree::path(const QUuid &id) const
{
    const Area *area = find(id);
    return area ? area->path : QString();
}

QList<QUuid> AreaTree::children(const QUuid &parent) const
{
    QList<QUuid> found;
    const Area *above = find(parent);
    if (!parent.isNull() && !above)
        return found;
    const int depth = above ? above->depth + 1 : 0;
    for (qsizetype i = above ? m_byId.value(parent) + 1 : 0; i < m_areas.size(); ++i) {
        if (m_areas.at(i).depth < depth)
            break;
        if (m_areas.at(i).depth == depth)
            found.append(m_areas.at(i).id);
    }
    return found;
}

QList<QUuid> AreaTree::subtree(const QUuid &id) const
{
    const Area *top = find(id);
    if (!top)
        return {};
    QList<QUuid> found{id};
    for (qsizetype i = m_byId.value(id) + 1; i < m_areas.size(); ++i) {
        if (m_areas.at(i).depth <= top->depth)
            break;
        found.append(m_areas.at(i).id);
    }
    return found;
}

const Area *AreaTree::findByText(const QString &text) const
{
    const QString word = text.simplified();
    if (word.isEmpty())
        return nullptr;
    const Area *named = nullptr;
    int times = 0;
    for (const Area &area : m_areas) {
        if (area.path == word || area.code == word)
            return &area;
        if (area.name == word) {
            named = &area;
            ++times;
        }
    }
    return times == 1 ? named : nullptr;
}

core::Result<QHash<QUuid, AreaUse>> areaUse(const store::Connection &connection)
{
    QHash<QUuid, AreaUse> use;
    const auto count = [&](const QString &sql, qint64 AreaUse::*number) -> core::Result<> {
        QSqlQuery query = connection.prepare(sql);
        if (!query.exec())
            return store::failed(query);
        while (query.next())
            use[sql::uuid(query.value(0))].*number = query.value(1).toLongLong();
        return {};
    };
    if (auto done = count(u"SELECT area, count(*) FROM person WHERE is_void = 0 AND "
                          "ifnull(active, 1) <> 0 AND area IS NOT NULL GROUP BY area"_s,
                          &AreaUse::people);
        !done)
        return core::passOn(done);
    if (auto done = count(u"SELECT area, count(*) FROM equipment WHERE is_void = 0 AND "
                          "area IS NOT NULL GROUP BY area"_s,
                          &AreaUse::equipment);
        !done)
        return core::passOn(done);
    return use;
}

namespace {

core::Result<> checkArea(store::Writer &writer, const Area &area)
{
    using core::ErrorCode;
    if (area.name.trimmed().isEmpty())
        return core::fail(ErrorCode::Invalid,
                          QCoreApplication::translate("plant", "An area needs a name."));
    if (auto checked = checkDays({area.openedOn, area.closedOn}); !checked)
        return checked;
    if (!area.openedOn.isEmpty() && !area.closedOn.isEmpty() && area.closedOn < area.openedOn)
        return core::fail(ErrorCode::Invalid,
                          QCoreApplication::translate(
                                  "plant", "The area would be closed before it was opened."));
    QSet<QUuid> above;
    QUuid next = area.parent;
    while (!next.isNull()) {
        if (next == area.id || above.contains(next))
            return core::fail(
                    ErrorCode::Invalid,
                    QCoreApplication::translate(
                            "plant", "“%1” cannot be put below itself. Choose another place.")
                            .arg(area.name));
        above.insert(next);
        const auto parent = writer.record(u"area"_s, next);
        if (!parent)
            return core::passOn(parent);
        if (!*parent || (*parent)->isVoid)
            return core::fail(
                    ErrorCode::NotFound,
                    QCoreApplication::translate("plant", "The area above is not there any more."));
        next = (*parent)->reference(u"parent"_s);
    }
    return checkUnique(writer, u"area"_s, u"code"_s, area.code.trimmed(), area.id,
                       QT_TRANSLATE_NOOP("plant", "Another area already has the code “%1”."));
}

store::Values valuesOf(const Area &area)
{
    return {{u"parent"_s, referenceValue(area.parent)},
            {u"kind"_s, textValue(area.kind)},
            {u"name"_s, textValue(area.name)},
            {u"code"_s, textValue(area.code)},
            {u"opened_on"_s, textValue(area.openedOn)},
            {u"closed_on"_s, textValue(area.closedOn)},
            {u"sort_order"_s, area.order}};
}

}

core::Result<QUuid> addArea(store::Writer &writer, const Area &area)
{
    if (auto checked = checkArea(writer, area); !checked)
        return core::passOn(checked);
    return writer.create(u"area"_s, filled(valuesOf(area)), area.id);
}

core::Result<QUuid> addArea(store::Store &store, const QUuid &actor, const Area &area)
{
    return addInOneSave(store, actor,
                        QCoreApplication::translate("plant", "Area “%1” added").arg(area.name),
                        [&area](store::Writer &writer) { return addArea(writer, area); });
}

core::Result<> changeArea(store::Store &store, const QUuid &actor, const Area &area,
                          const store::Record *seen)
{
    auto writer = store::Writer::begin(
            store, actor, QCoreApplication::translate("plant", "Area “%1” changed").arg(area.name));
    if (!writer)
        return core::passOn(writer);
    if (auto checked = checkArea(*writer, area); !checked)
        return checked;
    return setChanged(*writer, u"area"_s, area.id, valuesOf(area), seen);
}

core::Result<> removeArea(store::Store &store, const QUuid &actor, const QUuid &area,
                          const QString &reason)
{
    auto writer = store::Writer::begin(store, actor,
                                       QCoreApplication::translate("plant", "Area removed"));
    if (!writer)
        return core::passOn(writer);
    const auto tree = AreaTree::load(writer->connection());
    if (!tree)
        return core::passOn(tree);
    if (!tree->children(area).isEmpty())
        return core::fail(core::ErrorCode::Refused,
                          QCoreApplication::translate("plant",
                                                      "There are areas below this one. Move or "
                                                      "remove them first."));
    if (auto done = writer->setVoid(u"area"_s, area, reason); !done)
        return done;
    if (const auto receipt = writer->commit(); !receipt)
        return core::passOn(receipt);
    return {};
}

}
