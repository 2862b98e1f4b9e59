#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "analyzers/letters.h"

namespace vankien {

/// A Vietnamese syllable taken apart: "nghiệp" → onset "ngh", rime "iêp", tone dot.
/// After qu the glide belongs to the onset: "quyết" → "qu" + "yêt". All small letters, no tone.
struct Syllable {
  std::array<char32_t, 7> letters{};  ///< nghiêng has 7, and no syllable more
  std::size_t size = 0;
  std::size_t rime_begin = 0;
  Tone tone = Tone::kNone;

  std::u32string_view onset() const { return {letters.data(), rime_begin}; }
  std::u32string_view rime() const { return {letters.data() + rime_begin, size - rime_begin}; }
};

/// Reads one word (any case, tone anywhere, at most one tone). False if it is no Vietnamese syllable: unknown
/// onset or rime, k/gh/ngh before a back vowel, c/g/ng before a front one, a final stop with another tone
/// than sắc or nặng. Rules and rimes: analyzers/data/syllables.inc.
bool parse_syllable(std::u32string_view word, Syllable& syllable);

/// A syllable that the language has, as far as rules tell, and a list for those without an onset: "kho" and "an" are, "ản"
/// and "ược" follow the rules of spelling but are no words. Any case.
bool is_attested_syllable(std::u32string_view word);

/// Which letter of a syllable's rime carries the tone, in the older style (hòa, ủy).
/// Source: the rule schoolbooks teach, checked against every toned syllable of Debian's hunspell-vi (5,283).
std::size_t tone_position(const Syllable& syllable);

}  // namespace vankien
