#include "analyzers/syllable.h"

#include <string>
#include <unordered_set>

namespace vankien {
namespace {

#include "analyzers/data/syllables.inc"

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::u32string_view text) const { return std::hash<std::u32string_view>()(text); }
};
using Rimes = std::unordered_set<std::u32string, Hash, std::equal_to<>>;

Rimes read_list(std::u32string_view list) {
  Rimes set;
  std::size_t begin = 1;
  while (begin < list.size()) {
    const auto end = list.find(U' ', begin);
    set.emplace(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return set;
}

const Rimes& rimes() {
  static const Rimes made = read_list(kRimes);
  return made;
}

const Rimes& rimes_after_qu() {
  static const Rimes made = read_list(kRimesAfterQu);
  return made;
}

const Rimes& words_without_onset() {
  static const Rimes made = read_list(kWordsWithoutOnset);
  return made;
}

bool is_front(char32_t vowel) { return vowel == U'e' || vowel == U'ê' || vowel == U'i' || vowel == U'y'; }

// c/k, g/gh, ng/ngh share a sound; the vowel decides the spelling.
bool onset_fits(std::u32string_view onset, std::u32string_view rime) {
  const bool front = is_front(rime.front());
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
  // "gi" with its vowel swallowed (gì, gìn) is read as g + i…, the one front vowel that g allows.
  if (onset == U"g") return !front || rime.front() == U'i';
  if (onset == U"c" || onset == U"ng") return !front;
  return true;
}

bool tone_fits(std::u32string_view rime, Tone tone) {
  const bool stop =
      rime.size() > 1 && (rime.back() == U'c' || rime.back() == U'p' || rime.back() == U't' ||
                          rime.back() == U'k' || (rime.back() == U'h' && rime[rime.size() - 2] == U'c'));
  return !stop || tone == Tone::kAcute || tone == Tone::kDot;
}

// Longest onset first, but a word must keep a rime: "gi" is g + i, "quy" is qu + y, "giếng" is gi + êng.
bool split(Syllable& syllable) {
  const std::u32string_view letters(syllable.letters.data(), syllable.size);
  for (const auto onset : kOnsets) {
    if (!letters.starts_with(onset) || letters.size() == onset.size()) continue;
    const auto rime = letters.substr(onset.size());
    if (!onset_fits(onset, rime) ||
        !(rimes().contains(rime) || (onset == U"qu" && rimes_after_qu().contains(rime))))
      continue;
    syllable.rime_begin = onset.size();
    return true;
  }
  return false;
}

}  // namespace

bool parse_syllable(std::u32string_view word, Syllable& syllable) {
  if (word.empty() || word.size() > syllable.letters.size()) return false;
  Tone tone = Tone::kNone;
  syllable.size = 0;
  for (const char32_t c : word) {
    const Vowel vowel = take_apart(c);
    if (vowel.tone != Tone::kNone) {
      if (tone != Tone::kNone) return false;
      tone = vowel.tone;
    }
    syllable.letters[syllable.size++] = fold_letter(vowel.base != 0 ? vowel.base : c);
  }
  if (!split(syllable) || !tone_fits(syllable.rime(), tone)) return false;
  syllable.tone = tone;
  return true;
}

bool is_attested_syllable(std::u32string_view word) {
  Syllable syllable;
  if (!parse_syllable(word, syllable)) return false;
  if (syllable.rime_begin > 0) return true;
  std::u32string rime(syllable.rime());
  if (syllable.tone != Tone::kNone) {
    char32_t& bearer = rime[tone_position(syllable)];
    bearer = with_tone(bearer, syllable.tone);
  }
  return words_without_onset().contains(rime);
}

std::size_t tone_position(const Syllable& syllable) {
  const std::u32string_view rime = syllable.rime();
  std::size_t vowels = 0;
  std::size_t marked = rime.size();
  while (vowels < rime.size() && take_apart(rime[vowels]).base != 0) {
    if (std::u32string_view(U"ăâêôơư").find(rime[vowels]) != std::u32string_view::npos) marked = vowels;
    ++vowels;
  }
  if (marked < rime.size()) return syllable.rime_begin + marked;  // ươ → ơ, uyê → ê, ưa → ư
  if (vowels <= 1) return syllable.rime_begin;
  if (vowels < rime.size())
    return syllable.rime_begin + vowels - 1;           // a final consonant follows: hoàn, huỳnh
  return syllable.rime_begin + (vowels == 3 ? 1 : 0);  // ngoài, khuỷu; hòa, của
}

}  // namespace vankien
