#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vankien {

/// Bytes [begin, end) of a body.
struct Furniture {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What stands between two pages of a body (parted by form feeds) and is no part of the sentence that runs over the break:
/// lines with the page's number, and heads and feet that return on three pages or more. In order.
///   … chỉ định ⏎ ␌ ⏎ - 2 - ⏎ một nhà cung cấp …   →   {"- 2 -"}
/// Its words count like any other, but have no place among their neighbours: index and highlight pass over them, so that a
/// phrase is found over the break.
std::vector<Furniture> find_page_furniture(std::string_view body);

}  // namespace vankien
