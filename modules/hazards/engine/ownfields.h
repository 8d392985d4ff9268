// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QMap>
#include <QString>

namespace store {
class Connection;
}

namespace hazards {

// The plant's own fields of a kind of record: key in its values ("c.slug") -> name. One whose name
// is not known any more goes by its slug: see ownFieldLabel.
core::Result<QMap<QString, QString>> ownFieldLabels(const store::Connection &connection,
                                                    const QString &entity);
QString ownFieldLabel(const QMap<QString, QString> &labels, const QString &key);

}
