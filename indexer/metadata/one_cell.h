#pragma once

#include <string_view>

namespace vankien {

/// True for most lines of a text: one cell, letter for letter as it stands, so that nothing need be cut. `line` has no blanks at its
/// ends; if it is settled (analyzers/settled_text.h), nothing need be mended or composed either.
///   "Điều 1. Phê duyệt kế hoạch"  →  true      "Số  7", "SỞ Y TẾ | Số: 7", "-----"  →  false
bool is_one_cell(std::string_view line);

}  // namespace vankien
