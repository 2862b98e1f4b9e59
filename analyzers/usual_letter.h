#pragma once

#include <cstddef>
#include <cstdint>

namespace vankien {

/// The letters of the language beyond ASCII, and signs of print: two bytes, or three that begin with E1 or E2, which are what they
/// say without a look at more. How many there are at `at`; 0 = what stands there is another sign, or damaged.
inline std::size_t usual_letter(const std::uint8_t* data, std::int64_t at, std::int64_t size, char32_t& c) {
  const auto is_trail = [&](std::int64_t i) { return i < size && (data[i] & 0xC0) == 0x80; };
  const std::uint8_t lead = data[at];
  if (lead >= 0xC2 && lead < 0xE0 && is_trail(at + 1)) {
    c = static_cast<char32_t>((lead & 0x1F) << 6 | (data[at + 1] & 0x3F));
    return 2;
  }
  if ((lead == 0xE1 || lead == 0xE2) && is_trail(at + 1) && is_trail(at + 2)) {
    c = static_cast<char32_t>((lead & 0x0F) << 12 | (data[at + 1] & 0x3F) << 6 | (data[at + 2] & 0x3F));
    return 3;
  }
  return 0;
}

}  // namespace vankien
