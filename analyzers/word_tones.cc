#include "analyzers/word_tones.h"

#include "analyzers/letters.h"

namespace vankien {
namespace {

std::uint8_t look_at(char32_t c) {
  if (!is_letter(c)) return 0;
  const Vowel vowel = take_apart(c);
  if (vowel.base == 0) return tone_bit::kLetter;
  return static_cast<std::uint8_t>(tone_bit::kLetter | tone_bit::kVowel |
                                   (vowel.base >= 0x80 ? tone_bit::kMarked : 0) |
                                   (vowel.tone != Tone::kNone ? tone_bit::kToned : 0));
}

constexpr std::size_t kKnownLetters = 0x2000;

}  // namespace

std::uint8_t tone_bits(char32_t c) {
  static const auto kKnown = [] {
    std::array<std::uint8_t, kKnownLetters> table;
    for (std::size_t i = 0; i < kKnownLetters; ++i) table[i] = look_at(static_cast<char32_t>(i));
    return table;
  }();
  return c < kKnownLetters ? kKnown[c] : look_at(c);
}

}  // namespace vankien
