#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "analyzers/letters.h"
#include "indexer/metadata/stamp_spellings.h"

namespace vankien {

// By the letters alone most lines are told from stamps: letters of ASCII as bits, a the lowest.

/// Words a stamp may have beside its grade: urgency, the label of the field, copy numbers.
inline constexpr std::array<std::u32string_view, 12> kBeside = {
    U"mucdomat", U"domat", U"thuongkhan", U"hoatochengio", U"hoatoc", U"khan",
    U"tailieu",  U"banso", U"soban",      U"hengio",       U"daumat", U"chi"};

/// The letters of all spellings and of what may stand beside them: most prose has another one, such as v, p or x.
constexpr std::uint32_t letters_in(std::u32string_view words) {
  std::uint32_t mask = 0;
  for (const char32_t c : words) mask |= 1u << (c - U'a');
  return mask;
}
inline constexpr std::uint32_t kLettersOfStamps = [] {
  std::uint32_t mask = letters_in(U"noibothuhoi");
  for (const std::u32string_view beside : kBeside) mask |= letters_in(beside);
  for (const StampSpelling& spelling : kStampSpellings) mask |= letters_in(spelling.bare);
  return mask;
}();

inline bool is_letter_of_stamps(char32_t bare) {
  const bool letter = bare >= U'a' && bare <= U'z';
  return letter ? (kLettersOfStamps >> (bare - U'a') & 1) != 0 : is_digit(bare);
}

/// A small letter of ASCII that no stamp has: f j p q v w x z.
inline bool is_of_no_stamp(char32_t c) {
  return c - U'a' <= U'z' - U'a' && (kLettersOfStamps >> (c - U'a') & 1) == 0;
}

constexpr bool has_all(std::uint32_t letters, std::u32string_view wanted) {
  return (letters & letters_in(wanted)) == letters_in(wanted);
}

/// Consonants that some spelling has. All encodings leave consonants of ASCII as they are; those of full width see
/// may_hide_consonants.
constexpr bool has_consonants_of_stamp(std::uint32_t letters) {
  return has_all(letters, U"mt") || has_all(letters, U"nb") || has_all(letters, U"thl");
}
static_assert(std::all_of(kStampSpellings.begin(), kStampSpellings.end(), [](const StampSpelling& one) {
  return has_consonants_of_stamp(letters_in(one.bare));
}));
static_assert(has_consonants_of_stamp(letters_in(U"noibo")) &&
              has_consonants_of_stamp(letters_in(U"tailieuthuhoi")));

/// Whether letters of full width may stand in a text that was UTF-8 and was read as Latin-1: ï¼´ is Ｔ.
inline bool may_hide_consonants(std::string_view text) { return text.find("\u00EF") != text.npos; }

/// The letters of ASCII in a text, capitals as small ones.
inline std::uint32_t ascii_letters_in(std::string_view text) {
  std::uint32_t mask = 0;
  for (const char c : text)
    if (const int letter = (c | 0x20) - 'a'; letter >= 0 && letter < 26) mask |= 1u << letter;
  return mask;
}

}  // namespace vankien
