#pragma once

#include <cstdint>

namespace vankien {

/// Bytes [begin, end) of a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

}  // namespace vankien
