#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/schema/spoken_names.h"

namespace vankien {

/// A count of meetings and congresses, and how many words it takes.
struct Ordinal {
  std::uint16_t value = 0;
  std::size_t words = 0;
};

/// "4", "iv", "tư", "mười một" → 4, 4, 4, 11; up to 39. Marks may be left out. Only for places where a numeral
/// is expected: "tư" and "vi" are other words elsewhere.
std::optional<Ordinal> ordinal_at(WordSpan words, std::size_t at);

/// "XIII" → 13, in either case; nothing for what is no Roman numeral up to 39.
std::optional<std::uint16_t> parse_roman(std::string_view text);

/// 13 → "XIII"; 1 to 39.
std::string roman(std::uint16_t value);

}  // namespace vankien
