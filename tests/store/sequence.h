// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/rng.h"
#include "store/receiver.h"
#include "store/reference.h"
#include "support/noteschema.h"
#include "support/teststore.h"

#include <QJsonArray>

#include <map>

using namespace Qt::StringLiterals;

// One seeded life of a store: two people here, two desks elsewhere whose frames come in, and the
// reference that is told the same. Every step takes its chances from its own seed, so that a
// failing life can be shortened by leaving steps out.
class Sequence
{
public:
    Sequence(const store::Schema &schema, const QString &templateStore, quint64 seed);

    int length() const { return int(m_steps.size()); }
    void keepOnly(const QList<int> &steps);
    // The first difference in words; empty if there is none.
    QString run();
    int operations() const { return m_operations; }
    int conflicts() const { return m_conflicts; }

private:
    struct ForeignDesk {
        QUuid lane;
        quint64 n = 0;
        QByteArray head = QByteArray(32, '\0');
        QUuid actor;
        reference::Interpreter view; // what the desk last saw
    };
    using RecordKey = std::pair<QString, QUuid>;

    void step(core::Rng &rng);
    void save(core::Rng &rng);
    void change(core::Rng &rng, store::Writer &writer, int author);
    void foreignFrame(core::Rng &rng);
    QJsonObject foreignOp(core::Rng &rng, const ForeignDesk &desk);
    void comeHome(core::Rng &rng, int most);
    void accept(ForeignDesk &desk, const QList<QByteArray> &lines, const QList<int> &denied);
    void hold();
    void reopen();
    void rebuild();
    void undoTwice();
    void undoPutsBack(core::Rng &rng);
    void receiveElsewhere(core::Rng &rng);

    store::Values values(core::Rng &rng);
    QJsonValue value(core::Rng &rng, const QString &key);
    RecordKey pick(core::Rng &rng);
    QUuid makeId(core::Rng &rng);
    void told(); // the reference reads what the store put in its log
    void compare(const QString &when);
    void checkIsClean(const QString &when);
    void differ(const QString &text);
    template<typename T>
    bool succeeded(const core::Result<T> &result, const QString &what)
    {
        if (!result)
            differ(what + u": "_s + result.error().message + u" | "_s + result.error().detail);
        return bool(result);
    }

    const store::Schema &m_schema;
    const QString m_template;
    core::SeededRng m_rng;
    core::ManualClock m_clock{1'760'000'000'000};
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    std::optional<store::Connection> m_connection;
    QList<quint64> m_steps;
    bool m_isJoined = false;
    bool m_mayStop = false;
    QString m_difference;
    int m_operations = 0;
    int m_conflicts = 0;
    int m_lastAuthor = -1; // of a save that wrote something

    reference::Interpreter m_reference;
    qint64 m_told = 0;     // frames the reference knows
    qint64 m_accepted = 0; // time of the last accepted frame
    QList<QByteArray> m_lines;
    QList<RecordKey> m_records;
    QList<QUuid> m_people;
    std::map<std::pair<int, QUuid>, store::Record> m_seen; // author and record
    QList<ForeignDesk> m_desks;
};

// Everything a store says of its records, line by line, and what the reference says.
QStringList dumpOf(const store::Connection &connection, const store::Schema &schema,
                   const QStringList &keys);
QStringList dumpOf(const reference::Interpreter &reference, const store::Schema &schema,
                   const QStringList &keys);
QString firstDifference(const QStringList &store, const QStringList &expected);
