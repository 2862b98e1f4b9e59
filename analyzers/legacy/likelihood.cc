#include "analyzers/legacy/likelihood.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

#include "analyzers/letters.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

struct CountedSyllable {
  std::u32string_view word;
  unsigned count;
};
#include "analyzers/data/syllable_counts.inc"

// Shares of what the counted words leave over. A word of foreign letters is dearer than one of ASCII, which any
// reading leaves as it is: an abbreviation, a name.
constexpr double kUncounted = -12.5;   // a fifth of a word met once
constexpr double kAbbreviation = -9;   // UBND
constexpr double kListLetter = -10.5;  // đ, which the sign of a list may look like
constexpr double kForeign = -12.5;     // Internet
constexpr double kNoWord = -16;        // tØnh
constexpr std::size_t kLongestAbbreviation = 6;

// The letters and the tone, wherever it is placed, as one number: nine bits a letter below U+0200. Of the longest
// syllables (nghiêng) only the first n falls off the end.
std::uint64_t key_of(const Syllable& syllable) {
  std::uint64_t key = syllable.size;
  for (std::size_t i = 0; i < syllable.size; ++i) key = key * 0x200 + syllable.letters[i];
  return key * 8 + static_cast<std::uint64_t>(syllable.tone);
}

using Shares = std::unordered_map<std::uint64_t, double>;

const Shares& shares() {
  static const auto made = [] {
    std::unordered_map<std::uint64_t, unsigned> counts;
    for (const CountedSyllable& counted : kSyllableCounts) {
      Syllable syllable;
      if (parse_syllable(counted.word, syllable)) counts[key_of(syllable)] += counted.count;
    }
    Shares logs;
    for (const auto& [key, count] : counts)
      logs.emplace(key, std::log(static_cast<double>(count) / kCountedWords));
    return logs;
  }();
  return made;
}

bool is_ascii(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) { return c < 0x80; });
}

// "điểm đ khoản 2": the one letter beyond ASCII that stands alone in official papers.
bool is_list_letter(std::u32string_view word) { return word == U"đ" || word == U"Đ"; }

// A shape that the rules allow and nobody says: "CỘNG HÕA" is the commonest slip of converters there is.
bool is_never_said(const Syllable& syllable) {
  return syllable.tone == Tone::kTilde &&
         std::u32string_view(syllable.letters.data(), syllable.size) == U"hoa";
}

}  // namespace

bool is_abbreviation(std::u32string_view word) {
  return word.size() <= kLongestAbbreviation && std::all_of(word.begin(), word.end(), [](char32_t c) {
           return (c >= U'A' && c <= U'Z') || c == U'Đ';
         });
}

WordWorth judge_word(std::u32string_view word) {
  Syllable syllable;
  if (parse_syllable(word, syllable) && !is_never_said(syllable)) {
    const auto found = shares().find(key_of(syllable));
    return {found == shares().end() ? kUncounted : found->second, true};
  }
  if (is_list_letter(word)) return {kListLetter, true};
  if (is_abbreviation(word)) return {kAbbreviation, false};
  return {is_ascii(word) ? kForeign : kNoWord, false};
}

}  // namespace vankien
