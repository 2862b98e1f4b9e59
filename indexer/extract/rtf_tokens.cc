#include "indexer/extract/rtf_tokens.h"

#include <algorithm>
#include <charconv>

namespace vankien {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

RtfTokens::Token RtfTokens::next() {
  while (!rest_.empty()) {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    switch (c) {
      case '\r':
      case '\n':
      case '\0':
        continue;
      case '{':
        return {.kind = Kind::open};
      case '}':
        return {.kind = Kind::close};
      case '\\':
        return read_control();
      default:
        return {.kind = Kind::byte, .byte = c};
    }
  }
  return {};
}

RtfTokens::Token RtfTokens::read_control() {
  if (rest_.empty()) return {};
  if (!is_ascii_letter(rest_.front())) {
    const char symbol = rest_.front();
    rest_.remove_prefix(1);
    if (symbol != '\'') return {.kind = Kind::symbol, .byte = symbol};
    unsigned value = '?';
    const char* end = rest_.data() + std::min<std::size_t>(rest_.size(), 2);
    const auto read = std::from_chars(rest_.data(), end, value, 16);
    rest_.remove_prefix(static_cast<std::size_t>(read.ptr - rest_.data()));
    return {.kind = Kind::byte, .byte = static_cast<char>(value)};
  }
  std::size_t length = 0;
  while (length < rest_.size() && is_ascii_letter(rest_[length])) ++length;
  Token token{.kind = Kind::word, .word = rest_.substr(0, length)};
  rest_.remove_prefix(length);
  std::size_t digits = rest_.starts_with('-') ? 1 : 0;
  while (digits < rest_.size() && is_ascii_digit(rest_[digits])) ++digits;
  int number = 0;
  if (std::from_chars(rest_.data(), rest_.data() + digits, number).ec == std::errc() && digits > 0)
    token.number = number;
  if (digits > 1 || (digits == 1 && is_ascii_digit(rest_.front()))) rest_.remove_prefix(digits);
  if (rest_.starts_with(' ')) rest_.remove_prefix(1);
  return token;
}

void RtfTokens::skip_bytes(std::size_t count) { rest_.remove_prefix(std::min(count, rest_.size())); }

}  // namespace vankien
