#include "analyzers/schema/symbol_window.h"

#include <algorithm>
#include <bit>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "analyzers/run_scan.h"
#include "analyzers/schema/symbol_bytes.h"
#include "analyzers/schema/symbol_look_ahead.h"

namespace vankien {
namespace {

// No organ is longer than 80 bytes and no gap than 4 blanks: a window of this size holds every symbol whole.
constexpr std::size_t kMostBytesAfter = 512;
constexpr std::size_t kMostBytesBefore = 128;  // 20 code points, and those that they combine with
constexpr int kLooseGaps = 2;                  // "1836 QĐ/TWĐTN" has a gap without a dash or a slash

// Bytes of the sign beyond ASCII that ends before that byte; 0 = a letter or an ASCII character does.
std::size_t sign_before(std::string_view text, std::size_t end) {
  for (const std::size_t bytes : {2, 3})
    if (end >= bytes && is_sign_lead(text[end - bytes])) return bytes;
  return 0;
}

// Back over what may stand between "số" and its number, and over the run before that, to an ASCII character.
std::size_t window_begin(std::string_view text, std::size_t digit) {
  const std::size_t least = digit - std::min(digit, kMostBytesBefore);
  std::size_t begin = digit;
  const auto back_while = [&](auto is) {
    while (begin > least && is(text[begin - 1])) --begin;
  };
  back_while(is_run_byte);
  while (begin > least) {
    const std::size_t sign = sign_before(text, begin);
    if (sign == 0 && is_run_byte(text[begin - 1])) break;
    begin -= std::max<std::size_t>(sign, 1);
  }
  back_while(is_run_byte);
  return begin == 0 ? 0 : begin - 1;
}

std::size_t window_end(std::string_view text, std::size_t digit) {
  const std::size_t most = std::min(text.size(), digit + kMostBytesAfter);
  std::size_t end = digit;
  int gaps = 0;
  while (end < most) {
    const char c = text[end];
    if (c == '-' || c == '/' || is_sign_lead(c)) {
      gaps = 0;
    } else if (is_space_byte(c)) {
      if (!is_space_byte(text[end - 1]) && ++gaps > kLooseGaps) break;
    } else if (c != '.' && !is_run_byte(c)) {
      break;
    }
    ++end;
  }
  return end;
}

}  // namespace

std::size_t next_digit(std::string_view text, std::size_t from) {
  using namespace sixteen_bytes;
  for (; from < text.size(); from += sizeof(Bytes))
    if (const unsigned found = bits_of((Bytes)((load(text, from) - '0') < 10)); found != 0)
      return from + static_cast<unsigned>(std::countr_zero(found));
  return text.size();
}

std::optional<SymbolAt> read_symbol_at(std::string_view text, std::size_t digit) {
  if (is_digit_byte(text[digit]) && !may_be_symbol(text, digit)) return std::nullopt;
  const std::size_t begin = window_begin(text, digit);
  const MappedText window = read_letters(text.substr(begin, window_end(text, digit) - begin));
  const auto wanted = static_cast<std::uint32_t>(digit - begin);
  // The last there: a mark that did not combine stands before the digit, for no bytes.
  const auto after = std::upper_bound(window.offsets.begin(), window.offsets.end(), wanted);
  auto found = read_symbol(window, static_cast<std::size_t>(after - window.offsets.begin()) - 1);
  if (!found) return std::nullopt;
  while (found->begin > 0 && is_prefix(window.chars[found->begin - 1])) --found->begin;  // as words do
  const auto shift = static_cast<std::uint32_t>(begin);
  return SymbolAt{std::move(found->symbol), shift + window.begin_of(found->begin),
                  shift + window.end_of(found->end - 1)};
}

}  // namespace vankien
