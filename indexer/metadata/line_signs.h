#pragma once

#include <string>
#include <string_view>

#include "analyzers/letters.h"

namespace vankien {

// The letters of one line before it is folded: what may end a cell, and what never does.

/// What rules are drawn with: "-----", "____", "***", "~~~".
constexpr bool is_stroke(char32_t c) {
  return is_dash(c) || c == U'_' || c == U'=' || c == U'*' || c == U'~';
}

/// What no cell ends at: most letters of a line are passed by one look each. No blank, no stroke, no `|`.
constexpr bool is_plain(char32_t c) {
  if (c >= 0x80) return (c < 0x1600 && c != 0x85 && c != 0xA0) || (c >= 0x1EA0 && c <= 0x1EF9);
  return c > U' ' && c != U'|' && c != U'-' && c != U'_' && c != U'=' && c != U'*' && c != U'~';
}

/// "  Số: 7 " → "Số: 7"
inline std::u32string_view trim(std::u32string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Small letters, one for one: "HẠNH PHÚC" → "hạnh phúc". Tone marks stay where they are.
inline std::u32string fold_plainly(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) out.push_back(fold_letter(c));
  return out;
}

}  // namespace vankien
