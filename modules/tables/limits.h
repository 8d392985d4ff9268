// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

// What a file may ask for. The first three are the limits of the xlsx format itself.
namespace tables::limits {

inline constexpr int rows = 1'048'576;
inline constexpr int columns = 16'384;
inline constexpr int cellText = 32'767; // characters
inline constexpr int sheets = 1'000;
inline constexpr int parts = 10'000; // files inside the package
inline constexpr int mergedRanges = 1'000'000;
inline constexpr int sharedStrings = 4'000'000;
inline constexpr qint64 sharedText = 100'000'000; // characters over all shared strings
inline constexpr int styles = 100'000;
inline constexpr int xmlDepth = 64;
inline constexpr qint64 xmlToken = 1024 * 1024; // bytes that one XML token may take
inline constexpr qint64 smallPart = 64LL << 20; // bytes unpacked: workbook, styles, relations
inline constexpr qint64 unpacked = 4LL << 30;   // bytes unpacked: one sheet, the shared strings
inline constexpr qint64 ratioFrom = 64LL << 20; // bytes from which the ratio counts
inline constexpr int ratio = 200;               // unpacked to packed
inline constexpr qint64 csvRecord = 1'000'000;  // characters of one record
inline constexpr qint64 csvFile = 2LL << 30;    // bytes

}
