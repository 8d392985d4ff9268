// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/rng.h"

#include <QFile>
#include <QList>
#include <QtGlobal>

#include <new>

#include <sqlite3.h>

// SQLite's way to the disk with faults in it; the default of the process while it lives. Counts
// what changes the disk (write, sync, truncate, delete) and lets the chosen one fail.
class FaultVfs
{
public:
    FaultVfs()
        : m_real(sqlite3_vfs_find(nullptr))
    {
        m_vfs = *m_real;
        m_vfs.zName = "anlan-fault";
        m_vfs.pNext = nullptr;
        m_vfs.pAppData = this;
        m_vfs.szOsFile = int(sizeof(File)) + m_real->szOsFile;
        m_vfs.xOpen = open;
        m_vfs.xDelete = remove;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~FaultVfs()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(m_real, 1);
    }
    Q_DISABLE_COPY_MOVE(FaultVfs)

    // From now on the k-th change (from 1) fails with this code; with forGood all after it, too.
    void failAt(int k, int code, bool forGood)
    {
        m_seen = 0;
        m_failAt = k;
        m_code = code;
        m_isForGood = forGood;
        m_hasFailed = false;
    }
    void heal() { m_failAt = 0; }
    // Remembers what was written and not yet synced, from now on.
    void startRemembering()
    {
        m_isRemembering = true;
        m_unsynced.clear();
    }
    // The power went: of what was not synced, a random part never reached the disk. Only when
    // nothing is open any more.
    int loseUnsynced(core::Rng &rng)
    {
        int lost = 0;
        m_isRemembering = false;
        for (auto write = m_unsynced.crbegin(); write != m_unsynced.crend(); ++write) {
            QFile file(write->path);
            if (rng.chance(50) || !file.open(QIODevice::ReadWrite))
                continue;
            ++lost;
            if (write->before.isEmpty()) {
                if (write->at < file.size())
                    file.resize(write->at);
            } else {
                file.seek(write->at);
                file.write(write->before);
            }
        }
        m_unsynced.clear();
        return lost;
    }
    int changes() const { return m_seen; }
    bool hasFailed() const { return m_hasFailed; }
    // Files open for reading only, as on a medium that cannot be written.
    void setReadOnly(bool is) { m_isReadOnly = is; }
    // Tests of rules, not of disks: nothing waits for the disk.
    void setSyncIsFree(bool is) { m_isSyncFree = is; }

private:
    struct File {
        sqlite3_file base;
        FaultVfs *owner;
        QByteArray *path;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };
    static File *of(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static sqlite3_file *realOf(sqlite3_file *file) { return of(file)->real(); }
    static const sqlite3_io_methods *way(sqlite3_file *file) { return realOf(file)->pMethods; }

    struct Write {
        QString path;
        qint64 at;
        QByteArray before;
    };

    void remember(sqlite3_file *file, int size, qint64 at)
    {
        if (!m_isRemembering)
            return;
        sqlite3_int64 length = 0;
        way(file)->xFileSize(realOf(file), &length);
        QByteArray before(int(std::clamp<qint64>(length - at, 0, size)), '\0');
        if (!before.isEmpty())
            way(file)->xRead(realOf(file), before.data(), int(before.size()), at);
        m_unsynced.append({QFile::decodeName(*of(file)->path), at, before});
    }

    // SQLITE_OK, or what this change has to fail with.
    int change()
    {
        ++m_seen;
        const bool fails =
                m_failAt != 0 && (m_seen == m_failAt || (m_isForGood && m_seen > m_failAt));
        m_hasFailed = m_hasFailed || fails;
        return fails ? m_code : SQLITE_OK;
    }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given)
    {
        auto *owner = static_cast<FaultVfs *>(vfs->pAppData);
        File *mine = new (file) File{{nullptr}, owner, nullptr};
        if (owner->m_isReadOnly && (flags & SQLITE_OPEN_MAIN_DB) != 0)
            flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
        const int code = owner->m_real->xOpen(owner->m_real, name, mine->real(), flags, given);
        if (mine->real()->pMethods) {
            mine->base.pMethods = &methods;
            mine->path = new QByteArray(name);
        }
        return code;
    }
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
    {
        auto *owner = static_cast<FaultVfs *>(vfs->pAppData);
        const int code = owner->change();
        return code == SQLITE_OK ? owner->m_real->xDelete(owner->m_real, name, syncFolder)
                                 : SQLITE_IOERR_DELETE;
    }
    static int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
    {
        const int code = of(file)->owner->change();
        if (code == SQLITE_OK) {
            of(file)->owner->remember(file, size, at);
            return way(file)->xWrite(realOf(file), bytes, size, at);
        }
        if (size > 1) // half of it reaches the disk
            way(file)->xWrite(realOf(file), bytes, size / 2, at);
        return code == SQLITE_IOERR ? SQLITE_IOERR_WRITE : code;
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        const int code = of(file)->owner->change();
        return code == SQLITE_OK ? way(file)->xTruncate(realOf(file), size) : SQLITE_IOERR_TRUNCATE;
    }
    static int sync(sqlite3_file *file, int flags)
    {
        const int code = of(file)->owner->change();
        if (code != SQLITE_OK)
            return SQLITE_IOERR_FSYNC;
        of(file)->owner->m_unsynced.removeIf(
                [path = QFile::decodeName(*of(file)->path)](const Write &write) {
                    return write.path == path;
                });
        return of(file)->owner->m_isSyncFree ? SQLITE_OK : way(file)->xSync(realOf(file), flags);
    }

    static constexpr sqlite3_io_methods methods{
            2,
            [](sqlite3_file *f) {
                delete of(f)->path;
                return way(f)->xClose(realOf(f));
            },
            [](sqlite3_file *f, void *to, int size, sqlite3_int64 at) {
                return way(f)->xRead(realOf(f), to, size, at);
            },
            write,
            truncate,
            sync,
            [](sqlite3_file *f, sqlite3_int64 *size) { return way(f)->xFileSize(realOf(f), size); },
            [](sqlite3_file *f, int level) { return way(f)->xLock(realOf(f), level); },
            [](sqlite3_file *f, int level) { return way(f)->xUnlock(realOf(f), level); },
            [](sqlite3_file *f, int *is) { return way(f)->xCheckReservedLock(realOf(f), is); },
            [](sqlite3_file *f, int what, void *data) {
                return way(f)->xFileControl(realOf(f), what, data);
            },
            [](sqlite3_file *f) { return way(f)->xSectorSize(realOf(f)); },
            [](sqlite3_file *f) { return way(f)->xDeviceCharacteristics(realOf(f)); },
            [](sqlite3_file *f, int page, int size, int extend, void volatile **to) {
                return way(f)->xShmMap(realOf(f), page, size, extend, to);
            },
            [](sqlite3_file *f, int at, int n, int flags) {
                return way(f)->xShmLock(realOf(f), at, n, flags);
            },
            [](sqlite3_file *f) { way(f)->xShmBarrier(realOf(f)); },
            [](sqlite3_file *f, int remove) { return way(f)->xShmUnmap(realOf(f), remove); },
            nullptr,
            nullptr};

    sqlite3_vfs *m_real;
    sqlite3_vfs m_vfs{};
    QList<Write> m_unsynced;
    bool m_isRemembering = false;
    int m_seen = 0;
    int m_failAt = 0;
    int m_code = SQLITE_OK;
    bool m_isForGood = false;
    bool m_hasFailed = false;
    bool m_isReadOnly = false;
    bool m_isSyncFree = false;
};
