#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/keyboard.h"

namespace vankien {

// Vietnamese typed with the keyboard method switched off, so that its keys stand in the text:
//   Telex  nghij quyeets · dduowcj duocwjd     s f r x j tones, z none; aa ee oo dd; w for horn and breve
//   VNI    nghi5 quye61t · d9u7o7c5 d9uoc75    1–5 tones, 0 none; 6 for ^, 7 horn, 8 breve, 9 đ
// Keys may stand anywhere after their letter; a key typed again takes its mark back (aaa is aa, ass is as).
// Source of the two methods: what the keyboard programs of Vietnam (Unikey and its kin) agree on.

/// All Vietnamese syllables that a word may be the keys of, the likeliest first, spelled as the index spells
/// words; letters alone are read as Telex, letters with digits as VNI.
///   nghieejp, nghiepej → {"nghiệp"}     kyx → {"kĩ"}     coocs → {"cốc", "coóc"}     quye61t → {"quyết"}
/// Empty if there is none; if the word has letters outside ASCII, or a capital after its first letter
/// (an abbreviation: TW, QH15, A4); if it is a Vietnamese syllable as it stands, but for boong and its like,
/// which are Telex for bông as well.
/// English words can be such keys too (has → há). A word is to be decoded only if the archive does not have it
/// and has its reading.
std::vector<std::string> decode_keystrokes(std::string_view word);

/// A word of a text that may be keystrokes: the bytes [begin, end) and its readings.
struct TypedSyllable {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TypingMethod method = TypingMethod::kTelex;
  /// This text is typed so. VNI: some word of it has a digit before a letter, or a mark and a tone (quye61t, viet65);
  /// else it may be a word and its number run together (so5, quy3, thang5). Telex: some word of it is not English
  /// (soos); else it may be English (max, has, six).
  bool certain = false;
  std::vector<std::string> readings;  ///< as decode_keystrokes gives them, never empty

  bool operator==(const TypedSyllable&) const = default;
};

/// All words of a text that may be keystrokes, in order. Symbols (05-nq/tu), numbers, dates, addresses
/// and whatever else holds a mark inside the word are left alone; a hyphen may join what is all syllables
/// (kinh te61-xa4 ho65i). Needed on the text itself, as the tokenizer parts letters from digits.
std::vector<TypedSyllable> find_keystrokes(std::string_view text);

}  // namespace vankien
