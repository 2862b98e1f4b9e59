#include "indexer/metadata/one_cell.h"

#include <array>
#include <cstdint>

#include "analyzers/letters.h"
#include "indexer/metadata/headings.h"
#include "indexer/metadata/line_signs.h"

namespace vankien {
namespace {

// Letters that are as they should be already: char_filters.h would not change them.
inline bool is_settled(char32_t c) {
  if (c < 0x300) return c != 0xD0 && c != 0xF0 && c != 0x189 && c != 0x1A2 && c != 0x1A3 && c != 0x256;
  return (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x203A && !is_space(c));
}

// What a sign is to a line that is one cell.
constexpr std::uint8_t kEnds = 1;  // with it the line is none
constexpr std::uint8_t kPlain = 2;
constexpr std::uint8_t kBlank = 4;  // two in a row are none either
constexpr std::uint8_t kStroke = 8;
constexpr std::uint8_t kHeading = 16;  // the first letters headings.h looks for

std::uint8_t look_at(char32_t c) {
  if (!is_settled(c)) return kEnds;
  if (c == U'Đ' || c == U'C' || c == U'V') return kPlain | kHeading;
  if (is_plain(c)) return kPlain;
  if (c == U' ') return kBlank;
  if (is_stroke(c)) return kStroke;
  return c < 0x2010 ? kEnds : 0;
}

constexpr std::size_t kKnown = 0x2000;

}  // namespace

bool is_one_cell(std::u32string_view line) {
  static const auto kSigns = [] {
    std::array<std::uint8_t, kKnown> table;
    for (std::size_t c = 0; c < kKnown; ++c) table[c] = look_at(static_cast<char32_t>(c));
    return table;
  }();
  std::uint8_t before = 0;
  std::uint8_t all = 0;
  for (const char32_t c : line) {
    const std::uint8_t sign = c < kKnown ? kSigns[c] : look_at(c);
    if (((sign & kEnds) | (sign & before & (kBlank | kStroke))) != 0) return false;
    all |= sign;
    before = sign;
  }
  return (all & kPlain) != 0 && ((all & kHeading) == 0 || !may_hold_heading(line));
}

}  // namespace vankien
