#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace vankien::sheets {

/// One cell of a table for a spreadsheet: a text, or a whole number to reckon with.
using Cell = std::variant<std::string, std::uint64_t>;
using Row = std::vector<Cell>;

}  // namespace vankien::sheets
