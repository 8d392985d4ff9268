// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant/panel/register.h"

#include "plant/engine/equipment.h"
#include "plant/engine/person.h"

#include <QCollator>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plant {

namespace {

class RegisterText
{
    Q_DECLARE_TR_FUNCTIONS(plant::Register)
public:
    static QStringList peopleTitles()
    {
        return {tr("Name"), tr("Employee number"), tr("Role"),
                tr("Area"), tr("Phone"),           tr("Login")};
    }
    static QStringList equipmentTitles()
    {
        return {tr("Code"),
                tr("Name"),
                tr("Type"),
                tr("Area"),
                tr("Location"),
                tr("Risk level"),
                tr("Responsible person")};
    }
    static QString countPeople(int rows) { return tr("%n person(s)", nullptr, rows); }
    static QString countEquipment(int rows)
    {
        return tr("%n piece(s) of equipment", nullptr, rows);
    }
    static QString former(const QString &name)
    {
        return tr("%1 (left)", "somebody who does not work here any more").arg(name);
    }
    static Register people();
    static Register equipment();
};

// Without the plant, which is the same in every row.
QString insidePlant(const QString &areaPath)
{
    const QString inside = areaPath.section(u" / "_s, 1);
    return inside.isEmpty() ? areaPath : inside;
}

core::Result<QList<RegisterRow>> readPeopleRows(const store::Connection &connection,
                                                const RegisterQuestion &question,
                                                const CodeBook &codes)
{
    const auto found = people(connection,
                              {.text = question.text,
                               .role = question.code,
                               .area = question.area,
                               .activeOnly = !question.all});
    if (!found)
        return core::passOn(found);
    QList<RegisterRow> rows;
    rows.reserve(found->size());
    for (const Person &person : *found)
        rows.append({.id = person.id,
                     .cells = {person.isActive ? person.name : RegisterText::former(person.name),
                               person.employeeNumber, codes.label(u"role"_s, person.role),
                               insidePlant(person.areaPath), person.phone, person.login}});
    return rows;
}

core::Result<QList<RegisterRow>> readEquipmentRows(const store::Connection &connection,
                                                   const RegisterQuestion &question,
                                                   const CodeBook &codes)
{
    const auto found = equipment(
            connection, {.text = question.text, .area = question.area, .riskLevel = question.code});
    if (!found)
        return core::passOn(found);
    static const QHash<QString, std::pair<int, shell::ColourRole>> levels{
            {u"blue"_s, {1, shell::ColourRole::SeverityBlue}},
            {u"yellow"_s, {2, shell::ColourRole::SeverityYellow}},
            {u"orange"_s, {3, shell::ColourRole::SeverityOrange}},
            {u"red"_s, {4, shell::ColourRole::SeverityRed}}};
    QList<RegisterRow> rows;
    rows.reserve(found->size());
    for (const Equipment &piece : *found) {
        RegisterRow row{.id = piece.id,
                        .cells = {piece.code, piece.name, piece.type, insidePlant(piece.areaPath),
                                  piece.location, codes.label(u"risk_level"_s, piece.riskLevel),
                                  piece.responsibleName}};
        if (const auto level = levels.constFind(piece.riskLevel); level != levels.cend()) {
            row.rank = level->first;
            row.colour = level->second;
        }
        rows.append(row);
    }
    return rows;
}

void sortRows(QList<RegisterRow> &rows, const RegisterQuestion &question, int markedColumn)
{
    QCollator collator(QLocale(QLocale::Chinese, QLocale::China)); // names by their sound
    collator.setNumericMode(true);                                 // P-9 before P-10
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const int column = question.column;
    const auto isBefore = [&](const RegisterRow &left, const RegisterRow &right) {
        if (column == markedColumn && left.rank != right.rank)
            return left.rank < right.rank;
        return collator.compare(left.cells.value(column), right.cells.value(column)) < 0;
    };
    if (question.direction == Qt::AscendingOrder)
        std::stable_sort(rows.begin(), rows.end(), isBefore);
    else
        std::stable_sort(rows.begin(), rows.end(),
                         [&](const RegisterRow &left, const RegisterRow &right) {
                             return isBefore(right, left);
                         });
}

Register RegisterText::people()
{
    return {.entity = u"person"_s,
            .codeTable = u"role"_s,
            .iconName = u"people"_s,
            .markedColumn = -1,
            .hasFormer = true,
            .widths = {11, 16, 17, 22, 14, 12},
            .titles = &RegisterText::peopleTitles,
            .read = &readPeopleRows,
            .listName = tr("People"),
            .searchName = tr("Search the people"),
            .searchHint = tr("Search name, number, login"),
            .codeName = tr("Role"),
            .anyCode = tr("All roles"),
            .nothingTitle = tr("Nobody is recorded yet"),
            .nothingText = tr("Each change is saved under a name: begin with your own."),
            .firstStep = tr("Enter yourself..."),
            .noMatch = tr("Nobody fits the filter"),
            .count = &RegisterText::countPeople};
}

Register RegisterText::equipment()
{
    return {.entity = u"equipment"_s,
            .codeTable = u"risk_level"_s,
            .iconName = u"equipment"_s,
            .markedColumn = 5,
            .hasFormer = false,
            .widths = {11, 18, 12, 22, 10, 20, 16},
            .titles = &RegisterText::equipmentTitles,
            .read = &readEquipmentRows,
            .listName = tr("Equipment"),
            .searchName = tr("Search the equipment"),
            .searchHint = tr("Search code, name, type, location"),
            .codeName = tr("Risk level"),
            .anyCode = tr("All risk levels"),
            .nothingTitle = tr("No equipment yet"),
            .nothingText = tr("Hazards found at a machine can name it once it stands here."),
            .firstStep = tr("Add the first piece of equipment..."),
            .noMatch = tr("No equipment fits the filter"),
            .count = &RegisterText::countEquipment};
}

}

Register peopleRegister()
{
    return RegisterText::people();
}

Register equipmentRegister()
{
    return RegisterText::equipment();
}

core::Result<RegisterContent> readRegister(const store::Connection &connection,
                                           const Register &kind, const RegisterQuestion &question)
{
    const auto codes = CodeBook::load(connection);
    if (!codes)
        return core::passOn(codes);
    auto areas = AreaTree::load(connection);
    if (!areas)
        return core::passOn(areas);
    auto rows = kind.read(connection, question, *codes);
    if (!rows)
        return core::passOn(rows);
    sortRows(*rows, question, kind.markedColumn);
    return RegisterContent{std::move(*rows), std::move(*areas), codes->codes(kind.codeTable)};
}

}
