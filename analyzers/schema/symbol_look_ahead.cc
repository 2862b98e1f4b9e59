#include "analyzers/schema/symbol_look_ahead.h"

#include "analyzers/schema/symbol_bytes.h"

namespace vankien {
namespace {

constexpr std::size_t kLongestHead = 80;  // bytes of letters that can be a type or an organ

// A walk ahead over a number, blanks and letters.
class LookAhead {
 public:
  LookAhead(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool stands_at_separator() const { return peek() == '-' || peek() == '/'; }
  void skip(std::size_t bytes) { at_ += bytes; }
  void skip_spaces() {
    while (is_space_byte(peek())) ++at_;
  }
  std::size_t skip_digits() {
    const std::size_t begin = at_;
    while (is_digit_byte(peek())) ++at_;
    return at_ - begin;
  }
  std::size_t skip_letters() {
    const std::size_t begin = at_;
    while ((is_run_byte(peek()) || peek() == '.') && !is_sign_lead(peek())) ++at_;
    return at_ - begin;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// Đ, or a letter that is read as it (U+00D0, U+0189, U+0256): the first byte.
bool may_be_barred_d(char c) {
  return c == '\xC4' || c == '\xC3' || c == '\xC6' || c == '\xC9' || is_sign_lead(c);
}

// Of one name alone three organs' short forms are read: "92/CP", "115/TTg", "6-HĐBT". Most numbers with a dash are of a list: "3- Nước".
bool may_be_alone(const LookAhead& ahead) {
  if (is_sign_lead(ahead.peek())) return true;
  const char second = ahead.peek(ahead.peek(1) == '.' ? 2 : 1);
  const auto is = [](char c, char letter) { return (c | 0x20) == letter || is_sign_lead(c); };
  return (is(ahead.peek(), 'c') && is(second, 'p')) || (is(ahead.peek(), 't') && is(second, 't')) ||
         (is(ahead.peek(), 'h') && may_be_barred_d(second));
}

bool may_follow_separator(LookAhead ahead) {
  if (!is_run_byte(ahead.peek())) return false;
  if (may_be_alone(ahead)) return true;
  ahead.skip_letters();
  ahead.skip_spaces();
  return ahead.stands_at_separator() || is_sign_lead(ahead.peek());
}

// "66.16/2026/NQ-CP".
bool may_be_second_number(LookAhead ahead) {
  ahead.skip(1);
  ahead.skip_digits();
  return ahead.peek() == '/' || is_beyond_ascii(ahead.peek());
}

}  // namespace

bool may_be_symbol(std::string_view text, std::size_t at) {
  LookAhead ahead(text, at);
  ahead.skip_digits();
  if (ahead.peek() >= 'a' && ahead.peek() <= 'z' && !is_run_byte(ahead.peek(1)))
    ahead.skip(1);  // 12a QĐ-UBND
  if (ahead.peek() == '.') return may_be_second_number(ahead);
  ahead.skip_spaces();
  if (ahead.stands_at_separator()) {
    ahead.skip(1);
    ahead.skip_spaces();
    if (!is_digit_byte(ahead.peek())) return may_follow_separator(ahead);
    // A year, and then its separator: most dates end here.
    if (ahead.skip_digits() != 4 && !is_beyond_ascii(ahead.peek())) return false;
    ahead.skip_spaces();
    return ahead.stands_at_separator() || is_beyond_ascii(ahead.peek());
  }
  if (!is_run_byte(ahead.peek())) return false;
  if (!is_beyond_ascii(ahead.peek()) && is_digit_byte(ahead.peek())) return false;
  if (ahead.skip_letters() > kLongestHead) return false;
  ahead.skip_spaces();
  return ahead.stands_at_separator() || is_sign_lead(ahead.peek());
}

}  // namespace vankien
