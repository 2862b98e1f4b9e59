#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/schema/symbol.h"

namespace vankien {

/// A symbol and the bytes [begin, end) of the text where it stands.
struct SymbolAt {
  Symbol symbol;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Whether a full-width digit (U+FF10–FF19) stands at that byte.
inline bool is_wide_digit(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '\xEF' && text[at + 1] == '\xBC' && text[at + 2] >= '\x90' &&
         text[at + 2] <= '\x99';
}

/// The first ASCII digit at or behind that byte, or the size of the text; sixteen bytes at a time.
std::size_t next_digit(std::string_view text, std::size_t from);

/// The symbol whose number begins at that byte, a digit, none before it. The same as read_symbol on the whole text,
/// but decodes only the bytes around it, and these only if a dash or a slash stands near.
std::optional<SymbolAt> read_symbol_at(std::string_view text, std::size_t digit);

}  // namespace vankien
