#include "indexer/extract/ocr_text.h"

#include <algorithm>
#include <vector>

#include "analyzers/char_filters.h"
#include "analyzers/legacy/likelihood.h"
#include "analyzers/letters.h"
#include "analyzers/syllable.h"
#include "indexer/extract/ocr_pairs.h"

namespace vankien {
namespace {

// Measured (tests/bench/README.md): real scans of 96 dpi and more have a share of .98 and a confidence of 88, the worst
// page that loses nothing 84; one that loses a quarter of its words has .94 to .97 and 79 to 81, as the engine guesses at
// words that exist. The share alone tells garbage of which the engine is sure, and must let foreign names pass.
constexpr int kPoorConfidence = 82;
constexpr double kPoorShare = 0.9;
// Of fewer words a share says nothing: a page "PHỤ LỤC I".
constexpr std::size_t kJudgedWords = 10;

constexpr std::u32string_view kCircumflexed = U"âêôÂÊÔ";

/// "nhât" → "nhất", where the dot below, which OCR rarely overlooks, would make the rarer word: "viêc" stays.
void restore_acute(std::u32string& word) {
  Syllable syllable;
  if (word.size() > syllable.letters.size() || parse_syllable(word, syllable)) return;
  const std::size_t at = word.find_first_of(kCircumflexed);
  if (at == word.npos) return;
  std::u32string acute = word;
  std::u32string dot = word;
  acute[at] = with_tone(word[at], Tone::kAcute);
  dot[at] = with_tone(word[at], Tone::kDot);
  if (parse_syllable(acute, syllable) && judge_word(acute).log_likelihood > judge_word(dot).log_likelihood)
    word = acute;
}

bool reads(std::u32string_view word, std::u32string_view small) {
  return std::equal(word.begin(), word.end(), small.begin(), small.end(),
                    [](char32_t letter, char32_t wanted) { return fold_letter(letter) == wanted; });
}

/// Writes `small` over the letters at `at`, capitals over capitals.
void overwrite(std::u32string& line, std::size_t at, std::u32string_view small) {
  for (std::size_t i = 0; i < small.size(); ++i) {
    char32_t& letter = line[at + i];
    letter = fold_letter(letter) == letter ? small[i] : capital_letter(small[i]);
  }
}

struct Word {
  std::size_t begin = 0;
  std::size_t size = 0;
  bool follows = false;  ///< the word before, with nothing but blanks between
};

/// "Bộ" of a name, not "bộ" or "BỘ".
bool is_name(std::u32string_view word) {
  const auto is_capital = [](char32_t letter) { return fold_letter(letter) != letter; };
  return is_capital(word.front()) && !is_capital(word.back());
}

/// Mends neighbours that nobody writes so.
void mend_pairs(std::u32string& line, const std::vector<Word>& words) {
  const auto text = [&](std::size_t i) {
    const bool there = i < words.size();
    return there ? std::u32string_view(line).substr(words[i].begin, words[i].size) : std::u32string_view();
  };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!words[i + 1].follows || is_name(text(i + 1))) continue;
    for (const OcrPair& pair : kOcrPairs) {
      if (!reads(text(i), pair.read_first) || !reads(text(i + 1), pair.read_second)) continue;
      std::u32string next = U" ";
      for (const char32_t letter : text(i + 2)) next += fold_letter(letter);
      if (pair.unless_before.find(next + U" ") != std::u32string_view::npos) continue;
      overwrite(line, words[i].begin, pair.first);
      overwrite(line, words[i + 1].begin, pair.second);
      break;
    }
  }
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
  else if (!out.empty() && !out.ends_with(U"\n\n"))
    out.push_back(U'\n');
}

}  // namespace

std::string mend_ocr(std::string_view text) {
  const MappedText letters = read_letters(text);
  std::u32string mended;
  std::u32string line;
  std::vector<Word> words;
  bool parted = true;
  const auto end_line = [&] {
    mend_pairs(line, words);
    append_line(mended, line);
    line.clear();
    words.clear();
    parted = true;
  };
  walk(
      letters.chars,
      [&](std::u32string_view word) {
        std::u32string one(word);
        restore_acute(one);
        words.push_back({line.size(), one.size(), !parted});
        line += one;
        parted = false;
      },
      [&](char32_t other) {
        if (other == U'\n') return end_line();
        if (other != U' ') parted = true;
        line += other == U'\f' || other == U'\r' ? U' ' : other;  // form feeds part pages
      });
  end_line();
  if (mended.ends_with(U"\n\n")) mended.pop_back();
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

bool is_poor(const SyllableShare& share, int confidence) {
  return confidence < kPoorConfidence || (share.words >= kJudgedWords && share.share() < kPoorShare);
}

}  // namespace vankien
