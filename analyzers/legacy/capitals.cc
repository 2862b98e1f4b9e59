#include "analyzers/legacy/capitals.h"

#include <string_view>
#include <vector>

#include "analyzers/letters.h"

namespace vankien {
namespace {

constexpr std::size_t kLeastCapitals = 3;  // "Bộ Y tế" set in capitals: B, Y, T

bool is_plain_small(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0x80 && is_letter(c) && fold_letter(c) != c);
}

struct Word {
  std::size_t begin;
  std::size_t end;
  bool capital = false;  ///< it has capitals beside the first letter, and no small letter that has a capital
  bool small = false;
};

// A chunk with figures is a symbol or a number: 05-NQ/TU says nothing about the words beside it.
bool has_digit_near(std::u32string_view line, const Word& word) {
  std::size_t begin = word.begin;
  std::size_t end = word.end;
  while (begin > 0 && !is_space(line[begin - 1])) --begin;
  while (end < line.size() && !is_space(line[end])) ++end;
  for (std::size_t i = begin; i < end; ++i)
    if (is_digit(line[i])) return true;
  return false;
}

std::vector<Word> words_of(std::u32string_view line) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_letter(line[i])) continue;
    Word word{i, i};
    std::size_t inner_capitals = 0;
    for (; word.end < line.size() && is_letter(line[word.end]); ++word.end) {
      word.small = word.small || is_plain_small(line[word.end]);
      inner_capitals += word.end > word.begin && is_capital(line[word.end]);
    }
    word.capital = inner_capitals > 0 && !word.small;
    i = word.end - 1;
    words.push_back(word);
  }
  return words;
}

void capitalize(std::u32string& line, const Word& word) {
  for (std::size_t i = word.begin; i < word.end; ++i) line[i] = capital_letter(line[i]);
}

}  // namespace

void restore_capitals(std::u32string& line) {
  const std::vector<Word> words = words_of(line);
  bool any_small = false;
  bool any_capital = false;
  std::size_t capitals = 0;
  for (const Word& word : words) {
    any_small = any_small || word.small;
    if (has_digit_near(line, word)) continue;
    any_capital = any_capital || word.capital;
    for (std::size_t i = word.begin; i < word.end; ++i) capitals += is_capital(line[i]);
  }
  const bool whole_line = !any_small && (any_capital || capitals >= kLeastCapitals);
  for (const Word& word : words)
    if (word.capital || whole_line) capitalize(line, word);
}

}  // namespace vankien
