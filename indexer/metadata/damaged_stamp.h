#pragma once

#include <optional>

#include "indexer/metadata/lines.h"
#include "indexer/metadata/stamp_words.h"

namespace vankien {

// Stamps whose letters came to harm on their way, all in capitals. Each reading has a doubt.

/// As scans give them: digits and strokes for letters, a letter too few. "TÓI MẬT", "T0I MAT", "lVlẬT".
std::optional<StampReading> read_scanned_stamp(const Cell& cell);

/// With letters that could not be decoded: "M\uFFFDT", "TUY?T M?T".
std::optional<StampReading> read_undecoded_stamp(const Cell& cell);

/// A sign that stands for a letter nobody could decode.
inline bool is_unknown(char32_t c) { return c == U'\uFFFD' || c == U'?' || c == U'\u25A1'; }

}  // namespace vankien
