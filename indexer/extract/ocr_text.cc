#include "indexer/extract/ocr_text.h"

#include <algorithm>

#include "analyzers/char_filters.h"
#include "analyzers/legacy/likelihood.h"
#include "analyzers/letters.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

// Measured on real scans: see tests/bench/README.md.
constexpr double kPoorShare = 0.85;
// Of fewer words a share says nothing: a page "PHỤ LỤC I".
constexpr std::size_t kJudgedWords = 10;

constexpr std::u32string_view kCircumflexed = U"âêôÂÊÔ";

/// "nhât" → "nhất"; false if the word is no such slip.
bool restore_acute(std::u32string& word) {
  Syllable syllable;
  if (word.size() > syllable.letters.size() || parse_syllable(word, syllable)) return false;
  for (char32_t& letter : word) {
    if (kCircumflexed.find(letter) == kCircumflexed.npos) continue;
    const char32_t before = letter;
    letter = with_tone(letter, Tone::kAcute);
    if (parse_syllable(word, syllable)) return true;
    letter = before;
    return false;
  }
  return false;
}

/// Calls `on_word` for each run of letters and `on_other` for each code point between.
template <typename OnWord, typename OnOther>
void walk(std::u32string_view chars, OnWord on_word, OnOther on_other) {
  for (std::size_t i = 0; i < chars.size();) {
    std::size_t end = i;
    while (end < chars.size() && is_letter(chars[end])) ++end;
    if (end > i) on_word(chars.substr(i, end - i));
    if (end < chars.size()) on_other(chars[end++]);
    i = end;
  }
}

void append_line(std::u32string& out, std::u32string_view line) {
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  if (std::any_of(line.begin(), line.end(), [](char32_t c) { return is_letter(c) || is_digit(c); }))
    out.append(line).push_back(U'\n');
}

}  // namespace

std::string mend_ocr(std::string_view text) {
  const MappedText letters = read_letters(text);
  std::u32string mended;
  std::u32string line;
  walk(
      letters.chars,
      [&](std::u32string_view word) {
        std::u32string one(word);
        restore_acute(one);
        line += one;
      },
      [&](char32_t other) {
        if (other == U'\n') {
          append_line(mended, line);
          line.clear();
        } else {
          line += other == U'\f' || other == U'\r' ? U' ' : other;  // form feeds part pages
        }
      });
  append_line(mended, line);
  return encode_utf8(mended);
}

SyllableShare count_syllables(std::string_view text) {
  SyllableShare share;
  const MappedText letters = read_letters(text);
  walk(
      letters.chars,
      [&](std::u32string_view word) {
        const bool valid = judge_word(word).valid;
        if (!valid && is_abbreviation(word)) return;
        ++share.words;
        if (valid) ++share.valid;
      },
      [](char32_t) {});
  return share;
}

bool is_poor(const SyllableShare& share) { return share.words >= kJudgedWords && share.share() < kPoorShare; }

}  // namespace vankien
