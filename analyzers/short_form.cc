#include "analyzers/short_form.h"

#include <algorithm>
#include <array>

#include "analyzers/letters.h"

namespace vankien {
namespace {

using Text = std::u32string_view;

constexpr std::size_t kMostSkipped = 3;

char32_t untoned(char32_t c) {
  const Vowel vowel = take_apart(c);
  return fold_letter(vowel.base != 0 ? vowel.base : c);
}

bool begins_word(Text word, const Initial& initial) {
  const char32_t first = untoned(word.front());
  if (first != initial.letter && strip_marks(first) != initial.letter) return false;
  std::size_t at = 1;
  for (const char32_t c : initial.small) {
    while (at < word.size() && strip_marks(untoned(word[at])) != strip_marks(c)) ++at;
    if (at++ >= word.size()) return false;
  }
  return true;
}

// Words that a short form may leave out.
bool is_particle(Text word) {
  static constexpr std::array<Text, 23> kParticles = {
      U"và", U"của",  U"các",   U"những", U"cho", U"với", U"về",  U"trong", U"theo", U"ở",  U"để", U"tại",
      U"từ", U"hoặc", U"thuộc", U"cùng",  U"có",  U"of",  U"and", U"the",   U"for",  U"in", U"on"};
  std::u32string folded;
  for (const char32_t c : word) folded.push_back(fold_letter(c));
  return std::find(kParticles.begin(), kParticles.end(), folded) != kParticles.end();
}

// Letters [0, letters) of the short form by the words from `word` on; `first` = the word of the first letter.
bool spell(const std::vector<Initial>& initials, const std::vector<Text>& words, std::size_t letters,
           std::size_t word, std::size_t skipped, std::size_t& first) {
  if (letters == 0) {
    first = word - 1;
    return true;
  }
  if (word >= words.size()) return false;
  const Text text = words[word];
  // A letter alone is no word, or "A, B, C (ABC)" would define something; but y is one: bảo hiểm y tế.
  if ((text.size() > 1 || take_apart(text[0]).base != 0) && begins_word(text, initials[letters - 1]) &&
      spell(initials, words, letters - 1, word + 1, skipped, first))
    return true;
  return word > 0 && letters < initials.size() && skipped < kMostSkipped && is_particle(text) &&
         spell(initials, words, letters, word + 1, skipped + 1, first);
}

}  // namespace

std::optional<std::size_t> find_expansion(const std::vector<Initial>& initials,
                                          const std::vector<Text>& words) {
  std::size_t first = 0;
  if (!spell(initials, words, initials.size(), 0, 0, first)) return std::nullopt;
  return first;
}

}  // namespace vankien
