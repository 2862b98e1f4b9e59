#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vankien {

/// The six tones in the order of Vietnamese collation.
enum class Tone : std::uint8_t { kNone, kGrave, kHook, kTilde, kAcute, kDot };

/// A vowel taken apart: ế → base ê, tone acute.
struct Vowel {
  char32_t base =
      0;  ///< one of a ă â e ê i o ô ơ u ư y or its capital; 0 = the letter is no Vietnamese vowel
  Tone tone = Tone::kNone;
};

Vowel take_apart(char32_t letter);

/// The letter with that tone: (ê, acute) → ế. `base` must be a Vietnamese vowel without tone, either case.
char32_t with_tone(char32_t base, Tone tone);

// Most letters are ASCII, and to call for them takes longer than to answer.
namespace letters_beyond_ascii {
char32_t strip_marks(char32_t letter);
char32_t fold_letter(char32_t letter);
char32_t capital_letter(char32_t letter);
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_space(char32_t c);
bool is_extender(char32_t c);
}  // namespace letters_beyond_ascii

/// Without any mark: ế → e, Đ → D, é → e, ü → u. Letters that are no marked Latin letter come back as they
/// are.
inline char32_t strip_marks(char32_t letter) {
  return letter < 0x80 ? letter : letters_beyond_ascii::strip_marks(letter);
}

/// A folded word without its marks: "nghị" → "nghi", "đảng" → "dang". The key of bare typing.
std::string bare_form(std::string_view word);

/// True if the word has a mark that bare typing loses.
bool has_marks(std::string_view word);

/// Simple case folding of one code point.
inline char32_t fold_letter(char32_t letter) {
  if (letter >= 0x80) return letters_beyond_ascii::fold_letter(letter);
  return letter >= U'A' && letter <= U'Z' ? letter | 0x20 : letter;
}

/// Simple upper case of one code point.
inline char32_t capital_letter(char32_t letter) {
  if (letter >= 0x80) return letters_beyond_ascii::capital_letter(letter);
  return letter >= U'a' && letter <= U'z' ? letter & ~char32_t{0x20} : letter;
}

/// Whatever continues the letter before it, so that both are one grapheme (Unicode Annex 29): marks, joiners, Thai am.
inline bool is_extender(char32_t c) { return c >= 0x300 && letters_beyond_ascii::is_extender(c); }
/// Signs that form one grapheme with what follows them (U+0600 Arabic number sign). Not letters.
bool is_prefix(char32_t c);
inline bool is_letter(char32_t c) {
  if (c >= 0x80) return letters_beyond_ascii::is_letter(c);
  return (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
}
/// Decimal digits of any script.
inline bool is_digit(char32_t c) {
  return c < 0x80 ? c >= U'0' && c <= U'9' : letters_beyond_ascii::is_digit(c);
}
inline bool is_space(char32_t c) {
  return c < 0x80 ? c == U' ' || (c >= 9 && c <= 13) : letters_beyond_ascii::is_space(c);
}
/// Hyphen-minus, U+2010–2015, minus sign.
constexpr bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

}  // namespace vankien
