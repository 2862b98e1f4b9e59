#include "analyzers/legacy/reading.h"

#include <algorithm>
#include <vector>

#include "analyzers/legacy/capitals.h"
#include "analyzers/legacy/decoders.h"
#include "analyzers/legacy/likelihood.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

// What odd things in a word cost, as natural logarithms. A word of a wrong encoding has several, and is seldom a
// syllable besides; measured by tests/bench/encodings.
constexpr double kStrangeSign = -8;  // a sign glued to letters: §iÒu
constexpr double kGluedFigure = -2;  // 30ổ
constexpr double kOddCase = -6;      // kIện
constexpr double kMarkInside = -4;   // vie^.t
constexpr double kWrongGuess = -1;   // no syllable, and changed for nothing
constexpr double kRareAlone = -11;   // a letter alone that is read as an unheard word is a bullet

bool is_blank(char32_t c) { return c == U' ' || (c >= 9 && c <= 13); }

bool is_print_mark(char32_t c) { return c == 0xA0 || (c >= 0x2010 && c <= 0x203A); }

struct Judged {
  double log_likelihood = 0;
  std::size_t words = 0;
  std::size_t good = 0;
  double worth = 0;  // of those words
};

bool has_odd_case(std::u32string_view word) {
  bool small = false;
  for (const char32_t c : word) {
    const bool capital = fold_letter(c) != c;
    if (capital && small) return true;
    small = small || !capital;
  }
  return false;
}

bool is_counted(std::u32string_view word) {
  if (word.size() == 1 && (word[0] < 0x80 || fold_letter(word[0]) == U'đ')) return false;
  return !is_abbreviation(word);
}

// The worth of a sign between two places of a chunk.
double judge_sign(std::u32string_view chunk, std::size_t at) {
  const bool after_letter = at > 0 && is_letter(chunk[at - 1]);
  const bool before_letter = at + 1 < chunk.size() && is_letter(chunk[at + 1]);
  const char32_t c = chunk[at];
  if (c >= 0x80 && c < 0xA0) return kStrangeSign;
  if (c >= 0x80) return !is_print_mark(c) && (after_letter || before_letter) ? kStrangeSign : 0;
  if (c == U'^' || c == U'`' || c == U'~') return after_letter ? kMarkInside : 0;
  const bool typed_mark = std::u32string_view(U"+('?.*").find(c) != std::u32string_view::npos;
  return typed_mark && after_letter && before_letter ? kMarkInside : 0;
}

Judged judge_chunk(std::u32string_view chunk) {
  Judged judged;
  const bool symbol = std::any_of(chunk.begin(), chunk.end(), [](char32_t c) { return is_digit(c); });
  for (std::size_t i = 0; i < chunk.size();) {
    if (!is_letter(chunk[i]) && !is_extender(chunk[i])) {
      if (!is_digit(chunk[i])) judged.log_likelihood += judge_sign(chunk, i);
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < chunk.size() && (is_letter(chunk[end]) || is_extender(chunk[end]))) ++end;
    const std::u32string_view word = chunk.substr(i, end - i);
    const bool glued = (i > 0 && is_digit(chunk[i - 1])) || (end < chunk.size() && is_digit(chunk[end]));
    const WordWorth worth = judge_word(word);
    judged.log_likelihood += worth.log_likelihood;
    if (glued) judged.log_likelihood += kGluedFigure;
    if (has_odd_case(word)) judged.log_likelihood += kOddCase;
    if (!symbol && is_counted(word)) {
      ++judged.words;
      judged.good += worth.valid;
      judged.worth += worth.log_likelihood;
    }
    i = end;
  }
  return judged;
}

bool is_all_good(const Judged& judged) { return judged.words > 0 && judged.good == judged.words; }

bool has_foreign_code(std::u32string_view chunk) {
  return std::any_of(chunk.begin(), chunk.end(), [](char32_t c) { return c >= 0x80; });
}

// Signs of print that one legacy byte cannot be told from, standing alone: a bullet, a dash, a paragraph sign.
bool stays(std::u32string_view shown, const std::u32string& decoded) {
  if (shown.size() == 1 && !is_letter(shown[0])) return judge_word(decoded).log_likelihood < kRareAlone;
  const bool unicode =
      std::any_of(shown.begin(), shown.end(), [](char32_t c) { return c >= 0x100 && is_letter(c); });
  return unicode && is_all_good(judge_chunk(shown)) && !is_all_good(judge_chunk(decoded));
}

struct Chunk {
  std::size_t begin;  // in the reading's text
  std::size_t end;
  std::u32string_view shown;
};

std::size_t count_leftovers(LegacyEncoding encoding, std::u32string_view text) {
  if (encoding != LegacyEncoding::kDoubleVni && encoding != LegacyEncoding::kDoubleTcvn3) return 0;
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [&](char32_t c) { return survives_double_conversion(encoding, c); }));
}

}  // namespace

Reading read_block(LegacyEncoding encoding, std::u32string_view shown) {
  Reading reading;
  std::vector<Chunk> chunks;
  reading.leftovers = count_leftovers(encoding, shown);
  for (std::size_t i = 0; i < shown.size();) {
    if (is_blank(shown[i])) {
      reading.text += shown[i++];
      continue;
    }
    std::size_t end = i;
    while (end < shown.size() && !is_blank(shown[end])) ++end;
    const std::u32string_view chunk = shown.substr(i, end - i);
    std::u32string decoded = decode_chunk(encoding, chunk, shown.substr(end));
    if (decoded != chunk && stays(chunk, decoded)) decoded = chunk;
    chunks.push_back({reading.text.size(), reading.text.size() + decoded.size(), chunk});
    reading.text += decoded;
    i = end;
  }
  const bool lacks_capitals = encoding == LegacyEncoding::kTcvn3 || encoding == LegacyEncoding::kVps;
  if (lacks_capitals) restore_capitals(reading.text);
  for (const Chunk& chunk : chunks) {
    const auto text = std::u32string_view(reading.text).substr(chunk.begin, chunk.end - chunk.begin);
    const Judged judged = judge_chunk(text);
    reading.words += judged.words;
    reading.good_words += judged.good;
    if (!has_foreign_code(chunk.shown) && !has_viqr_marks(chunk.shown)) continue;
    reading.log_likelihood += judged.log_likelihood;
    if (text == chunk.shown) {
      if (!has_foreign_code(chunk.shown)) continue;
      reading.unchanged += judged.words;
      reading.good_unchanged += judged.good;
      reading.unchanged_worth += judged.worth;
      continue;
    }
    reading.changed += judged.words;
    reading.good_changed += judged.good;
    reading.changed_worth += judged.worth;
    reading.log_likelihood += kWrongGuess * static_cast<double>(judged.words - judged.good);
    const Judged before = judge_chunk(chunk.shown);
    if (is_all_good(judged) && !is_all_good(before)) ++reading.mended;
  }
  return reading;
}

}  // namespace vankien
