// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSettings>
#include <QString>
#include <QVariant>

namespace shell {

// Key, type and default of a setting, in one place. A stored value that is no T gives the default.
template<typename T>
struct Setting {
    QString key;
    T byDefault{};

    T get(const QSettings &settings) const
    {
        const QVariant stored = settings.value(key);
        if (!stored.isValid() || !stored.canConvert<T>())
            return byDefault;
        QVariant converted = stored;
        return converted.convert(QMetaType::fromType<T>()) ? converted.value<T>() : byDefault;
    }
    void set(QSettings &settings, const T &value) const
    {
        settings.setValue(key, QVariant::fromValue(value));
    }
    void reset(QSettings &settings) const { settings.remove(key); }
};

}
