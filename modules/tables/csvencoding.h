// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QFile>
#include <QStringDecoder>

#include <memory>

namespace tables {

// How a text file is written.
struct TextEncoding {
    QByteArray name; // as QStringDecoder knows it: UTF-8, UTF-16LE, UTF-16BE, GB18030
    int mark = 0;    // bytes of the byte order mark
};

// Reads the whole file once. Names the line when it holds what no text holds.
core::Result<TextEncoding> textEncoding(QFile &file);

QStringDecoder textDecoder(const TextEncoding &encoding);

}
