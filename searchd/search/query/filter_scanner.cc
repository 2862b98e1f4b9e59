#include "searchd/search/query/filter_scanner.h"

#include <fmt/format.h>

#include "searchd/search/query/filter.h"

namespace vankien {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_word(char c) {
  // Every byte of a letter beyond ASCII is at least 0x80.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_keyword(std::string_view word) {
  for (const std::string_view keyword :
       {"AND", "OR", "NOT", "IN", "TO", "EXISTS", "IS", "NULL", "EMPTY", "CONTAINS", "STARTS", "WITH"})
    if (word == keyword) return true;
  return false;
}

}  // namespace

bool FilterScanner::at_value() const {
  if (at_end()) return false;
  if (text_[position_] == '"' || text_[position_] == '\'') return true;
  return is_word(text_[position_]) && !is_keyword(peek_word());
}

bool FilterScanner::take_sign(std::string_view sign) {
  if (!text_.substr(position_).starts_with(sign)) return false;
  position_ += sign.size();
  skip_space();
  return true;
}

std::string FilterScanner::take_value(std::string_view expected) {
  skip_space();
  if (at_end()) fail(fmt::format("expected {} but the filter ends", expected));
  if (text_[position_] == '"' || text_[position_] == '\'') return take_quoted();
  const std::string_view word = peek_word();
  if (word.empty()) fail(fmt::format("expected {} at `{}`", expected, rest()));
  if (is_keyword(word))
    fail(fmt::format("expected {}; `{}` is a keyword, put it in quotes if it is meant", expected, word));
  position_ += word.size();
  skip_space();
  return std::string(word);
}

std::string FilterScanner::take_quoted() {
  const std::size_t opened = position_;
  const char quote = text_[position_++];
  std::string value;
  while (!at_end() && text_[position_] != quote) {
    if (text_[position_] == '\\') {
      if (++position_ == text_.size()) break;
      const char escaped = text_[position_];
      if (escaped == 'n' || escaped == 't') {
        value += escaped == 'n' ? '\n' : '\t';
      } else if (escaped == '"' || escaped == '\'' || escaped == '\\') {
        value += escaped;
      } else {
        fail("unknown escape; `\\\\`, `\\\"`, `\\'`, `\\n` and `\\t` are known", position_ - 1);
      }
    } else {
      value += text_[position_];
    }
    ++position_;
  }
  if (at_end()) fail(fmt::format("expected {} to close the quotation opened here", quote), opened);
  ++position_;
  skip_space();
  return value;
}

std::string_view FilterScanner::peek_word() const {
  std::size_t end = position_;
  while (end < text_.size() && is_word(text_[end])) ++end;
  return text_.substr(position_, end - position_);
}

bool FilterScanner::take_keyword(std::string_view keyword) {
  skip_space();
  if (peek_word() != keyword) return false;
  position_ += keyword.size();
  skip_space();
  return true;
}

bool FilterScanner::take(char c) {
  skip_space();
  if (at_end() || text_[position_] != c) return false;
  ++position_;
  skip_space();
  return true;
}

void FilterScanner::skip_space() {
  while (!at_end() && is_space(text_[position_])) ++position_;
}

std::string FilterScanner::rest() const {
  std::string_view text = text_.substr(position_, 40);
  while (!text.empty() && position_ + text.size() < text_.size() &&
         (static_cast<unsigned char>(text_[position_ + text.size()]) & 0xC0) == 0x80)
    text.remove_suffix(1);
  return std::string(text);
}

void FilterScanner::fail(const std::string& message, std::size_t position) const {
  throw FilterError(message, position);
}

}  // namespace vankien
