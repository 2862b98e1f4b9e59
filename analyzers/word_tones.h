#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace vankien {

// Where the vowels of a word are: enough to know that most tones stand where they should, without a look at the syllable.

/// What a letter is to the tones of its word. 0 = it is no letter.
namespace tone_bit {
inline constexpr std::uint8_t kLetter = 1;
inline constexpr std::uint8_t kVowel = 2;
inline constexpr std::uint8_t kMarked = 4;  ///< ă â ê ô ơ ư, with a tone or without
inline constexpr std::uint8_t kToned = 8;
}  // namespace tone_bit

std::uint8_t tone_bits(char32_t c);

/// Takes the letters of one word in order:  for (…) tones.add(tone_bits(c));  if (tones.may_be_misplaced(first)) …
class WordTones {
 public:
  void add(std::uint8_t bits) {
    if (size_ < kPlaces) places_ |= kLanes[bits] << size_;
    ++size_;
  }
  std::size_t size() const { return size_; }

  // As tone_position has it: with one vowel there is but one place; ă â ê ô ơ ư bear the tone, the last of them; else the
  // last vowel does before a consonant.
  bool may_be_misplaced(char32_t first) const {
    const std::uint64_t toned = places_ >> 2 * kPlaces;
    const std::uint64_t vowels = places_ & kLane;
    if (size_ > kPlaces) return true;
    if (toned == 0 || without_last(vowels) == 0) return false;
    if (without_last(toned) != 0) return true;
    if (const std::uint64_t marked = places_ >> kPlaces & kLane; marked != 0) return toned != last(marked);
    if (last(vowels) >> (size_ - 1) == 0) return toned != last(vowels);
    // "của", "tài": the first of two that end the word, unless one of them is the onset's, as in "quá", "già".
    const bool onset = (first | 0x20) == U'q' || (first | 0x20) == U'g';
    return onset || without_last(vowels) != toned || toned << 1 != last(vowels);
  }

 private:
  // Three rows of bits, one a letter: the vowels, the marked ones, those with a tone. No syllable has more than seven letters.
  static constexpr unsigned kPlaces = 20;
  static constexpr std::uint64_t kLane = (std::uint64_t{1} << kPlaces) - 1;
  static constexpr auto kLanes = [] {
    std::array<std::uint64_t, 16> lanes{};
    for (std::size_t bits = 0; bits < lanes.size(); ++bits)
      lanes[bits] = std::uint64_t{(bits & tone_bit::kVowel) != 0} |
                    std::uint64_t{(bits & tone_bit::kMarked) != 0} << kPlaces |
                    std::uint64_t{(bits & tone_bit::kToned) != 0} << 2 * kPlaces;
    return lanes;
  }();

  static std::uint64_t last(std::uint64_t places) { return std::bit_floor(places); }
  static std::uint64_t without_last(std::uint64_t places) { return places & ~last(places); }

  std::uint64_t places_ = 0;
  std::size_t size_ = 0;
};

}  // namespace vankien
