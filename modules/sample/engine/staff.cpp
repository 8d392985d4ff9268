// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/engine/staff.h"

#include "core/ids.h"
#include "plant/engine/area.h"
#include "plant/engine/equipment.h"
#include "plant/engine/person.h"
#include "store/store.h"
#include "store/writer.h"

#include <QCoreApplication>
#include <QDate>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sample {

namespace {

struct AreaRow {
    const char16_t *code;
    const char16_t *parent;
    const char16_t *kind;
    const char16_t *name;
    int workers; // beside its head
};

constexpr AreaRow areaRows[] = {
        {u"AL", u"", u"plant", u"安澜示范五金厂", 0}, {u"CY", u"AL", u"workshop", u"冲压车间", 2},
        {u"CY-A", u"CY", u"team", u"冲压A线班", 20},  {u"CY-B", u"CY", u"team", u"冲压B线班", 21},
        {u"CY-C", u"CY", u"team", u"冲压C线班", 18},  {u"CY-M", u"CY", u"team", u"模具班", 8},
        {u"HJ", u"AL", u"workshop", u"焊接车间", 2},  {u"HJ-S", u"HJ", u"team", u"手工焊班", 25},
        {u"HJ-D", u"HJ", u"team", u"点焊班", 13},     {u"HJ-R", u"HJ", u"team", u"机器人焊班", 9},
        {u"HJ-G", u"HJ", u"team", u"打磨班", 12},     {u"PT", u"AL", u"workshop", u"喷涂车间", 2},
        {u"PT-Q", u"PT", u"team", u"前处理班", 10},   {u"PT-P", u"PT", u"team", u"喷漆班", 16},
        {u"PT-F", u"PT", u"team", u"喷粉班", 12},     {u"PT-B", u"PT", u"team", u"包装班", 20},
        {u"CK", u"AL", u"workshop", u"仓储部", 1},    {u"CK-Y", u"CK", u"team", u"原料库", 8},
        {u"CK-C", u"CK", u"team", u"成品库", 9},      {u"CK-W", u"CK", u"team", u"危化品库", 3},
        {u"JX", u"AL", u"workshop", u"机修车间", 1},  {u"JX-J", u"JX", u"team", u"机修班", 11},
        {u"JX-D", u"JX", u"team", u"电工班", 8},      {u"AH", u"AL", u"workshop", u"安全环保部", 0},
        {u"SC", u"AL", u"workshop", u"生产部", 8},    {u"ZJ", u"AL", u"workshop", u"质检部", 9},
        {u"XZ", u"AL", u"workshop", u"行政部", 8},
};

struct MachineRow {
    const char16_t *type;
    const char16_t *prefix;
    int count;
    const char16_t *areas; // turn and turn about
    const char16_t *models;
    const char16_t *risk;
};

constexpr MachineRow machineRows[] = {
        {u"冲床", u"CC", 24, u"CY-A,CY-B,CY-C", u"JH21-80,JH21-110,JH21-160,J23-63", u"orange"},
        {u"液压机", u"YY", 6, u"CY-A,CY-C", u"YQ32-200,YQ32-315", u"orange"},
        {u"剪板机", u"JB", 4, u"CY-C", u"QC12Y-6×2500", u"yellow"},
        {u"折弯机", u"ZW", 5, u"CY-C", u"WC67K-100", u"yellow"},
        {u"攻丝机", u"GS", 6, u"CY-M,CY-B", u"SWJ-16", u"blue"},
        {u"行车", u"QZ", 6, u"CY-A,CY-B,HJ-S,CK-Y", u"LD5t,LD10t", u"orange"},
        {u"焊机", u"HJ", 14, u"HJ-S", u"NBC-350,NBC-500", u"yellow"},
        {u"点焊机", u"DH", 6, u"HJ-D", u"DN-100", u"yellow"},
        {u"焊接机器人", u"HR", 4, u"HJ-R", u"六轴弧焊", u"orange"},
        {u"砂轮机", u"SL", 5, u"HJ-G,JX-J", u"M3040", u"blue"},
        {u"除尘器", u"CQ", 3, u"HJ-G", u"DMC-96", u"orange"},
        {u"喷房", u"PF", 4, u"PT-P", u"水帘式,干式", u"red"},
        {u"烘道", u"HD", 2, u"PT-P,PT-F", u"热风循环", u"orange"},
        {u"喷粉设备", u"FT", 3, u"PT-F", u"静电喷粉", u"orange"},
        {u"前处理线", u"QC", 2, u"PT-Q", u"喷淋式", u"yellow"},
        {u"输送线", u"SX", 3, u"PT-B,PT-F", u"悬挂链", u"blue"},
        {u"燃气热风炉", u"RF", 2, u"PT-F", u"RF-60", u"red"},
        {u"废气设备", u"FQ", 2, u"PT-P", u"活性炭吸附", u"yellow"},
        {u"叉车", u"CH", 8, u"CK-Y,CK-C", u"CPD30,CPC35", u"orange"},
        {u"货架", u"HA", 3, u"CK-Y,CK-C", u"横梁式", u"yellow"},
        {u"空压机", u"KY", 3, u"JX-J", u"LG-22", u"yellow"},
        {u"储气罐", u"CG", 2, u"JX-J", u"C-2.0/0.8", u"orange"},
        {u"配电柜", u"PD", 3, u"JX-D", u"GGD", u"orange"},
};

// Made-up names that read like names: a family name, and given names around what Anlan stands for
// (calm, safe, steady). All are fictional.
struct NamePart {
    const char16_t *sign;
    const char16_t *latin;
};

constexpr NamePart families[] = {
        {u"王", u"wang"},  {u"李", u"li"},   {u"张", u"zhang"}, {u"刘", u"liu"},  {u"陈", u"chen"},
        {u"杨", u"yang"},  {u"赵", u"zhao"}, {u"黄", u"huang"}, {u"周", u"zhou"}, {u"吴", u"wu"},
        {u"徐", u"xu"},    {u"孙", u"sun"},  {u"胡", u"hu"},    {u"朱", u"zhu"},  {u"高", u"gao"},
        {u"林", u"lin"},   {u"何", u"he"},   {u"郭", u"guo"},   {u"马", u"ma"},   {u"罗", u"luo"},
        {u"梁", u"liang"}, {u"宋", u"song"}, {u"郑", u"zheng"}, {u"谢", u"xie"},  {u"韩", u"han"},
        {u"唐", u"tang"},  {u"冯", u"feng"}, {u"于", u"yu"},    {u"董", u"dong"}, {u"程", u"cheng"},
};
constexpr NamePart firsts[] = {
        {u"安", u"an"},   {u"平", u"ping"}, {u"宁", u"ning"}, {u"康", u"kang"}, {u"澜", u"lan"},
        {u"静", u"jing"}, {u"稳", u"wen"},  {u"恒", u"heng"}, {u"守", u"shou"}, {u"泰", u"tai"},
};
constexpr NamePart seconds[] = {
        {u"", u""},       {u"国", u"guo"},  {u"明", u"ming"}, {u"华", u"hua"}, {u"军", u"jun"},
        {u"芳", u"fang"}, {u"林", u"lin"},  {u"峰", u"feng"}, {u"梅", u"mei"}, {u"生", u"sheng"},
        {u"兰", u"lan"},  {u"勇", u"yong"}, {u"霞", u"xia"},  {u"波", u"bo"},  {u"红", u"hong"},
};

QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

template<size_t Size>
const NamePart &pick(const NamePart (&parts)[Size], core::Rng &rng)
{
    return parts[rng.below(qint64(Size))];
}

class Settling
{
public:
    Settling(store::Writer &writer, core::Rng &rng, Site &site)
        : m_writer(writer)
        , m_rng(rng)
        , m_site(site)
    {
    }

    core::Result<> run()
    {
        for (const auto step : {&Settling::addAreas, &Settling::addSafety, &Settling::addTeams,
                                &Settling::addMachines}) {
            if (auto done = (this->*step)(); !done)
                return done;
        }
        return {};
    }

private:
    core::Result<QUuid> hire(const QString &areaCode, const QString &role, QUuid id = {},
                             const QString &fixedName = {}, const QString &fixedLogin = {})
    {
        QString name = fixedName;
        QString login = fixedLogin;
        while (name.isEmpty() || m_logins.contains(login)) {
            const NamePart &family = pick(families, m_rng);
            const NamePart &first = pick(firsts, m_rng);
            const NamePart &second = pick(seconds, m_rng);
            name = text(family.sign) + text(first.sign) + text(second.sign);
            login = text(family.latin) + u'.' + text(first.latin) + text(second.latin);
        }
        m_logins.insert(login);
        const plant::Person person{.id = id,
                                   .name = name,
                                   .login = login,
                                   .employeeNumber = u"AL%1"_s.arg(++m_hired, 4, 10, QChar(u'0')),
                                   .area = m_site.areas.value(areaCode),
                                   .role = role};
        return plant::addPerson(m_writer, person);
    }

    core::Result<> addAreas()
    {
        int order = 0;
        for (const AreaRow &row : areaRows) {
            const auto id = plant::addArea(m_writer,
                                           {.parent = m_site.areas.value(text(row.parent)),
                                            .kind = text(row.kind),
                                            .name = text(row.name),
                                            .code = text(row.code),
                                            .order = ++order});
            if (!id)
                return core::passOn(id);
            m_site.areas.insert(text(row.code), *id);
        }
        return {};
    }

    // The people one signs in as to look around have names that are easy to remember.
    core::Result<> addSafety()
    {
        struct Known {
            const char16_t *name;
            const char16_t *login;
            const char16_t *role;
            const char16_t *area;
        };
        constexpr Known known[] = {
                {u"王安", u"wang.an", u"safety_officer", u"AH"},
                {u"李宁平", u"li.ningping", u"safety_officer", u"AH"},
                {u"陈静安", u"chen.jingan", u"safety_officer", u"AH"},
                {u"周守平", u"zhou.shouping", u"safety_officer", u"AH"},
                {u"吴康宁", u"wu.kangning", u"safety_officer", u"AH"},
                {u"赵泰安", u"zhao.taian", u"safety_director", u"AH"},
                {u"林恒", u"lin.heng", u"plant_manager", u"AL"},
                {u"何静", u"he.jing", u"trainer", u"AH"},
                {u"郭平", u"guo.ping", u"auditor", u"XZ"},
        };
        if (const auto id = hire(u"XZ"_s, u"administrator"_s, m_site.administrator, u"系统管理员"_s,
                                 u"admin"_s);
            !id)
            return core::passOn(id);
        for (const Known &each : known) {
            const QString role = text(each.role);
            const auto id = hire(text(each.area), role, {}, text(each.name), text(each.login));
            if (!id)
                return core::passOn(id);
            if (role == "safety_officer"_L1)
                m_site.officers.append(*id);
            else if (role == "safety_director"_L1)
                m_site.safetyDirector = *id;
            else if (role == "plant_manager"_L1)
                m_site.director = *id;
        }
        m_site.heads.insert(u"AL"_s, m_site.director);
        m_site.heads.insert(u"AH"_s, m_site.safetyDirector);
        return {};
    }

    core::Result<> addTeams()
    {
        for (const AreaRow &row : areaRows) {
            const QString code = text(row.code);
            if (!m_site.heads.contains(code)) {
                const bool isTeam = text(row.kind) == "team"_L1;
                const bool isWorkshop = workshopCodes().contains(code);
                const auto head = hire(code,
                                       isTeam               ? u"team_leader"_s
                                               : isWorkshop ? u"workshop_director"_s
                                                            : u"department_head"_s);
                if (!head)
                    return core::passOn(head);
                m_site.heads.insert(code, *head);
            }
            for (int i = 0; i < row.workers; ++i) {
                const auto worker = hire(code, u"worker"_s);
                if (!worker)
                    return core::passOn(worker);
                m_site.workers[code].append(*worker);
            }
        }
        return {};
    }

    core::Result<> addMachines()
    {
        for (const MachineRow &row : machineRows) {
            const QStringList areas = text(row.areas).split(u',');
            const QStringList models = text(row.models).split(u',');
            for (int i = 0; i < row.count; ++i) {
                const QString area = areas.at(i % areas.size());
                const QString code =
                        u"%1-%2"_s.arg(text(row.prefix)).arg(i + 1, 3, 10, QChar(u'0'));
                const plant::Equipment machine{
                        .code = code,
                        .name = u"%1 %2"_s.arg(text(row.type), models.at(i % models.size())),
                        .type = text(row.type),
                        .area = m_site.areas.value(area),
                        .location = u"%1号位"_s.arg(i / areas.size() + 1),
                        .commissionedOn =
                                QDate(2009, 3, 1).addDays(m_rng.below(5000)).toString(Qt::ISODate),
                        .riskLevel = text(row.risk),
                        .responsible = m_site.heads.value(area)};
                const auto id = plant::addEquipment(m_writer, machine);
                if (!id)
                    return core::passOn(id);
                m_site.machines[text(row.type)].append({*id, code, text(row.type), area});
            }
        }
        return {};
    }

    store::Writer &m_writer;
    core::Rng &m_rng;
    Site &m_site;
    QSet<QString> m_logins;
    int m_hired = 0;
};

}

QStringList workshopCodes()
{
    return {u"CY"_s, u"HJ"_s, u"PT"_s, u"CK"_s, u"JX"_s};
}

QStringList teamCodes(const QString &workshop)
{
    QStringList teams;
    for (const AreaRow &row : areaRows) {
        if (workshop == text(row.parent))
            teams.append(text(row.code));
    }
    return teams;
}

core::Result<Site> settle(store::Store &store, core::Rng &rng)
{
    Site site;
    site.administrator = core::makeUuid7(store.clock().now(), store.rng());
    auto writer = store::Writer::begin(store, site.administrator,
                                       QCoreApplication::translate("sample", "Plant set up"));
    if (!writer)
        return core::passOn(writer);
    if (auto done = Settling(*writer, rng, site).run(); !done)
        return core::passOn(done);
    if (const auto receipt = writer->commit(); !receipt)
        return core::passOn(receipt);
    return site;
}

}
