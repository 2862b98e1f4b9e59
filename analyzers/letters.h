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

/// Without any mark: ế → e, Đ → D, é → e, ü → u. Letters that are no marked Latin letter come back as they
/// are.
char32_t strip_marks(char32_t letter);

/// A folded word without its marks: "nghị" → "nghi", "đảng" → "dang". The key of bare typing.
std::string bare_form(std::string_view word);

/// True if the word has a mark that bare typing loses.
bool has_marks(std::string_view word);

/// Simple case folding of one code point.
char32_t fold_letter(char32_t letter);

/// Simple upper case of one code point.
char32_t capital_letter(char32_t letter);

/// Whatever continues the letter before it, so that both are one grapheme (Unicode Annex 29): marks, joiners, Thai am.
bool is_extender(char32_t c);
/// Signs that form one grapheme with what follows them (U+0600 Arabic number sign). Not letters.
bool is_prefix(char32_t c);
bool is_letter(char32_t c);
bool is_digit(char32_t c);  ///< decimal digits of any script
bool is_space(char32_t c);
bool is_dash(char32_t c);  ///< hyphen-minus, U+2010–2015, minus sign

}  // namespace vankien
