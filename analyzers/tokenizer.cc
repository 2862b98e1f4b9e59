#include "analyzers/tokenizer.h"

#include "analyzers/letters.h"

namespace vankien {
namespace {

// "007" → "7", "000" → "0": people write 05 and 5 for the same number.
void append_number(std::string& out, const MappedText& text, std::size_t begin, std::size_t end) {
  while (begin + 1 < end && text.chars[begin] == U'0' && is_digit(text.chars[begin + 1])) ++begin;
  for (std::size_t i = begin; i < end; ++i) append_utf8(out, text.chars[i]);
}

}  // namespace

Tokens split_words(const MappedText& text) {
  Tokens tokens;
  tokens.reserve(text.chars.size() / 4);
  std::uint32_t position = 0;
  std::size_t i = 0;
  const auto& chars = text.chars;
  while (i < chars.size()) {
    const bool letter = is_letter(chars[i]);
    if (!letter && !is_digit(chars[i])) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < chars.size() &&
           (is_extender(chars[end]) || (letter ? is_letter(chars[end]) : is_digit(chars[end]))))
      ++end;
    Token token;
    if (letter)
      for (std::size_t k = i; k < end; ++k) append_utf8(token.text, chars[k]);
    else
      append_number(token.text, text, i, end);
    std::size_t begin = i;
    while (begin > 0 && is_prefix(chars[begin - 1])) --begin;  // one grapheme with what it announces
    token.begin = text.begin_of(begin);
    token.end = text.end_of(end - 1);
    token.position = position++;
    token.kind = letter ? TokenKind::kWord : TokenKind::kNumber;
    tokens.push_back(std::move(token));
    i = end;
  }
  return tokens;
}

}  // namespace vankien
