#include "indexer/extract/word_lines.h"

#include <unordered_map>
#include <vector>

#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

/// Letters, digits, and the bytes of fonts from before Unicode; symbols of picture fonts (U+F000…) each program shows
/// as it likes.
bool is_of_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return c > 0xA0 && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0xE000 && c < 0xF900) && c < 0xFFF0;
}

std::vector<std::u32string> words_of(std::string_view line) {
  std::vector<std::u32string> words;
  std::u32string word;
  for (const char32_t c : decode_utf8(line).chars) {
    if (c == 0xAD) continue;
    if (is_of_word(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::string lines_lost(std::string_view all, std::string_view read) {
  std::unordered_map<std::u32string, long> left;
  for (std::u32string& word : words_of(read)) ++left[std::move(word)];
  std::string lost;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string_view line = all.substr(at, end - at);
    bool whole = true;
    for (const std::u32string& word : words_of(line)) whole = --left[word] >= 0 && whole;
    if (!whole) (lost += line) += '\n';
    at = end + 1;
  }
  return lost;
}

}  // namespace vankien
