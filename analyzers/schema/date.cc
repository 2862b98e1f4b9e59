#include "analyzers/schema/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

constexpr std::size_t kMostBlanks = 40;  // a blank day in a letterhead is a run of spaces or dots

bool exists(const Date& date) {
  static constexpr std::array<int, 13> kDays = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < 1900 || date.year > 2099 || date.month > 12) return false;
  if (date.month == 2 && date.day == 29)
    return date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  return date.day <= kDays[date.month];
}

// One attempt to read a date at a place of a folded text.
class Reader {
 public:
  Reader(const std::u32string& chars, std::size_t begin) : chars_(chars), at_(begin) {}

  // "ngày 01 tháng 6 năm 2022" and the same with the day blank; `begin` at "ngày" or "tháng".
  std::optional<Date> words() {
    Date date;
    if (word(U"ngay")) {
      filler();
      number(date.day, 31);  // may be blank
      filler();
    }
    if (!word(U"thang")) return std::nullopt;
    filler();
    if (!number(date.month, 12)) return std::nullopt;
    filler();
    if (peek() == U'/' || is_dash(peek())) {
      ++at_;
    } else {
      if (peek() == U',') ++at_;
      filler();
      if (!word(U"nam")) return std::nullopt;
    }
    filler();
    return year(date) ? check(date) : std::nullopt;
  }

  // "01/6/2022", "ngày 01 - 6 - 2022"; points only after "ngày", else they number a paragraph: 1.2.2016.
  std::optional<Date> digits() {
    const bool led = word(U"ngay");
    if (led) filler();
    Date date;
    if (!number(date.day, 31)) return std::nullopt;
    const char32_t first = separator(led);
    if (first == 0 || !number(date.month, 12) || separator(led) != first || !year(date)) return std::nullopt;
    return check(date);
  }

  std::optional<Date> iso() {
    Date date;
    if (!year(date) || separator(false) != U'-' || !number(date.month, 12)) return std::nullopt;
    if (separator(false) != U'-' || !number(date.day, 31)) return std::nullopt;
    return check(date);
  }

  // What people type into a box: "2022", "6/2022", "2022-06".
  std::optional<Date> short_form() {
    Date date;
    const std::size_t begin = at_;
    if (year(date)) {
      if (at_ == chars_.size()) return check(date);
      if (separator(false) == 0 || !number(date.month, 12)) return std::nullopt;
      return check(date);
    }
    at_ = begin;
    if (!number(date.month, 12) || separator(false) == 0 || !year(date)) return std::nullopt;
    return check(date);
  }

  std::size_t at() const { return at_; }

 private:
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < chars_.size() ? chars_[at_ + ahead] : U'\0';
  }
  bool digit(std::size_t ahead = 0) const { return peek(ahead) >= U'0' && peek(ahead) <= U'9'; }

  bool word(std::u32string_view bare) {
    for (std::size_t i = 0; i < bare.size(); ++i)
      if (strip_marks(peek(i)) != bare[i]) return false;
    if (is_letter(peek(bare.size()))) return false;
    at_ += bare.size();
    return true;
  }

  // Blanks, and the dots or strokes a form has where a hand should write.
  void filler() {
    const std::size_t start = at_;
    while (at_ - start < kMostBlanks &&
           (is_space(peek()) || peek() == U'.' || peek() == U'_' || peek() == U'…'))
      ++at_;
  }

  bool number(std::uint8_t& value, std::uint32_t most) {
    if (!digit() || (digit(1) && digit(2))) return false;
    std::uint32_t n = static_cast<std::uint32_t>(peek() - U'0');
    if (digit(1)) n = n * 10 + static_cast<std::uint32_t>(peek(1) - U'0');
    if (n == 0 || n > most) return false;
    at_ += digit(1) ? 2 : 1;
    value = static_cast<std::uint8_t>(n);
    return true;
  }

  bool year(Date& date) {
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      if (!digit(i)) return false;
      n = n * 10 + static_cast<std::uint32_t>(peek(i) - U'0');
    }
    if (digit(4)) return false;
    at_ += 4;
    date.year = static_cast<std::uint16_t>(n);
    return true;
  }

  char32_t separator(bool points) {
    if (is_space(peek())) ++at_;
    const char32_t c = peek();
    if (c != U'/' && !is_dash(c) && !(points && c == U'.')) return 0;
    ++at_;
    if (is_space(peek())) ++at_;
    return is_dash(c) ? U'-' : c;
  }

  // A letter or a further "/" right behind belongs to a symbol: 12/5/2020/NĐ-CP.
  std::optional<Date> check(const Date& date) const {
    if (!exists(date) || is_letter(peek())) return std::nullopt;
    if (peek() == U'/' && (is_letter(peek(1)) || digit(1))) return std::nullopt;
    return date;
  }

  const std::u32string& chars_;
  std::size_t at_;
};

bool may_begin(const std::u32string& chars, std::size_t i) {
  if (i == 0) return true;
  const char32_t before = chars[i - 1];
  if (is_letter(before) || is_digit(before)) return false;
  const bool joiner = before == U'/' || before == U'.' || before == U',' || is_dash(before);
  return !(joiner && i >= 2 && is_digit(chars[i - 2]));
}

// "ngày" or "tháng", not another word with n or t: most words of a text that do begin so are told by their third letter.
bool may_be_led(const std::u32string& chars, std::size_t i) {
  if (i + 2 >= chars.size() || strip_marks(chars[i + 2]) != U'a') return false;
  return chars[i] == U'n' ? chars[i + 1] == U'g' : chars[i] == U't' && chars[i + 1] == U'h';
}

using Form = std::optional<Date> (Reader::*)();
struct Named {
  Form form;
  bool in_words;
};
constexpr std::array<Named, 3> kForms = {
    {{&Reader::words, true}, {&Reader::digits, false}, {&Reader::iso, false}}};

}  // namespace

std::string Date::iso() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::vector<FoundDate> find_dates(const MappedText& folded) {
  std::vector<FoundDate> found;
  const auto& chars = folded.chars;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const char32_t c = chars[i];
    if (!(c >= U'0' && c <= U'9') && !((c == U'n' || c == U't') && may_be_led(chars, i))) continue;
    if (!may_begin(chars, i)) continue;
    for (const auto& [form, in_words] : kForms) {
      Reader reader(chars, i);
      const auto date = (reader.*form)();
      if (!date) continue;
      found.push_back({*date, i, reader.at(), in_words});
      i = reader.at() - 1;
      break;
    }
  }
  return found;
}

std::optional<Date> parse_date(std::string_view text) {
  MappedText folded = fold_text(text);
  auto& chars = folded.chars;
  while (!chars.empty() && is_space(chars.back())) chars.pop_back();
  chars.erase(chars.begin(), std::find_if_not(chars.begin(), chars.end(), is_space));
  static constexpr std::array<Form, 4> kWhole = {&Reader::words, &Reader::digits, &Reader::iso,
                                                 &Reader::short_form};
  for (const Form form : kWhole) {
    Reader reader(chars, 0);
    if (const auto date = (reader.*form)(); date && reader.at() == chars.size()) return date;
  }
  return std::nullopt;
}

}  // namespace vankien
