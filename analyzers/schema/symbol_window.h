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

/// The symbol whose number begins at that byte, an ASCII digit, none before it. The same as read_symbol on the whole text,
/// but decodes only the bytes around it, and these only if a dash or a slash stands near.
std::optional<SymbolAt> read_symbol_at(std::string_view text, std::size_t digit);

}  // namespace vankien
