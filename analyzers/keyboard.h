#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/letters.h"

namespace vankien {

enum class TypingMethod : std::uint8_t { kTelex, kVni };

/// What a keyboard program makes of some keys: letters with their marks, and the tone of the whole.
///   Telex "duongwd" → {"đương", none} among others     VNI "nghi5" → {"nghi", dot}
struct Typed {
  std::u32string letters;  ///< small, at most the seven of the longest syllable
  Tone tone = Tone::kNone;

  bool operator==(const Typed&) const = default;
};

/// Every way to read the keys (small ASCII letters and digits), the likeliest first. One key can often be read in
/// two ways (the second o of boong is a letter or makes ô), so there are several; most are no syllables, which
/// is for the caller to see. Work and count are bounded by the length of a syllable: about 100 ways at worst for
/// a dozen keys.
std::vector<Typed> press_keys(TypingMethod method, std::u32string_view keys);

}  // namespace vankien
